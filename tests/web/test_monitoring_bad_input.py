"""What goes wrong in a round, through the page: two at once, too late, a file that is not what it says, the clock."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from unittest import mock

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samenspraak.apps.monitoring import actions
from samenspraak.apps.monitoring.models import Evidence, Reaction, Round, RoundItem
from samenspraak.apps.parties.actions import add_member, add_organisation, register_person
from samenspraak.apps.parties.models import Membership, Organisation, Person
from tests.web.cast import PASSWORD, Cast
from tests.web.markup import parsed, text_of
from tests.web.rounds import first_item, round_of, said

SignedIn = Callable[[Person], Client]

TEST_STRING = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


@pytest.fixture
def opened(cast: Cast) -> Round:
    return round_of(cast)


def address_of(cast: Cast) -> str:
    return f"/voortgang/{first_item(cast).public_id}/"


def typed_on_desk(cast: Cast, text: str, version: int) -> dict[str, str]:
    number = said(cast).pk
    return {f"{number}-version": str(version), f"{number}-light": "red", f"{number}-text": text}


# --- Two at once ---------------------------------------------------------------------------------------


def test_who_comes_second_sees_both_texts_and_loses_none(cast: Cast, signed_in: SignedIn, opened: Round) -> None:
    form = {"light": "green", "text": "De rechter gaf ons gelijk.", "version": "1"}
    signed_in(cast.bas).post(address_of(cast), form)
    second = {"light": "red", "text": "De aannemer is failliet.", "version": "1"}
    response = signed_in(cast.bas).post(address_of(cast), second)
    assert response.status_code == 409
    assert "De rechter gaf ons gelijk." in text_of(response.content)
    form = next(form for form in parsed(response.content).forms if form.fields.get("version"))
    assert (form.fields["text"], form.fields["light"], form.fields["version"]) == (
        "De aannemer is failliet.",
        "red",
        "2",
    )
    assert said(cast).text == "De rechter gaf ons gelijk."
    again = signed_in(cast.bas).post(address_of(cast), dict(form.form_values()))
    assert again.status_code == 302
    assert said(cast).text == "De aannemer is failliet."


def test_the_desk_shows_both_texts_as_well(cast: Cast, signed_in: SignedIn, opened: Round) -> None:
    signed_in(cast.bas).post(address_of(cast), {"light": "green", "text": "De rechter gaf ons gelijk.", "version": "1"})
    response = signed_in(cast.bas).post("/mijn-taken/", typed_on_desk(cast, "De aannemer is failliet.", 1))
    assert response.status_code == 409
    words = text_of(response.content)
    assert "De rechter gaf ons gelijk." in words
    assert "De aannemer is failliet." in words
    assert said(cast).text == "De rechter gaf ons gelijk."


def test_the_script_of_the_desk_is_told_what_stands_there(cast: Cast, signed_in: SignedIn, opened: Round) -> None:
    response = signed_in(cast.bas).post(
        address_of(cast), {"text": "Anders.", "version": "0"}, headers={"Accept": "application/json"}
    )
    assert (response.status_code, response.json()["theirs"]) == (409, "Het bezwaar loopt nog.")


# --- Too late ------------------------------------------------------------------------------------------


def test_an_update_after_locking_is_refused_with_its_words(cast: Cast, signed_in: SignedIn, opened: Round) -> None:
    actions.lock_round(round_=opened, by=cast.noor)
    form = {"light": "red", "text": "De aannemer is failliet.", "version": "1"}
    response = signed_in(cast.bas).post(address_of(cast), form)
    assert response.status_code == 409
    words = text_of(response.content)
    assert "Deze ronde is gesloten" in words
    assert "De aannemer is failliet." in words
    assert said(cast).version == 1


def test_the_desk_says_so_too(cast: Cast, signed_in: SignedIn, opened: Round) -> None:
    form = typed_on_desk(cast, "De aannemer is failliet.", 1)
    actions.lock_round(round_=opened, by=cast.noor)
    response = signed_in(cast.bas).post("/mijn-taken/", form)
    assert response.status_code == 409
    assert "De aannemer is failliet." in text_of(response.content)
    assert said(cast).version == 1


def test_a_reaction_after_adoption_keeps_its_words_on_the_page(cast: Cast, signed_in: SignedIn, opened: Round) -> None:
    actions.lock_round(round_=opened, by=cast.noor)
    actions.adopt_round(round_=opened, adopted_in="", by=cast.noor)
    response = signed_in(cast.noor).post(address_of(cast), {"act": "react", "text": "Wij zagen iets anders."})
    assert response.status_code == 409
    assert "Wij zagen iets anders." in text_of(response.content)
    assert Reaction.objects.count() == 1


# --- Evidence ------------------------------------------------------------------------------------------


def packed(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", "<w:document/>")
        package.writestr(name, content)
    return buffer.getvalue()


PROGRAM = b"MZ\x90\x00\x03" + bytes(60)
DANGEROUS = {
    "a virus scanner's test string": ("verslag.txt", TEST_STRING, "virusscanner"),
    "the same called PDF": ("verslag.pdf", b"%PDF-1.7\n" + TEST_STRING, "virusscanner"),
    "the same packed in a Word file": ("verslag.docx", packed("word/media/image1.png", TEST_STRING), "virusscanner"),
    "a program of Windows called PDF": ("verslag.pdf", PROGRAM, "programma"),
    "a program of Linux called text": ("verslag.txt", b"\x7fELF\x02\x01", "programma"),
    "a script called table": ("verslag.csv", b"#!/bin/sh\nrm -rf x", "programma"),
    "a program packed in a Word file": ("verslag.docx", packed("word/media/image1.png", PROGRAM), "nemen wij niet aan"),
}


@pytest.mark.parametrize("name", DANGEROUS)
def test_what_can_harm_is_refused_by_what_is_in_it(cast: Cast, signed_in: SignedIn, opened: Round, name: str) -> None:
    called, content, word = DANGEROUS[name]
    form = {"act": "evidence", "file": SimpleUploadedFile(called, content)}
    response = signed_in(cast.bas).post(address_of(cast), form)
    assert response.status_code == 409
    assert word in text_of(response.content)
    assert Evidence.objects.count() == 1, "only what was there"


def test_a_text_that_begins_as_a_program_does_is_a_text(cast: Cast, signed_in: SignedIn, opened: Round) -> None:
    form = {"act": "evidence", "file": SimpleUploadedFile("memo.txt", b"MZK: memo over de zelfbewoningsplicht")}
    assert signed_in(cast.bas).post(address_of(cast), form).status_code == 302
    assert Evidence.objects.count() == 2


# --- The clock -----------------------------------------------------------------------------------------


def at(moment: datetime) -> mock._patch[mock.Mock]:
    return mock.patch("django.utils.timezone.now", return_value=moment)


def test_in_the_hour_that_comes_twice_the_order_stays(cast: Cast, signed_in: SignedIn, opened: Round) -> None:
    for hour, text in ((0, "Voor de klok terugging."), (1, "Erna, om dezelfde tijd.")):
        with at(datetime(2027, 10, 31, hour, 30, tzinfo=UTC)):
            signed_in(cast.noor).post(address_of(cast), {"act": "react", "text": text})
    words = text_of(signed_in(cast.noor).get(address_of(cast)).content)
    assert words.index("Voor de klok terugging.") < words.index("Erna, om dezelfde tijd.")
    assert words.count("31 oktober 2027, 02:30") == 2


def of_the_tenants(opened: Round) -> Person:
    """Return somebody who works for the tenants' organisation of a round, for whom the clock of the law runs."""
    hanna = register_person(email="hanna@huurders.example", name="Hanna", password=PASSWORD, by=None)
    kind = Organisation.Kind.TENANTS_ORGANISATION
    organisation = add_organisation(kind=kind, name="Huurdersplatform De Linde", by=hanna)
    add_member(person=hanna, organisation=organisation, role=Membership.Role.CONTRIBUTOR, by=None)
    opened.agreement.parties.filter(name=organisation.name).update(organisation=organisation)
    return hanna


def test_the_night_without_an_hour_costs_no_day_of_advice(cast: Cast, signed_in: SignedIn, opened: Round) -> None:
    hanna = of_the_tenants(opened)
    with at(datetime(2027, 3, 1, 22, 30, tzinfo=UTC)):
        actions.lock_round(round_=opened, by=cast.noor)
    with at(datetime(2027, 3, 27, 22, 30, tzinfo=UTC)):
        before = text_of(signed_in(hanna).get(f"/ronde/{opened.public_id}/lezen/").content)
    with at(datetime(2027, 3, 28, 22, 30, tzinfo=UTC)):
        after = text_of(signed_in(hanna).get(f"/ronde/{opened.public_id}/lezen/").content)
    assert "nog 16 dagen" in before
    assert "nog 14 dagen" in after, "half past midnight in summer time is the next day"


def test_a_clock_that_was_put_back_loses_nothing(cast: Cast, signed_in: SignedIn, opened: Round) -> None:
    with at(datetime(2001, 1, 1, tzinfo=UTC)):
        signed_in(cast.bas).post(address_of(cast), {"light": "green", "text": "Klaar.", "version": "1"})
    assert (said(cast).text, said(cast).version) == ("Klaar.", 2)


# --- One's own words -----------------------------------------------------------------------------------


def test_a_reaction_is_taken_back_and_stays_in_the_history(cast: Cast, signed_in: SignedIn, opened: Round) -> None:
    browser, address = signed_in(cast.noor), address_of(cast)
    assert "Vervangen of intrekken" in text_of(browser.get(address).content)
    browser.post(address, {"act": "withdraw", "replaces": Reaction.objects.get().pk, "text": "Het is opgelost."})
    words = text_of(browser.get(address).content)
    assert "Er is nog niets te zien." in words
    assert "trok de eerdere reactie in" in words
    monitor = text_of(browser.get(f"/ronde/{opened.public_id}/").content)
    assert "Er is nog niets te zien." not in monitor
    assert "Het is opgelost." not in monitor


def test_nobody_takes_back_or_replaces_the_words_of_another(cast: Cast, signed_in: SignedIn, opened: Round) -> None:
    browser, address = signed_in(cast.bas), address_of(cast)
    assert "Vervangen of intrekken" not in text_of(browser.get(address).content)
    number = Reaction.objects.get().pk
    for act in ("withdraw", "react"):
        answer = browser.post(address, {"act": act, "replaces": number, "text": "Weg ermee."})
        assert answer.status_code == 403
    assert Reaction.objects.count() == 1


def test_a_commitment_leaves_the_round_while_nobody_said_anything(
    cast: Cast, signed_in: SignedIn, opened: Round
) -> None:
    browser, silent = signed_in(cast.noor), opened.items.order_by("order")[1]
    assert "Uit de ronde halen" in text_of(browser.get(f"/voortgang/{silent.public_id}/").content)
    assert "Uit de ronde halen" not in text_of(browser.get(address_of(cast)).content)
    answer = browser.post(f"/voortgang/{silent.public_id}/", {"act": "drop", "text": "Hoort bij een ander jaar."})
    assert answer["Location"] == f"/ronde/{opened.public_id}/"
    assert not RoundItem.objects.filter(pk=silent.pk).exists()
    browser.post(address_of(cast), {"act": "drop", "text": "Weg."})
    assert RoundItem.objects.filter(pk=first_item(cast).pk).exists()
