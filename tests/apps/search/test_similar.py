"""Similar commitments: the same subject first, elsewhere marked, and never what one may not see."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from samenspraak.apps.agreements.actions import register_extraction
from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import Agreement, Commitment
from samenspraak.apps.search.jobs import catch_up
from samenspraak.apps.search.pages import SimilarPage
from samenspraak.apps.search.queries import similar_beside, similar_commitments
from samenspraak.core.vocabulary.quantity import Bound, Quantity
from samenspraak.core.vocabulary.traffic_light import TrafficLight
from tests.apps.cast import People, extraction, source, store

HERE = (
    "De corporatie bouwt sociale huurwoningen bij het station.",
    "Bij een huurachterstand volgt een huisbezoek door het wijkteam.",
    "Ouderen krijgen voorrang bij verhuizen naar een kleinere woning.",
    "Partijen overleggen elk kwartaal over de voortgang.",
)
THERE = (
    "In 2027 bouwt de corporatie ten minste 40 sociale huurwoningen.",
    "Bij huurachterstanden gaat het wijkteam op huisbezoek.",
    "Daken worden vergroend waar dat kan.",
    "Het bestuurlijk overleg vindt in het voorjaar plaats.",
)


@pytest.fixture
def here(people: People) -> Agreement:
    """Return the agreement of Waterhoven, beside one of Zandhoek."""
    here = _register(people, "Waterhoven", HERE, b"hier")
    _register(people, "Zandhoek", THERE, b"daar")
    catch_up()
    return here


def _register(people: People, place: str, texts: tuple[str, ...], content: bytes) -> Agreement:
    found = extraction(source())
    facts = replace(found.agreement, title=f"Afspraken {place}", municipalities=(place,), housing_associations=())
    amount = (Quantity("ten minste 40", 40, "dwelling", Bound.MIN, "huurwoningen"),)
    rows = tuple(
        replace(
            row,
            text=text,
            title=None,
            progress=None,
            rating=TrafficLight.GREEN,
            quantities=amount if "40" in text else (),
        )
        for row, text in zip(found.commitments, texts, strict=True)
    )
    by = people.noor if place == "Waterhoven" else people.carla
    document = store(by, content)
    return register_extraction(document=document, extraction=replace(found, agreement=facts, commitments=rows), by=by)


def commitment(text: str) -> Commitment:
    """Return the commitment with this text."""
    return Commitment.objects.get(text=text)


def texts(page: SimilarPage) -> list[str]:
    """Return what the similar commitments say."""
    return ["".join(piece.text for piece in row.text) for row in page.rows]


def test_the_same_subject_elsewhere_comes_first(here: Agreement, people: People) -> None:
    for own, other in zip(HERE[:2], THERE[:2], strict=True):
        page = similar_commitments(people.ada, commitment(own).public_id)
        assert texts(page)[0] == other
        assert page.rows[0].place == "Zandhoek"
        assert page.rows[0].is_elsewhere


def test_it_says_what_is_alike_how_it_went_and_what_is_more_measurable(here: Agreement, people: People) -> None:
    row = similar_commitments(people.ada, commitment(HERE[0]).public_id).rows[0]
    assert {"sociale", "huurwoningen", "bouwt"} <= set(row.common)
    assert any(piece.is_marked and piece.text == "huurwoningen" for piece in row.text)
    assert row.rating == Commitment.Rating.GREEN
    assert row.has_quantity
    assert row.is_more_measurable
    back = similar_commitments(people.ada, commitment(THERE[0]).public_id).rows[0]
    assert not back.is_more_measurable


def test_nothing_of_an_agreement_that_one_may_not_see(here: Agreement, people: People) -> None:
    page = similar_commitments(people.noor, commitment(HERE[0]).public_id)
    assert all(row.place == "Waterhoven" for row in page.rows)
    with pytest.raises(NotFound):
        similar_commitments(people.noor, commitment(THERE[0]).public_id)
    with pytest.raises(NotFound):
        similar_beside(people.carla, commitment(HERE[0]).public_id)


def test_what_is_like_nothing_has_nothing_beside_it(here: Agreement, people: People) -> None:
    assert similar_beside(people.ada, commitment(THERE[2]).public_id).rows == ()


def test_few_queries_however_many_are_alike(
    here: Agreement, people: People, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    own = commitment(HERE[0])
    # On PostgreSQL a savepoint and the choice of a plan go around one of them.
    with django_assert_max_num_queries(4 if connection.vendor == "sqlite" else 8):
        similar_commitments(people.ada, own.public_id)


@pytest.mark.parametrize("page", [-1, 0, 99])
def test_a_page_out_of_range_gives_the_nearest(here: Agreement, people: People, page: int) -> None:
    assert similar_commitments(people.ada, commitment(HERE[0]).public_id, page=page).page == 1
