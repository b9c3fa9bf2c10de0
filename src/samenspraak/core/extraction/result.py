"""What extraction gives back: an understood document, every part with the place it came from.

The shapes follow the published JSON schema `samenspraak/extract/1`; `as_json.py` writes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samenspraak.core.extraction.source import Repair
from samenspraak.core.light_values import light_value
from samenspraak.core.vocabulary.deadline import Deadline
from samenspraak.core.vocabulary.quantity import Quantity
from samenspraak.core.vocabulary.theme import Theme
from samenspraak.core.vocabulary.traffic_light import TrafficLight


@light_value
class SourceSpan:
    """A passage: the page it begins on (from 1) and its offsets in the raw text."""

    page: int
    start: int
    end: int


class DocumentKind(StrEnum):
    """What sort of document this is."""

    MULTI_YEAR = "multi_year"
    YEAR_SLICE = "year_slice"
    REGIONAL = "regional"
    MONITOR = "monitor"
    BID = "bid"
    COUNCIL_LETTER = "council_letter"
    OTHER = "other"


class CommitmentKind(StrEnum):
    """Kaderafspraak, jaarafspraak, an arrangement about working together, or a row of a monitor."""

    FRAMEWORK = "framework"
    ANNUAL = "annual"
    PROCESS = "process"
    MONITOR = "monitor"


class PartyRole(StrEnum):
    """Trekker, or party that takes part."""

    LEAD = "lead"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class NamedParty:
    """A party as the document names it."""

    name: str
    role: PartyRole


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signed, in which function, for which organisation; unknown parts are None."""

    name: str
    role: str | None
    organisation: str | None


@dataclass(frozen=True, slots=True)
class Period:
    """First and last calendar year, both included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """What the document says of itself."""

    title: str | None
    kind: DocumentKind
    period: Period | None
    municipalities: tuple[str, ...]
    housing_associations: tuple[str, ...]
    tenants_organisations: tuple[str, ...]
    signatories: tuple[Signatory, ...]
    signed_on: date | None
    about: str | None = None  # of a letter or a progress report: the agreement that it is about


@dataclass(frozen=True, slots=True)
class FoundCommitment:
    """One commitment as proposed; nobody has accepted it yet."""

    code: str | None  # "K 1.1", "2.5"
    title: str | None
    text: str
    kind: CommitmentKind
    year: int | None  # only for annual commitments
    theme: Theme | None
    heading: str | None
    parties: tuple[NamedParty, ...]
    deadline: Deadline | None
    quantities: tuple[Quantity, ...]
    priority: str | None
    rating: TrafficLight | None
    progress: str | None
    span: SourceSpan
    confidence: float  # share 0-1
    rating_text: str | None = None  # the document's own words where its traffic light stands


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table with its header; a number stays text when the document leaves it unknown (n.t.b.)."""

    title: str | None
    columns: tuple[str, ...]
    rows: tuple[tuple[str | float | None, ...], ...]
    span: SourceSpan


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term that the document itself explains."""

    term: str
    definition: str
    span: SourceSpan


class FindingKind(StrEnum):
    """What a careful reader would question."""

    CONTRADICTION = "contradiction"
    TOTAL_MISMATCH = "total_mismatch"
    ODD_DATE = "odd_date"
    UNREADABLE = "unreadable"
    REPEATED_TEXT = "repeated_text"
    MISSING_OWNER = "missing_owner"
    MISSING_DEADLINE = "missing_deadline"
    NOT_MEASURABLE = "not_measurable"


@dataclass(frozen=True, slots=True)
class Finding:
    """A question about the document. The code (E… error, W… warning) is stable; see docs/domain."""

    code: str
    kind: FindingKind
    message: str  # a Dutch sentence
    spans: tuple[SourceSpan, ...]


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document understood."""

    agreement: AgreementFacts
    commitments: tuple[FoundCommitment, ...]
    tables: tuple[FoundTable, ...]
    glossary: tuple[GlossaryEntry, ...]
    findings: tuple[Finding, ...]
    repairs: tuple[Repair, ...]
