"""Work that takes long: the queue that does it, how far it is, and the reading itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.files.storage import default_storage
from django.db import transaction
from django_q.tasks import async_task

from samenspraak.apps.documents.models import Document, ImportRun, stored_name
from samenspraak.apps.parties.queries import confirmed_organisations
from samenspraak.engines.intake.taking_in import Intake, Progress, take_in_bytes

__all__ = ["Intake", "enqueue", "nothing_left_behind", "read_document", "report_progress"]


def enqueue(job: str, *arguments: str) -> None:
    """Have a worker call the function at dotted path `job`, once the running transaction is safe in the database."""
    transaction.on_commit(lambda: async_task(job, *arguments))


def report_progress(run: ImportRun, doing: str, done: int, total: int) -> None:
    """Say how far a run is. It changes no record that matters, so it leaves no event."""
    ImportRun.objects.filter(pk=run.pk).update(doing=doing, done_count=done, total_count=total)


def read_document(document: Document, *, on_progress: Progress | None = None) -> Intake:
    """Read and understand a kept file; raises SamenspraakError."""
    with document.file.open("rb") as file:
        data = file.read()
    return take_in_bytes(data, name=document.name, organisations=confirmed_organisations(), on_progress=on_progress)


@contextmanager
def nothing_left_behind(sha256: str) -> Iterator[None]:
    """Remove the file with this hash when what happens inside fails and no record keeps it."""
    try:
        yield
    except BaseException:
        if not Document.objects.filter(sha256=sha256).exists():
            default_storage.delete(stored_name(Document(sha256=sha256), ""))
        raise
