"""Says in the database how far looking at a list, or counting it, is; any page can read it, also after a reload."""

from __future__ import annotations

import time

from django.utils import timezone

from samenspraak.apps.figures.errors import ExtractMoved
from samenspraak.apps.figures.models import Extract
from samenspraak.engines.extracts.progress import Doing

SHOWN_SECONDS = 0.5


class Telling:
    """Tells no more often than somebody can see; raises ExtractMoved when the list is no longer ours to do.

    It changes no record that matters, so it leaves no event.
    """

    def __init__(self, extract: Extract) -> None:
        self._mine = Extract.objects.filter(pk=extract.pk, attempt=extract.attempt, status=extract.status)
        self._name = extract.name
        self._last_doing: Doing | None = None
        self._last_time = 0.0

    def __call__(self, doing: Doing, done: int, total: int) -> None:
        now = time.monotonic()
        if doing == self._last_doing and now - self._last_time < SHOWN_SECONDS:
            return
        self._last_doing, self._last_time = doing, now
        steps = {"doing": doing.value, "done_count": done, "total_count": total, "heartbeat_at": timezone.now()}
        if not self._mine.update(**steps):
            raise ExtractMoved("Deze lijst is intussen verder. Bekijk hoe het er nu voor staat.", where=self._name)
