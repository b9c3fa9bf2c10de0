"""What the pages about parties that come and go show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenspraak.apps.monitoring.pages import RoundHead


@dataclass(frozen=True, slots=True)
class PlaceTaken:
    """An agreement in which the successor takes the places of those that merge."""

    agreement_id: UUID
    title: str
    parties: tuple[str, ...]  # as the document names them
    open_tasks: int  # that move to the successor
    rounds: int  # adopted, which stay as they are


@dataclass(frozen=True, slots=True)
class MergerPreview:
    """What a merger would change; nothing was changed yet."""

    names: tuple[str, ...]
    successor: str
    places: tuple[PlaceTaken, ...]
    people: tuple[str, ...]  # who get their role in the successor

    @property
    def open_tasks(self) -> int:
        """All that move."""
        return sum(place.open_tasks for place in self.places)


@dataclass(frozen=True, slots=True)
class MergerRow:
    """A merger in the history of an organisation."""

    number: int
    names: tuple[str, ...]
    numbers: tuple[int, ...]
    successor: str
    successor_number: int
    merged_on: date
    reason: str
    is_undone: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """An organisation that could merge into another."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class PartyPlace:
    """A party of an agreement, with what it still owes and leads."""

    number: int
    name: str
    side: str
    joined_on: date | None
    left_on: date | None
    goes_on_as: str
    open_tasks: int
    has_reporter: bool  # somebody can report for it


@dataclass(frozen=True, slots=True)
class LeaderlessRow:
    """A commitment in an open round of which nobody is asked."""

    item_id: UUID
    code: str
    title: str
    round: RoundHead
    was_asked: str  # who reported or led before, as named


@dataclass(frozen=True, slots=True)
class PartiesPage:
    """Who is a party to an agreement, was one, and what has lost its lead."""

    agreement_id: UUID
    title: str
    places: tuple[PartyPlace, ...]
    leaderless: tuple[LeaderlessRow, ...]
    may_manage: bool

    @property
    def present(self) -> tuple[PartyPlace, ...]:
        """Those who are a party now."""
        return tuple(place for place in self.places if place.left_on is None)
