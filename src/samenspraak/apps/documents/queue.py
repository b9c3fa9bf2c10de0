"""The queue in which work waits for a worker. The one place that knows which queue it is (docs/adr/0007)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db import transaction
from django.utils import timezone
from django_q.models import OrmQ
from django_q.tasks import async_task


def enqueue(job: str, *arguments: str) -> None:
    """Have a worker call the function at dotted path `job`, once the running transaction is safe in the database."""
    transaction.on_commit(lambda: async_task(job, *arguments))


def waiting(job: str) -> set[str]:
    """Return the first argument of every call of `job` that no worker fetched yet."""
    return {argument for argument, _ in _calls(OrmQ.objects.filter(lock__lte=timezone.now()), job)}


def offer_again(job: str, argument: str) -> None:
    """Put a call in line again that a worker fetched and did not do, instead of what that worker still holds."""
    fetched = [row for found, row in _calls(OrmQ.objects.all(), job) if found == argument]
    with transaction.atomic():
        OrmQ.objects.filter(pk__in=fetched).delete()
        enqueue(job, argument)


def _calls(rows: Iterable[OrmQ], job: str) -> Iterator[tuple[str, int]]:
    for row in rows:
        task = row.task
        # What cannot be read was signed with another key: not ours to judge.
        if isinstance(task, dict) and task.get("func") == job and task.get("args"):
            yield str(task["args"][0]), row.pk
