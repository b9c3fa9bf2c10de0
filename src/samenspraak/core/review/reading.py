"""Reading a statement anew: after a split, a merge, or for a passage that extraction missed."""

from __future__ import annotations

from samenspraak.core.extraction.fields import Setting
from samenspraak.core.extraction.result import (
    CommitmentKind,
    FoundCommitment,
    NamedParty,
    PartyRole,
    SourceSpan,
)
from samenspraak.core.review.errors import NoWordsThere
from samenspraak.core.vocabulary.deadline import Deadline
from samenspraak.core.vocabulary.deadline_finder import find_deadline
from samenspraak.core.vocabulary.quantity import Quantity
from samenspraak.core.vocabulary.quantity_finder import find_quantities
from samenspraak.core.vocabulary.theme_finder import theme_of


def deadline_in(text: str, setting: Setting, year: int | None) -> Deadline | None:
    """Return until when, as far as these words say so."""
    start, end = (setting.period.start, setting.period.end) if setting.period else (None, None)
    return find_deadline(text, period_end=end, document_year=year or start)


def parties_in(text: str, named: tuple[NamedParty, ...], setting: Setting) -> tuple[NamedParty, ...]:
    """Return who does it: the leads that were named beside the words, and the doers in the words themselves.

    Words that name nobody leave the parties as they were.
    """
    doers = setting.actors.doers(text)
    if not doers:
        return named
    leads = tuple(party for party in named if party.role is PartyRole.LEAD)
    known = {party.name for party in leads}
    return (*leads, *(NamedParty(name, PartyRole.PARTNER) for name in doers if name not in known))


def quantities_in(text: str, kept: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Return the numbers in these words; what a person wrote beside them (`kept`) stays."""
    found = find_quantities(text)
    known = {quantity.text for quantity in found}
    return (*found, *(quantity for quantity in kept if quantity.text not in known))


def missed_commitment(
    text: str, span: SourceSpan, setting: Setting, *, near: FoundCommitment | None = None
) -> FoundCommitment:
    """Return what a chosen passage promises; kind, year and heading follow the proposal before it (`near`)."""
    if not text:
        raise NoWordsThere("In deze regels staat geen tekst. Kies andere regels.")
    heading = near.heading if near else None
    year = near.year if near else None
    return FoundCommitment(
        code=None,
        title=None,
        text=text,
        kind=near.kind if near else CommitmentKind.FRAMEWORK,
        year=year,
        theme=theme_of(heading or "", "", "", text) or (near.theme if near else None),
        heading=heading,
        parties=parties_in(text, (), setting),
        deadline=deadline_in(text, setting, year),
        quantities=find_quantities(text),
        priority=None,
        rating=None,
        progress=None,
        span=span,
        confidence=1.0,  # a person pointed at it
    )
