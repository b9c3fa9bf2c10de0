"""The list of everything that was brought in, also what could not be read."""

from __future__ import annotations

from django.db.models import OuterRef, QuerySet, Subquery

from samenspraak.apps.agreements.counts import ACCEPTED_ONES, PROPOSED_ONES, count_of, count_on
from samenspraak.apps.agreements.document_pages import ImportedRow, ImportsPage
from samenspraak.apps.agreements.models import AgreementDocument
from samenspraak.apps.agreements.paging import cut, nearest_page
from samenspraak.apps.agreements.visibility import visible_documents
from samenspraak.apps.documents.models import Document, ImportRun
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import Right, may

_OVER_WITHOUT_RESULT = (ImportRun.Status.FAILED, ImportRun.Status.CANCELLED)


def documents_for(person: Person, *, page: int = 1) -> ImportsPage:
    """Return the documents that a person may see, newest first, with how their last run went (three queries)."""
    found = visible_documents(person)
    total = found.count()
    page, page_count = nearest_page(page, total)
    may_upload = may(person, Right.UPLOAD)
    # Only what is shown is joined and counted: the database would do so for every document that it has to sort.
    shown = _with_outcome(Document.objects.filter(pk__in=cut(found, page).values("pk")))
    rows = tuple(_row(document, may_upload=may_upload) for document in shown)
    return ImportsPage(rows=rows, total=total, page=page, page_count=page_count, may_upload=may_upload)


def _with_outcome(documents: QuerySet[Document]) -> QuerySet[Document]:
    last = ImportRun.objects.filter(document=OuterRef("pk")).order_by("-requested_at", "-id")
    return documents.select_related("uploaded_by", "agreement_source__agreement").annotate(
        run_status=Subquery(last.values("status")[:1]),
        run_message=Subquery(last.values("error_message")[:1]),
        commitment_count=count_of(f"{ACCEPTED_ONES} AND document_id = %s"),
        proposal_count=count_of(f"{PROPOSED_ONES} AND document_id = %s"),
    )


def _row(document: Document, *, may_upload: bool) -> ImportedRow:
    source: AgreementDocument | None = getattr(document, "agreement_source", None)  # only there when it has one
    status = document.run_status  # type: ignore[attr-defined]  # annotated
    return ImportedRow(
        public_id=document.public_id,
        name=document.name,
        media_type=document.media_type,
        page_count=document.page_count,
        has_pages=document.has_pages,
        uploaded_at=document.uploaded_at,
        uploaded_by=str(document.uploaded_by),
        status=ImportRun.Status(status) if status else None,
        message=document.run_message or "",  # type: ignore[attr-defined]  # annotated
        agreement_id=None if source is None else source.agreement.public_id,
        agreement_title="" if source is None else source.agreement.title,
        commitment_count=count_on(document, "commitment_count"),
        proposal_count=count_on(document, "proposal_count"),
        may_retry=may_upload and source is None and status in {None, *_OVER_WITHOUT_RESULT},
    )
