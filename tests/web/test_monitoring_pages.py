"""The pages of the monitor: what a person reads there, and what a form answers."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from samenspraak.apps.monitoring.models import Progress, Reaction, Round
from samenspraak.apps.parties.models import Person
from tests.web.cast import Cast
from tests.web.markup import text_of
from tests.web.rounds import first_item, round_of, said

SignedIn = Callable[[Person], Client]


@pytest.fixture
def opened(cast: Cast) -> Round:
    return round_of(cast)


def test_the_monitor_shows_what_was_said_and_who_differs(cast: Cast, signed_in: SignedIn, opened: Round) -> None:
    words = text_of(signed_in(cast.noor).get(f"/ronde/{opened.public_id}/").content)
    assert "Het bezwaar loopt nog." in words
    assert "Waterhoven ziet Loopt achter" in words
    assert "1e tertiaal 2027" in words


def test_a_commitment_shows_its_rounds_and_advice(cast: Cast, signed_in: SignedIn, opened: Round) -> None:
    commitment = first_item(cast).commitment
    words = text_of(signed_in(cast.noor).get(f"/afspraak/{commitment.public_id}/").content)
    assert "Door de rondes heen" in words
    assert "Advies bij deze afspraak" in words


def test_a_round_is_opened_from_the_page(cast: Cast, signed_in: SignedIn) -> None:
    form = {"act": "open", "period": "quarter:2", "year": "2027", "due_on": "2027-07-15"}
    response = signed_in(cast.noor).post(f"/afspraken/{cast.agreement.public_id}/rondes/", form)
    made = Round.objects.get()
    assert response["Location"] == f"/ronde/{made.public_id}/"
    assert (made.period_kind, made.number) == ("quarter", 2)


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"period": "quarter:9", "year": "2027", "due_on": "2027-07-15"}, "Kies een periode en een jaar"),
        ({"period": "quarter:2", "year": "2027", "due_on": "31-12"}, "tot en met welke dag"),
        ({"period": "own_dates:", "first_day": "2027-05-01", "due_on": "2027-07-15"}, "eerste en de laatste dag"),
        ({"period": "tertial:1", "year": "2027", "due_on": "2026-07-15"}, "Kies een latere dag"),
        ({}, "Kies een periode en een jaar"),
    ],
)
def test_a_wrong_period_is_explained(cast: Cast, signed_in: SignedIn, form: dict[str, str], sentence: str) -> None:
    browser = signed_in(cast.noor)
    response = browser.post(f"/afspraken/{cast.agreement.public_id}/rondes/", {"act": "open", **form}, follow=True)
    assert sentence in text_of(response.content)
    assert not Round.objects.exists()


def test_the_script_of_the_desk_gets_the_new_version(cast: Cast, signed_in: SignedIn, opened: Round) -> None:
    browser, address = signed_in(cast.bas), f"/voortgang/{first_item(cast).public_id}/"
    headers = {"Accept": "application/json"}
    kept = browser.post(address, {"light": "green", "text": "Klaar.", "version": "1"}, headers=headers)
    late = browser.post(address, {"light": "red", "text": "Niet klaar.", "version": "1"}, headers=headers)
    assert (kept.status_code, kept.json()) == (200, {"version": 2})
    assert (late.status_code, late.json()["code"]) == (409, "E482")
    assert said(cast).text == "Klaar."


def test_numbers_are_read_as_people_write_them(cast: Cast, signed_in: SignedIn, opened: Round) -> None:
    address = f"/voortgang/{first_item(cast).public_id}/"
    form = {"version": "1", "text": "Cijfers.", "actual": "1.250", "expected": "92,5", "as_of": "2027-04-30"}
    signed_in(cast.bas).post(address, form)
    assert said(cast).figures == {"actual": 1250.0, "expected": 92.5, "as_of": "2027-04-30"}
    page = signed_in(cast.bas).get(address).content.decode()
    assert "(30 april 2027)" in page
    assert re.findall(r'name="(?:actual|expected)"[^>]* value="([^"]*)"', page) == ["1250", "92,5"]


@pytest.mark.parametrize("typed", ["nan", "inf", "1e999", "veel", ""])
def test_what_is_no_number_stays_unknown(cast: Cast, signed_in: SignedIn, opened: Round, typed: str) -> None:
    signed_in(cast.bas).post(f"/voortgang/{first_item(cast).public_id}/", {"version": "1", "actual": typed})
    assert said(cast).figures == {}


def test_nobody_reports_for_another_party_through_the_form(cast: Cast, signed_in: SignedIn, opened: Round) -> None:
    other = cast.agreement.parties.get(side="housing_association")
    form = {"party": other.pk, "light": "green", "version": "1"}
    response = signed_in(cast.noor).post(f"/voortgang/{first_item(cast).public_id}/", form)
    assert response.status_code == 403
    assert said(cast).light == "amber"


def test_a_reaction_replaces_an_own_one_only_when_asked(cast: Cast, signed_in: SignedIn, opened: Round) -> None:
    browser, address = signed_in(cast.noor), f"/voortgang/{first_item(cast).public_id}/"
    browser.post(address, {"act": "react", "text": "Nog iets.", "light": "paars"})
    earlier = Reaction.objects.latest("pk").pk
    browser.post(address, {"act": "react", "text": "Toch anders.", "replaces": earlier})
    last = Reaction.objects.latest("pk")
    assert (last.light, last.replaces and last.replaces.text) == ("", "Nog iets.")


def test_a_file_is_handed_over_to_be_kept_not_opened(cast: Cast, signed_in: SignedIn, opened: Round) -> None:
    evidence = said(cast).evidence.get()
    response = signed_in(cast.noor).get(f"/bewijs/{evidence.public_id}/")
    assert response["Content-Disposition"] == 'attachment; filename="besluit.pdf"'
    assert b"".join(response) == b"%PDF-1.7"


def test_a_desk_without_anything_to_do_says_so(cast: Cast, signed_in: SignedIn) -> None:
    assert "U bent bij" in text_of(signed_in(cast.carla).get("/mijn-taken/").content)


def test_an_unknown_adoption_and_odd_words_in_an_address_are_harmless(
    cast: Cast, signed_in: SignedIn, opened: Round
) -> None:
    browser, address = signed_in(cast.noor), f"/ronde/{opened.public_id}/"
    assert browser.get(f"{address}?vaststelling=99").status_code == 404
    assert browser.get(f"{address}?vaststelling=-1&toon=alles&thema=x&weergave=y").status_code == 200
    assert browser.get(f"{address}vergelijken/?met=nee").status_code == 200
    assert Progress.objects.filter(version__gt=0).count() == 1


def test_a_party_is_left_out_and_asked_again_from_the_page(cast: Cast, signed_in: SignedIn, opened: Round) -> None:
    item, browser = first_item(cast), signed_in(cast.noor)
    there = set(item.reports.values_list("party", flat=True))
    another = cast.agreement.parties.exclude(pk__in=there).order_by("order")[0]
    address = f"/voortgang/{item.public_id}/"
    browser.post(address, {"act": "ask", "party": another.pk, "text": "Doet het werk."})
    words = text_of(browser.get(address).content)
    assert f"{another.name} wordt gevraagd, ook al noemt het document een ander." in words
    browser.post(address, {"act": "leave-out", "party": another.pk, "text": "Doet niet mee."})
    words = text_of(browser.get(address).content)
    assert f"{another.name} wordt niet gevraagd. Doet niet mee." in words
    browser.post(address, {"act": "ask-again", "party": another.pk})
    assert set(item.reports.values_list("party", flat=True)) == there | {another.pk}
