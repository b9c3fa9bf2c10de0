"""Work that takes long: the queue that does it, how far it is, and the reading itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.core.files.storage import default_storage
from django.utils import timezone

from samenspraak.apps.documents.actions import fail_import, requeue_import
from samenspraak.apps.documents.errors import BrokenOffTooOften, RunNotWaiting, RunTakenOver
from samenspraak.apps.documents.file_names import harmless_name
from samenspraak.apps.documents.heartbeat import SILENT_SECONDS, Telling, alive, beating, report_progress
from samenspraak.apps.documents.models import Document, ImportRun, stored_name
from samenspraak.apps.documents.queue import enqueue, offer_again, waiting
from samenspraak.apps.parties.queries import confirmed_organisations
from samenspraak.engines.intake.looking import media_type_of
from samenspraak.engines.intake.taking_in import Intake, Progress, take_in_bytes

__all__ = [
    "SILENT_SECONDS",
    "Intake",
    "Telling",
    "alive",
    "beating",
    "enqueue",
    "harmless_name",
    "media_type_of",
    "nothing_left_behind",
    "offer_again",
    "read_document",
    "report_progress",
    "take_up_silent_runs",
    "waiting",
]

MOST_ATTEMPTS = 3


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


def take_up_silent_runs(job: str) -> int:
    """Put in line again what a worker that stopped left behind; returns how many runs. Safe to call from anywhere.

    A run that is read gives a sign of life; a run that waits stands in the queue. When neither holds for half a
    minute, whoever had it is gone.
    """
    silent = ImportRun.objects.filter(heartbeat_at__lt=timezone.now() - timedelta(seconds=SILENT_SECONDS))
    left = list(silent.filter(status__in=("queued", "running")).select_related("document", "requested_by"))
    in_line = waiting(job) if left else set()
    return sum(_take_up(run, job) for run in left if run.status == "running" or str(run.public_id) not in in_line)


def _take_up(run: ImportRun, job: str) -> bool:
    try:
        if run.attempt >= MOST_ATTEMPTS:
            ours = BrokenOffTooOften(
                f"Het inlezen is {MOST_ATTEMPTS} keer afgebroken, meestal door te weinig geheugen."
                " Splits het document, of vraag de beheerder."
            )
            fail_import(run=run, code=ours.code, message=str(ours), by=run.requested_by)
            return False
        requeue_import(run=run, by=run.requested_by)
    except (RunNotWaiting, RunTakenOver):  # somebody else took it up, or it gave a sign of life after all
        return False
    offer_again(job, str(run.public_id))
    return True
