"""Which figures are meant by what somebody typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from samenspraak.core.measurement.key_figures.declaration import KeyFigure
from samenspraak.core.measurement.key_figures.errors import UnknownKeyFigure


def figures_named(figures: Sequence[KeyFigure], codes: Iterable[str]) -> list[KeyFigure]:
    """Return figures by code, in the order asked for; a star at the end stands for all that begin so."""
    found: dict[str, KeyFigure] = {}
    for code in codes:
        wanted = code.strip().upper()
        stem = wanted.removesuffix("*")
        matches = [f for f in figures if f.code == wanted or (stem != wanted and f.code.startswith(stem))]
        if not matches:
            raise UnknownKeyFigure(f"Het kengetal “{code}” is er niet. De lijst: samenspraak figures list.")
        found |= {figure.code: figure for figure in matches}
    return list(found.values())
