"""Targets: what a commitment's number asks, until when, by which path, and when to warn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from samenspraak.core.measurement.comparing import Figure, add
from samenspraak.core.measurement.errors import SignalOnWrongSide
from samenspraak.core.measurement.indicators import Indicator, Refusal
from samenspraak.core.measurement.observations import Total
from samenspraak.core.vocabulary.quantity import Bound


class Timing(StrEnum):
    """When a target has to hold."""

    EVERY_YEAR = "every_year"  # in each year of the period by itself: 65% of what is let
    AT_THE_END = "at_the_end"  # on the last day: no dwelling with label E, F or G left
    IN_TOTAL = "in_total"  # over the whole period together: 120 dwellings in 2024-2027


@dataclass(frozen=True, slots=True)
class PathPoint:
    """What is planned for the end of a year; None is to be determined."""

    year: int
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Target:
    """Streefwaarde. `value` None: to be determined, or only a signal value was agreed.

    `signal_value` is where parties are warned, before the target is missed: at or above a floor, at or below a
    ceiling. A decline (labels that disappear) has a ceiling at its end.
    """

    indicator: Indicator
    bound: Bound
    value: Decimal | None
    timing: Timing
    first_year: int
    last_year: int
    whose: str = ""  # the association, where the target is one party's
    path: tuple[PathPoint, ...] = ()
    signal_value: Decimal | None = None

    def __post_init__(self) -> None:
        if self.last_year < self.first_year:
            raise ValueError(f"a target from {self.first_year} to {self.last_year}")
        if self.signal_value is None or self.value is None:
            return
        if self.signal_value != self.value and (self.signal_value < self.value) is not self.is_ceiling:
            side = "hoogstens" if self.is_ceiling else "minstens"
            raise SignalOnWrongSide(
                f"De signaalwaarde waarschuwt voordat het doel wordt gemist. Kies {side} {self.value}."
            )

    @property
    def is_ceiling(self) -> bool:
        """Tell whether less is better."""
        return self.bound is Bound.MAX

    @property
    def is_limit(self) -> bool:
        """Tell whether this is a maximum to stay under, rather than a number to bring down by the last day."""
        return self.is_ceiling and self.timing is not Timing.AT_THE_END

    @property
    def due_on(self) -> date:
        """Return the last day of the period."""
        return date(self.last_year, 12, 31)

    def planned_for(self, year: int) -> Decimal | None:
        """Return what is planned for the end of a year; None when that is not known."""
        return next((point.value for point in self.path if point.year == year), None)


def path_of_the_whole(parts: Sequence[Target]) -> tuple[tuple[int, Total | Refusal], ...]:
    """Return per year what the parties plan together, with the names of those who have not said."""
    years = sorted({point.year for part in parts for point in part.path})
    return tuple((year, add([_planned(part, year) for part in parts])) for year in years)


def _planned(part: Target, year: int) -> Figure:
    return Figure(part.whose, part.indicator, part.planned_for(year), year, year)
