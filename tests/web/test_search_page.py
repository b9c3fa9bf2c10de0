"""The page of search: the box in the head, hits in their sentence, narrowing down, and help when nothing is found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from samenspraak.apps.parties.models import Person
from tests.web.cast import Cast
from tests.web.markup import faults, parsed, text_of

SignedIn = Callable[[Person], Client]


def test_every_page_has_one_box_that_leads_to_the_search_page(cast: Cast, signed_in: SignedIn) -> None:
    page = parsed(signed_in(cast.noor).get("/hulp/").content)
    (form,) = page.xpath("//header//form[@role='search']")
    assert form.get("action") == "/zoeken/"
    assert [field.get("name") for field in form.xpath(".//input")] == ["zoek"]


def test_who_did_not_sign_in_sees_no_box(db: None, client: Client) -> None:
    assert parsed(client.get("/aanmelden/").content).xpath("//form[@role='search']") == []


def test_a_hit_stands_in_its_sentence_with_the_words_marked(cast: Cast, signed_in: SignedIn) -> None:
    page = parsed(signed_in(cast.noor).get("/zoeken/?zoek=huurwoning").content)
    assert set(page.xpath("//mark/text()")) == {"huurwoningen"}
    assert f"/afspraak/{cast.first.public_id}/" in page.xpath("//h2/a/@href")
    assert page.xpath("//header//input[@name='zoek']/@value") == ["huurwoning"]


def test_a_page_of_a_document_is_a_hit_too(cast: Cast, signed_in: SignedIn) -> None:
    page = parsed(signed_in(cast.noor).get("/zoeken/?zoek=vergunning&in=documenten").content)
    assert f"/documenten/{cast.document.public_id}/?bladzijde=1" in page.xpath("//h2/a/@href")


def test_narrowing_down_stands_in_the_address_and_its_count_is_right(cast: Cast, signed_in: SignedIn) -> None:
    browser = signed_in(cast.noor)
    page = parsed(browser.get("/zoeken/?zoek=woningen").content)
    (option,) = page.xpath("//select[@id='thema']/option[@value='betaalbaarheid']/text()")
    hits = parsed(browser.get("/zoeken/?zoek=woningen&thema=betaalbaarheid").content).xpath("//li[@class='hit']")
    assert option == f"Betaalbaarheid ({len(hits)})"


def test_nothing_found_helps_on(cast: Cast, signed_in: SignedIn) -> None:
    words = text_of(signed_in(cast.noor).get("/zoeken/?zoek=vergunnig&thema=zonder").content)
    assert "Niets gevonden" in words
    assert "Bedoelde u: vergunning" in words
    assert "Zoek in alles, zonder beperking" in words


def test_a_stranger_finds_nothing_and_is_given_no_hint(cast: Cast, signed_in: SignedIn) -> None:
    browser = signed_in(cast.carla)
    for typed in ("vergunning", "vergunnig", "waterhoven"):
        page = parsed(browser.get("/zoeken/", {"zoek": typed}).content)
        assert (
            page.xpath("//li[@class='hit'] | //option[@value != '' and not(@value='nieuw') and not(@value='oud')]")
            == []
        )
        assert "Bedoelde u" not in page.text_content()


def test_what_is_alike_is_fetched_into_the_page_and_stands_behind_a_link_without_script(
    cast: Cast, signed_in: SignedIn
) -> None:
    browser = signed_in(cast.noor)
    page = parsed(browser.get(f"/afspraak/{cast.first.public_id}/").content)
    (place,) = page.xpath("//*[@data-fetch]")
    assert place.xpath(".//a/@href") == [f"/afspraak/{cast.first.public_id}/vergelijkbaar/"]
    beside = browser.get(place.get("data-fetch"))
    assert "Lijkt erop door:" in beside.content.decode()
    whole = browser.get(place.xpath(".//a/@href")[0])
    assert faults(whole.content) == []
    assert "Lijkt erop door:" in text_of(whole.content)


def test_without_words_the_page_explains_itself(cast: Cast, signed_in: SignedIn) -> None:
    words = text_of(signed_in(cast.noor).get("/zoeken/").content)
    assert "Alle woorden moeten voorkomen" in words


@pytest.mark.parametrize(
    "typed", ['"', "<script>alert(1)</script>", "a" * 10_000, "\u202e", "🏠", "\x00woning", "exact:x*", "-a", "%00"]
)
def test_whatever_is_typed_gives_a_sound_page(typed: str, cast: Cast, signed_in: SignedIn) -> None:
    response = signed_in(cast.noor).get("/zoeken/", {"zoek": typed, "in": typed, "partij": typed, "jaar": typed})
    assert response.status_code == 200
    assert faults(response.content) == []


def test_the_hits_of_a_second_page_keep_the_question(cast: Cast, signed_in: SignedIn) -> None:
    page = parsed(signed_in(cast.noor).get("/zoeken/?zoek=woningen&bladzijde=99&sorteer=oud").content)
    assert page.xpath("//li[@class='hit']")
    assert page.xpath("//select[@id='sorteer']/option[@selected]/@value") == ["oud"]
