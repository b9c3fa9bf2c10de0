"""A proposal with its page, its neighbours and everything a person needs to decide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Prefetch
from django.utils import timezone

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import AgreementDocument, AgreementParty, Commitment
from samenspraak.apps.agreements.queries import findings_at, overlaps, places_called_wrong, visible_agreements
from samenspraak.apps.documents.models import SourcePage
from samenspraak.apps.parties.models import Person
from samenspraak.apps.review.heads import State, review_head
from samenspraak.apps.review.leaves import leaf_of, page_number_at, source_page
from samenspraak.apps.review.pages import ProposalPage, SplitPage, SplitPoint
from samenspraak.apps.review.statements import text_of
from samenspraak.core.vocabulary.sentences import split_sentences

JUST_NOW = timedelta(minutes=10)  # how long somebody counts as busy after their last step
_WORD = re.compile(r"(?<=\s)\S+")


def proposal_page(person: Person, public_id: UUID, *, page: int | None = None) -> ProposalPage:
    """Return a proposal beside a page of its document (its own, or the one asked for); raises NotFound."""
    proposal, source = _proposal_for(person, public_id)
    document = source.document
    row = list(_all_of(document.pk))
    place = next(index for index, one in enumerate(row) if one.pk == proposal.pk)
    later = [one for one in row[place + 1 :] if one.state != State.SKIPPED]
    own_page = page_number_at(document, proposal.start)
    shown = source_page(document, page or own_page)
    return ProposalPage(
        head=review_head(person, source, [one.state for one in row]),
        public_id=proposal.public_id,
        number=place + 1,
        version=proposal.version,
        state=State(proposal.state),
        confidence=proposal.confidence,
        text=text_of(proposal),
        rating_text=proposal.rating_text,
        heading=proposal.heading,
        decided_by="" if proposal.accepted_by is None else str(proposal.accepted_by),
        leaf=leaf_of(
            shown,
            [one for one in row if one.state != State.SKIPPED or one.pk == proposal.pk],
            this=proposal,
        ),
        own_page=own_page,
        goes_on=shown.number >= own_page and proposal.start < shown.end < proposal.end,
        findings=findings_at(source, proposal.start, proposal.end),
        previous=row[place - 1].public_id if place else None,
        next=row[place + 1].public_id if place + 1 < len(row) else None,
        next_open=_next_open(row, place),
        can_merge=bool(later) and later[0].state == State.PROPOSED,
        party_names=tuple(party.name for party in source.agreement.parties.all()),
        others=_others(person, source),
        can_undo=source.review_steps.filter(by=person, undone_at=None).exists(),
        on_page=_to_accept(row, shown, places_called_wrong(source)),
    )


def _to_accept(
    row: list[Commitment], page: SourcePage, wrong: Sequence[tuple[int, int]]
) -> tuple[tuple[UUID, int], ...]:
    """Return the open proposals that begin on a page, with their versions; a person looks at what is called wrong."""
    return tuple(
        (one.public_id, one.version)
        for one in row
        if one.state == State.PROPOSED
        and page.start <= one.start < page.end
        and not any(overlaps(one.start, one.end, *place) for place in wrong)
    )


def split_page(person: Person, public_id: UUID) -> SplitPage:
    """Return where a proposal can be cut: before each sentence, and before each word; raises NotFound."""
    proposal, source = _proposal_for(person, public_id)
    row = list(_all_of(source.document_id))
    return SplitPage(
        head=review_head(person, source, [one.state for one in row]),
        public_id=proposal.public_id,
        number=next(number for number, one in enumerate(row, start=1) if one.pk == proposal.pk),
        version=proposal.version,
        points=tuple(_points(proposal.text)),
    )


def _points(text: str) -> Iterator[SplitPoint]:
    """Yield the places to cut: between sentences where there are several, else before every word."""
    starts = []
    done = 0
    for sentence in split_sentences(text):
        found = text.find(sentence.strip()[:20], done)
        if found > 0:
            starts.append(found)
        done = max(done, found)
    for position in starts or [match.start() for match in _WORD.finditer(text)]:
        yield SplitPoint(position, text[:position].strip(), text[position:].strip())


def _proposal_for(person: Person, public_id: UUID) -> tuple[Commitment, AgreementDocument]:
    parties = Prefetch("agreement__parties", AgreementParty.objects.order_by("order"))
    proposal = (
        Commitment.objects.filter(public_id=public_id, agreement__in=visible_agreements(person))
        .select_related("agreement", "accepted_by", "document__agreement_source", "document__uploaded_by")
        .prefetch_related("parties", "quantities", parties)
        .first()
    )
    if proposal is None:
        raise NotFound("Dit voorstel is er niet, of u kunt het niet inzien. Misschien is het samengevoegd.")
    source: AgreementDocument = proposal.document.agreement_source
    source.agreement, source.document = proposal.agreement, proposal.document
    return proposal, source


def _all_of(document_id: int) -> Iterator[Commitment]:
    fields = ("public_id", "code", "title", "text", "state", "start", "end", "version")
    yield from Commitment.objects.filter(document=document_id).order_by("order").only(*fields)


def next_open_after(proposal: Commitment) -> UUID | None:
    """Return the next proposal of the document that nobody decided about, from here on and then from the top."""
    open_ones = Commitment.objects.filter(document=proposal.document_id, state=State.PROPOSED).exclude(pk=proposal.pk)
    ahead = open_ones.filter(order__gt=proposal.order).order_by("order").first()
    following = ahead or open_ones.order_by("order").first()
    return None if following is None else following.public_id


def _next_open(row: list[Commitment], place: int) -> UUID | None:
    """Return the next one that nobody decided about, from here on and then from the beginning."""
    onwards = [*row[place + 1 :], *row[:place]]
    return next((one.public_id for one in onwards if one.state == State.PROPOSED), None)


def _others(person: Person, source: AgreementDocument) -> tuple[tuple[str, datetime], ...]:
    """Return who else took a step in this document just now, with when."""
    steps = source.review_steps.filter(at__gte=timezone.now() - JUST_NOW).exclude(by=person).select_related("by")
    latest: dict[str, datetime] = {}
    for step in steps.order_by("pk").defer("before", "after"):
        latest[str(step.by)] = step.at
    return tuple(latest.items())
