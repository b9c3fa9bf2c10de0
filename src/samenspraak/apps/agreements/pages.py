"""What the queries of this app hand to a page: frozen values, ready to be shown.

Fields typed as a choice (`Commitment.Theme`, `Organisation.Kind` ...) carry `.value` for addresses and
classes and `.label` for people, in the language of the request.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from samenspraak.apps.agreements.change_pages import ChangeView, FieldChange
from samenspraak.apps.agreements.models import Agreement, Commitment, CommitmentParty, CommitmentQuantity
from samenspraak.apps.agreements.own_views.pages import OwnViews
from samenspraak.apps.agreements.relative_pages import Relatives
from samenspraak.apps.audit.queries import EventRow
from samenspraak.apps.documents.models import Finding
from samenspraak.apps.parties.models import Organisation

PAGE_LENGTH = 50
NO_THEME = "none"  # the filter's value for commitments without a theme

Sort = Literal["document", "code", "title", "theme", "who", "deadline", "rating", "kind", "year"]


@dataclass(frozen=True, slots=True)
class CommitmentFilter:
    """What a person asked to see; unknown values find nothing rather than everything."""

    theme: str = ""  # a Commitment.Theme value, or NO_THEME
    kind: str = ""  # a Commitment.Kind value
    party: str = ""  # a name as in AgreementPage.party_counts
    text: str = ""  # part of a code, title or text
    year: str = ""  # a year in figures
    due_from: str = ""  # the last day on or after this one, as 2027-06-30
    due_until: str = ""  # the last day on or before this one
    has_finding: bool = False  # only what a finding is about
    sort: str = "document"  # one of Sort; anything else is "document"
    is_descending: bool = False
    page: int = 1  # from 1; out of range gives the nearest page


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A party as a document names it; `organisation` is what it is called in the register, if known."""

    name: str
    side: Organisation.Kind | None
    organisation: str | None
    is_confirmed: bool
    joined_on: date | None = None  # empty: from the signing on
    left_on: date | None = None  # empty: still
    stands_as: str = ""  # into which organisation it merged


@dataclass(frozen=True, slots=True)
class DocumentLink:
    """A document beside an agreement."""

    public_id: UUID
    name: str
    kind: Agreement.Kind
    media_type: str
    page_count: int | None
    has_pages: bool
    has_pictures: bool
    sha256: str
    uploaded_at: datetime
    uploaded_by: str


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """How many commitments a theme has; theme None: those without."""

    theme: Commitment.Theme | None
    count: int


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """A line in the list of agreements."""

    public_id: UUID
    title: str
    kind: Agreement.Kind
    period_start: int | None
    period_end: int | None
    parties: tuple[PartyMention, ...]
    commitment_count: int
    proposal_count: int  # what waits to be checked
    finding_count: int
    document_count: int
    theme_counts: tuple[ThemeCount, ...]


@dataclass(frozen=True, slots=True)
class AgreementsPage:
    """The list of agreements a person may see."""

    rows: tuple[AgreementRow, ...]
    total: int
    page: int
    page_count: int
    may_upload: bool = False


@dataclass(frozen=True, slots=True)
class SignatoryView:
    """Who signed, in which function and for whom, as far as the document says."""

    name: str
    function: str
    organisation: str


@dataclass(frozen=True, slots=True)
class AgreementHead:
    """What stands at the top of each page of an agreement."""

    public_id: UUID
    title: str
    kind: Agreement.Kind
    period_start: int | None
    period_end: int | None
    signed_on: date | None
    registered_at: datetime
    registered_by: str
    parties: tuple[PartyMention, ...]
    documents: tuple[DocumentLink, ...]
    signatories: tuple[SignatoryView, ...]
    commitment_count: int
    finding_count: int
    table_count: int
    glossary_count: int


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many commitments are of a kind."""

    kind: Commitment.Kind
    count: int


@dataclass(frozen=True, slots=True)
class PartyCount:
    """How many commitments name a party."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """Until when: as written, how precise, and the last day if one follows."""

    text: str
    kind: Commitment.DeadlineKind
    on: date | None


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A line in the register."""

    public_id: UUID
    code: str
    title: str
    has_own_title: bool  # False: others share it, or it is only the heading
    text: str
    kind: Commitment.Kind
    year: int | None
    theme: Commitment.Theme | None
    heading: str
    leads: tuple[str, ...]
    partners: tuple[str, ...]
    deadline: DeadlineView | None
    priority: str
    rating: Commitment.Rating | None
    document: DocumentLink
    page: int
    state: Commitment.State


@dataclass(frozen=True, slots=True)
class CheckedShare:
    """How many of the proposals of a document were checked, while some were not."""

    document_id: UUID
    name: str
    checked: int
    total: int
    may_review: bool


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """An agreement with its themes and one page of its commitments.

    Counts are of the whole agreement, so that a filter never hides what else there is.
    """

    agreement: AgreementHead
    theme_counts: tuple[ThemeCount, ...]
    kind_counts: tuple[KindCount, ...]
    party_counts: tuple[PartyCount, ...]
    filter: CommitmentFilter
    rows: tuple[CommitmentRow, ...]
    total: int  # how many the filter leaves
    years: tuple[int, ...]
    may_edit: bool
    own: OwnViews
    checked: tuple[CheckedShare, ...]
    page: int
    page_count: int


@dataclass(frozen=True, slots=True)
class QuantityView:
    """A number with its unit and bound."""

    text: str
    value: float
    unit: str
    bound: CommitmentQuantity.Bound
    subject: str


@dataclass(frozen=True, slots=True)
class RolePlayer:
    """A party with its role in one commitment."""

    name: str
    role: CommitmentParty.Role
    organisation: str | None


@dataclass(frozen=True, slots=True)
class CommitmentLink:
    """A commitment as a link."""

    public_id: UUID
    code: str
    title: str  # the title where it tells it apart, else the beginning of the text


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle on the picture of a page, in points from the top left (an SVG rect as it is)."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PassagePage:
    """One page of a passage: its size in points (None when the format has no pages) and what to mark."""

    number: int
    width: float | None
    height: float | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a document: the text before, the passage itself, the text after, and the pages it is on.

    The text is the raw one, as the file has it.
    """

    document: DocumentLink
    pages: tuple[PassagePage, ...]
    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class FindingPlace:
    """Where a finding points: the page of a document and the words there."""

    document_id: UUID
    document_name: str
    page: int
    start: int
    end: int
    excerpt: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with its places and the commitments that stand there."""

    code: str
    kind: Finding.Kind
    message: str
    places: tuple[FindingPlace, ...]
    commitments: tuple[CommitmentLink, ...]


@dataclass(frozen=True, slots=True)
class AgreementTitle:
    """An agreement as a link."""

    public_id: UUID
    title: str


@dataclass(frozen=True, slots=True)
class CommitmentPage:
    """A commitment with its source passage and its neighbours in the document."""

    agreement: AgreementTitle
    public_id: UUID
    code: str
    title: str
    text: str
    kind: Commitment.Kind
    year: int | None
    theme: Commitment.Theme | None
    heading: str
    parties: tuple[RolePlayer, ...]
    deadline: DeadlineView | None
    quantities: tuple[QuantityView, ...]
    priority: str
    rating: Commitment.Rating | None
    rating_text: str  # the document's own words beside the light
    progress: str
    state: Commitment.State
    accepted_at: datetime | None
    accepted_by: str | None
    passage: Passage
    findings: tuple[FindingRow, ...]
    previous: CommitmentLink | None
    next: CommitmentLink | None
    relatives: Relatives
    version: int
    may_edit: bool
    signed: tuple[FieldChange, ...]  # where what was taken over differs from what stands here now
    changes: tuple[ChangeView, ...]  # newest first
    history: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """What a careful reader would question in an agreement."""

    agreement: AgreementHead
    kind_counts: tuple[tuple[Finding.Kind, int], ...]
    kind: str  # the kind asked for, or ""
    rows: tuple[FindingRow, ...]
    total: int
