"""The pages on which parties come and go: a preview before anything changes, and the way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from samenspraak.apps.agreements.models import AgreementParty
from samenspraak.apps.monitoring.models import Progress, Round
from samenspraak.apps.parties.actions import add_organisation, register_person
from samenspraak.apps.parties.models import Merger, Organisation, Person
from tests.web.cast import Cast
from tests.web.markup import parsed, text_of
from tests.web.rounds import first_item, round_of

SignedIn = Callable[[Person], Client]
PAST = "2026-07-01"


@pytest.fixture
def opened(cast: Cast) -> Round:
    return round_of(cast)


@pytest.fixture
def grove(cast: Cast) -> Organisation:
    return add_organisation(kind=Organisation.Kind.HOUSING_ASSOCIATION, name="Het Bosje", by=cast.noor)


@pytest.fixture
def keeper(cast: Cast, signed_in: SignedIn) -> Client:
    """The browser of who keeps the installation."""
    ada = register_person(
        email="ada@samenspraak.example", name="Ada", password=None, by=cast.noor, is_administrator=True
    )
    return signed_in(ada)


def linde() -> Organisation:
    return Organisation.objects.get(name="Woonstichting De Linde")


def test_a_merger_is_looked_at_then_done_then_undone(
    cast: Cast, keeper: Client, grove: Organisation, opened: Round
) -> None:
    address = f"/organisaties/{grove.pk}/fusie/"
    form = {"organisaties": linde().pk, "vanaf": PAST, "waarom": "Fusie per 1 juli."}
    shown = keeper.get(address, form)
    words = text_of(shown.content)
    assert "Het Bosje neemt de plaats in van Woonstichting De Linde." in words
    assert "Krijgen hun rol bij Het Bosje: Bas Vermeer." in words
    assert not Merger.objects.exists()
    confirm = next(form for form in parsed(shown.content).forms if form.method == "POST" and "vanaf" in form.fields)
    keeper.post(address, dict(confirm.form_values()))
    page = text_of(keeper.get(f"/organisaties/{grove.pk}/").content)
    assert "Voortgekomen uit Woonstichting De Linde, vanaf 1 juli 2026." in page
    assert "Opgegaan per 1 juli 2026 in Het Bosje" in text_of(keeper.get(f"/organisaties/{linde().pk}/").content)
    about = text_of(keeper.get(f"/afspraken/{cast.agreement.public_id}/").content)
    assert "partij tot 1 juli 2026, verder als Het Bosje" in about
    assert "Het bezwaar loopt nog." in text_of(keeper.get(f"/ronde/{opened.public_id}/").content)
    keeper.post(f"/organisaties/{grove.pk}/fusie/{Merger.objects.get().pk}/terug/", {"waarom": "Ging niet door."})
    assert "Teruggedraaid." in text_of(keeper.get(f"/organisaties/{grove.pk}/").content)
    assert not AgreementParty.objects.filter(name="Het Bosje").exists()


def test_a_merger_without_a_choice_or_a_reason_says_what_is_missing(
    keeper: Client, grove: Organisation, opened: Round
) -> None:
    address = f"/organisaties/{grove.pk}/fusie/"
    assert "Kies ten minste één organisatie" in text_of(keeper.get(address, {"vanaf": "x", "waarom": ""}).content)
    answer = keeper.post(address, {"organisaties": linde().pk, "vanaf": PAST, "waarom": " "})
    assert answer.status_code == 409
    assert "Schrijf in een zin waarom" in text_of(answer.content)
    assert not Merger.objects.exists()


def test_a_coordinator_is_offered_no_organisation_of_another(
    cast: Cast, signed_in: SignedIn, grove: Organisation
) -> None:
    place = cast.bas.memberships.get().organisation
    browser = signed_in(cast.bas)
    assert "Geen andere organisatie" in text_of(browser.get(f"/organisaties/{place.pk}/fusie/").content)
    browser.post(f"/organisaties/{place.pk}/fusie/", {"organisaties": grove.pk, "vanaf": PAST, "waarom": "Overname."})
    assert not Merger.objects.exists()


def test_a_party_joins_leaves_and_its_commitment_gets_another_lead(
    cast: Cast, signed_in: SignedIn, grove: Organisation, opened: Round
) -> None:
    noor, address = signed_in(cast.noor), f"/afspraken/{cast.agreement.public_id}/partijen/"
    noor.post(address, {"act": "join", "name": "Het Bosje", "kind": grove.kind, "on": PAST, "reason": "Nieuw."})
    assert "1 juli 2026" in text_of(noor.get(address).content)
    party = cast.agreement.parties.get(organisation=linde())
    Progress.objects.filter(party=party).exclude(item=first_item(cast)).delete()
    noor.post(address, {"act": "leave", "party": party.pk, "on": PAST, "reason": "Gestopt."})
    words = text_of(noor.get(address).content)
    assert "partij tot 1 juli 2026" in words
    assert "Zonder trekker" in words
    assert "geen trekker (meer)" in text_of(noor.get("/mijn-taken/").content)
    item = first_item(cast)
    form = {"act": "lead", "item": item.public_id, "party": cast.agreement.parties.get(side="municipality").pk}
    noor.post(address, {**form, "reason": "Neemt het over."})
    assert {report.party.side for report in item.reports.all()} == {"housing_association", "municipality"}


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"act": "join", "name": "Niemand", "kind": "region", "on": PAST, "reason": "x"}, "staat hier nog niet"),
        ({"act": "join", "name": "Het Bosje", "kind": "raar", "on": PAST, "reason": "x"}, "staat hier nog niet"),
        ({"act": "leave", "on": "gisteren"}, "vanaf welke dag"),
        ({"act": "lead", "item": "x"}, "geen trekker meer"),
        (
            {"act": "join", "name": "Het Bosje", "kind": "housing_association", "on": "2999-01-01", "reason": "x"},
            "nog niet geweest",
        ),
    ],
)
def test_what_is_wrong_is_said_on_the_page(
    cast: Cast, signed_in: SignedIn, grove: Organisation, form: dict[str, str], sentence: str
) -> None:
    address = f"/afspraken/{cast.agreement.public_id}/partijen/"
    assert sentence in text_of(signed_in(cast.noor).post(address, form, follow=True).content)
