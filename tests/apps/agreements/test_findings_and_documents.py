from __future__ import annotations

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.agreements.queries import (
    document_page,
    findings_for,
    glossary_for,
    original_file,
    page_picture,
    tables_for,
)
from samenspraak.apps.documents.models import Document, Finding
from tests.apps.cast import TEXT, People, registered, source, store


def only_document(agreement: Agreement) -> Document:
    return agreement.sources.get().document


def test_a_finding_points_at_its_words_and_at_the_commitments_there(people: People, agreement: Agreement) -> None:
    shown = findings_for(people.bas, agreement.public_id)
    assert shown.kind_counts == ((Finding.Kind.CONTRADICTION, 1), (Finding.Kind.MISSING_OWNER, 1))
    contradiction = shown.rows[0]
    assert [place.excerpt for place in contradiction.places] == [
        "De Linde bouwt in 2027 ten minste 80 woningen.",
        "Partijen wijzen 65% toe aan lage inkomens.",
    ]
    assert [link.code for link in contradiction.commitments] == ["K 1.10", "J 2.1"]


@pytest.mark.parametrize(
    ("kind", "codes"), [("missing_owner", ["W601"]), ("odd_date", []), ("x", []), ("", ["E601", "W601"])]
)
def test_findings_are_asked_for_by_kind(people: People, agreement: Agreement, kind: str, codes: list[str]) -> None:
    shown = findings_for(people.bas, agreement.public_id, kind=kind)
    assert [row.code for row in shown.rows] == codes
    assert shown.total == 2


def test_findings_of_two_documents_stand_apart(
    people: People, agreement: Agreement, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    registered(people.noor, source("monitor.txt", TEXT), content=b"monitor", into=agreement)
    with django_assert_max_num_queries(7):
        shown = findings_for(people.bas, agreement.public_id)
    assert [row.places[0].document_name for row in shown.rows] == ["afspraken.pdf"] * 2 + ["monitor.txt"] * 2
    assert [len(row.commitments) for row in shown.rows] == [2, 1, 2, 1]


def test_a_table_keeps_its_unknowns(people: People, agreement: Agreement) -> None:
    (table,) = tables_for(people.bas, agreement.public_id).tables
    assert (table.title, table.columns) == ("Labels", ("Corporatie", "2026"))
    assert table.rows == (("De Linde", 120.0), ("De Es", "n.t.b."))
    assert (table.document.name, table.page) == ("afspraken.pdf", 1)


def test_the_glossary_says_where_a_term_is_explained(people: People, agreement: Agreement) -> None:
    (term,) = glossary_for(people.bas, agreement.public_id).terms
    assert (term.term, term.page) == ("Lage inkomens", 2)


def test_a_page_of_a_document_shows_its_text_with_the_commitments_in_it(
    people: People, agreement: Agreement, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(12):
        shown = document_page(people.bas, only_document(agreement).public_id, number=2)
    assert [(piece.text, piece.commitment and piece.commitment.code) for piece in shown.pieces] == [
        ("Betaalbaarheid\n", None),
        ("Partijen wijzen 65% toe aan lage inkomens.", "J 2.1"),
        ("\n", None),
        ("Er komt een onderzoek naar woonlasten.", ""),
        ("\n", None),
    ]
    assert [len(mark.marks) for mark in shown.commitments] == [1, 1]
    assert (shown.number, shown.page_count) == (2, 2)
    assert shown.notices == ("Bladzijde 2 is een scan.",)
    assert shown.repairs == (("hyphenation", "", "", 1),), "of divided words it is told how many there were"


def test_where_commitments_overlap_no_word_is_lost_or_doubled(people: People, agreement: Agreement) -> None:
    first, second, *_ = agreement.commitments.order_by("order")
    first.end = second.end + 3
    first.save()
    shown = document_page(people.bas, only_document(agreement).public_id)
    page = only_document(agreement).pages.get(number=1)
    assert "".join(piece.text for piece in shown.pieces) == page.raw


@pytest.mark.parametrize(("asked", "given"), [(0, 1), (-1, 1), (3, 2), (10**12, 2)])
def test_a_page_out_of_range_gives_the_nearest(people: People, agreement: Agreement, asked: int, given: int) -> None:
    assert document_page(people.bas, only_document(agreement).public_id, number=asked).number == given


def test_a_document_that_feeds_no_agreement_is_nobodys_to_see(people: People) -> None:
    with pytest.raises(NotFound):
        document_page(people.ada, store(people.ada).public_id)


def test_the_original_comes_back_byte_for_byte(people: People, agreement: Agreement) -> None:
    assert original_file(people.bas, only_document(agreement).public_id) == (
        "afspraken.pdf",
        "application/pdf",
        b"%PDF bytes",
    )


def test_an_original_that_went_missing_is_not_found(people: People, agreement: Agreement) -> None:
    document = only_document(agreement)
    document.file.storage.delete(document.file.name)
    with pytest.raises(NotFound):
        original_file(people.bas, document.public_id)


def test_a_page_that_cannot_be_drawn_is_not_found(people: People, agreement: Agreement) -> None:
    with pytest.raises(NotFound):
        page_picture(people.bas, only_document(agreement).public_id, number=1)
