"""When a digest is due, on every hour of a year with two changes of the clock."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from samenspraak.core.vocabulary.digest_day import digest_day

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAY, SUNDAY = 0, 6


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("now", "weekday", "day"),
    [
        ("2026-11-23T07:00", MONDAY, "2026-11-23"),
        ("2026-11-23T06:59", MONDAY, None),  # last week's is a week old
        ("2026-11-25T23:59", MONDAY, "2026-11-23"),  # the worker was away: two days late is still of use
        ("2026-11-26T07:00", MONDAY, None),
        ("2026-11-27T07:00", None, "2026-11-27"),
        ("2026-11-27T23:59", None, "2026-11-27"),
        ("2026-11-28T00:00", None, None),  # yesterday's is not sent in the night
    ],
)
def test_a_digest_is_due_from_its_hour_and_for_a_while(now: str, weekday: int | None, day: str | None) -> None:
    assert digest_day(at(now), hour=7, weekday=weekday) == (date.fromisoformat(day) if day else None)


def minutes_of_a_night(first: datetime) -> list[datetime]:
    """Return the wall's time in every quarter of two days."""
    return [(first + timedelta(minutes=15 * step)).astimezone(AMSTERDAM) for step in range(4 * 48)]


@pytest.mark.parametrize("hour", [0, 1, 2, 3, 7, 23])
@pytest.mark.parametrize(
    "saturday",
    [datetime(2026, 3, 28, 12, tzinfo=UTC), datetime(2026, 10, 24, 12, tzinfo=UTC)],
    ids=["an hour is skipped", "an hour comes twice"],
)
def test_a_change_of_the_clock_neither_skips_nor_repeats_a_digest(hour: int, saturday: datetime) -> None:
    looks = [digest_day(now, hour=hour, weekday=SUNDAY) for now in minutes_of_a_night(saturday)]
    sunday = saturday.date() + timedelta(days=1)
    changes = Counter((before, after) for before, after in pairwise(looks) if before != after)
    assert changes == {(None, sunday): 1}


def test_every_day_of_a_year_has_its_daily_digest() -> None:
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    looks = {
        digest_day((begin + timedelta(minutes=30 * n)).astimezone(AMSTERDAM), hour=2, weekday=None)
        for n in range(48 * 364)
    }
    assert {date(2026, 1, 2) + timedelta(days=n) for n in range(360)} <= looks
