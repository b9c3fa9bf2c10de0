"""The computed light: what deadline, figures and silence say, beside what the parties declare themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from samenspraak.core.assessment.standing import Standing
from samenspraak.core.vocabulary.quantity import Bound
from samenspraak.core.vocabulary.traffic_light import TrafficLight


class Reason(StrEnum):
    """Which rule decided."""

    LAPSED = "lapsed"
    ON_HOLD = "on_hold"
    NO_OCCASION = "no_occasion"
    LIMIT_EXCEEDED = "limit_exceeded"
    TARGET_REACHED = "target_reached"
    DONE = "done"
    DONE_BELOW_TARGET = "done_below_target"
    PAST_DUE = "past_due"
    NOT_REPORTED = "not_reported"
    LONG_SILENCE = "long_silence"
    DUE_SOON_NOT_STARTED = "due_soon_not_started"
    WITHIN_LIMIT = "within_limit"
    EXPECTED_TO_REACH = "expected_to_reach"
    SHORTFALL_WITHIN_TOLERANCE = "shortfall_within_tolerance"
    SHORTFALL_BEYOND_TOLERANCE = "shortfall_beyond_tolerance"
    NO_ACTUAL = "no_actual"
    NO_FORECAST = "no_forecast"
    IN_TIME = "in_time"
    NOTHING_TO_JUDGE_BY = "nothing_to_judge_by"


@dataclass(frozen=True, slots=True)
class Policy:
    """The numbers of the rules. An agreement may have its own."""

    tolerance_share: float = 0.1  # an expected shortfall up to a tenth of the target is amber, more is red
    due_soon: timedelta = timedelta(days=60)
    long_silence: timedelta = timedelta(days=243)  # two tertials


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one commitment, or of one party's part in it; None is unknown, never zero."""

    standing: Standing | None = None
    due_on: date | None = None
    target: float | None = None
    bound: Bound = Bound.MIN
    actual: float | None = None
    expected: float | None = None  # what is foreseen for the day it is due
    reported_on: date | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """A light with the rule that gave it and the facts it rests on; the light is None when too little is known."""

    light: TrafficLight | None
    reason: Reason
    evidence: dict[str, str] = field(default_factory=dict)


def assess(facts: Facts, policy: Policy, today: date) -> Assessment:  # noqa: C901 - a policy is one ladder
    """Judge one commitment; the first rule that applies decides. The table of cases: docs/domain/assessment.md."""
    if facts.standing in _AT_REST:
        return _judged(TrafficLight.GREY, _AT_REST[facts.standing], facts)
    if facts.bound is Bound.MAX and _is_over(facts):
        return _judged(TrafficLight.RED, Reason.LIMIT_EXCEEDED, facts)
    if facts.bound is not Bound.MAX and _is_reached(facts):
        return _judged(TrafficLight.GREEN, Reason.TARGET_REACHED, facts)
    if facts.standing is Standing.DONE:
        return _judge_done(facts)
    if facts.due_on is not None and today > facts.due_on:
        return _judge_past_due(facts)
    if facts.reported_on is None:
        return _judged(None, Reason.NOT_REPORTED, facts)
    if today - facts.reported_on > policy.long_silence:
        return _judged(TrafficLight.AMBER, Reason.LONG_SILENCE, facts)
    if facts.standing is Standing.NOT_STARTED and _is_due_soon(facts, policy, today):
        return _judged(TrafficLight.AMBER, Reason.DUE_SOON_NOT_STARTED, facts)
    if facts.target is not None:
        return _judge_figures(facts, facts.target, policy)
    if facts.due_on is not None:
        return _judged(TrafficLight.GREEN, Reason.IN_TIME, facts)
    return _judged(None, Reason.NOTHING_TO_JUDGE_BY, facts)


_AT_REST: dict[Standing | None, Reason] = {
    Standing.LAPSED: Reason.LAPSED,
    Standing.ON_HOLD: Reason.ON_HOLD,
    Standing.NO_OCCASION: Reason.NO_OCCASION,
}


def _judge_done(facts: Facts) -> Assessment:
    """Done is believed, unless the party's own figure says that less was done than promised."""
    if facts.target is not None and facts.actual is not None and facts.bound is not Bound.MAX:
        return _judged(TrafficLight.AMBER, Reason.DONE_BELOW_TARGET, facts)
    return _judged(TrafficLight.GREEN, Reason.DONE, facts)


def _judge_past_due(facts: Facts) -> Assessment:
    """A ceiling that held until the last day was kept; anything else should have been there."""
    if facts.bound is Bound.MAX and facts.target is not None and facts.actual is not None:
        return _judged(TrafficLight.GREEN, Reason.TARGET_REACHED, facts)
    return _judged(TrafficLight.RED, Reason.PAST_DUE, facts)


def _judge_figures(facts: Facts, target: float, policy: Policy) -> Assessment:
    """Judge on what is expected, not on what is done: building is lumpy, a half-empty tally in May says little."""
    if facts.actual is None and facts.expected is None:
        return _judged(None, Reason.NO_ACTUAL, facts)
    if facts.bound is Bound.MAX:
        return _judge_ceiling(facts, target, policy)
    if facts.expected is None:
        return _judged(None, Reason.NO_FORECAST, facts)
    if facts.expected >= target:
        return _judged(TrafficLight.GREEN, Reason.EXPECTED_TO_REACH, facts)
    if target - facts.expected <= policy.tolerance_share * target:
        return _judged(TrafficLight.AMBER, Reason.SHORTFALL_WITHIN_TOLERANCE, facts)
    return _judged(TrafficLight.RED, Reason.SHORTFALL_BEYOND_TOLERANCE, facts)


def _judge_ceiling(facts: Facts, ceiling: float, policy: Policy) -> Assessment:
    expected = facts.actual if facts.expected is None else facts.expected
    if expected is None or expected <= ceiling:
        return _judged(TrafficLight.GREEN, Reason.WITHIN_LIMIT, facts)
    if expected - ceiling <= policy.tolerance_share * ceiling:
        return _judged(TrafficLight.AMBER, Reason.SHORTFALL_WITHIN_TOLERANCE, facts)
    return _judged(TrafficLight.RED, Reason.SHORTFALL_BEYOND_TOLERANCE, facts)


def _is_reached(facts: Facts) -> bool:
    return facts.target is not None and facts.actual is not None and facts.actual >= facts.target


def _is_over(facts: Facts) -> bool:
    return facts.target is not None and facts.actual is not None and facts.actual > facts.target


def _is_due_soon(facts: Facts, policy: Policy, today: date) -> bool:
    return facts.due_on is not None and facts.due_on - today <= policy.due_soon


def _judged(light: TrafficLight | None, reason: Reason, facts: Facts) -> Assessment:
    """Keep what was known beside the light, so that the page can show on what it rests."""
    known = {
        "due_on": facts.due_on,
        "target": facts.target,
        "actual": facts.actual,
        "expected": facts.expected,
        "reported_on": facts.reported_on,
    }
    return Assessment(light, reason, {name: str(value) for name, value in known.items() if value is not None})
