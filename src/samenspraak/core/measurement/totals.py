"""What there was in total since a period began: measurements that follow each other are added, a gap ends the sum."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from samenspraak.core.measurement.indicators import Nature
from samenspraak.core.measurement.observations import Observation, SeriesBreak, unbroken
from samenspraak.core.measurement.targets import Target

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Measurements of a period that follow each other, each with the total since the first day of this stretch."""

    since: date
    totals: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class LeastTotals:
    """What there was at least since a period began: all that was measured, without the days that nothing covers."""

    totals: tuple[Observation, ...]
    gaps: tuple[tuple[date, date], ...]  # the first and last day of each stretch that is not known


def totals_of(
    target: Target, observations: Iterable[Observation], breaks: Iterable[SeriesBreak] = ()
) -> tuple[Observation, ...]:
    """Return the measurements of a target over a whole period, added up since its first day.

    A total is final when all its parts are, and has a margin when one of them has: that of all together.
    """
    return running_totals(target, unbroken(target.indicator, observations, breaks))


def running_totals(target: Target, series: Sequence[Observation]) -> tuple[Observation, ...]:
    """Return the total after each measurement, as far as they follow each other from the first day without a gap."""
    found = _stretches(target, series)
    return found[0].totals if found and found[0].since == date(target.first_year, 1, 1) else ()


def least_totals_of(
    target: Target, observations: Iterable[Observation], breaks: Iterable[SeriesBreak] = ()
) -> LeastTotals:
    """Return what there was at least after each measurement, gaps or not, and which days are in no measurement."""
    start = following = date(target.first_year, 1, 1)
    before: Observation | None = None
    totals: list[Observation] = []
    gaps: list[tuple[date, date]] = []
    for stretch in _stretches(target, unbroken(target.indicator, observations, breaks)):
        if stretch.since > following:
            gaps.append((following, stretch.since - _DAY))
        totals += [_added(before, replace(each, since=start)) for each in stretch.totals]
        before, following = totals[-1], stretch.totals[-1].on + _DAY
    return LeastTotals(tuple(totals), tuple(gaps))


def _stretches(target: Target, series: Sequence[Observation]) -> tuple[Stretch, ...]:
    """Return the measurements of a period in stretches without a gap; what overlaps ends them.

    A count since the same day as the one before counts on: it stands in its place. Only counts are added: a state on a
    day and a share say nothing of a total.
    """
    if target.indicator.nature is not Nature.FLOW or target.indicator.is_share:
        return ()
    stretches: list[list[Observation]] = []
    before: Observation | None = None  # the total when the count began that goes on
    opened = following = date(target.first_year, 1, 1)
    for each in series:
        if each.on < following:
            continue
        since = each.since or following
        if each.on > target.due_on or (since < following and not (stretches and since == opened)):
            break
        if since > following or not stretches:
            stretches.append([])
        if since >= following:
            before, opened = (stretches[-1][-1] if stretches[-1] else None), since
        first = stretches[-1][0].since if stretches[-1] else since
        stretches[-1].append(_added(before, replace(each, since=first)))
        following = each.on + _DAY
    return tuple(Stretch(found[0].since or opened, tuple(found)) for found in stretches)


def _added(before: Observation | None, each: Observation) -> Observation:
    if before is None:
        return each
    margins = [one.margin for one in (before, each) if one.margin is not None]
    return replace(
        each,
        value=before.value + each.value,
        is_final=before.is_final and each.is_final,
        margin=sum(margins, Decimal(0)) if margins else None,
    )
