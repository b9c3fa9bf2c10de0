"""The key figures that are shipped (data/key_figures.toml), declared in the form that offices use for their own."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from samenspraak.core.measurement.key_figures.declaration import Comparability, KeyFigure, SeriesBreak
from samenspraak.core.measurement.key_figures.declaring import declared

KEY_FIGURES_FILE = "key_figures.toml"

# A table of the file, as Python reads TOML: what is in it is checked here, once.
Table = Mapping[str, Any]


@cache
def load_key_figures() -> tuple[KeyFigure, ...]:
    """Return the shipped key figures in their order."""
    text = files(__package__).joinpath("data", KEY_FIGURES_FILE).read_text(encoding="utf-8")
    return key_figures_in(text)


def key_figures_in(text: str) -> tuple[KeyFigure, ...]:
    """Read a file of key figures."""
    content = tomllib.loads(text)
    breaks = {
        name: SeriesBreak(each["on"], each["reason"], each["reason_en"]) for name, each in content["break"].items()
    }
    known = {name: _comparability(each, breaks) for name, each in content["comparability"].items()}
    return tuple(declared(_texts(each), comparability=known[each["comparability"]]) for each in content["figure"])


def _comparability(table: Table, breaks: Mapping[str, SeriesBreak]) -> Comparability:
    return Comparability(table["note"], table["note_en"], tuple(breaks[name] for name in table.get("breaks", ())))


def _texts(table: Table) -> dict[str, str]:
    return {name: str(value) for name, value in table.items()}
