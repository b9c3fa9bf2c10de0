"""A document that is handed in: recognised, refused, or kept and put in line to be read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from io import BufferedReader, BytesIO
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction

from samenspraak.apps.agreements.errors import AlreadyRegistered, NotFound
from samenspraak.apps.agreements.models import Agreement, AgreementDocument
from samenspraak.apps.agreements.visibility import agreements_where, visible_documents
from samenspraak.apps.documents.actions import cancel_import, hand_over_document, request_import, store_document
from samenspraak.apps.documents.errors import RunNotWaiting, UploadTooLarge
from samenspraak.apps.documents.jobs import enqueue, media_type_of, nothing_left_behind
from samenspraak.apps.documents.models import Document, ImportRun
from samenspraak.apps.documents.queries import document_with_hash
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import Right, may

RUN_IMPORT = "samenspraak.apps.agreements.jobs.run_import"
_MEGABYTE = 1_000_000
_OPEN = (ImportRun.Status.QUEUED, ImportRun.Status.RUNNING)


class Reception(StrEnum):
    """What was done with a file that was handed in."""

    QUEUED = "queued"
    UNDER_WAY = "under_way"  # the same bytes are being read
    KNOWN = "known"  # the same bytes are in the register
    KNOWN_ELSEWHERE = "known_elsewhere"  # the same bytes came in from others: nothing more may be said of it


@dataclass(frozen=True, slots=True)
class Received:
    """One file that was handed in; of what is known elsewhere only the file's own name is given."""

    reception: Reception
    name: str
    document_id: UUID | None = None
    agreement_title: str = ""
    uploaded_at: datetime | None = None


def queue_import(*, document: Document, by: Person, into: Agreement | None = None) -> ImportRun:
    """Have a worker read a kept document, to be reviewed after that; raises RunUnderWay."""
    with transaction.atomic():
        run = request_import(document=document, by=by, into_agreement=None if into is None else into.public_id)
        enqueue(RUN_IMPORT, str(run.public_id))
    return run


def receive_upload(
    *, file: BufferedReader | BytesIO, name: str, size: int, by: Person, into: Agreement | None = None
) -> Received:
    """Keep a file that somebody hands in and put it in line, unless it is known; raises SamenspraakError.

    Of what is refused nothing is kept. Raises PermissionDenied for who may not hand in documents.
    """
    _check_may_upload(by)
    if size > settings.UPLOAD_BYTES:
        limit = _megabytes(settings.UPLOAD_BYTES)
        raise UploadTooLarge(
            f"Het bestand is {_megabytes(size)} groot; hier mag het ten hoogste {limit} zijn."
            " Splits het document, of sla het op met kleinere afbeeldingen.",
            where=name,
        )
    file.seek(0)
    sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    known = document_with_hash(sha256)
    if known is not None:
        return _received_before(known, name=name, by=by, into=into)
    file.seek(0)
    media_type = media_type_of(file.read(), name=name)
    with nothing_left_behind(sha256), transaction.atomic():
        document = store_document(file=file, name=name, media_type=media_type, by=by).document
        queue_import(document=document, by=by, into=into)
    return Received(Reception.QUEUED, document.name, document.public_id)


def _received_before(document: Document, *, name: str, by: Person, into: Agreement | None) -> Received:
    source = AgreementDocument.objects.filter(document=document).select_related("agreement").first()
    is_open = document.runs.filter(status__in=_OPEN).exists()
    if not visible_documents(by).filter(pk=document.pk).exists():
        # Nobody has it in hand any more: then it is as if it came in for the first time.
        if source is not None or is_open or document.runs.filter(status=ImportRun.Status.DONE).exists():
            return Received(Reception.KNOWN_ELSEWHERE, name)
        hand_over_document(document=document, name=name, by=by)
    if source is not None:
        title = source.agreement.title
        return Received(Reception.KNOWN, name, document.public_id, title, document.uploaded_at)
    if not is_open:
        queue_import(document=document, by=by, into=into)
    return Received(Reception.UNDER_WAY if is_open else Reception.QUEUED, name, document.public_id)


def read_again(*, document_id: UUID, by: Person) -> ImportRun:
    """Put a document in line again whose reading failed or was stopped.

    Raises NotFound, AlreadyRegistered, RunUnderWay.
    """
    _check_may_upload(by)
    document = _seen(document_id, by)
    if AgreementDocument.objects.filter(document=document).exists():
        raise AlreadyRegistered("Dit document is al ingelezen.", where=document.name)
    last = document.runs.first()
    meant = None if last is None else last.into_agreement
    into = agreements_where(by, Right.UPLOAD).filter(public_id=meant).first() if meant else None
    return queue_import(document=document, by=by, into=into)


def stop_reading(*, document_id: UUID, by: Person) -> None:
    """Stop the reading of a document; raises NotFound, NotYourRun, RunNotWaiting."""
    document = _seen(document_id, by)
    run = document.runs.filter(status__in=_OPEN).first()
    if run is None:
        raise RunNotWaiting("Dit document wordt niet meer gelezen.", where=document.name)
    cancel_import(run=run, by=by)


def agreement_to_add_to(person: Person, public_id: UUID) -> Agreement:
    """Return an agreement to which a person may add documents; raises NotFound."""
    agreement = agreements_where(person, Right.UPLOAD).filter(public_id=public_id).first()
    if agreement is None:
        raise NotFound("Deze prestatieafspraken zijn er niet, of u kunt er geen document aan toevoegen.")
    return agreement


def _check_may_upload(person: Person) -> None:
    if not may(person, Right.UPLOAD):
        raise PermissionDenied


def _seen(document_id: UUID, person: Person) -> Document:
    document = visible_documents(person).filter(public_id=document_id).first()
    if document is None:
        raise NotFound("Dit document is er niet, of u kunt het niet inzien.")
    return document


def _megabytes(size: int) -> str:
    return f"{-(-size // _MEGABYTE)} MB"
