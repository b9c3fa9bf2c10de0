"""Signs of life while a document is read or a list counted: others can tell a slow worker from one that stopped."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from django.db import DatabaseError, connection
from django.db.models import QuerySet
from django.utils import timezone

from samenspraak.apps.documents.errors import RunTakenOver
from samenspraak.apps.documents.models import ImportRun

BEAT_SECONDS = 5.0
# Six beats missed: a busy machine may miss one or two.
SILENT_SECONDS = 30.0
SHOWN_SECONDS = 0.5

log = logging.getLogger(__name__)


def alive(run: ImportRun) -> AbstractContextManager[None]:
    """Give a sign of life every few seconds while what happens inside goes on."""
    return beating(lambda: _own(run).update(heartbeat_at=timezone.now()), name=f"run {run.pk}")


@contextmanager
def beating(beat: Callable[[], object], *, name: str) -> Iterator[None]:
    """Call `beat`, which writes a sign of life, every few seconds while what happens inside goes on."""
    done = threading.Event()
    beats = threading.Thread(target=_beat, args=(beat, done, name), name=f"heartbeat of {name}", daemon=True)
    beats.start()
    try:
        yield
    finally:
        done.set()
        beats.join(timeout=BEAT_SECONDS)


def _beat(beat: Callable[[], object], done: threading.Event, name: str) -> None:
    # A connection of its own: the one of the worker may be in the middle of something.
    try:
        while not done.wait(BEAT_SECONDS):
            try:
                beat()
            except DatabaseError:  # the next beat may do better; five in a row may be missed
                log.warning("no sign of life for %s", name, exc_info=True)
    finally:
        connection.close()


class Telling:
    """Tells how far a run is, no more often than somebody can see."""

    def __init__(self, run: ImportRun) -> None:
        self._run = run
        self._last_doing = ""
        self._last_time = 0.0

    def __call__(self, doing: str, done: int, total: int) -> None:
        now = time.monotonic()
        if doing == self._last_doing and done < total and now - self._last_time < SHOWN_SECONDS:
            return
        self._last_doing, self._last_time = doing, now
        report_progress(self._run, doing, done, total)


def report_progress(run: ImportRun, doing: str, done: int, total: int) -> None:
    """Say how far a run is; raises RunTakenOver when it is no longer ours to do.

    It changes no record that matters, so it leaves no event.
    """
    steps = {"doing": doing, "done_count": done, "total_count": total, "heartbeat_at": timezone.now()}
    if not _own(run).update(**steps):
        raise RunTakenOver("Dit document wordt niet meer hier gelezen.", where=run.document.name)


def _own(run: ImportRun) -> QuerySet[ImportRun]:
    return ImportRun.objects.filter(pk=run.pk, attempt=run.attempt, status=ImportRun.Status.RUNNING)
