"""Writes of a review: keyword-only, one transaction, one event, and a step that can be taken back.

Whoever changes a proposal says which version they saw; when it is another by now, ChangedMeanwhile is raised and
nothing is overwritten. Whether somebody may review is asked before, by the queries.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from samenspraak.apps.agreements.models import (
    Agreement,
    AgreementDocument,
    Commitment,
)
from samenspraak.apps.agreements.queries import overlaps, places_called_wrong, relied_upon
from samenspraak.apps.audit.actions import record
from samenspraak.apps.audit.models import EventKind
from samenspraak.apps.documents.queries import mended_letters
from samenspraak.apps.parties.models import Person
from samenspraak.apps.review.errors import (
    AlreadyAccepted,
    AlreadyMonitored,
    CannotUndo,
    ChangedMeanwhile,
    NothingToMerge,
    WrongFacts,
)
from samenspraak.apps.review.models import ReviewStep
from samenspraak.apps.review.pages import FactsText, MissedParty, PartyAnswer, ProposalText
from samenspraak.apps.review.party_links import add_missed, link_parties
from samenspraak.apps.review.read_facts import version_of_facts
from samenspraak.apps.review.snapshots import Snapshot, is_unchanged, make_room, restore, snapshot
from samenspraak.apps.review.statements import (
    found_of,
    least_sure,
    raw_between,
    setting_of,
    text_of,
    write_found,
    write_text,
)
from samenspraak.core.extraction.result import SourceSpan
from samenspraak.core.review.cutting import merge, split
from samenspraak.core.review.places import reading_text
from samenspraak.core.review.reading import missed_commitment

Kind = ReviewStep.Kind
State = Commitment.State

_EVENTS = {
    Kind.ACCEPTED: EventKind.PROPOSAL_ACCEPTED,
    Kind.REVISED: EventKind.PROPOSAL_REVISED,
    Kind.SPLIT: EventKind.PROPOSAL_SPLIT,
    Kind.MERGED: EventKind.PROPOSALS_MERGED,
    Kind.SKIPPED: EventKind.PROPOSAL_SKIPPED,
    Kind.ADDED: EventKind.COMMITMENT_ADDED,
    Kind.BATCH_ACCEPTED: EventKind.PROPOSALS_ACCEPTED,
}
_TOLD = ("code", "title", "text", "state")  # of a snapshot, what the log tells; the step keeps the rest


@transaction.atomic
def accept_proposal(
    *, proposal: Commitment, version: int, by: Person, changes: ProposalText | None = None
) -> Commitment:
    """Take a proposal over into the register, with the changes if any; raises ChangedMeanwhile, AlreadyAccepted."""
    held = _held(proposal, version)
    before = [snapshot(held)]
    _accept(held, by)
    _save(held, changes)
    _step(Kind.ACCEPTED, held, before, [held], by=by)
    return held


@transaction.atomic
def revise_proposal(*, proposal: Commitment, version: int, changes: ProposalText, by: Person) -> Commitment:
    """Keep what a person made of a proposal, without accepting it; its passage stays what it was."""
    held = _held(proposal, version)
    before = [snapshot(held)]
    held.state = State.PROPOSED
    _save(held, changes)
    _step(Kind.REVISED, held, before, [held], by=by)
    return held


@transaction.atomic
def skip_proposal(*, proposal: Commitment, version: int, by: Person) -> Commitment:
    """Leave a proposal out of the register; it stays in the list and can be fetched back."""
    held = _held(proposal, version)
    before = [snapshot(held)]
    held.state = State.SKIPPED
    _save(held)
    _step(Kind.SKIPPED, held, before, [held], by=by)
    return held


@transaction.atomic
def split_proposal(
    *, proposal: Commitment, version: int, position: int, by: Person, changes: ProposalText | None = None
) -> Commitment:
    """Cut a proposal in two before a character of its text; returns the first. Raises NothingToSplit."""
    held = _held(proposal, version)
    before = [snapshot(held)]
    _save(held, changes)
    raw = raw_between(held.document, held.start, held.end)
    first, second = split(found_of(held), position, raw=raw, setting=setting_of(held.agreement))
    make_room(held)
    added = Commitment(agreement=held.agreement, document=held.document, order=held.order + 1, state=State.PROPOSED)
    added.confidence = held.confidence
    write_found(held, first)
    write_found(added, second)
    _step(Kind.SPLIT, held, before, [held, added], by=by)
    return held


@transaction.atomic
def merge_proposals(
    *, proposal: Commitment, version: int, by: Person, changes: ProposalText | None = None
) -> Commitment:
    """Put a proposal together with the next one that is open; raises NothingToMerge."""
    held = _held(proposal, version)
    behind = Commitment.objects.select_for_update(of=("self",)).filter(document=held.document_id, order__gt=held.order)
    following = behind.exclude(state=State.SKIPPED).order_by("order").first()
    if following is None or following.state == State.ACCEPTED:
        raise NothingToMerge("Hierna komt geen voorstel dat nog open is. Maak eerst het overnemen ongedaan.")
    before = [snapshot(held), snapshot(following)]
    held.state = State.PROPOSED
    _save(held, changes)
    held.confidence = least_sure(held, following)
    write_found(held, merge(found_of(held), found_of(following), setting=setting_of(held.agreement)))
    following.delete()
    _step(Kind.MERGED, held, before, [held], by=by)
    return held


@transaction.atomic
def accept_proposals(*, source: AgreementDocument, versions: Mapping[UUID, int], by: Person) -> int:
    """Take over many proposals at once, each in the version that was seen; returns how many.

    What was changed or decided meanwhile is left alone, and so is what a finding calls wrong: a person looks there.
    """
    _in_line(source.document_id)
    chosen = _seen(source, versions)
    before = [snapshot(one) for one in chosen]
    for one in chosen:
        _accept(one, by)
        _save(one)
    _batch(source, before, chosen, by=by)
    return len(chosen)


@transaction.atomic
def accept_page(
    *, proposal: Commitment, version: int, versions: Mapping[UUID, int], changes: ProposalText, by: Person
) -> int:
    """Take over the proposals that were seen on a page, this one with what was typed; returns how many.

    Where this one is not among them (a finding calls it wrong, or it stands on another page), it keeps what was typed
    and stays a proposal. What holds for the others is what `accept_proposals` says. Raises ChangedMeanwhile,
    AlreadyAccepted.
    """
    held = _held(proposal, version)
    source = AgreementDocument.objects.select_related("agreement", "document").get(document=held.document_id)
    is_taken = held.public_id in versions
    others = _seen(source, {number: seen for number, seen in versions.items() if number != held.public_id})
    touched = [held, *others] if is_taken or changes != text_of(held) else others
    before = [snapshot(one) for one in touched]
    for one in touched:
        if one is not held or is_taken:
            _accept(one, by)
        _save(one, changes if one is held else None)
    _batch(source, before, touched, by=by)
    return len(others) + is_taken


@transaction.atomic
def add_missed_commitment(*, source: AgreementDocument, start: int, end: int, by: Person) -> Commitment:
    """Make a proposal of a passage that extraction passed over; raises NoWordsThere."""
    document = source.document
    _in_line(document.pk)
    raw = raw_between(document, start, end)
    start, end = start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip())
    earlier = document.commitments.filter(start__lte=start).order_by("-order").first()
    place = earlier or document.commitments.order_by("order").first()
    page = document.pages.filter(start__lte=start).order_by("-number").values_list("number", flat=True).first()
    span = SourceSpan(page or 1 if document.has_pages else 1, start, max(start, end))
    found = missed_commitment(
        reading_text(raw, mended_letters([document.pk]).get(document.pk, ())),
        span,
        setting_of(source.agreement),
        near=None if earlier is None else found_of(earlier),
    )
    if place is not None:
        make_room(place)
    order = 0 if place is None else place.order + 1
    added = Commitment(agreement=source.agreement, document=document, order=order, state=State.PROPOSED)
    added.confidence = found.confidence
    write_found(added, found)
    _step(Kind.ADDED, added, [], [added], by=by)
    return added


@transaction.atomic
def undo_review_step(*, step: ReviewStep, by: Person) -> ReviewStep:
    """Put everything that a step touched back as it was.

    Raises CannotUndo when somebody went on with it, AlreadyMonitored when a round asks about what was accepted.
    """
    _in_line(step.source.document_id)
    step = ReviewStep.objects.select_for_update(of=("self",)).get(pk=step.pk)
    if step.undone_at is not None:
        raise CannotUndo("Deze stap is al ongedaan gemaakt.")
    numbers = {one["pk"] for one in (*step.before, *step.after)}
    now = Commitment.objects.select_for_update(of=("self",)).filter(pk__in=numbers)
    there = {one.pk: one for one in now.prefetch_related("parties", "quantities")}
    if not all(is_unchanged(there.get(one["pk"]), one) for one in step.after):
        raise CannotUndo("Daarna is er verder aan gewerkt. Maak eerst de latere stap ongedaan.")
    _keep_what_is_monitored(step)
    restore(step.before, step.after)
    step.undone_at, step.undone_by = timezone.now(), by
    step.save()
    record(
        EventKind.REVIEW_STEP_UNDONE,
        target=Commitment.objects.filter(pk__in=numbers).first() or step.source.agreement,
        by=by,
        before={"step": step.kind, "proposals": [_told(one) for one in step.after]},
        after={"proposals": [_told(one) for one in step.before]},
    )
    return step


@transaction.atomic
def confirm_agreement_facts(
    *,
    agreement: Agreement,
    facts: FactsText,
    seen: str,
    by: Person,
    answers: Sequence[PartyAnswer] = (),
    missed: Sequence[MissedParty] = (),
) -> Agreement:
    """Say that title, kind, period and parties are right; from then on its parties see the agreement.

    Raises ChangedMeanwhile when somebody confirmed other facts since they were `seen`, WrongFacts, OrganisationKnown,
    PartyStays.
    """
    years = (facts.period_start, facts.period_end)
    if (years[0] is None) != (years[1] is None) or (years[0] and years[1] and years[0] > years[1]):
        raise WrongFacts("Noem van de looptijd het eerste en het laatste jaar, in die volgorde, of laat beide leeg.")
    held = Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    if seen != version_of_facts(held):
        raise ChangedMeanwhile(
            "Iemand anders bevestigde de gegevens intussen. Kijk wat er nu staat, en bevestig dan wat u wilt bewaren."
        )
    before = _facts(held)
    held.title, held.kind, held.signed_on = facts.title[:500], facts.kind, facts.signed_on
    held.period_start, held.period_end = years
    held.facts_confirmed_at, held.facts_confirmed_by = timezone.now(), by
    held.save()
    were, are = link_parties(held, answers)
    are |= add_missed(held, missed)
    record(
        EventKind.AGREEMENT_FACTS_CONFIRMED,
        target=held,
        by=by,
        before=before | ({"parties": were} if were else {}),
        after=_facts(held) | ({"parties": are} if are else {}),
    )
    return held


def _in_line(document_id: int | None) -> None:
    """Wait for whoever changes the row of proposals of this document: its places are theirs until they are done."""
    list(AgreementDocument.objects.select_for_update(of=("self",)).filter(document=document_id).values_list("pk"))


def _held(proposal: Commitment, version: int) -> Commitment:
    """Return the proposal as it is now, held until the transaction ends."""
    _in_line(proposal.document_id)
    rows = Commitment.objects.select_for_update(of=("self",)).select_related("agreement", "document")
    held = rows.filter(pk=proposal.pk).first()
    if held is None or held.version != version:
        raise ChangedMeanwhile("Iemand anders heeft dit voorstel intussen veranderd. Kijk wat u wilt bewaren.")
    if held.state == State.ACCEPTED:
        raise AlreadyAccepted("Deze afspraak staat al in het register. Maak eerst het overnemen ongedaan.")
    return held


def _keep_what_is_monitored(step: ReviewStep) -> None:
    """Refuse to take out of the register what is being reported on; raises AlreadyMonitored."""
    stays = {one["pk"] for one in step.before if one["state"] == State.ACCEPTED}
    leaves = {one["pk"] for one in step.after if one["state"] == State.ACCEPTED} - stays
    monitored = relied_upon(leaves) if leaves else None
    if monitored is not None:
        raise AlreadyMonitored(
            f"‘{monitored}’ staat al in een ronde van de monitor of heeft een doel, en blijft dus in het register."
            " Wijzig de afspraak daar, of haal haar eerst uit de ronde zolang niemand iets heeft gemeld."
        )


def _seen(source: AgreementDocument, versions: Mapping[UUID, int]) -> list[Commitment]:
    """Return the open proposals of these that are still as they were seen and that no finding calls wrong, held."""
    open_ones = Commitment.objects.select_for_update(of=("self",)).filter(
        document=source.document_id, state=State.PROPOSED, public_id__in=versions
    )
    wrong = places_called_wrong(source)
    return [
        one
        for one in open_ones.prefetch_related("parties", "quantities")
        if versions[one.public_id] == one.version and not any(overlaps(one.start, one.end, *place) for place in wrong)
    ]


def _accept(held: Commitment, by: Person) -> None:
    held.state, held.accepted_by, held.accepted_at = State.ACCEPTED, by, timezone.now()


def _save(held: Commitment, changes: ProposalText | None = None) -> None:
    held.version += 1
    if changes is None or changes == text_of(held):
        held.save()
    else:
        write_text(held, changes)


def _step(
    kind: ReviewStep.Kind, target: Commitment, before: Sequence[Snapshot], after: Sequence[Commitment], *, by: Person
) -> None:
    """Keep a step so that it can be taken back, and tell the log."""
    source = AgreementDocument.objects.get(document=target.document_id)
    became = [snapshot(one) for one in after]
    ReviewStep.objects.create(source=source, kind=kind, by=by, before=list(before), after=became)
    record(
        _EVENTS[kind],
        target=target,
        by=by,
        before={"proposals": [_told(one) for one in before]},
        after={"proposals": [_told(one) for one in became]},
    )


def _batch(source: AgreementDocument, before: Sequence[Snapshot], after: Sequence[Commitment], *, by: Person) -> None:
    """Keep what was taken over in one go as one step, and tell the log."""
    step = ReviewStep.objects.create(
        source=source, kind=Kind.BATCH_ACCEPTED, by=by, before=list(before), after=[snapshot(one) for one in after]
    )
    record(
        _EVENTS[Kind.BATCH_ACCEPTED],
        target=source.agreement,
        by=by,
        after={
            "document": source.document.name,
            "commitments": [str(one.public_id) for one in after if one.state == State.ACCEPTED],
        },
        reason=str(step.public_id),
    )


def _told(one: Snapshot) -> Snapshot:
    return {name: one[name] for name in _TOLD}


def _facts(agreement: Agreement) -> dict[str, object]:
    return {
        "title": agreement.title,
        "kind": str(agreement.kind),
        "period_start": agreement.period_start,
        "period_end": agreement.period_end,
        "signed_on": None if agreement.signed_on is None else agreement.signed_on.isoformat(),
    }
