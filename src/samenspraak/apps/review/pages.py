"""What goes in and out of a review: the words of a proposal as a person typed them, and values ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from samenspraak.apps.agreements.models import Commitment, CommitmentParty, CommitmentQuantity
from samenspraak.apps.agreements.pages import DocumentLink, FindingRow, Mark
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.review.models import ReviewStep


@dataclass(frozen=True, slots=True)
class PartyText:
    """A party with its role."""

    name: str
    role: CommitmentParty.Role


@dataclass(frozen=True, slots=True)
class QuantityText:
    """A number with its unit and bound."""

    text: str
    value: float
    unit: str
    bound: CommitmentQuantity.Bound
    subject: str


@dataclass(frozen=True, slots=True)
class ProposalText:
    """Everything of a proposal that a person can change; what is not known is empty."""

    code: str
    title: str
    text: str
    theme: str  # a Commitment.Theme value or ""
    kind: str  # a Commitment.Kind value
    year: int | None
    parties: tuple[PartyText, ...]
    deadline_text: str
    deadline_kind: str  # a Commitment.DeadlineKind value or ""
    deadline_on: date | None
    quantities: tuple[QuantityText, ...]
    priority: str
    rating: str  # a Commitment.Rating value, or "": not known yet
    progress: str


@dataclass(frozen=True, slots=True)
class FactsText:
    """What an agreement says of itself, as a person confirms it."""

    title: str
    kind: str  # an Agreement.Kind value
    period_start: int | None
    period_end: int | None
    signed_on: date | None


@dataclass(frozen=True, slots=True)
class PartyAnswer:
    """Who a name in the document stands for, as a person says: an organisation, one to be added, or nobody known.

    Where `is_party` is false, the name stands in the document, but for no party to it.
    """

    party_id: int
    organisation_id: int | None = None
    is_new: bool = False
    is_party: bool = True


@dataclass(frozen=True, slots=True)
class MissedParty:
    """A party that was not found in the document, as a person names it."""

    side: Organisation.Kind
    name: str


@dataclass(frozen=True, slots=True)
class ReviewCount:
    """How far the checking of a document is."""

    total: int
    accepted: int
    skipped: int

    @property
    def done(self) -> int:
        """How many somebody decided about."""
        return self.accepted + self.skipped

    @property
    def left(self) -> int:
        """How many nobody decided about."""
        return self.total - self.done


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A document in the list of what is to be checked."""

    document: DocumentLink
    agreement_id: UUID
    agreement_title: str
    count: ReviewCount
    has_confirmed_facts: bool


@dataclass(frozen=True, slots=True)
class ReviewHead:
    """What stands at the top of each page of a review."""

    agreement_id: UUID
    agreement_title: str
    document: DocumentLink
    count: ReviewCount
    may_review: bool
    has_confirmed_facts: bool


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A line in the list of proposals."""

    public_id: UUID
    number: int  # from 1, in the document's order
    code: str
    title: str  # or the beginning of the text
    page: int
    confidence: float | None  # share 0-1, None: not known
    state: Commitment.State
    version: int
    is_questioned: bool  # a finding says that something here is wrong (E…), so a person has to look


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step that was taken."""

    public_id: UUID
    kind: ReviewStep.Kind
    label: str  # which proposal, or how many
    by: str
    at: datetime
    is_undone: bool


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """All proposals of a document, and what was done with them."""

    head: ReviewHead
    rows: tuple[ProposalRow, ...]
    steps: tuple[StepRow, ...]
    first_open: UUID | None
    thresholds: tuple[tuple[int, int], ...]  # percentage, how many open proposals are at least that certain
    unknown: int  # how many open proposals nobody counted the certainty of


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An organisation that a name may stand for."""

    organisation_id: int
    name: str
    likeness: int  # percentage


@dataclass(frozen=True, slots=True)
class PartyQuestion:
    """A party as the document names it: known, or a question with suggestions."""

    party_id: int
    name: str
    side: Organisation.Kind
    organisation: str | None
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class FactsPage:
    """What the document says of itself, to be confirmed."""

    head: ReviewHead
    facts: FactsText
    seen: str  # which version of the facts this is
    parties: tuple[PartyQuestion, ...]
    first_open: UUID | None


@dataclass(frozen=True, slots=True)
class Outline:
    """A proposal that stands on the page shown; `is_this` for the one that is being checked."""

    public_id: UUID
    label: str
    marks: tuple[Mark, ...]
    start: int  # offsets in the text of the page
    end: int
    is_this: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a page's raw text, with the proposal that it belongs to."""

    text: str
    outline: Outline | None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the document as it is shown beside a proposal."""

    number: int
    page_count: int
    width: float | None
    height: float | None
    outlines: tuple[Outline, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """A proposal with its page and its place in the row."""

    head: ReviewHead
    public_id: UUID
    number: int
    version: int
    state: Commitment.State
    confidence: float | None  # share 0-1, None: not known
    text: ProposalText
    rating_text: str  # the document's own words beside the light
    heading: str
    decided_by: str  # who accepted it, or ""
    leaf: Leaf
    own_page: int  # the leaf on which the passage begins
    goes_on: bool  # the passage goes on behind the page shown
    findings: tuple[FindingRow, ...]
    previous: UUID | None
    next: UUID | None
    next_open: UUID | None
    can_merge: bool
    party_names: tuple[str, ...]  # to choose from
    others: tuple[tuple[str, datetime], ...]  # who else checks this document at the moment, and since when
    can_undo: bool
    on_page: tuple[tuple[UUID, int], ...]  # what can be taken over of the page shown, with their versions


@dataclass(frozen=True, slots=True)
class SplitPoint:
    """A place where a text can be cut: before `tail`."""

    position: int
    head: str
    tail: str


@dataclass(frozen=True, slots=True)
class SplitPage:
    """Where a proposal can be split, sentence by sentence and word by word."""

    head: ReviewHead
    public_id: UUID
    number: int
    version: int
    points: tuple[SplitPoint, ...]


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a page that can be the first or last of a passage; offsets in the raw text of the document."""

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]
    is_taken: bool  # stands in a proposal already


@dataclass(frozen=True, slots=True)
class MissedPage:
    """The lines of a page, to choose a passage from."""

    head: ReviewHead
    leaf: Leaf
    lines: tuple[TextLine, ...]
