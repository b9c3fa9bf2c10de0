"""What there was in total since a period began: measurements that follow each other are added, a gap ends the sum."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from samenspraak.core.measurement.observations import Observation, SeriesBreak, unbroken
from samenspraak.core.measurement.targets import Target


def totals_of(
    target: Target, observations: Iterable[Observation], breaks: Iterable[SeriesBreak] = ()
) -> tuple[Observation, ...]:
    """Return the measurements of a target over a whole period, added up since its first day.

    A total is final when all its parts are, and has a margin when one of them has: that of all together.
    """
    return running_totals(target, unbroken(target.indicator, observations, breaks))


def running_totals(target: Target, series: Sequence[Observation]) -> tuple[Observation, ...]:
    """Return the total after each measurement, as far as they follow each other without a gap.

    A count since the same day as the one before counts on: it stands in its place.
    """
    found: list[Observation] = []
    before: Observation | None = None  # the total when the count began that goes on
    start = opened = following = date(target.first_year, 1, 1)
    for each in series:
        if each.on < following:
            continue
        since = each.since or following
        if since == following:
            before, opened = (found[-1] if found else None), since
        elif not found or since != opened:
            break
        if each.on > target.due_on:
            break
        found.append(_added(before, replace(each, since=start)))
        following = each.on + timedelta(days=1)
    return tuple(found)


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
