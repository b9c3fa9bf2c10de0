"""Measurements: a value with its day, source and definition, and the breaks in a series of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from samenspraak.core.measurement.indicators import Difference, Indicator, Nature, Refusal, differences, refusal


@dataclass(frozen=True, slots=True)
class Observation:
    """Meting: what was counted on a day, or from `since` up to and including that day.

    `numerator` and `denominator` stand behind a share, where they are known. `margin` is how far the truth may be off
    on either side; None is not known.
    """

    indicator: Indicator
    value: Decimal
    on: date
    source: str
    since: date | None = None
    is_final: bool = True
    margin: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    def fits(self, indicator: Indicator) -> tuple[Difference, ...]:
        """Return in what this differs from what is asked; empty when it measures just that."""
        return differences(indicator, self.indicator)


@dataclass(frozen=True, slots=True)
class SeriesBreak:
    """Breuk in de reeks: what was counted before this day does not compare with what was counted from it on."""

    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Total:
    """A sum, with the names of the parts that were not known: it is at least, or at most, that much short."""

    value: Decimal
    unknown: tuple[str, ...] = ()


def in_order(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """Return measurements by day; of two for one day the final one, and else the later in the row, comes last."""
    return tuple(sorted(observations, key=lambda each: (each.on, each.is_final)))


def unbroken(
    indicator: Indicator, observations: Iterable[Observation], breaks: Iterable[SeriesBreak] = ()
) -> tuple[Observation, ...]:
    """Return the measurements since the last break that measure just this indicator, one per day, by day.

    A break counts once there is a measurement after it.
    """
    fitting = {each.on: each for each in in_order(observations) if not each.fits(indicator)}
    if not fitting:
        return ()
    newest = max(fitting)
    since = max((each.on for each in breaks if each.on <= newest), default=date.min)
    return tuple(fitting[on] for on in sorted(fitting) if on >= since)


def without_earlier_counts(observations: Sequence[Observation]) -> tuple[Observation, ...]:
    """Return measurements, by day, without those that a later count since the same day takes in.

    Who reports the sales of four months and later those of eight, both since the first of January, counts on.
    """
    last = {each.since: each for each in observations if each.since is not None}
    return tuple(each for each in observations if each.since is None or last[each.since] is each)


def is_broken_between(breaks: Iterable[SeriesBreak], one: date, other: date) -> bool:
    """Tell whether a break stands between two days."""
    first, last = sorted((one, other))
    return any(first < each.on <= last for each in breaks)


def total_in(observations: Sequence[Observation], first: date, last: date) -> Total | Refusal:
    """Add what happened in a period; the days of it that no measurement covers are unknown, not zero."""
    if not observations:
        return Refusal((Difference.NOTHING,), "Er zijn nog geen metingen in deze periode.")
    indicator = observations[0].indicator
    within = [each for each in observations if each.on >= first and (each.since or each.on) <= last]
    counted = without_earlier_counts(within)
    if not counted:
        return Refusal((Difference.NOTHING,), "Er zijn nog geen metingen in deze periode.")
    if indicator.nature is not Nature.FLOW:
        return refusal("op te tellen", (Difference.NATURE,), indicator, indicator)
    if indicator.is_share:
        return refusal("op te tellen", (Difference.SHARE,), indicator, indicator)
    for each in counted:
        found = each.fits(indicator)
        if found:
            return refusal("op te tellen", found, indicator, each.indicator)
    spans = sorted((each.since or each.on, each.on) for each in counted)
    if any(later[0] <= earlier[1] for earlier, later in pairwise(spans)):
        return refusal("op te tellen", (Difference.OVERLAP,), indicator, indicator)
    return Total(sum((each.value for each in counted), Decimal(0)), _gaps(spans, first))


def _gaps(spans: Sequence[tuple[date, date]], first: date) -> tuple[str, ...]:
    """Name the stretches before and between the spans that nothing covers."""
    found = []
    expected = first
    for start, end in spans:
        if start > expected:
            found.append(f"{expected.isoformat()}/{(start - timedelta(days=1)).isoformat()}")
        expected = end + timedelta(days=1)
    return tuple(found)
