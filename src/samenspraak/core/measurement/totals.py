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
    """Return the total after each measurement, as far as they follow each other without a gap."""
    found: list[Observation] = []
    start = following = date(target.first_year, 1, 1)
    for each in series:
        if each.on < following:
            continue
        if (each.since or following) != following or each.on > target.due_on:
            break
        found.append(_added(found[-1], each) if found else replace(each, since=start))
        following = each.on + timedelta(days=1)
    return tuple(found)


def _added(before: Observation, each: Observation) -> Observation:
    margins = [one.margin for one in (before, each) if one.margin is not None]
    return replace(
        each,
        value=before.value + each.value,
        since=before.since,
        is_final=before.is_final and each.is_final,
        margin=sum(margins, Decimal(0)) if margins else None,
    )
