"""Which runs there are to do, and who does them: one worker at a time, and another when that one stops."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from samenspraak.apps.mail.models import Frequency, MailRun
from samenspraak.core.vocabulary.digest_day import digest_day

AT_ONCE = Frequency.AT_ONCE.value
# A run says that it is still there at least this often; after that somebody else may take it up. A run that stands in
# line is offered again after as long: the worker that fetched it may be gone.
HOLD = timedelta(minutes=2)
IN_LINE, PAUSED = "", "-"


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

    def row(self) -> MailRun:
        """Return the run."""
        return MailRun.objects.get(moment=self.moment)

    def still(self, **values: object) -> None:
        """Say that we are still there, and how far; raises RunTaken."""
        self._write(held_until=timezone.now() + HOLD, **values)

    def let_go(self, *, until: datetime, **values: object) -> None:
        """Leave the rest to whoever looks after a moment; raises RunTaken."""
        self._write(held_by=PAUSED, held_until=until, **values)

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


def offer_what_is_free(now: datetime) -> list[str]:
    """Return the runs that are due, not done and not held, as standing in line (one query when there are none)."""
    due = due_moments(now)
    known = {run.moment: run for run in MailRun.objects.filter(moment__in=due)}
    return [moment for moment in due if (moment not in known or _is_free(known[moment], now)) and _offered(moment, now)]


def _is_free(run: MailRun, now: datetime) -> bool:
    return run.finished_at is None and run.held_until <= now


def _offered(moment: str, now: datetime) -> bool:
    """Say that a run stands in line, unless another worker was just before us."""
    MailRun.objects.get_or_create(moment=moment, defaults={"held_until": now})
    free = MailRun.objects.filter(moment=moment, finished_at=None, held_until__lte=now)
    return bool(free.update(held_by=IN_LINE, held_until=now + HOLD))


def take(moment: str) -> Held | None:
    """Take a run that stands in line or whose worker fell silent; None when another has it, or it is done.

    However long it stood there: only who works at it holds it.
    """
    now, held = timezone.now(), Held(moment, uuid.uuid4().hex)
    left = MailRun.objects.filter(moment=moment, finished_at=None).filter(Q(held_by=IN_LINE) | Q(held_until__lte=now))
    return held if left.update(held_by=held.token, held_until=now + HOLD) else None
