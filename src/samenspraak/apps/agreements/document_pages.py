"""What the queries about documents hand to a page: frozen values, ready to be shown, as in pages.py."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from samenspraak.apps.agreements.pages import AgreementHead, CommitmentLink, DocumentLink, Mark
from samenspraak.apps.documents.models import ImportRun


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as the document has it."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | float | None, ...], ...]
    document: DocumentLink
    page: int


@dataclass(frozen=True, slots=True)
class TablesPage:
    """The tables of an agreement."""

    agreement: AgreementHead
    tables: tuple[TableView, ...]


@dataclass(frozen=True, slots=True)
class TermView:
    """A term with its meaning."""

    term: str
    definition: str
    document: DocumentLink
    page: int


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """The terms that an agreement explains itself."""

    agreement: AgreementHead
    terms: tuple[TermView, ...]


@dataclass(frozen=True, slots=True)
class CommitmentMark:
    """A commitment that stands on a page of a document."""

    commitment: CommitmentLink
    marks: tuple[Mark, ...]
    start: int  # offsets in the text of this page
    end: int


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A piece of a page's raw text; `commitment` is set when the piece belongs to one."""

    text: str
    commitment: CommitmentLink | None


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One page of a document with the commitments that stand on it."""

    agreement: AgreementHead
    document: DocumentLink
    number: int
    page_count: int
    width: float | None
    height: float | None
    commitments: tuple[CommitmentMark, ...]
    pieces: tuple[TextPiece, ...]  # together the whole raw text of the page
    notices: tuple[str, ...]  # what the reader could not read, plain Dutch sentences
    repairs: tuple[tuple[str, str, str, int], ...]  # kind, from, to, count


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """A document that came in, what became of it, and the agreement it feeds (None: not in the register)."""

    public_id: UUID
    name: str
    media_type: str
    page_count: int | None
    has_pages: bool
    uploaded_at: datetime
    uploaded_by: str
    status: ImportRun.Status | None  # of the last run; None: nobody asked for one yet
    message: str  # why the last run failed, else empty
    agreement_id: UUID | None
    agreement_title: str
    commitment_count: int
    proposal_count: int  # that nobody decided about yet
    may_retry: bool = False  # it failed or was stopped, and this person may have it read again


@dataclass(frozen=True, slots=True)
class ImportsPage:
    """The documents that a person may see, newest first."""

    rows: tuple[ImportedRow, ...]
    total: int
    page: int
    page_count: int
    may_upload: bool = False


@dataclass(frozen=True, slots=True)
class AgreementChoice:
    """An agreement to which a document may be added."""

    public_id: UUID
    title: str
    period_start: int | None
    period_end: int | None


@dataclass(frozen=True, slots=True)
class UploadPage:
    """What is needed to hand in documents."""

    may_upload: bool
    agreements: tuple[AgreementChoice, ...]
    limit_bytes: int


@dataclass(frozen=True, slots=True)
class RunRow:
    """How far the reading of one document is."""

    public_id: UUID
    document_id: UUID
    name: str
    status: ImportRun.Status
    doing: str  # one of engines.intake: "lezen", "begrijpen"; empty: it waits, or is over
    done: int  # pages
    total: int
    percent: int  # 0 to 100
    has_pages: bool  # whether "page x of y" means something
    message: str  # why it failed, with its code; else empty
    agreement_id: UUID | None  # the agreement that it feeds
    may_stop: bool
    may_retry: bool
