"""The handbook in the application, at the place where it is needed."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from samenspraak.apps.parties.models import Person
from samenspraak.web.workspace.help import handbook
from samenspraak.web.workspace.help.places import PLACES
from tests.web.cast import Cast
from tests.web.pages import address_of, names
from tests.web.rights.matrix import MATRIX

SignedIn = Callable[[Person], Client]
CHAPTERS = (handbook.START, *handbook.chapter_names())


def test_every_page_has_its_place_in_the_handbook() -> None:
    assert {name for name in names() if MATRIX[name].is_page} - set(PLACES) == set(), "add it to help/places.py"
    assert set(PLACES) - names() == set(), "there is no such page"


@pytest.mark.parametrize("page", sorted(PLACES))
def test_the_place_is_there(page: str) -> None:
    name, anchor = PLACES[page]
    chapter = handbook.chapter(name)
    assert chapter
    assert not anchor or f'id="{anchor}"' in chapter.body


def test_a_page_leads_to_its_own_place(cast: Cast, signed_in: SignedIn) -> None:
    page = signed_in(cast.noor).get(address_of("commitment", cast)).content.decode()
    assert '<a href="/hulp/register/#een-afspraak">Hulp bij deze pagina</a>' in page


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_link_of_a_chapter_leads_somewhere(cast: Cast, signed_in: SignedIn, name: str) -> None:
    chapter = handbook.chapter(name)
    assert chapter
    browser = signed_in(cast.noor)
    for address in re.findall(r'(?:href|src)="([^"]*)"', chapter.body):
        if not address.startswith("https://"):
            path, _, anchor = address.partition("#")
            response = browser.get(path or handbook.chapter_address(name))
            assert response.status_code == 200, address
            assert not anchor or f'id="{anchor}"'.encode() in response.content, address


@pytest.mark.parametrize(
    "address", ["/hulp/weg/", "/hulp/beeld/weg.png", "/hulp/beeld/..%2Fregister.md", "/hulp/README/x"]
)
def test_what_is_not_in_the_handbook_is_not_found(cast: Cast, signed_in: SignedIn, address: str) -> None:
    assert signed_in(cast.noor).get(address).status_code == 404


def test_in_english_the_frame_is_english_and_the_chapter_says_that_it_is_not(cast: Cast, signed_in: SignedIn) -> None:
    browser = signed_in(cast.noor)
    browser.post("/taal/", {"language": "en", "next": "/"})
    page = browser.get("/hulp/toevoegen/").content.decode()
    assert "The chapters of the handbook are in Dutch." in page
    assert '<article class="handbook__text" lang="nl">' in page


def test_html_in_a_chapter_is_shown_and_not_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handbook, "_text_of", lambda _name: "# Titel\n\n<b onclick=x>vet</b> [weg](javascript:x)\n")
    chapter = handbook.chapter.__wrapped__(handbook.START)
    assert chapter is not None
    assert "<b" not in chapter.body
    assert "javascript:" not in re.findall(r'href="([^"]*)"', chapter.body)
