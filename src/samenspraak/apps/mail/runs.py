"""Which runs there are to do, and who does them: one worker at a time, and another when that one stops."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone

from samenspraak.apps.mail.models import Frequency, MailRun
from samenspraak.core.vocabulary.digest_day import digest_day

AT_ONCE = Frequency.AT_ONCE.value
# A run says that it is still there at least this often; after that somebody else may take it up.
HOLD = timedelta(minutes=2)


class RunTaken(Exception):
    """Another worker took this run up, because we were silent for too long."""


@dataclass(frozen=True, slots=True)
class Held:
    """A run that is ours, as long as we say so in time."""

    moment: str
    token: str

    @property
    def frequency(self) -> Frequency:
        """Whom it is for."""
        return Frequency(self.moment.partition(":")[0])

    @property
    def day(self) -> date:
        """The day of a digest."""
        return date.fromisoformat(self.moment.partition(":")[2])

    def row(self) -> MailRun | None:
        """Return the run if it is still ours."""
        return MailRun.objects.filter(moment=self.moment, held_by=self.token, finished_at=None).first()

    def still(self, **values: object) -> None:
        """Say that we are still there, and how far; raises RunTaken."""
        self._write(held_until=timezone.now() + HOLD, **values)

    def let_go(self, *, until: datetime, **values: object) -> None:
        """Leave the rest to whoever looks after a moment; raises RunTaken."""
        self._write(held_by="", held_until=until, **values)

    def _write(self, **values: object) -> None:
        mine = MailRun.objects.filter(moment=self.moment, held_by=self.token, finished_at=None)
        if not mine.update(**values):
            raise RunTaken(self.moment)


def due_moments(now: datetime) -> tuple[str, ...]:
    """Return the runs that should be done by now, by their names."""
    on_the_wall = timezone.localtime(now)
    days = {
        Frequency.WEEKLY: digest_day(on_the_wall, hour=settings.DIGEST_HOUR, weekday=settings.DIGEST_WEEKDAY),
        Frequency.DAILY: digest_day(on_the_wall, hour=settings.DIGEST_HOUR, weekday=None),
    }
    return (AT_ONCE, *(f"{frequency.value}:{day}" for frequency, day in days.items() if day is not None))


def take_what_is_free(now: datetime) -> list[Held]:
    """Take the runs that are due, not done and held by nobody (one query when there are none)."""
    due = due_moments(now)
    known = {run.moment: run for run in MailRun.objects.filter(moment__in=due)}
    free = [moment for moment in due if moment not in known or _is_free(known[moment], now)]
    return [held for moment in free if (held := _take(moment, now))]


def _is_free(run: MailRun, now: datetime) -> bool:
    return run.finished_at is None and run.held_until <= now


def _take(moment: str, now: datetime) -> Held | None:
    """Take a run, unless another worker was just before us."""
    MailRun.objects.get_or_create(moment=moment, defaults={"held_until": now})
    held = Held(moment, uuid.uuid4().hex)
    free = MailRun.objects.filter(moment=moment, finished_at=None, held_until__lte=now)
    return held if free.update(held_by=held.token, held_until=now + HOLD) else None
