"""What was to be reached beside what was measured: a target, the path to it, and observations with their band.

Unknown is no zero: what nobody measured is not in a series.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samenspraak.core.measurement.comparing import NotComparable
from samenspraak.core.measurement.expectations import Expectation
from samenspraak.core.vocabulary.quantity import Bound


@dataclass(frozen=True, slots=True)
class Observation:
    """What was measured, or is expected, on a day; `low` and `high` are the band in which it lies, if known."""

    on: date
    value: float
    low: float | None = None
    high: float | None = None
    is_final: bool = True

    @property
    def has_band(self) -> bool:
        """Whether both ends of the band are known."""
        return self.low is not None and self.high is not None


@dataclass(frozen=True, slots=True)
class Series:
    """One target with its measurements, oldest first. `path` is what was planned along the way."""

    name: str
    target: float
    unit: str  # as quantities have it: "dwelling", "percent", "EUR" or the Dutch noun
    bound: Bound = Bound.MIN
    due: date | None = None
    observations: tuple[Observation, ...] = ()
    expected: Observation | None = None  # what is expected on the day that it is due
    ahead: tuple[Observation, ...] = ()  # what is expected at the end of each year until then
    path: tuple[tuple[date, float], ...] = ()
    unknown: tuple[int, ...] = ()  # the years of which the path is still to be determined
    signal: float | None = None  # where parties are warned, before the target is missed
    is_signal: bool = False  # only a signal value was agreed, and `target` is that
    is_yearly: bool = False  # the target holds in each year by itself, `due` being the end of the last
    total_since: int | None = None  # the year since which observations, path and expectation are added up
    # The first and last day of stretches that nothing covers: the totals are without these, and so at least that much.
    gaps: tuple[tuple[date, date], ...] = ()
    breaks: tuple[tuple[date, str], ...] = ()  # before and from this day figures do not compare, and why
    expectation: Expectation | None = None  # the same ahead in sentences, or why there is none

    @property
    def latest(self) -> Observation | None:
        """What was measured last."""
        return self.observations[-1] if self.observations else None

    def is_at_least(self, one: Observation) -> bool:
        """Whether a total is without days that nothing covers."""
        return any(first < one.on for first, _last in self.gaps)

    @property
    def share(self) -> float | None:
        """How much of the target the latest measurement is; None when nothing was measured, or the target is 0."""
        return self.latest.value / self.target if self.latest and self.target else None


@dataclass(frozen=True, slots=True)
class Followed:
    """The targets of one commitment, and which of them do not compare."""

    series: tuple[Series, ...]
    apart: tuple[NotComparable, ...] = ()
