"""The index follows the records: what an event tells about is noted with it, and indexed once it is safe.

Every action leaves one event, so nothing that people do can be missed, in whatever way it was written. The note
stands in the same transaction as the change; when the process stops before it was dealt with, whoever comes next
does it.
"""

from __future__ import annotations

import logging

from django.db import connection, transaction

from samenspraak.apps.audit.models import Event
from samenspraak.apps.search.models import SearchTask
from samenspraak.apps.search.refresh import Differences, differences, rebuild, refresh
from samenspraak.apps.search.targets import agreements_of, can_matter, can_matter_to_pages

__all__ = ["Differences", "catch_up", "differences", "note_event", "rebuild"]

log = logging.getLogger(__name__)

TASKS_AT_ONCE = 200


def note_event(sender: type[Event], instance: Event, **_signal: object) -> None:
    """Note what an event is about, to be indexed after the transaction."""
    if not can_matter(instance):
        return
    SearchTask.objects.create(target_type=instance.target_type, target_id=instance.target_id)
    if not _is_planned():
        transaction.on_commit(_catch_up_safely, robust=True)


def _is_planned() -> bool:
    """Tell whether this transaction will be followed by indexing already: once is enough for all its events."""
    return any(callback[1] is _catch_up_safely for callback in connection.run_on_commit)


def _catch_up_safely() -> None:
    try:
        catch_up()
    except Exception:
        # What people did is safe; the note stays, and the next one who comes by tries again.
        log.exception("the search index could not be brought up to date")


def catch_up() -> int:
    """Index everything that was noted; return how many notes there were."""
    done = 0
    while tasks := _take():
        done += tasks
    return done


@transaction.atomic
def _take() -> int:
    tasks = list(SearchTask.objects.select_for_update(skip_locked=True).order_by("pk")[:TASKS_AT_ONCE])
    with_pages: set[int] = set()
    without: set[int] = set()
    for target_type, target_id in dict.fromkeys((task.target_type, task.target_id) for task in tasks):
        (with_pages if can_matter_to_pages(target_type) else without).update(agreements_of(target_type, target_id))
    for numbers, pages in ((with_pages, True), (without - with_pages, False)):
        if numbers:
            refresh(numbers, with_pages=pages)
    SearchTask.objects.filter(pk__in=[task.pk for task in tasks]).delete()
    return len(tasks)
