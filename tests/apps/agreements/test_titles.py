"""A commitment goes by its title where that tells it apart, and by its own words where it does not."""

from __future__ import annotations

from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.agreements.queries import commitment_page, document_page
from samenspraak.apps.agreements.titles import shared_titles
from tests.apps.cast import People


def name(agreement: Agreement, *titles: str, code: str = "", heading: str = "Afspraken") -> None:
    """Give the first commitments these titles, without a number, under one heading."""
    agreement.commitments.update(code="", title="", heading=heading)
    for order, title in enumerate(titles):
        agreement.commitments.filter(order=order).update(title=title, code=code)


def test_a_title_that_several_have_is_shared(agreement: Agreement) -> None:
    name(agreement, "Huren", "Huren", "Bouwen")
    assert shared_titles(agreement) == {"Huren"}


def test_a_title_that_is_the_heading_is_shared_even_when_it_stands_alone(agreement: Agreement) -> None:
    name(agreement, "Huren", "Bouwen", heading="Huren")
    assert shared_titles(agreement) == {"Huren"}


def test_a_number_tells_two_of_the_same_title_apart(agreement: Agreement) -> None:
    name(agreement, "Huren", "Huren", code="K 1")
    assert shared_titles(agreement) == set()


def test_links_go_by_the_beginning_of_the_text_where_the_title_is_shared(people: People, agreement: Agreement) -> None:
    name(agreement, "Huren", "Huren", "Bouwen")
    document = agreement.sources.get().document
    shown = document_page(people.bas, document.public_id)
    texts = [text.rstrip(".") for text in agreement.commitments.order_by("order").values_list("text", flat=True)]
    assert [mark.commitment.title.rstrip(".") for mark in shown.commitments] == texts[:2]
    second = commitment_page(people.bas, agreement.commitments.get(order=1).public_id)
    assert second.previous is not None
    assert second.next is not None
    assert (second.previous.title.rstrip("."), second.next.title) == (texts[0], "Bouwen")
