"""Taking over all that is open on a page of a document in one go."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from samenspraak.apps.agreements.models import Agreement, Commitment
from samenspraak.apps.parties.models import Person
from tests.apps.cast import People, make_people, proposed

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


@pytest.fixture
def people() -> People:
    return make_people()


@pytest.fixture
def agreement(people: People) -> Agreement:
    found = proposed(people.noor)
    found.sources.get().document.findings.all().delete()
    return found


def fields_of(page: str) -> dict[str, list[str]]:
    """Return what the form of a proposal sends when nothing in it is touched."""
    form = page[page.index("data-review") : page.index("review-more")]
    names = re.findall(r'<(?:input|textarea)[^>]* name="([^"]+)"', form)
    found: dict[str, list[str]] = {name: [] for name in names}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form):
        found[name].append(value)
    return {name: values for name, values in found.items() if values}


def test_one_button_takes_over_what_is_open_on_the_page_with_what_was_typed_here(
    people: People, agreement: Agreement, signed_in: Browser
) -> None:
    first, second, *others = agreement.commitments.order_by("order")
    browser = signed_in(people.noor)
    page = browser.get(f"/nakijken/voorstel/{first.public_id}/").content.decode()
    sent = fields_of(page) | {"action": ["accept-page"], "text": ["Zo staat het er nu."], "kind": [first.kind]}
    answer = browser.post(f"/nakijken/voorstel/{first.public_id}/", sent)
    assert answer.status_code == 302
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, first.text) == (Commitment.State.ACCEPTED, "Zo staat het er nu.")
    assert second.state == Commitment.State.ACCEPTED
    assert {one.state for one in agreement.commitments.filter(pk__in=[one.pk for one in others])} == {
        Commitment.State.PROPOSED
    }


def test_what_is_no_number_of_a_proposal_takes_nothing_over(
    people: People, agreement: Agreement, signed_in: Browser
) -> None:
    first = agreement.commitments.order_by("order")[0]
    sent = {"action": "accept-page", "chosen": "geen", "version": "1", "text": "x", "kind": first.kind}
    answer = signed_in(people.noor).post(f"/nakijken/voorstel/{first.public_id}/", sent, follow=True)
    assert "Er was niets gekozen" in answer.content.decode()
    assert not agreement.commitments.filter(state=Commitment.State.ACCEPTED).exists()


def test_each_line_of_a_page_leads_to_its_place_there(people: People, agreement: Agreement, signed_in: Browser) -> None:
    document = agreement.sources.get().document
    page = signed_in(people.noor).get(f"/nakijken/{document.public_id}/gemist/").content.decode()
    links = re.findall(r'href="#(regel-\d+)"', page)
    assert links
    assert all(f'id="{place}"' in page for place in links)


def test_who_comes_second_sees_each_field_in_which_they_differ(
    people: People, agreement: Agreement, signed_in: Browser
) -> None:
    first = agreement.commitments.order_by("order")[0]
    browser = signed_in(people.noor)
    browser.post(f"/nakijken/voorstel/{first.public_id}/", {"action": "skip", "version": "1"})
    typed = {"action": "accept", "version": "1", "text": first.text, "kind": first.kind, "deadline_text": "in 2031"}
    page = browser.post(f"/nakijken/voorstel/{first.public_id}/", typed)
    assert page.status_code == 409
    words = " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())
    assert "Termijn in woorden in 2027" in words
    assert "Termijn in woorden in 2031" in words
    assert "Wie De Linde (trekker), gemeente (doet mee)" in words


def test_a_text_as_long_as_the_register_takes_can_be_accepted(
    people: People, agreement: Agreement, signed_in: Browser
) -> None:
    first = agreement.commitments.order_by("order")[0]
    sent = {"action": "accept", "version": "1", "text": "lang " * 10_000, "kind": first.kind}
    assert signed_in(people.noor).post(f"/nakijken/voorstel/{first.public_id}/", sent).status_code == 302
    first.refresh_from_db()
    assert first.state == Commitment.State.ACCEPTED


def test_what_is_no_decision_decides_nothing(people: People, agreement: Agreement, signed_in: Browser) -> None:
    first = agreement.commitments.order_by("order")[0]
    sent = {"action": "verwijderen", "version": "1", "text": first.text, "kind": first.kind}
    assert signed_in(people.noor).post(f"/nakijken/voorstel/{first.public_id}/", sent).status_code == 400
    first.refresh_from_db()
    assert first.state == Commitment.State.PROPOSED
