"""The documents of an agreement: their pages, tables, terms, pictures, and the files themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from uuid import UUID

from samenspraak.apps.agreements.document_pages import (
    CommitmentMark,
    DocumentPage,
    GlossaryPage,
    TablesPage,
    TableView,
    TermView,
    TextPiece,
)
from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.fetch import agreement_for, register_of, source_for
from samenspraak.apps.agreements.models import AgreementTable, Commitment, GlossaryTerm
from samenspraak.apps.agreements.passages import marks_on
from samenspraak.apps.agreements.titles import shared_titles
from samenspraak.apps.agreements.views_of_rows import agreement_head, commitment_link, document_link
from samenspraak.apps.documents.errors import NoPicture
from samenspraak.apps.documents.models import Document, ImportRun, SourcePage
from samenspraak.apps.documents.queries import picture_of
from samenspraak.apps.parties.models import Person
from samenspraak.core.extraction.source import RepairKind
from samenspraak.core.review.flowing import flowing


def tables_for(person: Person, agreement_id: UUID) -> TablesPage:
    """Return the tables of an agreement; raises NotFound."""
    agreement = agreement_for(person, agreement_id)
    documents = {source.pk: document_link(source) for source in agreement.sources.all()}
    tables = AgreementTable.objects.filter(source__in=documents).order_by("source__order", "order")
    return TablesPage(
        agreement=agreement_head(agreement),
        tables=tuple(
            TableView(
                title=table.title,
                columns=tuple(table.columns),
                rows=tuple(tuple(row) for row in table.rows),
                document=documents[table.source_id],
                page=table.page,
            )
            for table in tables
        ),
    )


def glossary_for(person: Person, agreement_id: UUID) -> GlossaryPage:
    """Return the terms of an agreement by alphabet; raises NotFound."""
    agreement = agreement_for(person, agreement_id)
    documents = {source.pk: document_link(source) for source in agreement.sources.all()}
    terms = GlossaryTerm.objects.filter(source__in=documents).order_by("source__order", "order")
    return GlossaryPage(
        agreement=agreement_head(agreement),
        terms=tuple(
            TermView(term.term, term.definition, documents[term.source_id], term.page)
            for term in sorted(terms, key=lambda term: term.term.casefold())
        ),
    )


def document_page(person: Person, document_id: UUID, *, number: int = 1) -> DocumentPage:
    """Return one page of a document (from 1; out of range gives the nearest); raises NotFound."""
    source = source_for(person, document_id)
    document = source.document
    page_count = document.pages.count()
    page = document.pages.filter(number=min(max(number, 1), page_count)).first()
    if page is None:
        raise NotFound("Dit document is nog niet gelezen.")
    agreement = agreement_for(person, source.agreement.public_id)
    standing = register_of(agreement).filter(document=document, start__lt=page.end, end__gt=page.start)
    marks = _commitment_marks(page, list(standing.order_by("start", "order")), shared_titles(agreement))
    notices, repairs = _reading_of(document)
    return DocumentPage(
        agreement=agreement_head(agreement),
        document=document_link(source),
        number=page.number,
        page_count=page_count,
        width=page.width,
        height=page.height,
        commitments=marks,
        # Beside its picture, the text is shown as the file holds it.
        pieces=tuple(_pieces(page.raw if document.has_pictures else flowing(page.raw), marks)),
        notices=notices,
        repairs=repairs,
    )


def page_picture(person: Person, document_id: UUID, *, number: int, width: int = 1000) -> bytes:
    """Return a PNG of a page, some `width` pixels wide; raises NotFound when there is none or not theirs."""
    source = source_for(person, document_id)
    try:
        return picture_of(source.document, number=number, width=width)
    except NoPicture as error:
        raise NotFound(error.message, where=error.where) from None


def original_file(person: Person, document_id: UUID) -> tuple[str, str, bytes]:
    """Return name, media type and bytes of the file as it came in; raises NotFound."""
    document = source_for(person, document_id).document
    try:
        with document.file.open("rb") as file:
            return document.name, document.media_type, file.read()
    except FileNotFoundError:
        raise NotFound("Het bestand is er niet meer. Vraag de beheerder om de reservekopie.") from None


def _commitment_marks(
    page: SourcePage, commitments: Sequence[Commitment], shared: frozenset[str]
) -> tuple[CommitmentMark, ...]:
    return tuple(
        CommitmentMark(
            commitment=commitment_link(commitment, shared),
            marks=marks_on(page, commitment.start, commitment.end),
            start=max(commitment.start, page.start) - page.start,
            end=min(commitment.end, page.end) - page.start,
        )
        for commitment in commitments
    )


def _pieces(text: str, marks: Sequence[CommitmentMark]) -> Iterator[TextPiece]:
    """Cut a text where commitments begin and end; where two overlap, the words are the first one's."""
    done = 0
    for mark in marks:
        if mark.start > done:
            yield TextPiece(text[done : mark.start], None)
        if mark.end > done:
            yield TextPiece(text[max(done, mark.start) : mark.end], mark.commitment)
            done = mark.end
    if done < len(text):
        yield TextPiece(text[done:], None)


def _reading_of(document: Document) -> tuple[tuple[str, ...], tuple[tuple[str, str, str, int], ...]]:
    """Return what the last finished run could not read and what it mended."""
    run = (
        document.runs.filter(status=ImportRun.Status.DONE)
        .values_list("notices", "extraction__source__repairs")
        .order_by("-finished_at")
        .first()
    )
    if run is None:
        return (), ()
    notices, repairs = run
    counts: Counter[tuple[str, str, str]] = Counter()
    for one in repairs or ():
        # Of a divided word it is only told that there was one: they are counted together.
        is_told = one["kind"] != RepairKind.HYPHENATION.value
        before, after = (one["from"], one["to"]) if is_told else ("", "")
        counts[(one["kind"], before, after)] += one["count"]
    return tuple(notices), tuple((*repair, count) for repair, count in counts.items())
