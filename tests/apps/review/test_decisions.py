"""Accept, change, skip: what a step does to a proposal, and that nobody is overwritten."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.agreements.queries import commitment_page
from samenspraak.apps.audit.models import Event
from samenspraak.apps.review import actions
from samenspraak.apps.review.errors import AlreadyAccepted, ChangedMeanwhile
from samenspraak.apps.review.models import ReviewStep
from samenspraak.apps.review.pages import PartyText
from samenspraak.apps.review.statements import text_of
from tests.apps.cast import People, first_commitment, proposed

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposal(people: People) -> Commitment:
    return first_commitment(proposed(people.noor))


def test_what_is_accepted_stands_in_the_register_with_its_passage_and_fingerprint(
    people: People, proposal: Commitment
) -> None:
    place = (proposal.page, proposal.start, proposal.end)
    actions.accept_proposal(proposal=proposal, version=1, by=people.noor)
    page = commitment_page(people.noor, proposal.public_id)
    assert page.accepted_by == "Noor"
    assert len(page.passage.document.sha256) == 64
    proposal.refresh_from_db()
    assert (proposal.page, proposal.start, proposal.end) == place


def test_it_is_accepted_with_what_a_person_made_of_it(people: People, proposal: Commitment) -> None:
    lead = Commitment.parties.rel.related_model.Role.LEAD
    changes = replace(text_of(proposal), code="K 9", text="Anders.", rating="", parties=(PartyText("De Linde", lead),))
    actions.accept_proposal(proposal=proposal, version=1, by=people.noor, changes=changes)
    proposal.refresh_from_db()
    assert text_of(proposal) == changes
    assert proposal.code_key == "k000009"
    assert proposal.parties.get().organisation is not None  # known by this name


def test_an_edit_keeps_the_passage_and_accepts_nothing(people: People, proposal: Commitment) -> None:
    changes = replace(text_of(proposal), text="Anders.")
    actions.revise_proposal(proposal=proposal, version=1, changes=changes, by=people.noor)
    before = (proposal.start, proposal.end)
    proposal.refresh_from_db()
    assert (proposal.state, proposal.text, proposal.start, proposal.end) == ("proposed", "Anders.", *before)


def test_who_saw_an_older_version_overwrites_nothing(people: People, proposal: Commitment) -> None:
    mine = replace(text_of(proposal), text="Van Noor.")
    actions.revise_proposal(proposal=proposal, version=1, changes=mine, by=people.noor)
    for act in (
        lambda: actions.revise_proposal(
            proposal=proposal, version=1, changes=replace(mine, text="Van Ada."), by=people.ada
        ),
        lambda: actions.accept_proposal(proposal=proposal, version=1, by=people.ada),
        lambda: actions.skip_proposal(proposal=proposal, version=1, by=people.ada),
        lambda: actions.split_proposal(proposal=proposal, version=1, position=3, by=people.ada),
        lambda: actions.merge_proposals(proposal=proposal, version=1, by=people.ada),
    ):
        with pytest.raises(ChangedMeanwhile):
            act()
    proposal.refresh_from_db()
    assert (proposal.text, proposal.version, ReviewStep.objects.count()) == ("Van Noor.", 2, 1)


def test_what_stands_in_the_register_is_no_longer_a_proposal(people: People, proposal: Commitment) -> None:
    actions.accept_proposal(proposal=proposal, version=1, by=people.noor)
    with pytest.raises(AlreadyAccepted):
        actions.skip_proposal(proposal=proposal, version=2, by=people.noor)


def test_many_are_accepted_at_once_but_not_what_changed_meanwhile(people: People, proposal: Commitment) -> None:
    source = proposal.agreement.sources.get()
    source.document.findings.all().delete()
    versions = dict(source.document.commitments.values_list("public_id", "version"))
    actions.revise_proposal(proposal=proposal, version=1, changes=text_of(proposal), by=people.ada)
    assert actions.accept_proposals(source=source, versions=versions, by=people.noor) == 3
    proposal.refresh_from_db()
    assert proposal.state == Commitment.State.PROPOSED


def others_of(proposal: Commitment) -> dict[UUID, int]:
    rows = proposal.document.commitments.exclude(pk=proposal.pk)
    return dict(rows.values_list("public_id", "version"))


def test_a_page_is_taken_over_in_one_step_with_one_event_and_taken_back_in_one(
    people: People, proposal: Commitment
) -> None:
    source = proposal.agreement.sources.get()
    source.document.findings.all().delete()
    versions = others_of(proposal) | {proposal.public_id: 1}
    events = Event.objects.count()
    changes = replace(text_of(proposal), text="Zoals getypt.")
    taken = actions.accept_page(proposal=proposal, version=1, versions=versions, changes=changes, by=people.noor)
    assert (taken, Event.objects.count()) == (4, events + 1)
    proposal.refresh_from_db()
    assert (proposal.text, proposal.version) == ("Zoals getypt.", 2)
    assert {one.state for one in source.document.commitments.all()} == {Commitment.State.ACCEPTED}
    actions.undo_review_step(step=ReviewStep.objects.get(), by=people.noor)
    assert {one.state for one in source.document.commitments.all()} == {Commitment.State.PROPOSED}
    proposal.refresh_from_db()
    assert proposal.text != "Zoals getypt."


def test_what_is_not_among_those_of_a_page_keeps_what_was_typed_and_stays_a_proposal(
    people: People, proposal: Commitment
) -> None:
    proposal.document.findings.all().delete()
    changes = replace(text_of(proposal), text="Zoals getypt.")
    versions = others_of(proposal)
    assert actions.accept_page(proposal=proposal, version=1, versions=versions, changes=changes, by=people.noor) == 3
    proposal.refresh_from_db()
    assert (proposal.text, proposal.state) == ("Zoals getypt.", Commitment.State.PROPOSED)


def test_nothing_of_a_page_is_taken_over_when_the_one_in_view_was_changed_meanwhile(
    people: People, proposal: Commitment
) -> None:
    proposal.document.findings.all().delete()
    changes = text_of(proposal)
    actions.revise_proposal(proposal=proposal, version=1, changes=replace(changes, text="Van Ada."), by=people.ada)
    with pytest.raises(ChangedMeanwhile):
        actions.accept_page(proposal=proposal, version=1, versions=others_of(proposal), changes=changes, by=people.noor)
    assert not proposal.document.commitments.filter(state=Commitment.State.ACCEPTED).exists()
