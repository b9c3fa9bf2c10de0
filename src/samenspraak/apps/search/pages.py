"""What the queries of search hand to a page: frozen values, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.search.models import SearchEntry
from samenspraak.core.search.marks import Piece

PAGE_LENGTH = 20
NO_THEME = "none"  # the filter's value for what has no theme

Sort = Literal["relevance", "newest", "oldest"]
FacetName = Literal["kind", "theme", "party", "year", "commitment_kind"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; an unknown value finds nothing rather than everything."""

    text: str = ""
    kind: str = ""  # a SearchEntry.Kind value
    theme: str = ""  # a Commitment.Theme value, or NO_THEME
    party: str = ""  # a name as in the facet of parties
    year: str = ""  # digits
    commitment_kind: str = ""  # a Commitment.Kind value
    sort: str = "relevance"  # one of Sort; anything else is "relevance"
    page: int = 1  # from 1; out of range gives the nearest page

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but words was asked."""
        return any((self.kind, self.theme, self.party, self.year, self.commitment_kind))

    def widened(self) -> Wanted:
        """Return the same words without what narrows them down."""
        return replace(Wanted(), text=self.text, sort=self.sort)


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many hits would be left; `label` is for people, `value` for addresses."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Everything a search can be narrowed down by, with counts of what the person may see."""

    kinds: tuple[FacetCount, ...]
    themes: tuple[FacetCount, ...]
    parties: tuple[FacetCount, ...]
    years: tuple[FacetCount, ...]
    commitment_kinds: tuple[FacetCount, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where something was found, with the words marked; where it leads depends on its kind."""

    kind: SearchEntry.Kind
    public_id: UUID  # of the agreement, the commitment or the document
    code: str
    title: tuple[Piece, ...]
    sentence: tuple[Piece, ...]
    agreement_title: str
    place: str  # the municipalities
    year: int | None
    theme: Commitment.Theme | None
    page: int | None  # of the document, when it is found on a page
    document_name: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found, a page at a time."""

    wanted: Wanted
    is_asked: bool  # False when there is no word to look for
    hits: tuple[Hit, ...]
    facets: Facets
    total: int
    page: int
    page_count: int
    meant: tuple[str, ...]  # other questions that do find something, when this one finds nothing
    is_looser: bool  # True when nothing had all words, and these hits have some of them


@dataclass(frozen=True, slots=True)
class SimilarCommitment:
    """A commitment elsewhere that is like another one."""

    public_id: UUID
    code: str
    title: str
    text: tuple[Piece, ...]  # the words in common are marked
    agreement_title: str
    place: str
    is_elsewhere: bool  # of other municipalities
    year: int | None
    theme: Commitment.Theme | None
    rating: Commitment.Rating | None
    score: float  # 0 to 1
    common: tuple[str, ...]  # the words in common, the most telling first
    has_quantity: bool
    has_deadline: bool
    has_lead: bool
    is_more_measurable: bool


@dataclass(frozen=True, slots=True)
class SimilarPage:
    """The commitments that are most like one, a page at a time."""

    public_id: UUID
    name: str
    text: str
    agreement_title: str
    agreement_id: UUID
    rows: tuple[SimilarCommitment, ...]
    total: int
    page: int
    page_count: int
