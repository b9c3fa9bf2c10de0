"""Taking an acceptance back, and why that is refused once a round asks about the commitment."""

from __future__ import annotations

import pytest

from samenspraak.apps.agreements.models import Agreement, Commitment
from samenspraak.apps.audit.models import Event
from samenspraak.apps.monitoring.actions import drop_commitment, open_round
from samenspraak.apps.monitoring.models import Round
from samenspraak.apps.review import actions, queries
from samenspraak.apps.review.errors import AlreadyMonitored
from samenspraak.apps.review.models import ReviewStep
from tests.apps.cast import People, proposed
from tests.apps.monitoring.board import DUE, tertial

pytestmark = pytest.mark.django_db


def accepted(people: People) -> tuple[Agreement, ReviewStep]:
    """Return an agreement of which everything was accepted in one step."""
    agreement = proposed(people.noor)
    source = agreement.sources.get()
    source.document.findings.all().delete()  # what a finding calls wrong is not accepted with the rest
    facts = queries.facts_page(people.noor, source.document.public_id).facts
    actions.confirm_agreement_facts(agreement=agreement, facts=facts, seen="", by=people.noor)
    versions = dict(agreement.commitments.values_list("public_id", "version"))
    actions.accept_proposals(source=source, versions=versions, by=people.noor)
    return agreement, source.review_steps.get()


def opened(people: People, agreement: Agreement) -> Round:
    return open_round(agreement=agreement, period=tertial(2027, 2), due_on=DUE, by=people.noor)


def test_what_a_round_asks_about_stays_in_the_register(people: People) -> None:
    agreement, step = accepted(people)
    opened(people, agreement)
    events = Event.objects.count()
    with pytest.raises(AlreadyMonitored, match="staat al in een ronde") as refused:
        actions.undo_review_step(step=step, by=people.noor)
    assert refused.value.code == "E447"
    assert {one.state for one in agreement.commitments.all()} == {Commitment.State.ACCEPTED}
    step.refresh_from_db()
    assert (step.undone_at, Event.objects.count()) == (None, events)


def test_it_can_be_taken_back_once_no_round_asks_about_it(people: People) -> None:
    agreement, step = accepted(people)
    for item in opened(people, agreement).items.all():
        drop_commitment(item=item, reason="Hoort hier niet.", by=people.noor)
    actions.undo_review_step(step=step, by=people.noor)
    assert {one.state for one in agreement.commitments.all()} == {Commitment.State.PROPOSED}
