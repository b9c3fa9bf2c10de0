"""What is to be expected of a target: from its measurements and its planned path, with a band, and in which year.

Where the plan is known ahead, the expectation is the plan plus the way in which the parties so far ran behind or ahead
of it; where it is not, it is the pace so far. With fewer than three measurements there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum
from math import ceil

from samenspraak.core.measurement.indicators import Nature
from samenspraak.core.measurement.observations import Observation, SeriesBreak, unbroken
from samenspraak.core.measurement.targets import Target, Timing
from samenspraak.core.measurement.totals import running_totals
from samenspraak.core.measurement.trend import FEWEST_POINTS, Point, Trend, trend_through

WHOLE_YEAR = 360  # days
HORIZON = 25  # years after the last measurement beyond which no year is named


class Basis(StrEnum):
    """On what an expectation rests."""

    PLAN = "plan"  # the planned path, and how far from it they were so far
    PACE = "pace"  # the pace so far


class Outlook(StrEnum):
    """What the band says of the target on the day it is due."""

    EXPECTED = "expected"  # the whole band reaches it
    LIKELY = "likely"  # the expectation reaches it, part of the band does not
    DOUBTFUL = "doubtful"  # the expectation does not, part of the band does
    NOT_EXPECTED = "not_expected"  # none of the band reaches it


class LeftOut(StrEnum):
    """Why a measurement is no point of the line."""

    OTHERWISE = "otherwise"  # it counts by another definition
    BROKEN = "broken"  # it is from before the last break in the series
    PART_OF_A_YEAR = "part_of_a_year"  # a count over less than a year, beside those over years
    BEHIND_A_GAP = "behind_a_gap"  # the total since the period began is not known any more


@dataclass(frozen=True, slots=True)
class TooFewPoints:
    """No expectation: there are fewer than three comparable measurements; and why others are none."""

    count: int
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected for the end of a year, with a band that holds four times in five."""

    year: int
    value: Decimal
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Forecast:
    """An expectation: per year until the target is due, and when it would be reached.

    `reached_in` is the year at this pace; `at_best` and `at_worst` are those of the edges of the band. None: not within
    25 years, or never at this pace.
    """

    basis: Basis
    points: int
    years: tuple[Expected, ...]
    outlook: Outlook | None  # None where no value was agreed
    reached_in: int | None
    at_best: int | None
    at_worst: int | None
    left_out: tuple[LeftOut, ...] = ()

    @property
    def at_the_end(self) -> Expected:
        """Return what is expected for the last year asked for."""
        return self.years[-1]


def forecast(
    target: Target, observations: Iterable[Observation], breaks: Iterable[SeriesBreak] = ()
) -> Forecast | TooFewPoints:
    """Return what is to be expected of a target, from the measurements since the last break in the series."""
    known = tuple(observations)
    series = unbroken(target.indicator, known, breaks)
    used = _series(target, series)
    if len(used) < FEWEST_POINTS:
        return TooFewPoints(len(used), _left_out(target, known, series, len(used)))
    found = _Reckoning(target, used, _rounding(used)).forecast()
    return replace(found, left_out=_left_out(target, known, series, len(used)))


def _left_out(
    target: Target, known: Sequence[Observation], series: Sequence[Observation], used: int
) -> tuple[LeftOut, ...]:
    """Return why not all measurements are points, each reason once."""
    found = []
    fitting = {each.on for each in known if not each.fits(target.indicator)}
    if len(fitting) < len({each.on for each in known}):
        found.append(LeftOut.OTHERWISE)
    if len(series) < len(fitting):
        found.append(LeftOut.BROKEN)
    if used < len(series):
        found.append(LeftOut.BEHIND_A_GAP if target.timing is Timing.IN_TOTAL else LeftOut.PART_OF_A_YEAR)
    return tuple(found)


def _series(target: Target, observations: Sequence[Observation]) -> tuple[tuple[float, Decimal], ...]:
    """Return the points of the line: what there was, or what there was in total since the start of the period."""
    if target.timing is Timing.IN_TOTAL:
        return tuple((_when(each.on), each.value) for each in running_totals(target, observations))
    comparable = [each for each in observations if _is_whole(each)]
    return tuple((_when(each.on), each.value) for each in comparable)


def _is_whole(observation: Observation) -> bool:
    """Tell whether a count over a period is that of a whole year: half a year's does not compare with it."""
    indicator = observation.indicator
    if indicator.nature is not Nature.FLOW or indicator.is_share or observation.since is None:
        return True
    return (observation.on - observation.since).days >= WHOLE_YEAR


def _when(day: date) -> float:
    """Return a day as a moment in years: 31 December 2025 is 2026.0, for it closes the year."""
    start, following = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return day.year + ((day - start).days + 1) / (following - start).days


def _rounding(points: Sequence[tuple[float, Decimal]]) -> Decimal:
    """Return the finest step in which the values are given."""
    return min(Decimal(1).scaleb(_exponent(value)) for _, value in points)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return min(exponent, 0) if isinstance(exponent, int) else 0


@dataclass(frozen=True, slots=True)
class _Reckoning:
    """The pieces of one forecast."""

    target: Target
    points: Sequence[tuple[float, Decimal]]
    rounding: Decimal

    def forecast(self) -> Forecast:
        first = self._last_year + 1
        ahead = range(first, max(self.target.last_year, first) + 1)
        beside_plan = self._beside_plan()
        by_plan = len(beside_plan) >= FEWEST_POINTS and all(
            self._planned(float(year + 1)) is not None for year in ahead
        )
        trend = trend_through(beside_plan if by_plan else self._plain(), rounding=float(self.rounding))
        years = tuple(self._expected(year, trend, by_plan=by_plan) for year in ahead)
        # Beyond the plan, and where there is none, only the pace so far can tell a year.
        pace = trend_through(self._plain(), rounding=float(self.rounding))
        later = tuple(self._expected(year, pace, by_plan=False) for year in range(ahead[-1] + 1, first + HORIZON))
        reached, best, worst = (
            self._first_that_reaches((*years, *later), edge) for edge in ("value", self._good, self._bad)
        )
        return Forecast(
            Basis.PLAN if by_plan else Basis.PACE,
            len(self.points),
            years,
            self._outlook(years[-1]),
            reached,
            best,
            worst,
        )

    @property
    def _last_year(self) -> int:
        """Return the year of which the end is known: one that has months to go is still to be expected."""
        return int(self.points[-1][0] + 1e-9) - 1

    @property
    def _good(self) -> str:
        return "low" if self.target.is_ceiling else "high"

    @property
    def _bad(self) -> str:
        return "high" if self.target.is_ceiling else "low"

    def _plain(self) -> list[Point]:
        return [(when, float(value)) for when, value in self.points]

    def _beside_plan(self) -> list[Point]:
        """Return how far each measurement was from the plan of its moment, where there was one."""
        planned = [(when, value, self._planned(when)) for when, value in self.points]
        return [(when, float(value) - plan) for when, value, plan in planned if plan is not None]

    def _planned(self, when: float) -> float | None:
        """Return the plan at a moment: between the ends of two years, in proportion."""
        end = round(when)
        if abs(when - end) < 0.01:
            return _float(self.target.planned_for(end - 1))
        before, after = self.target.planned_for(int(when) - 1), self.target.planned_for(int(when))
        if before is None or after is None:
            return None
        return float(before) + (when - int(when)) * float(after - before)

    def _expected(self, year: int, trend: Trend, *, by_plan: bool) -> Expected:
        when = float(year + 1)
        middle = trend.at(when) + ((self._planned(when) or 0.0) if by_plan else 0.0)
        half = trend.half_band(when)
        return Expected(year, *(self._possible(each) for each in (middle, middle - half, middle + half)))

    def _possible(self, value: float) -> Decimal:
        """Round as the measurements are, and stay within what can be: no negative counts, no share over the whole."""
        rounded = Decimal(value).quantize(self.rounding, rounding=ROUND_HALF_EVEN)
        rounded = max(rounded, self._least) if self._least is not None else rounded
        return min(rounded, Decimal(100)) if self.target.indicator.is_share else rounded

    @property
    def _least(self) -> Decimal | None:
        """Return what it cannot be less than: nothing, or a total that never fell; None where it was below nothing."""
        values = [each for _, each in self.points]
        if min(values) < 0:
            return None
        is_rising = self.target.timing is Timing.IN_TOTAL and values == sorted(values)
        return values[-1] if is_rising else Decimal(0)

    def _outlook(self, end: Expected) -> Outlook | None:
        if self.target.value is None:
            return None
        if self._reaches(getattr(end, self._bad)):
            return Outlook.EXPECTED
        if self._reaches(end.value):
            return Outlook.LIKELY
        return Outlook.DOUBTFUL if self._reaches(getattr(end, self._good)) else Outlook.NOT_EXPECTED

    def _first_that_reaches(self, years: Sequence[Expected], edge: str) -> int | None:
        if self.target.value is None or self.target.is_limit:
            return None  # a limit is kept until it is exceeded: it is not reached in some year
        if self._reaches(self.points[-1][1]):
            return ceil(self.points[-1][0] - 1e-9) - 1
        return next((each.year for each in years if self._reaches(getattr(each, edge))), None)

    def _reaches(self, value: Decimal) -> bool:
        aim = self.target.value
        return aim is not None and (value <= aim if self.target.is_ceiling else value >= aim)


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
