"""From the sums of an engine to values: exact fractions, rounded only where they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from samenspraak.core.light_values import light_value
from samenspraak.core.measurement.key_figures.classification import WHOLE
from samenspraak.core.measurement.key_figures.declaration import FigureUnit, KeyFigure, Measure, Outside
from samenspraak.core.measurement.key_figures.sql import Query, within

Group = tuple[str | None, ...]
NOTHING_TO_DIVIDE_BY = "er is niets om door te delen: het geheel is nul"
SUPPRESSED = "te kleine aantallen: niet getoond om personen te beschermen"


class ValueState(StrEnum):
    """What can be said of a value."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    SUPPRESSED = "suppressed"


@light_value
class FigureValue:
    """One figure of one group in one year, with the numbers that it is made of; None is not known, never nought."""

    code: str
    version: int
    unit: FigureUnit
    year: int
    groups: tuple[str, ...]
    group: Group
    state: ValueState
    value: Fraction | None = None
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    left_out: Fraction | None = None
    reason: str = ""

    def rounded(self, decimals: int) -> str | None:
        """Return the value as a decimal text, half away from nought; None when there is none."""
        return None if self.value is None else decimal_text(self.value, decimals)


@dataclass(frozen=True, slots=True)
class OutsideNumbers:
    """All dwellings, and all new ones, of a municipality in a year: no association knows them."""

    dwellings: int | None = None
    new_dwellings: int | None = None


OutsideTotals = Mapping[str, OutsideNumbers]


def values_from(
    query: Query,
    figures: Sequence[KeyFigure],
    rows: Iterable[Sequence[object]],
    *,
    year: int,
    outside: OutsideTotals | None = None,
) -> list[FigureValue]:
    """Return every figure of every group, groups in the order of their names, what is not known last."""
    by_group = query.sums_by_group(rows)
    plans = [_Plan(figure, *_places(figure, query)) for figure in figures]
    found: list[FigureValue] = []
    for group in sorted(by_group, key=lambda group: [(cell is None, cell or "") for cell in group]):
        sums = by_group[group]
        found.extend(_value(plan, query, group, sums, year, outside or {}) for plan in plans)
    return found


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where among the sums the parts of a figure stand; looked up once, not for every group."""

    figure: KeyFigure
    numerator: int | None
    denominator: int | None
    left_out: int | None


def _places(figure: KeyFigure, query: Query) -> tuple[int | None, int | None, int | None]:
    whole = figure.denominator if isinstance(figure.denominator, Measure) else None
    measures = (within(figure), whole, figure.left_out)
    if figure.code in query.unknown:
        return None, None, None
    found = [None if measure is None else query.measures[measure] for measure in measures]
    return found[0], found[1], found[2]


def _value(
    plan: _Plan, query: Query, group: Group, sums: Sequence[int], year: int, outside: OutsideTotals
) -> FigureValue:
    figure = plan.figure
    value = numerator = denominator = left_out = None
    reason = query.unknown.get(figure.code, "")
    if plan.numerator is not None:
        counted = sums[plan.numerator]
        numerator = _units(counted)
        left_out = None if plan.left_out is None else _units(sums[plan.left_out])
        if figure.denominator is None:
            value = numerator
        elif plan.denominator is not None:
            denominator = _units(sums[plan.denominator])
        elif isinstance(figure.denominator, Outside):
            denominator, reason = _outside(figure.denominator, query.groups, group, outside, year)
        if denominator:
            times, parts = _SCALE.get(figure.unit, (1, 1))
            value = Fraction(counted * times * denominator.denominator, WHOLE * parts * denominator.numerator)
        elif value is None:
            reason = reason or NOTHING_TO_DIVIDE_BY
    state = ValueState.UNKNOWN if value is None else ValueState.KNOWN
    return FigureValue(
        figure.code, figure.version, figure.unit, year, query.groups, group, state,
        value, numerator, denominator, left_out, reason,
    )  # fmt: skip


# A rent is summed in cents.
_SCALE = {FigureUnit.PER_THOUSAND: (1000, 1), FigureUnit.EUR_PER_MONTH: (1, 100)}


@lru_cache(maxsize=50_000)
def _units(count: int) -> Fraction:
    """Return a sum as units; most groups count the same few numbers."""
    return Fraction(count, WHOLE)


def _outside(
    wanted: Outside, groups: Sequence[str], group: Group, outside: OutsideTotals, year: int
) -> tuple[Fraction | None, str]:
    """Return the number of the municipality, or of all in which there are rows; a district or association has none.

    Without groups `outside` holds just these municipalities, with "" for rows of which the municipality is not known.
    """
    if "district" in groups:
        return None, "het aantal woningen per wijk is niet bekend"
    if "municipality" in groups:
        place = group[groups.index("municipality")]
        given = [outside[place]] if place is not None and place in outside else []
    elif groups:
        return None, "een corporatie werkt in delen van gemeenten: kies ook per gemeente"
    else:
        given = list(outside.values())
    numbers = [each.dwellings if wanted is Outside.DWELLINGS else each.new_dwellings for each in given]
    known = [number for number in numbers if number is not None]
    if known and len(known) == len(numbers):
        return Fraction(sum(known)), ""
    if not groups and "" in outside:
        return None, "van een deel van de woningen is de gemeente niet bekend"
    what = "alle woningen" if wanted is Outside.DWELLINGS else "alle nieuwe woningen"
    if groups or not known:
        return None, f"het aantal van {what} in de gemeente in {year} is niet opgegeven"
    lacking = [place for place, number in zip(outside, numbers, strict=True) if number is None]
    return None, f"het aantal van {what} in {year} is niet opgegeven voor {', '.join(lacking)}"


def decimal_text(value: Fraction, decimals: int) -> str:
    """Return a fraction as decimal digits, half away from nought; the same on every machine."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(decimals + 1, "0")
    sign = "-" if value < 0 and whole else ""
    return sign + (f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits)
