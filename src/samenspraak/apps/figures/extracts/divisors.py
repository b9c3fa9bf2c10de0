"""Which numbers of a municipality count now: the last version of each that was not withdrawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from django.db.models import Q

from samenspraak.apps.figures.extracts.known_figures import shipped_figures
from samenspraak.apps.figures.extracts.places import code_of
from samenspraak.apps.figures.models import KeyFigureValue, MunicipalNumber
from samenspraak.core.measurement.key_figures.declaration import KeyFigure, Outside
from samenspraak.core.measurement.key_figures.results import OutsideNumbers

Known = Mapping[tuple[str, int, str], MunicipalNumber]  # by CBS code, year and kind


def first_day(year: int) -> date:
    """Return the first day on which a number of a year may have been counted."""
    return date(year, 1, 1)


def last_day(year: int) -> date:
    """Return the last one: a stock at the end of a year is the one with which the next begins."""
    return date(year + 1, 1, 1)


def numbers_now(years: Iterable[int], organisations: Iterable[int] | None = None) -> Known:
    """Return what counts in these years (one query), of these municipalities or of all."""
    asked = Q(withdrawn_at=None, year__in=list(years))
    if organisations is not None:
        asked &= Q(organisation__in=list(organisations))
    found: dict[tuple[str, int, str], MunicipalNumber] = {}
    for each in MunicipalNumber.objects.filter(asked).select_related("organisation", "entered_by").order_by("version"):
        found[code_of(each.organisation), each.year, each.kind] = each
    return found


def outside_now(year: int) -> dict[str, OutsideNumbers]:
    """Return the numbers of a year as key figures are divided by them, by CBS code."""
    by_place: dict[str, dict[str, int]] = defaultdict(dict)
    for (code, _year, kind), number in numbers_now([year]).items():
        by_place[code][kind] = number.value
    return {code: OutsideNumbers(**kinds) for code, kinds in by_place.items() if code}


def kind_of(figure: KeyFigure) -> str:
    """Return by which number of a municipality a figure is divided; empty for one that is not."""
    return figure.denominator.value if isinstance(figure.denominator, Outside) else ""


def whole_of(figure: KeyFigure, values: Sequence[KeyFigureValue]) -> Decimal | None:
    """Return of what these values of one figure and year are parts together; None where one is not known, or nought.

    Of a municipality all associations are divided by the same number: it is in the sum once.
    """
    known = [each for each in values if each.denominator is not None]
    if len(known) < len(values):
        return None
    wholes = {(each.municipality if kind_of(figure) else each.pk): each.denominator or Decimal(0) for each in known}
    return sum(wholes.values(), Decimal(0)) or None


def figures_divided_by(kind: str) -> tuple[KeyFigure, ...]:
    """Return the shipped figures that need a number of the municipality."""
    return tuple(figure for figure in shipped_figures().values() if kind_of(figure) == kind)
