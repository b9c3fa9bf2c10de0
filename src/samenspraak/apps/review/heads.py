"""How far the checking of a document is: the top of every page of a review."""

from __future__ import annotations

from collections.abc import Iterable

from samenspraak.apps.agreements.models import AgreementDocument, Commitment
from samenspraak.apps.agreements.queries import document_link, may_review
from samenspraak.apps.parties.models import Person
from samenspraak.apps.review.pages import ReviewCount, ReviewHead

State = Commitment.State


def review_head(person: Person, source: AgreementDocument, states: Iterable[str]) -> ReviewHead:
    """Return the head of a review, given the states of all its proposals (one query)."""
    return ReviewHead(
        agreement_id=source.agreement.public_id,
        agreement_title=source.agreement.title,
        document=document_link(source),
        count=count_of(states),
        may_review=may_review(person, source.agreement),
        has_confirmed_facts=source.agreement.facts_confirmed_at is not None,
    )


def count_of(states: Iterable[str]) -> ReviewCount:
    """Return how many proposals there are, and what became of them."""
    found = list(states)
    return ReviewCount(len(found), found.count(State.ACCEPTED), found.count(State.SKIPPED))
