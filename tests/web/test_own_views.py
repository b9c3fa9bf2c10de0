"""Choosing columns and keeping views of the register, in the browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from samenspraak.apps.agreements.models import SavedView
from samenspraak.apps.parties.models import Person
from tests.web.cast import Cast
from tests.web.markup import faults, parsed, text_of

pytestmark = pytest.mark.slow  # each builds a register first


@pytest.fixture
def noor(cast: Cast, signed_in: Callable[[Person], Client]) -> Client:
    return signed_in(cast.noor)


def heads(browser: Client, cast: Cast, query: str) -> list[str]:
    page = parsed(browser.get(f"/afspraken/{cast.agreement.public_id}/{query}").content)
    return [
        " ".join(head.text_content().split()) for head in page.xpath("//thead//th[not(contains(@class, 'col-choose'))]")
    ]


def save(browser: Client, cast: Cast, name: str, address: str = "thema=betaalbaarheid", **more: str) -> bytes:
    data = {"name": name, "address": address, **more}
    return bytes(browser.post(f"/afspraken/{cast.agreement.public_id}/weergaven/", data, follow=True).content)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?weergave=tabel", ["Nummer", "Afspraak", "Thema", "Wie", "Termijn", "Stand", "Bron"]),
        ("?weergave=tabel&kolom=afspraak", ["Afspraak"]),
        ("?weergave=tabel&kolom=jaar&kolom=soort&kolom=onzin", ["Afspraak", "Soort", "Jaar"]),
        (
            "?weergave=tabel&kolom=doet-mee&kolom=kop&kolom=prioriteit&kolom=nummer",
            ["Nummer", "Afspraak", "Kop", "Doet mee", "Prioriteit"],
        ),
    ],
)
def test_the_columns_follow_the_address(cast: Cast, noor: Client, query: str, expected: list[str]) -> None:
    assert heads(noor, cast, query) == expected


def test_columns_are_remembered_until_an_address_says_otherwise(cast: Cast, noor: Client) -> None:
    address = f"/afspraken/{cast.agreement.public_id}/"
    assert "Deze kolommen onthouden" in text_of(noor.get(f"{address}?weergave=tabel&kolom=jaar").content)
    noor.post(f"{address}kolommen/", {"kolom": ["jaar"], "address": "weergave=tabel"})
    assert heads(noor, cast, "?weergave=tabel") == ["Afspraak", "Jaar"]
    assert heads(noor, cast, "?weergave=tabel&kolom=nummer") == ["Nummer", "Afspraak"]
    assert "Deze kolommen onthouden" not in text_of(noor.get(f"{address}?weergave=tabel&kolom=jaar").content)


def test_sorting_and_searching_keep_the_columns(cast: Cast, noor: Client) -> None:
    page = parsed(noor.get(f"/afspraken/{cast.agreement.public_id}/?weergave=tabel&kolom=jaar&bladzijde=1").content)
    assert page.xpath("//th/a/@href")[1] == "?weergave=tabel&kolom=jaar&sorteer=jaar#lijst"
    assert page.xpath("//form[@role='search']//input[@name='kolom']/@value") == ["jaar"]


def test_a_view_is_saved_found_back_renamed_and_deleted(cast: Cast, noor: Client) -> None:
    shown = save(noor, cast, "Betaalbaar", "thema=betaalbaarheid&bladzijde=3&csrfmiddlewaretoken=x")
    assert "De weergave “Betaalbaar” is bewaard." in text_of(shown)
    chip = parsed(shown).xpath("//ul[@aria-label='Bewaarde weergaven']//a[@class='chip']")[0]
    assert (chip.get("href"), chip.get("aria-current")) == ("?thema=betaalbaarheid#lijst", "true")
    view = SavedView.objects.get()
    page = noor.get(f"/afspraken/{cast.agreement.public_id}/weergaven/").content
    assert faults(page) == []
    done = noor.post(f"/weergave/{view.public_id}/", {"name": "Betalen", "is_shared": "on"}, follow=True)
    assert "De weergave is aangepast." in text_of(done.content)
    gone = noor.post(f"/weergave/{view.public_id}/verwijderen/", follow=True)
    assert "“Betalen” is verwijderd" in text_of(gone.content)
    assert not SavedView.objects.exists()


def test_a_name_that_is_taken_is_said_beside_what_was_filled_in(cast: Cast, noor: Client) -> None:
    save(noor, cast, "Betaalbaar")
    shown = save(noor, cast, "betaalbaar", "zoek=huur")
    assert "U hebt hier al een weergave die “betaalbaar” heet." in text_of(shown)
    page = parsed(shown)
    assert page.xpath("//input[@id='view-name']/@value") == ["betaalbaar"]
    assert page.xpath("//input[@name='address']/@value") == ["zoek=huur"]


def test_a_shared_view_stands_with_whose_it_is(cast: Cast, noor: Client, signed_in: Callable[[Person], Client]) -> None:
    save(noor, cast, "Betaalbaar", is_shared="on")
    bas = signed_in(cast.bas)
    shown = text_of(bas.get(f"/afspraken/{cast.agreement.public_id}/").content)
    assert "Betaalbaar van Noor van Dam" in shown
    view = SavedView.objects.get()
    assert bas.post(f"/weergave/{view.public_id}/verwijderen/").status_code == 404
