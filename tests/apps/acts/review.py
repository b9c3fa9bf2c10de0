"""Every action of a review, with everything that it needs made beforehand."""

from __future__ import annotations

from samenspraak.apps.agreements.models import AgreementDocument, Commitment
from samenspraak.apps.review import actions
from samenspraak.apps.review.models import ReviewStep
from samenspraak.apps.review.pages import PartyAnswer
from samenspraak.apps.review.read_facts import facts_text
from samenspraak.apps.review.statements import text_of
from tests.apps.acts.doing import Act, later
from tests.apps.cast import People, first_commitment, proposed


def proposal(people: People) -> Commitment:
    return first_commitment(proposed(people.noor))


def source_of(people: People) -> AgreementDocument:
    return proposed(people.noor).sources.get()


def skipped(people: People) -> ReviewStep:
    actions.skip_proposal(proposal=proposal(people), version=1, by=people.noor)
    return ReviewStep.objects.get()


ACTS: dict[str, Act] = {
    "accept_proposal": lambda people: later(
        actions.accept_proposal, proposal=proposal(people), version=1, by=people.noor
    ),
    "revise_proposal": lambda people: later(
        actions.revise_proposal,
        proposal=(one := proposal(people)),
        version=1,
        changes=text_of(one),
        by=people.noor,
    ),
    "skip_proposal": lambda people: later(actions.skip_proposal, proposal=proposal(people), version=1, by=people.noor),
    "split_proposal": lambda people: later(
        actions.split_proposal, proposal=proposal(people), version=1, position=9, by=people.noor
    ),
    "merge_proposals": lambda people: later(
        actions.merge_proposals, proposal=proposal(people), version=1, by=people.noor
    ),
    "accept_proposals": lambda people: later(
        actions.accept_proposals,
        source=source_of(people),
        versions=dict(Commitment.objects.values_list("public_id", "version")),
        by=people.noor,
    ),
    "accept_page": lambda people: later(
        actions.accept_page,
        proposal=(one := proposal(people)),
        version=1,
        versions=dict(Commitment.objects.values_list("public_id", "version")),
        changes=text_of(one),
        by=people.noor,
    ),
    "add_missed_commitment": lambda people: later(
        actions.add_missed_commitment, source=source_of(people), start=0, end=15, by=people.noor
    ),
    "undo_review_step": lambda people: later(actions.undo_review_step, step=skipped(people), by=people.noor),
    "confirm_agreement_facts": lambda people: later(
        actions.confirm_agreement_facts,
        agreement=(agreement := proposed(people.noor)),
        facts=facts_text(agreement),
        seen="",
        answers=(PartyAnswer(agreement.parties.get(name="Huurdersplatform De Linde").pk, is_new=True),),
        by=people.noor,
    ),
}
