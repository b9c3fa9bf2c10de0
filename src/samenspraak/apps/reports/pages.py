"""What the queries of this app hand to a page: frozen values, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from samenspraak.apps.monitoring.pages import RoundHead
from samenspraak.apps.reports.models import ReportKind
from samenspraak.core.composition.editing import Edit, Passage

FORMATS: dict[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An adopted report in a list."""

    public_id: UUID
    kind: ReportKind
    number: int
    adopted_at: datetime
    adopted_by: str
    sha256: str


@dataclass(frozen=True, slots=True)
class KindRow:
    """One kind of report of a round: whether somebody wrote in the draft, and what was adopted (newest first)."""

    kind: ReportKind
    has_edits: bool
    written_at: datetime | None
    written_by: str
    editions: tuple[EditionRow, ...]


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """The reports of a round."""

    head: RoundHead
    rows: tuple[KindRow, ...]
    may_write: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as a page shows it: the picture itself as an address, its words, and the table behind it.

    `narrow` is the same picture drawn for a telephone; empty where there is none.
    """

    title: str
    alternative: str
    address: str
    narrow: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A draft: every paragraph as proposed and as written, and what was written in paragraphs that are gone."""

    head: RoundHead | None  # None: it is not about a round
    kind: ReportKind
    title: str
    passages: tuple[Passage, ...]
    lost: tuple[tuple[str, Edit], ...]
    pictures: tuple[Picture, ...]
    version: int
    may_write: bool


@dataclass(frozen=True, slots=True)
class AccountPage:
    """The account of an organisation over a year; `years`: those in which there were rounds, newest first."""

    draft: DraftPage
    organisation_id: int
    organisation: str
    year: int
    years: tuple[int, ...]
    editions: tuple[EditionRow, ...]


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A report as a file."""

    name: str
    media_type: str
    content: bytes
