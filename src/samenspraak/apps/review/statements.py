"""Between a record and the pure value that the rules of a review work on."""

from __future__ import annotations

from samenspraak.apps.agreements.models import Agreement, Commitment, CommitmentParty, CommitmentQuantity
from samenspraak.apps.agreements.queries import code_key
from samenspraak.apps.documents.models import Document
from samenspraak.apps.documents.queries import pages_between
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.review.pages import PartyText, ProposalText, QuantityText
from samenspraak.apps.review.snapshots import write_parties, write_quantities
from samenspraak.core.extraction.actors import Actors
from samenspraak.core.extraction.cast import Cast
from samenspraak.core.extraction.fields import Setting
from samenspraak.core.extraction.result import (
    CommitmentKind,
    FoundCommitment,
    NamedParty,
    PartyRole,
    Period,
    SourceSpan,
)
from samenspraak.core.vocabulary.deadline import Deadline, DeadlineKind
from samenspraak.core.vocabulary.quantity import Bound, Quantity
from samenspraak.core.vocabulary.theme import Theme
from samenspraak.core.vocabulary.traffic_light import TrafficLight

Kind = Organisation.Kind


def found_of(commitment: Commitment) -> FoundCommitment:
    """Return a record as extraction would have found it."""
    deadline = None
    if commitment.deadline_kind:
        kind = DeadlineKind(commitment.deadline_kind)
        deadline = Deadline(commitment.deadline_text, kind, commitment.deadline_on)
    return FoundCommitment(
        code=commitment.code or None,
        title=commitment.title or None,
        text=commitment.text,
        kind=CommitmentKind(commitment.kind),
        year=commitment.year,
        theme=Theme(commitment.theme) if commitment.theme else None,
        heading=commitment.heading or None,
        parties=tuple(NamedParty(party.name, PartyRole(party.role)) for party in commitment.parties.all()),
        deadline=deadline,
        quantities=tuple(
            Quantity(one.text, one.value, one.unit, Bound(one.bound), one.subject or None)
            for one in commitment.quantities.all()
        ),
        priority=commitment.priority or None,
        rating=TrafficLight(commitment.rating) if commitment.rating else None,
        rating_text=commitment.rating_text or None,
        progress=commitment.progress or None,
        span=SourceSpan(commitment.page, commitment.start, commitment.end),
        confidence=1.0 if commitment.confidence is None else commitment.confidence,
    )


def write_found(commitment: Commitment, found: FoundCommitment) -> None:
    """Save a record with all that a value says, but for how sure it is: that may be unknown."""
    commitment.page, commitment.start, commitment.end = found.span.page, found.span.start, found.span.end
    commitment.heading = found.heading or ""
    commitment.rating_text = (found.rating_text or "")[:200]
    write_text(commitment, text_of_found(found))


def least_sure(*commitments: Commitment) -> float | None:
    """Return how sure it is that all of these are one; None when of any it is not known."""
    known = [one.confidence for one in commitments if one.confidence is not None]
    return min(known) if len(known) == len(commitments) else None


def text_of_found(found: FoundCommitment) -> ProposalText:
    """Return the part of a value that a person can change."""
    deadline = found.deadline
    return ProposalText(
        code=found.code or "",
        title=found.title or "",
        text=found.text,
        theme=found.theme.value if found.theme else "",
        kind=found.kind.value,
        year=found.year,
        parties=tuple(_party(party) for party in found.parties),
        deadline_text=deadline.text or deadline.kind.value if deadline else "",
        deadline_kind=deadline.kind.value if deadline else "",
        deadline_on=deadline.on if deadline else None,
        quantities=tuple(_quantity(quantity) for quantity in found.quantities),
        priority=found.priority or "",
        rating=found.rating.value if found.rating else "",
        progress=found.progress or "",
    )


def text_of(commitment: Commitment) -> ProposalText:
    """Return the part of a record that a person can change."""
    return text_of_found(found_of(commitment))


def write_text(commitment: Commitment, text: ProposalText) -> None:
    """Save a record with the words of a person; what a database column cannot hold is shortened."""
    commitment.code, commitment.title, commitment.text = text.code[:60], text.title[:1000], text.text
    commitment.code_key = code_key(commitment.code)
    commitment.theme, commitment.kind, commitment.year = text.theme, text.kind, text.year
    commitment.deadline_text, commitment.deadline_kind = text.deadline_text[:500], text.deadline_kind
    commitment.deadline_on = text.deadline_on
    commitment.priority, commitment.rating, commitment.progress = text.priority[:200], text.rating, text.progress
    commitment.save()
    write_parties(commitment, [(party.name[:300], party.role.value) for party in text.parties])
    write_quantities(
        commitment,
        [(one.text[:500], one.value, one.unit[:100], one.bound.value, one.subject[:500]) for one in text.quantities],
    )


def setting_of(agreement: Agreement) -> Setting:
    """Return by what the statements of an agreement are read: its parties and its period."""
    names: dict[str, list[str]] = {}
    for party in agreement.parties.all():
        names.setdefault(party.side, []).append(party.name)
    associations = tuple(names.get(Kind.HOUSING_ASSOCIATION, ()))
    cast = Cast(
        municipalities=tuple(names.get(Kind.MUNICIPALITY, ())),
        housing_associations=associations,
        tenants_organisations=tuple(names.get(Kind.TENANTS_ORGANISATION, ())),
        sole_association=associations[0] if len(associations) == 1 else None,
    )
    start, end = agreement.period_start, agreement.period_end
    period = Period(start, end) if start is not None and end is not None else None
    return Setting(Actors(cast), period, start)


def raw_between(document: Document, start: int, end: int) -> str:
    """Return a stretch of the raw text of a document (one query)."""
    pages = pages_between(document, start, end)
    first = pages[0].start if pages else 0
    return "".join(page.raw for page in pages)[max(0, start - first) : max(0, end - first)]


def _party(party: NamedParty) -> PartyText:
    return PartyText(party.name, CommitmentParty.Role(party.role.value))


def _quantity(quantity: Quantity) -> QuantityText:
    bound = CommitmentQuantity.Bound(quantity.bound.value)
    return QuantityText(quantity.text, quantity.value, quantity.unit, bound, quantity.subject or "")
