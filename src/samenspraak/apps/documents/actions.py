"""Writes about documents: keyword-only, one transaction, one event."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from importlib.metadata import version
from io import BufferedReader, BytesIO
from uuid import UUID

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from samenspraak.apps.audit.actions import record
from samenspraak.apps.audit.models import EventKind
from samenspraak.apps.documents.errors import NotYourRun, RunNotWaiting, RunTakenOver, RunUnderWay
from samenspraak.apps.documents.file_names import harmless_name
from samenspraak.apps.documents.findings import finding_rows
from samenspraak.apps.documents.models import Document, Finding, ImportRun, SourcePage
from samenspraak.apps.documents.source_pages import has_pages, source_pages
from samenspraak.apps.parties.models import Person
from samenspraak.core.extraction.as_json import as_json
from samenspraak.core.extraction.result import Extraction
from samenspraak.core.extraction.source import SourceText

SOFTWARE_VERSION = version("samenspraak")
PAGES_AT_ONCE = 200
OPEN = (ImportRun.Status.QUEUED, ImportRun.Status.RUNNING)


@dataclass(frozen=True, slots=True)
class Stored:
    """A kept document; `is_new` is False when the same bytes were kept before."""

    document: Document
    is_new: bool


@transaction.atomic
def store_document(*, file: BufferedReader | BytesIO, name: str, media_type: str, by: Person) -> Stored:
    """Keep a file under its hash; the same bytes a second time change nothing and leave no event."""
    file.seek(0)
    sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    document, is_new = Document.objects.get_or_create(
        sha256=sha256,
        defaults={
            "name": harmless_name(name),
            "media_type": media_type,
            "size_bytes": file.seek(0, os.SEEK_END),
            "uploaded_by": by,
        },
    )
    if not is_new:
        return Stored(document, is_new=False)
    _keep_bytes(document, file)
    record(
        EventKind.DOCUMENT_STORED,
        target=document,
        by=by,
        after={"name": document.name, "sha256": sha256, "size_bytes": document.size_bytes},
    )
    return Stored(document, is_new=True)


def _keep_bytes(document: Document, file: BufferedReader | BytesIO) -> None:
    field = document.file.field
    kept = field.generate_filename(document, document.name)
    if document.file.storage.exists(kept):  # left by an import that was broken off: the same hash, so the same bytes
        document.file.name = kept
    else:
        file.seek(0)
        document.file.save(document.name, File(file), save=False)
    document.save(update_fields=["file"])


@transaction.atomic
def request_import(*, document: Document, by: Person, into_agreement: UUID | None = None) -> ImportRun:
    """Put a document in line to be read; raises RunUnderWay when it stands in line already."""
    if document.runs.filter(status__in=OPEN).exists():
        raise RunUnderWay("Dit document wordt al ingelezen. Wacht tot dat klaar is.", where=document.name)
    run = ImportRun.objects.create(
        document=document, requested_by=by, into_agreement=into_agreement, software_version=SOFTWARE_VERSION
    )
    record(EventKind.IMPORT_REQUESTED, target=run, by=by, after={"document": str(document.public_id)})
    return run


@transaction.atomic
def start_import(*, run: ImportRun, by: Person) -> ImportRun:
    """Begin a run that waits; raises RunTakenOver when somebody is at it, RunNotWaiting when it is over."""
    run = _open_run(run)
    if run.status == ImportRun.Status.RUNNING:
        raise RunTakenOver("Dit document wordt al gelezen.", where=run.document.name)
    before = {"status": run.status}
    run.status, run.software_version = ImportRun.Status.RUNNING, SOFTWARE_VERSION
    run.started_at = run.heartbeat_at = timezone.now()
    run.attempt += 1
    run.done_count = run.total_count = 0
    run.save()
    after = {"status": run.status, "attempt": run.attempt}
    record(EventKind.IMPORT_STARTED, target=run, by=by, before=before, after=after)
    return run


@transaction.atomic
def requeue_import(*, run: ImportRun, by: Person) -> ImportRun:
    """Put a run in line again whose worker gave no sign of life since `run` was fetched; raises RunTakenOver."""
    now = _own_run(run)
    if now.heartbeat_at != run.heartbeat_at:
        raise RunTakenOver("Dit document wordt toch nog gelezen.", where=now.document.name)
    before = {"status": now.status, "attempt": now.attempt}
    now.status, now.heartbeat_at, now.doing = ImportRun.Status.QUEUED, timezone.now(), ""
    now.done_count = now.total_count = 0
    now.save()
    record(EventKind.IMPORT_REQUEUED, target=now, by=by, before=before, after={"status": now.status})
    return now


@transaction.atomic
def cancel_import(*, run: ImportRun, by: Person) -> ImportRun:
    """Stop a run before it is over: whoever asked for it may; raises NotYourRun, RunNotWaiting."""
    run = _open_run(run)
    if by.pk != run.requested_by_id and not by.is_administrator:
        raise NotYourRun("Alleen wie het document aanleverde, kan het inlezen stoppen.", where=run.document.name)
    before = {"status": run.status}
    _close(run, ImportRun.Status.CANCELLED)
    run.save()
    record(EventKind.IMPORT_CANCELLED, target=run, by=by, before=before, after={"status": run.status})
    return run


@transaction.atomic
def hand_over_document(*, document: Document, name: str, by: Person) -> Document:
    """Let who brings the same bytes in again be the one who did, under their own name for it."""
    before = {"name": document.name}
    document.name, document.uploaded_by, document.uploaded_at = harmless_name(name), by, timezone.now()
    document.save(update_fields=["name", "uploaded_by", "uploaded_at"])
    record(EventKind.DOCUMENT_HANDED_OVER, target=document, by=by, before=before, after={"name": document.name})
    return document


@transaction.atomic
def finish_import(*, run: ImportRun, source: SourceText, extraction: Extraction, by: Person) -> ImportRun:
    """Keep what a run found: pages, findings and the extraction as produced; raises RunNotWaiting, RunTakenOver."""
    run = _own_run(run)
    document = run.document
    document.media_type, document.page_count = source.media_type, source.page_count
    document.has_pages = has_pages(source)
    document.save(update_fields=["media_type", "page_count", "has_pages"])
    document.pages.all().delete()
    document.findings.all().delete()
    SourcePage.objects.bulk_create(source_pages(document, source), batch_size=PAGES_AT_ONCE)
    Finding.objects.bulk_create(finding_rows(document, source, extraction.findings))
    _close(run, ImportRun.Status.DONE)
    run.extraction, run.notices = as_json(source, extraction), list(source.notices)
    run.done_count = run.total_count = source.page_count
    run.save()
    record(
        EventKind.IMPORT_FINISHED,
        target=run,
        by=by,
        after={"commitments": len(extraction.commitments), "findings": len(extraction.findings)},
    )
    return run


@transaction.atomic
def fail_import(*, run: ImportRun, code: str, message: str, by: Person) -> ImportRun:
    """End a run that could not be finished, with the sentence that says why; raises RunNotWaiting, RunTakenOver."""
    run = _own_run(run)
    run.started_at = run.started_at or timezone.now()
    _close(run, ImportRun.Status.FAILED)
    run.error_code, run.error_message = code, message
    run.save()
    record(EventKind.IMPORT_FAILED, target=run, by=by, after={"code": code, "message": message})
    return run


def _open_run(run: ImportRun) -> ImportRun:
    """Return the run as it is now, held until the transaction ends, so that two workers cannot both end it."""
    locked = ImportRun.objects.select_for_update(of=("self",)).select_related("document").get(pk=run.pk)
    if locked.status not in OPEN:
        raise RunNotWaiting("Deze inleesronde is al voorbij. Vraag een nieuwe aan.", where=locked.document.name)
    return locked


def _own_run(run: ImportRun) -> ImportRun:
    """Return the run as it is now, held, if it is still the same time that somebody is at it."""
    locked = _open_run(run)
    if (locked.status, locked.attempt) != (run.status, run.attempt):
        raise RunTakenOver("Een ander leest dit document intussen.", where=locked.document.name)
    return locked


def _close(run: ImportRun, status: ImportRun.Status) -> None:
    run.status, run.finished_at, run.doing = status, timezone.now(), ""
