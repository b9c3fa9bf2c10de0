"""The limits of one year as classification needs them: in whole cents, with days, and how the limit itself counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samenspraak.core.measurement.households import Household
from samenspraak.core.measurement.parameters import Parameters


@dataclass(frozen=True, slots=True)
class Limit:
    """One amount in cents. `is_included` None: it is not known whether the limit itself falls under it."""

    name: str
    cents: int
    is_included: bool | None
    first: date
    last: date
    household: Household | None = None
    is_verified: bool = True

    def holds_on(self, day: date) -> bool:
        """Tell whether it is the limit of that day."""
        return self.first <= day <= self.last


class YearLimits:
    """What is known for one year; what is not known is not there."""

    def __init__(self, year: int, limits: Iterable[Limit]) -> None:
        self.year = year
        self._limits = tuple(limits)

    @property
    def last_day(self) -> date:
        """Return the day for which a stock at the end of the year is classified."""
        return date(self.year, 12, 31)

    def at(self, name: str, day: date, household: Household | None = None) -> Limit | None:
        """Return a limit of a day, for a household where the limit looks at that."""
        named = [limit for limit in self._limits if limit.name == name and limit.holds_on(day)]
        for wanted in (household, household and household.of_any_age, None):
            for limit in named:
                if limit.household == wanted:
                    return limit
        return None

    def unverified(self, names: Iterable[str]) -> list[str]:
        """Return which of these limits were found in an indirect place only."""
        wanted = set(names)
        return sorted({limit.name for limit in self._limits if limit.name in wanted and not limit.is_verified})

    def first_days(self, names: Iterable[str]) -> list[date]:
        """Return the days of the year on which one of these changes, the first of January first."""
        wanted = set(names)
        inside = {limit.first for limit in self._limits if limit.name in wanted and limit.first.year == self.year}
        return sorted(inside | {date(self.year, 1, 1)})


def limits_of(parameters: Parameters, year: int) -> YearLimits:
    """Return what the parameters know of a year, in whole cents."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return YearLimits(
        year,
        (
            Limit(
                value.parameter.name.value,
                int(value.value * 100),
                value.parameter.is_included,
                max(value.valid_from, first),
                min(value.valid_to or last, last),
                value.household,
                is_verified=value.is_verified,
            )
            for value in parameters
            if value.parameter.unit.startswith("EUR") and value.valid_from <= last and (value.valid_to or last) >= first
        ),
    )
