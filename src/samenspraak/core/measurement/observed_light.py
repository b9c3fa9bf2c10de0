"""The observed light: what the measurements of a target say, beside what the parties declare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from samenspraak.core.measurement.forecast import Forecast, Outlook, forecast
from samenspraak.core.measurement.indicators import Nature
from samenspraak.core.measurement.observations import Observation, SeriesBreak, Total, in_order, total_in, unbroken
from samenspraak.core.measurement.targets import Target, Timing
from samenspraak.core.vocabulary.quantity import Bound
from samenspraak.core.vocabulary.traffic_light import TrafficLight


class ObservedReason(StrEnum):
    """Which rule decided."""

    NO_TARGET = "no_target"
    NOT_MEASURED = "not_measured"
    NOT_COMPARABLE = "not_comparable"
    OUTDATED = "outdated"
    NOT_COVERED = "not_covered"
    LIMIT_EXCEEDED = "limit_exceeded"
    WITHIN_MARGIN = "within_margin"
    SIGNAL = "signal"
    ABOVE_SIGNAL = "above_signal"
    REACHED = "reached"
    MISSED = "missed"
    PROVISIONALLY_SHORT = "provisional"
    ON_PATH = "on_path"
    JUST_OFF_PATH = "just_off_path"
    OFF_PATH = "off_path"
    EXPECTED = "expected"
    UNCERTAIN = "uncertain"
    NOT_EXPECTED = "not_expected"
    WITHIN_LIMIT = "within_limit"
    TOO_FEW_POINTS = "too_few_points"


@dataclass(frozen=True, slots=True)
class ObservationPolicy:
    """The numbers of the rules. An agreement may have its own."""

    tolerance_share: Decimal = Decimal("0.1")  # of the target, or of the way to it: this much off is amber, more is red
    outdated_after: timedelta = timedelta(days=548)  # a year's figures appear half a year after it


@dataclass(frozen=True, slots=True)
class ObservedLight:
    """A light with the rule that gave it and the figure it rests on; None where the measurements cannot tell."""

    light: TrafficLight | None
    reason: ObservedReason
    value: Decimal | None = None
    on: date | None = None


def observed_light(
    target: Target,
    observations: Sequence[Observation],
    breaks: Sequence[SeriesBreak],
    policy: ObservationPolicy,
    today: date,
) -> ObservedLight:
    """Judge a target by its measurements; the first rule that applies decides (docs/domain/measurement.md)."""
    known = [each for each in in_order(observations) if each.on <= today]
    if target.value is None and target.signal_value is None:
        return ObservedLight(None, ObservedReason.NO_TARGET)
    if not known:
        return ObservedLight(None, ObservedReason.NOT_MEASURED)
    series = unbroken(target.indicator, known, breaks)
    if not series or series[-1].on < known[-1].on:
        return ObservedLight(None, ObservedReason.NOT_COMPARABLE, known[-1].value, known[-1].on)
    if today - series[-1].on > policy.outdated_after and not _covers_the_end(target, series[-1]):
        return ObservedLight(None, ObservedReason.OUTDATED, series[-1].value, series[-1].on)
    return _Case(target, series, breaks, policy, today).judge()


def _covers_the_end(target: Target, last: Observation) -> bool:
    """Tell whether a measurement, however old, is of the last that a target asks: its last day, or its last year."""
    is_last_year = target.timing is Timing.EVERY_YEAR and last.on.year >= target.last_year
    return is_last_year or last.on >= target.due_on


@dataclass(frozen=True, slots=True)
class _Case:
    """One target with the measurements that count for it."""

    target: Target
    series: Sequence[Observation]
    breaks: Sequence[SeriesBreak]
    policy: ObservationPolicy
    today: date

    def judge(self) -> ObservedLight:
        value = self._actual()
        if value is None:
            return self._says(None, ObservedReason.NOT_COVERED, self._last.value)
        if self.target.value is None:
            return self._judge_signal_alone(value)
        if self.target.timing is Timing.EVERY_YEAR:
            return self._judge_year(value, self.target.value)
        if self._is_limit:
            return self._judge_limit(value, self.target.value)
        return self._judge_aim(value, self.target.value)

    @property
    def _last(self) -> Observation:
        return self.series[-1]

    @property
    def _is_limit(self) -> bool:
        return self.target.is_ceiling and self.target.timing is Timing.IN_TOTAL

    def _actual(self) -> Decimal | None:
        """Return what counts beside the target; None when a part of the period was not measured."""
        if self.target.timing is not Timing.IN_TOTAL:
            return self._last.value
        total = total_in(self.series, date(self.target.first_year, 1, 1), self.target.due_on)
        if not isinstance(total, Total):
            return None
        # A floor that is reached by what was measured is reached, whatever happened in the gaps; a ceiling can be over.
        if total.unknown and self.target.value is not None and total.value < self.target.value:
            return None
        return total.value

    def _judge_signal_alone(self, value: Decimal) -> ObservedLight:
        if self._is_warned(value):
            return self._says(TrafficLight.AMBER, ObservedReason.SIGNAL, value)
        return self._says(TrafficLight.GREEN, ObservedReason.ABOVE_SIGNAL, value)

    def _judge_year(self, value: Decimal, aim: Decimal) -> ObservedLight:
        """Each year stands by itself: the last one that was measured is judged."""
        if self._is_too_close(value, aim):
            return self._says(TrafficLight.AMBER, ObservedReason.WITHIN_MARGIN, value)
        if self._reaches(value, aim):
            if self._is_warned(value):
                return self._says(TrafficLight.AMBER, ObservedReason.SIGNAL, value)
            return self._says(TrafficLight.GREEN, ObservedReason.REACHED, value)
        if not self._last.is_final and self._is_just_off(value, aim, aim):
            return self._says(TrafficLight.AMBER, ObservedReason.PROVISIONALLY_SHORT, value)
        if self._is_part_of_a_year and not self.target.is_ceiling:
            return self._says(None, ObservedReason.NOT_COVERED, value)
        return self._says(TrafficLight.RED, ObservedReason.MISSED, value)

    def _judge_limit(self, value: Decimal, ceiling: Decimal) -> ObservedLight:
        if value > ceiling:
            return self._says(TrafficLight.RED, ObservedReason.LIMIT_EXCEEDED, value)
        if self._last.on >= self.target.due_on:
            return self._says(TrafficLight.GREEN, ObservedReason.REACHED, value)
        if self._is_warned(value):
            return self._says(TrafficLight.AMBER, ObservedReason.SIGNAL, value)
        ahead = forecast(self.target, self.series, self.breaks)
        if isinstance(ahead, Forecast) and ahead.outlook in {Outlook.DOUBTFUL, Outlook.NOT_EXPECTED}:
            return self._says(TrafficLight.AMBER, ObservedReason.UNCERTAIN, value)
        return self._says(TrafficLight.GREEN, ObservedReason.WITHIN_LIMIT, value)

    def _judge_aim(self, value: Decimal, aim: Decimal) -> ObservedLight:
        """Something to be reached by the end: by what was reached, else by the planned path, else by the pace."""
        if self._is_too_close(value, aim):
            return self._says(TrafficLight.AMBER, ObservedReason.WITHIN_MARGIN, value)
        if self._reaches(value, aim):
            return self._says(TrafficLight.GREEN, ObservedReason.REACHED, value)
        if self._last.on >= self.target.due_on:
            return self._says(TrafficLight.RED, ObservedReason.MISSED, value)
        if self.today > self.target.due_on:
            return self._says(None, ObservedReason.NOT_COVERED, value)
        planned = self.target.planned_for(self._last.on.year)
        if planned is not None and (self._last.on.month, self._last.on.day) == (12, 31):
            return self._judge_path(value, planned)
        return self._judge_pace(value)

    def _judge_path(self, value: Decimal, planned: Decimal) -> ObservedLight:
        if self._reaches(value, planned):
            return self._says(TrafficLight.GREEN, ObservedReason.ON_PATH, value)
        if self._is_just_off(value, planned, self._way(planned)):
            return self._says(TrafficLight.AMBER, ObservedReason.JUST_OFF_PATH, value)
        return self._says(TrafficLight.RED, ObservedReason.OFF_PATH, value)

    def _judge_pace(self, value: Decimal) -> ObservedLight:
        ahead = forecast(self.target, self.series, self.breaks)
        if not isinstance(ahead, Forecast) or ahead.outlook is None:
            return self._says(None, ObservedReason.TOO_FEW_POINTS, value)
        if ahead.outlook is Outlook.EXPECTED:
            return self._says(TrafficLight.GREEN, ObservedReason.EXPECTED, value)
        if ahead.outlook is Outlook.NOT_EXPECTED:
            return self._says(TrafficLight.RED, ObservedReason.NOT_EXPECTED, value)
        return self._says(TrafficLight.AMBER, ObservedReason.UNCERTAIN, value)

    @property
    def _is_part_of_a_year(self) -> bool:
        """Tell whether a count (not a share) is of a year that was not over yet."""
        indicator = self._last.indicator
        is_count = indicator.nature is Nature.FLOW and not indicator.is_share
        return is_count and (self._last.on.month, self._last.on.day) != (12, 31)

    def _reaches(self, value: Decimal, aim: Decimal) -> bool:
        if self.target.is_ceiling:
            return value <= aim
        slack = self.policy.tolerance_share * abs(aim) if self.target.bound is Bound.ABOUT else Decimal(0)
        return value >= aim - slack

    def _is_just_off(self, value: Decimal, aim: Decimal, way: Decimal) -> bool:
        return abs(value - aim) <= self.policy.tolerance_share * abs(way)

    def _way(self, planned: Decimal) -> Decimal:
        """Return how far the plan goes in all: from where it began to where it should end."""
        start = next((point.value for point in self.target.path if point.value is not None), planned)
        return (self.target.value or Decimal(0)) - start

    def _is_warned(self, value: Decimal) -> bool:
        signal = self.target.signal_value
        return signal is not None and (value >= signal if self.target.is_ceiling else value <= signal)

    def _is_too_close(self, value: Decimal, aim: Decimal) -> bool:
        margin = self._last.margin
        return margin is not None and value != aim and abs(value - aim) < margin

    def _says(self, light: TrafficLight | None, reason: ObservedReason, value: Decimal) -> ObservedLight:
        return ObservedLight(light, reason, value, self._last.on)
