"""What a person may read of a review. The right comes first: what is not theirs is not found.

Whoever may see an agreement may look; `proposal_to_review` and the like are for who may change something, and
raise MayNotReview for readers.
"""

from __future__ import annotations

from uuid import UUID

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import AgreementDocument, AgreementParty, Commitment
from samenspraak.apps.agreements.queries import may_review, reviewed_by, source_for, visible_agreements
from samenspraak.apps.parties.models import Person
from samenspraak.apps.review.errors import CannotUndo, MayNotReview
from samenspraak.apps.review.models import ReviewStep
from samenspraak.apps.review.read_facts import facts_page
from samenspraak.apps.review.read_missed import missed_page
from samenspraak.apps.review.read_overview import (
    certain_enough,
    finished_reviews_for,
    held_back,
    overview_page,
    reviews_for,
)
from samenspraak.apps.review.read_proposal import next_open_after, proposal_page, split_page

__all__ = [
    "certain_enough",
    "facts_page",
    "finished_reviews_for",
    "held_back",
    "last_step_of",
    "missed_page",
    "next_open_after",
    "overview_page",
    "party_to_review",
    "proposal_page",
    "proposal_to_review",
    "reviews_for",
    "source_to_review",
    "split_page",
    "step_to_undo",
    "was_proposal",
]

STEPS_LOOKED_AT = 500


def proposal_to_review(person: Person, public_id: UUID) -> Commitment:
    """Return a proposal that a person may change; raises NotFound, MayNotReview."""
    rows = Commitment.objects.filter(public_id=public_id, agreement__in=visible_agreements(person))
    proposal = rows.select_related("agreement", "document").first()
    if proposal is None:
        raise NotFound("Dit voorstel is er niet, of u kunt het niet inzien.")
    if not may_review(person, proposal.agreement):
        raise _may_not()
    return proposal


def source_to_review(person: Person, document_id: UUID) -> AgreementDocument:
    """Return a document whose proposals a person may change; raises NotFound, MayNotReview."""
    source = source_for(person, document_id)
    if not may_review(person, source.agreement):
        raise _may_not()
    return source


def was_proposal(person: Person, public_id: UUID) -> bool:
    """Tell whether this was a proposal that a person may check, which a merge or an undone split took away."""
    steps = ReviewStep.objects.filter(source__agreement__in=reviewed_by(person)).order_by("-pk")[:STEPS_LOOKED_AT]
    return any(one["public_id"] == str(public_id) for step in steps for one in (*step.before, *step.after))


def party_to_review(source: AgreementDocument, party_id: int) -> AgreementParty:
    """Return a party of the agreement that a document feeds; raises NotFound."""
    party = source.agreement.parties.filter(pk=party_id).select_related("organisation").first()
    if party is None:
        raise NotFound("Deze partij is er niet.")
    return party


def last_step_of(person: Person, source: AgreementDocument) -> ReviewStep:
    """Return the last step that a person took in a document and did not undo; raises CannotUndo."""
    step = source.review_steps.filter(by=person, undone_at=None).order_by("-pk").first()
    if step is None:
        raise CannotUndo("Er is niets om ongedaan te maken: u hebt in dit document nog geen stap gezet.")
    return step


def step_to_undo(source: AgreementDocument, public_id: UUID) -> ReviewStep:
    """Return a step that was taken in a document, by whomever; raises NotFound."""
    step = source.review_steps.filter(public_id=public_id).first()
    if step is None:
        raise NotFound("Deze stap is er niet.")
    return step


def _may_not() -> MayNotReview:
    return MayNotReview("Nakijken kan wie medewerker of coördinator is bij de organisatie die het document inbracht.")
