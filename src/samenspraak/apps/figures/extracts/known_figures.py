"""Which key figures there are for whom, and how they stand beside targets."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import cache

from samenspraak.apps.figures.models import OwnKeyFigure
from samenspraak.core.errors import SamenspraakError
from samenspraak.core.measurement.indicators import Nature
from samenspraak.core.measurement.key_figures.classification import NEEDED_LIMITS
from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.core.measurement.key_figures.declaration import FigureUnit, KeyFigure
from samenspraak.core.measurement.key_figures.declaring import own_figure
from samenspraak.engines.knowledge.key_figures import load_key_figures

log = logging.getLogger(__name__)

_UNITS = {
    FigureUnit.SHARE: "percent",
    FigureUnit.DWELLINGS: "dwelling",
    FigureUnit.ALLOCATIONS: "toewijzingen",
    FigureUnit.PER_THOUSAND: "per 1.000 woningen",
    FigureUnit.EUR_PER_MONTH: "EUR/month",
}
# What came and went in a year; the rest of the stock is as it stood on the last day.
_HAPPENED = {"in_reason", "out_reason", "evictions"}


@cache
def shipped_figures() -> dict[str, KeyFigure]:
    """Return the figures that every installation has, by code."""
    return {figure.code: figure for figure in load_key_figures()}


def own_figures_now(organisations: Iterable[int] | None = None) -> list[OwnKeyFigure]:
    """Return the latest version of each own figure that was not withdrawn, of these organisations or of all."""
    found = OwnKeyFigure.objects.select_related("organisation")
    if organisations is not None:
        found = found.filter(organisation__in=list(organisations))
    latest: dict[tuple[int, str], OwnKeyFigure] = {}
    for each in found.order_by("organisation_id", "code", "version"):
        latest[each.organisation_id, each.code] = each
    return [each for each in latest.values() if each.withdrawn_at is None]


def declared_now(organisations: Iterable[int] | None = None) -> list[tuple[OwnKeyFigure, KeyFigure]]:
    """Return the same with each as the rules see it.

    One that a newer version of this software no longer understands is left out: it keeps no other from being counted,
    and the page of own figures says what is wrong with it (`trouble_with`).
    """
    found = []
    for record in own_figures_now(organisations):
        try:
            found.append((record, declared_of(record)))
        except SamenspraakError as error:
            log.warning("own figure %s of %s is left out: %s", record.code, record.organisation_id, error)
    return found


def declared_of(record: OwnKeyFigure) -> KeyFigure:
    """Return an own figure as the rules see it."""
    return own_figure({**record.form, "code": record.code, "version": str(record.version)})


def trouble_with(record: OwnKeyFigure) -> str:
    """Return why an own figure is not understood (any more), in words; empty when it is."""
    try:
        declared_of(record)
    except SamenspraakError as error:
        return error.message
    return ""


def unit_of(figure: KeyFigure) -> str:
    """Return the unit of a target that a figure feeds."""
    return _UNITS[figure.unit]


def nature_of(figure: KeyFigure) -> Nature:
    """Tell whether a figure is a state on 31 December or what happened in the year."""
    is_flow = figure.subject is Subject.ALLOCATIONS or bool(figure.columns() & _HAPPENED)
    return Nature.FLOW if is_flow else Nature.STOCK


def version_name(figure: KeyFigure) -> str:
    """Return what a definition is called beside a target and its measurements."""
    return f"{figure.code} {figure.version}"[:40]


def rests_on_limits(figure: KeyFigure) -> bool:
    """Tell whether the limits of the law decide on a figure, so that the price year matters."""
    return any(NEEDED_LIMITS.get(column) for column in figure.columns())
