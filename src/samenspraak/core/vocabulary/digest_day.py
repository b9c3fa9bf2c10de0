"""On which day a digest is due: told by the clock on the wall, so that summer time neither skips nor repeats one."""

from __future__ import annotations

from datetime import date, datetime, timedelta

# A digest that could not go out in time is still worth sending for a while; after that the next one says it better.
LATE_DAYS_WEEKLY = 2
LATE_DAYS_DAILY = 0


def digest_day(now: datetime, *, hour: int, weekday: int | None) -> date | None:
    """Return the day of the digest that should be out by now, None when that is too long ago.

    `now` is the time on the wall; `weekday` counts from Monday (0), None is every day. The day is all that matters:
    an hour that comes twice in a night gives the same day, and an hour that is skipped has passed at the next.
    """
    day = now.date() if now.hour >= hour else now.date() - timedelta(days=1)
    if weekday is not None:
        day -= timedelta(days=(day.weekday() - weekday) % 7)
    late = LATE_DAYS_DAILY if weekday is None else LATE_DAYS_WEEKLY
    return day if (now.date() - day).days <= late else None
