from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import AgreementDocument
from samenspraak.apps.documents.models import Finding
from samenspraak.apps.review import actions, queries
from samenspraak.apps.review.errors import MayNotReview
from samenspraak.core.review.flowing import flowing
from tests.apps.cast import People, proposed

pytestmark = pytest.mark.django_db
LIMIT = 13  # of 15: the session and the person come on top


@pytest.fixture
def source(people: People) -> AgreementDocument:
    return proposed(people.noor).sources.get()


def pages(people: People, source: AgreementDocument) -> dict[str, Callable[[], object]]:
    document, first = source.document.public_id, source.document.commitments.order_by("order")[0].public_id
    return {
        "reviews": lambda: queries.reviews_for(people.noor),
        "overview": lambda: queries.overview_page(people.noor, document),
        "facts": lambda: queries.facts_page(people.noor, document),
        "missed": lambda: queries.missed_page(people.noor, document, number=2),
        "proposal": lambda: queries.proposal_page(people.noor, first),
        "split": lambda: queries.split_page(people.noor, first),
    }


NAMES = ("reviews", "overview", "facts", "missed", "proposal", "split")


@pytest.mark.parametrize("name", NAMES)
def test_a_page_asks_a_bounded_number_of_questions(people: People, source: AgreementDocument, name: str) -> None:
    actions.skip_proposal(proposal=source.document.commitments.order_by("order")[1], version=1, by=people.ada)
    page = pages(people, source)[name]
    with CaptureQueriesContext(connection) as asked:
        page()
    assert len(asked) <= LIMIT, [query["sql"][:90] for query in asked]


def test_a_proposal_stands_on_its_page_between_its_neighbours(people: People, source: AgreementDocument) -> None:
    first, second, third, _ = source.document.commitments.order_by("order")
    page = queries.proposal_page(people.noor, second.public_id)
    assert (page.number, page.head.count.total, page.previous, page.next) == (2, 4, first.public_id, third.public_id)
    assert [(one.public_id, one.is_this) for one in page.leaf.outlines] == [
        (first.public_id, False),
        (second.public_id, True),
    ]
    raw = source.document.pages.get(number=1).raw
    assert "".join(piece.text for piece in page.leaf.pieces) == flowing(raw)
    elsewhere = queries.proposal_page(people.noor, second.public_id, page=2)
    assert (elsewhere.leaf.number, elsewhere.own_page) == (2, 1)


def test_after_the_last_open_proposal_comes_the_first_that_was_left(people: People, source: AgreementDocument) -> None:
    row = list(source.document.commitments.order_by("order"))
    actions.skip_proposal(proposal=row[2], version=1, by=people.noor)
    assert queries.proposal_page(people.noor, row[1].public_id).next_open == row[3].public_id
    assert queries.proposal_page(people.noor, row[3].public_id).next_open == row[0].public_id


def test_who_else_is_busy_is_told(people: People, source: AgreementDocument) -> None:
    row = list(source.document.commitments.order_by("order"))
    actions.skip_proposal(proposal=row[2], version=1, by=people.ada)
    assert [name for name, _ in queries.proposal_page(people.noor, row[0].public_id).others] == ["Ada"]
    assert queries.proposal_page(people.ada, row[0].public_id).others == ()


def test_how_many_are_certain_enough_is_counted_before(people: People, source: AgreementDocument) -> None:
    page = queries.overview_page(people.noor, source.document.public_id)
    assert page.thresholds == ((95, 0), (90, 0), (80, 2), (70, 2), (50, 2))  # a finding calls two of the four wrong


def test_a_party_may_look_but_not_touch(people: People, source: AgreementDocument) -> None:
    agreement, document = source.agreement, source.document.public_id
    first = source.document.commitments.order_by("order")[0].public_id
    with pytest.raises(NotFound):
        queries.proposal_to_review(people.bas, first)
    actions.confirm_agreement_facts(
        agreement=agreement, facts=queries.facts_page(people.noor, document).facts, seen="", by=people.noor
    )
    assert not queries.overview_page(people.bas, document).head.may_review
    for refused in (
        lambda: queries.proposal_to_review(people.bas, first),
        lambda: queries.source_to_review(people.bas, document),
    ):
        with pytest.raises(MayNotReview):
            refused()


def test_the_list_holds_what_is_not_finished(people: People, source: AgreementDocument) -> None:
    assert [row.count.left for row in queries.reviews_for(people.noor)] == [4]
    assert queries.reviews_for(people.bas) == queries.reviews_for(people.carla) == ()
    source.document.findings.all().delete()
    versions = dict(source.document.commitments.values_list("public_id", "version"))
    actions.accept_proposals(source=source, versions=versions, by=people.noor)
    assert len(queries.reviews_for(people.noor)) == 1  # nobody confirmed the facts yet
    facts = queries.facts_page(people.noor, source.document.public_id).facts
    actions.confirm_agreement_facts(agreement=source.agreement, facts=facts, seen="", by=people.noor)
    assert queries.reviews_for(people.noor) == ()


def test_what_a_finding_calls_wrong_is_held_back_from_accepting_many(people: People, source: AgreementDocument) -> None:
    first, second, *_ = source.document.commitments.order_by("order")
    source.document.findings.all().delete()
    for order, (code, kind, one) in enumerate((("E201", "contradiction", first), ("W255", "not_measurable", second))):
        span = {"page": 1, "start": one.start, "end": one.start + 3, "excerpt": ""}
        Finding.objects.create(document=source.document, order=order, code=code, kind=kind, message="", spans=[span])
    page = queries.overview_page(people.noor, source.document.public_id)
    assert dict(page.thresholds)[80] == 3
    assert first.public_id not in {row.public_id for row in queries.certain_enough(page.rows, 80)}
    assert [row.public_id for row in queries.held_back(page.rows, 80)] == [first.public_id]
    assert queries.held_back(page.rows, 99) == ()
    # Not by asking for it past the page either.
    versions = {row.public_id: row.version for row in page.rows}
    assert actions.accept_proposals(source=source, versions=versions, by=people.noor) == len(page.rows) - 1
    first.refresh_from_db()
    assert first.state == first.State.PROPOSED


def test_what_is_finished_moves_to_the_finished_ones(people: People, source: AgreementDocument) -> None:
    source.document.findings.all().delete()
    proposals = list(source.document.commitments.order_by("order"))
    actions.accept_proposals(
        source=source, versions={one.public_id: one.version for one in proposals[1:]}, by=people.noor
    )
    assert queries.finished_reviews_for(people.noor) == ()
    actions.skip_proposal(proposal=proposals[0], version=proposals[0].version, by=people.noor)
    facts = queries.facts_page(people.noor, source.document.public_id).facts
    actions.confirm_agreement_facts(agreement=source.agreement, facts=facts, seen="", by=people.noor)
    assert queries.reviews_for(people.noor) == ()
    (row,) = queries.finished_reviews_for(people.noor)
    assert (row.count.accepted, row.count.skipped, row.count.left) == (len(proposals) - 1, 1, 0)
    assert queries.finished_reviews_for(people.carla) == ()


def test_what_can_be_taken_over_of_a_page_begins_there_is_open_and_is_called_wrong_by_no_finding(
    people: People, source: AgreementDocument
) -> None:
    source.document.findings.all().delete()
    first, second, third, _ = source.document.commitments.order_by("order")
    assert queries.proposal_page(people.noor, first.public_id).on_page == ((first.public_id, 1), (second.public_id, 1))
    assert third.public_id in dict(queries.proposal_page(people.noor, first.public_id, page=2).on_page)
    span = {"page": 1, "start": first.start, "end": first.end, "excerpt": ""}
    wrong = {"code": "E301", "kind": "contradiction", "order": 1, "spans": [span]}
    Finding.objects.create(document=source.document, message="x", **wrong)
    assert queries.proposal_page(people.noor, first.public_id).on_page == ((second.public_id, 1),)
    actions.skip_proposal(proposal=second, version=1, by=people.noor)
    assert queries.proposal_page(people.noor, first.public_id).on_page == ()
