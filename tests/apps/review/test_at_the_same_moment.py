"""Two people at once in one document: their proposals keep their places, and nobody meets a fault of ours."""

from __future__ import annotations

from functools import partial

import pytest

from samenspraak.apps.agreements.models import AgreementDocument
from samenspraak.apps.review import actions
from samenspraak.apps.review.errors import ChangedMeanwhile
from tests.apps.cast import People, proposed
from tests.apps.side_by_side import while_not_yet_kept

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def source(people: People) -> AgreementDocument:
    return proposed(people.noor).sources.get()


def orders(source: AgreementDocument) -> list[int]:
    return list(source.document.commitments.order_by("order").values_list("order", flat=True))


def test_two_who_split_different_proposals_both_get_room(people: People, source: AgreementDocument) -> None:
    first, second, *_ = source.document.commitments.order_by("order")
    split = partial(actions.split_proposal, version=1, position=9, by=people.noor)
    while_not_yet_kept(partial(split, proposal=second), partial(split, proposal=first))
    assert orders(source) == list(range(6))


def test_who_points_at_a_passage_while_another_splits_gets_room_too(people: People, source: AgreementDocument) -> None:
    first = source.document.commitments.order_by("order")[0]
    while_not_yet_kept(
        partial(actions.split_proposal, proposal=first, version=1, position=9, by=people.noor),
        partial(actions.add_missed_commitment, source=source, start=0, end=15, by=people.noor),
    )
    assert orders(source) == list(range(6))


def test_of_two_who_accept_the_same_proposal_the_second_hears_that_it_changed(
    people: People, source: AgreementDocument
) -> None:
    first = source.document.commitments.order_by("order")[0]
    accept = partial(actions.accept_proposal, proposal=first, version=1, by=people.noor)
    assert isinstance(while_not_yet_kept(accept, accept), ChangedMeanwhile)
    assert source.review_steps.count() == 1
