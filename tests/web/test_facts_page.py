"""Confirming what a document says of itself and who its parties are, as a browser does it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.audit.models import Event
from samenspraak.apps.parties.models import Organisation, Person
from tests.apps.cast import People, make_people, proposed

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
FACTS = {"title": "Samen wonen", "kind": "multi_year", "period_start": "2026", "period_end": "2029"}


@pytest.fixture
def people() -> People:
    return make_people()


@pytest.fixture
def agreement(people: People) -> Agreement:
    return proposed(people.noor)


@pytest.fixture
def address(agreement: Agreement) -> str:
    return f"/nakijken/{agreement.sources.get().document.public_id}/gegevens/"


def tenants_of(agreement: Agreement) -> str:
    """Return the field that asks who the tenants' organisation is."""
    return f"party-{agreement.parties.get(side=Organisation.Kind.TENANTS_ORGANISATION).pk}"


def seen_on(browser: Client, address: str) -> str:
    found = re.search(r'name="seen" value="([^"]*)"', browser.get(address).content.decode())
    assert found
    return found[1]


def test_facts_and_an_answer_about_a_party_are_one_event(
    people: People, agreement: Agreement, address: str, signed_in: Browser
) -> None:
    browser = signed_in(people.noor)
    before = Event.objects.count()
    answer = browser.post(address, FACTS | {"seen": "", tenants_of(agreement): "new"})
    assert answer.status_code == 302
    event = Event.objects.latest("id")
    assert Event.objects.count() == before + 1
    assert event.before["parties"] == {"Huurdersplatform De Linde": None}
    assert event.after["parties"] == {"Huurdersplatform De Linde": "Huurdersplatform De Linde"}


def test_when_the_facts_are_wrong_no_party_is_linked_and_the_answer_stays_chosen(
    people: People, agreement: Agreement, address: str, signed_in: Browser
) -> None:
    wrong = FACTS | {"seen": "", "period_end": "2020", tenants_of(agreement): "new"}
    page = signed_in(people.noor).post(address, wrong).content.decode()
    assert not Organisation.objects.filter(name="Huurdersplatform De Linde").exists()
    assert re.search(r'value="new" checked', page)


def test_who_confirms_after_somebody_else_sees_what_they_made_of_it(
    people: People, agreement: Agreement, address: str, signed_in: Browser
) -> None:
    browser = signed_in(people.noor)
    seen = seen_on(browser, address)
    browser.post(address, FACTS | {"seen": seen, "title": "Titel van de een"})
    page = browser.post(address, FACTS | {"seen": seen, "title": "Titel van de ander"}).content.decode()
    agreement.refresh_from_db()
    assert agreement.title == "Titel van de een"
    assert "Titel: Titel van de een" in page
    assert 'value="Titel van de ander"' in page
    now = re.search(r'name="seen" value="([^"]*)"', page)
    assert now
    assert browser.post(address, FACTS | {"seen": now[1], "title": "Titel van de ander"}).status_code == 302


@pytest.mark.parametrize("answer", ["²", "9" * 40, "-1", "<b>"])
def test_what_is_no_answer_links_nobody(
    people: People, agreement: Agreement, address: str, signed_in: Browser, answer: str
) -> None:
    sent = FACTS | {"seen": "", tenants_of(agreement): answer, "party-²": "1", f"party-{'9' * 40}": "new"}
    assert signed_in(people.noor).post(address, sent).status_code == 302
    assert agreement.parties.filter(organisation=None).count() == 1


def test_a_name_that_is_no_party_goes_and_one_that_was_missed_comes(
    people: People, agreement: Agreement, address: str, signed_in: Browser
) -> None:
    sent = {tenants_of(agreement): "none", "missed-municipality": "Zandhoek\r\n  \r\nVer Weg\r\nwaterhoven"}
    page = signed_in(people.noor).post(address, FACTS | {"seen": ""} | sent, follow=True).content.decode()
    assert "Nog niet bekend is wie dit zijn: Ver Weg. Zij zien de afspraken nog niet." in page
    parties = agreement.parties.order_by("order").values_list("name", "organisation__name")
    assert list(parties) == [
        ("Waterhoven", "Waterhoven"),
        ("De Linde", "Woonstichting De Linde"),
        ("Zandhoek", "Zandhoek"),
        ("Ver Weg", None),
    ]


def test_what_was_typed_as_missed_is_still_there_when_something_else_is_wrong(
    people: People, address: str, signed_in: Browser
) -> None:
    wrong = FACTS | {"seen": "", "period_end": "2020", "missed-region": "Regio <b>Kust</b>"}
    page = signed_in(people.noor).post(address, wrong).content.decode()
    assert "Regio &lt;b&gt;Kust&lt;/b&gt;</textarea>" in page
