"""One proposal that holds two promises, and two proposals that are one."""

from __future__ import annotations

from dataclasses import replace

from samenspraak.core.extraction.fields import Setting
from samenspraak.core.extraction.result import FoundCommitment, NamedParty, PartyRole, SourceSpan
from samenspraak.core.review.errors import NothingToSplit
from samenspraak.core.review.places import raw_offset
from samenspraak.core.review.reading import deadline_in, parties_in, quantities_in
from samenspraak.core.vocabulary.deadline import Deadline
from samenspraak.core.vocabulary.quantity import Quantity


def split(
    found: FoundCommitment, position: int, *, raw: str, setting: Setting
) -> tuple[FoundCommitment, FoundCommitment]:
    """Cut a proposal before `text[position]`; each part keeps its own deadline, numbers, doers and span.

    `raw` is the passage of its span. The number, title, light and progress stay with the first part: nobody
    knows which part they are about, and the person who splits sees both.
    """
    head, tail = found.text[:position].strip(), found.text[position:].strip()
    if not head or not tail:
        raise NothingToSplit("Zet de cursor tussen twee woorden van de tekst: daar wordt het voorstel gesplitst.")
    # The span of the second part begins with its first letter, not with the white space before it.
    begins = position + len(found.text[position:]) - len(found.text[position:].lstrip())
    cut = found.span.start + raw_offset(raw, found.text, begins)
    cut = min(max(cut, found.span.start), found.span.end)
    by_hand = tuple(quantity for quantity in found.quantities if quantity.text not in found.text)
    first = replace(
        found,
        text=head,
        parties=parties_in(head, found.parties, setting),
        deadline=_deadline_of_part(head, found, setting),
        quantities=_own(head, found.quantities, by_hand),
        span=replace(found.span, end=cut),
    )
    second = replace(
        found,
        code=None,
        title=None,
        text=tail,
        parties=parties_in(tail, found.parties, setting),
        deadline=_deadline_of_part(tail, found, setting),
        quantities=_own(tail, found.quantities, ()),
        rating=None,
        rating_text=None,
        progress=None,
        span=replace(found.span, start=cut),
    )
    return first, second


def merge(first: FoundCommitment, second: FoundCommitment, *, setting: Setting) -> FoundCommitment:
    """Put two successive proposals together; where both say something else, the first is kept.

    Two different lights give none: which of them holds is a question for a person.
    """
    text = f"{first.text.strip()} {second.text.strip()}"
    return replace(
        first,
        code=first.code or second.code,
        title=first.title or second.title,
        text=text,
        theme=first.theme or second.theme,
        parties=_together(first.parties, second.parties),
        deadline=deadline_in(text, setting, first.year) or first.deadline or second.deadline,
        quantities=quantities_in(text, (*first.quantities, *second.quantities)),
        priority=first.priority or second.priority,
        rating=None if second.rating and first.rating not in {None, second.rating} else first.rating or second.rating,
        rating_text=first.rating_text or second.rating_text,
        progress="\n".join(filter(None, (first.progress, second.progress))) or None,
        span=_around(first.span, second.span),
        confidence=min(first.confidence, second.confidence),
    )


def _deadline_of_part(text: str, found: FoundCommitment, setting: Setting) -> Deadline | None:
    """Return the part's own term; a term that stood beside the words, in a column, holds for both parts."""
    own = deadline_in(text, setting, found.year)
    if own is None and found.deadline is not None and found.deadline.text not in found.text:
        return found.deadline
    return own


def _own(text: str, before: tuple[Quantity, ...], by_hand: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Return the numbers of a part; what a person said of a number that stands in it wins over reading it anew."""
    mended = {quantity.text: quantity for quantity in before if quantity.text in text}
    found = quantities_in(text, ())
    new = (one for one in found if not any(one.text in known or known in one.text for known in mended))
    return (*mended.values(), *new, *by_hand)


def _together(first: tuple[NamedParty, ...], second: tuple[NamedParty, ...]) -> tuple[NamedParty, ...]:
    roles: dict[str, PartyRole] = {}
    for party in (*first, *second):
        if roles.get(party.name) is not PartyRole.LEAD:
            roles[party.name] = party.role
    return tuple(NamedParty(name, role) for name, role in roles.items())


def _around(first: SourceSpan, second: SourceSpan) -> SourceSpan:
    start = min(first, second, key=lambda span: span.start)
    return SourceSpan(start.page, start.start, max(first.end, second.end))
