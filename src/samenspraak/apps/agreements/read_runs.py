"""How far the reading of documents is, and to which agreements a document may be added."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from samenspraak.apps.agreements.document_pages import AgreementChoice, RunRow, UploadPage
from samenspraak.apps.agreements.models import AgreementDocument
from samenspraak.apps.agreements.visibility import agreements_where, visible_documents
from samenspraak.apps.documents.models import Document, ImportRun
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import Right, may

MOST_RUNS = 100
MOST_CHOICES = 500
UNDERSTANDING_SHARE = 90  # percent of the work that is done when all pages are read

Status = ImportRun.Status


def runs_for(person: Person, *, also: Collection[UUID] = ()) -> tuple[RunRow, ...]:
    """Return the runs that are waiting or under way, oldest first, and those of `also` that a person may see.

    Two queries at most, whatever there is.
    """
    wanted = Q(status__in=(Status.QUEUED, Status.RUNNING)) | Q(public_id__in=list(also)[:MOST_RUNS])
    runs = (
        ImportRun.objects.filter(wanted, document__in=visible_documents(person))
        .select_related("document__agreement_source__agreement")
        .defer("extraction", "notices")
        .order_by("requested_at", "id")
    )
    may_upload = may(person, Right.UPLOAD)
    return tuple(_row(run, person, may_upload=may_upload) for run in runs[:MOST_RUNS])


def upload_page(person: Person) -> UploadPage:
    """Return what somebody who hands in documents may choose from (two queries)."""
    choices = agreements_where(person, Right.UPLOAD).values_list("public_id", "title", "period_start", "period_end")
    return UploadPage(
        may_upload=may(person, Right.UPLOAD),
        agreements=tuple(AgreementChoice(*choice) for choice in choices[:MOST_CHOICES]),
        limit_bytes=settings.UPLOAD_BYTES,
    )


def _row(run: ImportRun, person: Person, *, may_upload: bool) -> RunRow:
    document: Document = run.document
    source: AgreementDocument | None = getattr(document, "agreement_source", None)  # only there when it has one
    is_open = run.status in {Status.QUEUED, Status.RUNNING}
    return RunRow(
        public_id=run.public_id,
        document_id=document.public_id,
        name=document.name,
        status=Status(run.status),
        doing=run.doing,
        done=run.done_count,
        total=run.total_count,
        percent=_percent(run),
        has_pages=document.media_type == "application/pdf" or run.total_count > 1,
        message=run.error_message,
        agreement_id=None if source is None else source.agreement.public_id,
        may_stop=is_open and (run.requested_by_id == person.pk or person.is_administrator),
        may_retry=may_upload and source is None and run.status in {Status.FAILED, Status.CANCELLED},
    )


def _percent(run: ImportRun) -> int:
    if run.status == Status.DONE:
        return 100
    if run.status != Status.RUNNING or not run.total_count:
        return 0
    return min(run.done_count, run.total_count) * UNDERSTANDING_SHARE // run.total_count
