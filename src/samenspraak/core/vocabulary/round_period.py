"""The stretch of a year that a monitoring round is about: a tertial, a quarter, a half-year, a year, or own dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samenspraak.core.vocabulary.dates import days_in_month


class PeriodKind(StrEnum):
    """How the parties divide a year into rounds."""

    TERTIAL = "tertial"  # four months
    QUARTER = "quarter"  # three months
    HALF_YEAR = "half_year"
    YEAR = "year"
    OWN_DATES = "own_dates"

    @property
    def per_year(self) -> int:
        """How many there are in a year; own dates are counted as they come."""
        return {"tertial": 3, "quarter": 4, "half_year": 2, "year": 1}.get(self.value, 0)


@dataclass(frozen=True, slots=True)
class RoundPeriod:
    """What one round is about, first and last day included; `number` counts within the year, from 1."""

    kind: PeriodKind
    year: int
    number: int
    first_day: date
    last_day: date

    @property
    def months(self) -> frozenset[int]:
        """The months of `year` that this period touches, 1-12."""
        if self.first_day.year > self.year or self.last_day.year < self.year:
            return frozenset()
        first = self.first_day.month if self.first_day.year == self.year else 1
        last = self.last_day.month if self.last_day.year == self.year else 12
        return frozenset(range(first, last + 1))


def period_of(kind: PeriodKind, year: int, number: int) -> RoundPeriod | None:
    """Return the period that a year has by this number; None when it has none, or when its dates must be given."""
    if not 1 <= number <= kind.per_year:
        return None
    length = 12 // kind.per_year
    last = length * number
    return RoundPeriod(
        kind, year, number, date(year, last - length + 1, 1), date(year, last, days_in_month(year, last))
    )
