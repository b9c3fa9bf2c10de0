"""Everything that was brought in: what a person may see of it, and how its last run went."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.agreements.pages import PAGE_LENGTH
from samenspraak.apps.agreements.queries import documents_for
from samenspraak.apps.documents.actions import fail_import, request_import
from samenspraak.apps.documents.models import Document, ImportRun
from samenspraak.apps.parties.models import Person
from tests.apps.cast import People, source, store


def names(person: Person) -> list[str]:
    return [row.name for row in documents_for(person).rows]


def broken(people: People, *, into: Agreement | None = None) -> Document:
    """Return a document of Noor that could not be read."""
    document = store(people.noor, b"kapot", source("kapot.pdf"))
    run = request_import(document=document, by=people.noor, into_agreement=into and into.public_id)
    fail_import(run=run, code="E103", message="Het bestand is beschadigd. (E103)", by=people.noor)
    return document


def test_a_document_stands_with_its_agreement_and_what_came_of_it(people: People, agreement: Agreement) -> None:
    (row,) = documents_for(people.bas).rows
    assert (row.name, row.media_type, row.page_count, row.has_pages) == ("afspraken.pdf", "application/pdf", 2, True)
    assert (row.status, row.message, row.uploaded_by) == (ImportRun.Status.DONE, "", "Noor")
    assert (row.agreement_id, row.commitment_count) == (agreement.public_id, 4)


def test_a_run_that_failed_says_why(people: People) -> None:
    broken(people)
    (row,) = documents_for(people.noor).rows
    assert (row.status, row.message) == (ImportRun.Status.FAILED, "Het bestand is beschadigd. (E103)")
    assert (row.agreement_id, row.commitment_count, row.page_count) == (None, 0, None)


def test_the_last_run_is_the_one_that_counts(people: People) -> None:
    request_import(document=broken(people), by=people.noor)
    (row,) = documents_for(people.noor).rows
    assert (row.status, row.message) == (ImportRun.Status.QUEUED, "")


def test_a_document_that_nobody_asked_to_read_has_no_status(people: People) -> None:
    store(people.noor)
    (row,) = documents_for(people.noor).rows
    assert row.status is None


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("ada", ["kapot.pdf", "afspraken.pdf"]),
        ("noor", ["kapot.pdf", "afspraken.pdf"]),
        ("bas", ["afspraken.pdf"]),
        ("carla", []),
    ],
)
def test_what_is_not_theirs_is_not_listed(people: People, agreement: Agreement, who: str, seen: list[str]) -> None:
    broken(people)
    assert names(getattr(people, who)) == seen


def test_what_was_meant_for_an_agreement_is_seen_by_its_parties(people: People, agreement: Agreement) -> None:
    broken(people, into=agreement)
    assert names(people.bas) == ["kapot.pdf", "afspraken.pdf"]
    assert names(people.carla) == []


def test_who_left_sees_what_they_brought_in_no_longer(people: People, agreement: Agreement) -> None:
    people.noor.memberships.all().delete()
    assert names(people.noor) == []
    people.ada.is_active = False
    assert names(people.ada) == []


def test_a_long_list_is_cut_and_costs_the_same(
    people: People, agreement: Agreement, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(PAGE_LENGTH):
        store(people.noor, b"%d" % number, source(f"{number}.pdf"))
    with django_assert_max_num_queries(3):
        shown = documents_for(people.noor, page=2)
    assert (shown.total, shown.page, shown.page_count) == (PAGE_LENGTH + 1, 2, 2)
    assert [row.name for row in shown.rows] == ["afspraken.pdf"]
