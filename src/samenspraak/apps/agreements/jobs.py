"""From a file to the register: the steps of documents and agreements as one whole, or none of it.

On the command line a file is read first and then written in one transaction. In the background a document is
kept first, read by a worker, and the run says how far it is; there too, the register gets all of it or nothing.
"""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.db import transaction

from samenspraak.apps.agreements.actions import register_extraction
from samenspraak.apps.agreements.errors import FileChanged
from samenspraak.apps.agreements.models import Agreement, AgreementDocument
from samenspraak.apps.agreements.receiving import (
    RUN_IMPORT,
    Received,
    Reception,
    queue_import,
    read_again,
    receive_upload,
    stop_reading,
)
from samenspraak.apps.documents.actions import (
    fail_import,
    finish_import,
    request_import,
    start_import,
    store_document,
)
from samenspraak.apps.documents.errors import RunNotWaiting, RunTakenOver, UnexpectedFailure
from samenspraak.apps.documents.jobs import (
    Intake,
    Telling,
    alive,
    nothing_left_behind,
    read_document,
    take_up_silent_runs,
)
from samenspraak.apps.documents.models import Document, ImportRun
from samenspraak.apps.documents.queries import document_with_hash, run_by_id
from samenspraak.apps.parties.models import Person
from samenspraak.core.errors import SamenspraakError

log = logging.getLogger(__name__)

__all__ = [
    "Imported",
    "Received",
    "Reception",
    "imported_before",
    "queue_import",
    "read_again",
    "receive_upload",
    "register_intake",
    "run_import",
    "stop_reading",
    "take_up_left_behind",
]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did; `is_new` is False when the same file stood in the register already."""

    agreement: Agreement
    document: Document
    is_new: bool


def imported_before(path: Path) -> Imported | None:
    """Return what an earlier import of the same bytes did, if it got as far as the register."""
    with path.open("rb") as file:
        document = document_with_hash(hashlib.file_digest(file, "sha256").hexdigest())
    return None if document is None else _registered(document)


def register_intake(
    *, path: Path, intake: Intake, by: Person, into: Agreement | None = None, for_review: bool = False
) -> Imported:
    """Keep a file and put what was understood of it into the register, in one transaction.

    Whoever has the file and reads it in vouches for it, unless it is `for_review`.
    """
    with nothing_left_behind(intake.source.sha256), transaction.atomic(), path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != intake.source.sha256:
            raise FileChanged("Het bestand is tijdens het lezen veranderd. Probeer het opnieuw.", where=path.name)
        document = store_document(file=file, name=path.name, media_type=intake.source.media_type, by=by).document
        earlier = _registered(document)
        if earlier is not None:
            return earlier
        run = request_import(document=document, by=by, into_agreement=_id_of(into))
        return _finish(start_import(run=run, by=by), intake, by=by, into=into, for_review=for_review)


def run_import(run_id: str) -> None:
    """Do a queued run. Safe to call again: what is over stays over, and what another is at stays theirs."""
    run = run_by_id(run_id)
    try:
        run = start_import(run=run, by=run.requested_by)
        with alive(run):
            _read(run, by=run.requested_by)
    except (RunNotWaiting, RunTakenOver) as error:
        log.info("run %s: %s", run_id, error)


def take_up_left_behind() -> int:
    """Put in line again what a worker that stopped left behind; returns how many runs."""
    return take_up_silent_runs(RUN_IMPORT)


def _read(run: ImportRun, *, by: Person) -> None:
    try:
        intake = read_document(run.document, on_progress=Telling(run))
        with transaction.atomic():
            _finish(run, intake, by=by, into=_meant_agreement(run.into_agreement), for_review=True)
    except (RunNotWaiting, RunTakenOver):
        raise
    except SamenspraakError as error:
        fail_import(run=run, code=error.code, message=str(error), by=by)
    except Exception:
        # The border where a fault of ours is recorded; the log has the rest.
        log.exception("run %s failed", run.public_id)
        ours = UnexpectedFailure("Er ging iets mis bij het inlezen. De beheerder vindt de oorzaak in het logboek.")
        fail_import(run=run, code=ours.code, message=str(ours), by=by)


def _finish(run: ImportRun, intake: Intake, *, by: Person, into: Agreement | None, for_review: bool) -> Imported:
    run = finish_import(run=run, source=intake.source, extraction=intake.extraction, by=by)
    agreement = register_extraction(
        document=run.document, extraction=intake.extraction, by=by, agreement=into, for_review=for_review
    )
    return Imported(agreement, run.document, is_new=True)


def _registered(document: Document) -> Imported | None:
    source = AgreementDocument.objects.filter(document=document).select_related("agreement").first()
    return None if source is None else Imported(source.agreement, document, is_new=False)


def _id_of(agreement: Agreement | None) -> UUID | None:
    return None if agreement is None else agreement.public_id


def _meant_agreement(public_id: UUID | None) -> Agreement | None:
    return None if public_id is None else Agreement.objects.get(public_id=public_id)
