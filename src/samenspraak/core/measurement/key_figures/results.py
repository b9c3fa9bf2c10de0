"""From the sums of an engine to values: exact fractions, rounded only where they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

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


@dataclass(frozen=True, slots=True)
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
    size = len(query.groups)
    sorted_rows = sorted(rows, key=lambda row: [(cell is None, str(cell or "")) for cell in row[:size]])
    found: list[FigureValue] = []
    for row in sorted_rows:
        group: Group = tuple(None if cell is None else str(cell) for cell in row[:size])
        sums = [int(str(cell)) for cell in row[size:]]
        found.extend(_value(figure, query, group, sums, year, outside or {}) for figure in figures)
    return found


def _value(
    figure: KeyFigure, query: Query, group: Group, sums: Sequence[int], year: int, outside: OutsideTotals
) -> FigureValue:
    blank = FigureValue(
        figure.code, figure.version, figure.unit, year, query.groups, group, ValueState.UNKNOWN,
        reason=query.unknown.get(figure.code, ""),
    )  # fmt: skip
    if blank.reason:
        return blank
    numerator = _counted(within(figure), query, sums)
    left_out = None if figure.left_out is None else _counted(figure.left_out, query, sums)
    if figure.denominator is None:
        return replace(blank, state=ValueState.KNOWN, value=numerator, numerator=numerator, left_out=left_out)
    if isinstance(figure.denominator, Measure):
        denominator: Fraction | None = _counted(figure.denominator, query, sums)
        reason = ""
    else:
        denominator, reason = _outside(figure.denominator, query.groups, group, outside)
    made = replace(blank, numerator=numerator, denominator=denominator, left_out=left_out)
    if not denominator:
        return replace(made, reason=reason or NOTHING_TO_DIVIDE_BY)
    return replace(made, state=ValueState.KNOWN, value=numerator / denominator * _SCALE.get(figure.unit, 1))


# A rent is summed in cents.
_SCALE = {FigureUnit.PER_THOUSAND: Fraction(1000), FigureUnit.EUR_PER_MONTH: Fraction(1, 100)}


def _counted(measure: Measure, query: Query, sums: Sequence[int]) -> Fraction:
    return Fraction(sums[query.measures[measure]], WHOLE)


def _outside(
    wanted: Outside, groups: Sequence[str], group: Group, outside: OutsideTotals
) -> tuple[Fraction | None, str]:
    """Return the number of the municipality, or of all that were given; a district or a whole association has none."""
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
    if not known or len(known) < len(numbers):
        what = "alle woningen" if wanted is Outside.DWELLINGS else "alle nieuwe woningen"
        return None, f"het aantal van {what} in de gemeente is niet opgegeven"
    return Fraction(sum(known)), ""


def decimal_text(value: Fraction, decimals: int) -> str:
    """Return a fraction as decimal digits, half away from nought; the same on every machine."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(decimals + 1, "0")
    sign = "-" if value < 0 and whole else ""
    return sign + (f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits)
