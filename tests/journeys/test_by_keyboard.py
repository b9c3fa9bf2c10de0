"""Whoever uses no mouse gets everywhere, in the order of the page, and sees where they are."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import OpenBrowser, sign_in
from tests.web.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def page(open_browser: OpenBrowser, cast: Cast) -> Page:
    page = open_browser().new_page()
    sign_in(page, cast.noor.email)
    return page


def focused(page: Page) -> str:
    """Return the words of what has the focus."""
    return str(page.evaluate("document.activeElement.innerText || document.activeElement.name || ''")).strip()


def stops(page: Page, count: int) -> list[str]:
    """Press Tab and return where it stops."""
    found = []
    for _ in range(count):
        page.keyboard.press("Tab")
        found.append(focused(page))
    return found


def test_the_first_stop_skips_the_menus(page: Page) -> None:
    page.goto("/afspraken/")
    assert stops(page, 1) == ["Naar de inhoud"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"
    assert stops(page, 1) == ["Documenten toevoegen"]


def test_the_stops_follow_the_page(page: Page) -> None:
    page.goto("/afspraken/")
    assert stops(page, 12) == [
        "Naar de inhoud",
        "Samenspraak",
        "Mijn taken",
        "Afspraken",
        "Nakijken",
        "Documenten",
        "Organisaties",
        "Hulp",
        "zoek",  # the box to search everything, and its button
        "Zoeken in alles",
        "English",
        "Noor van Dam\nMijn account",
    ]


def test_the_account_menu_opens_and_closes_with_enter(page: Page) -> None:
    page.goto("/afspraken/")
    stops(page, 12)
    page.keyboard.press("Enter")
    assert stops(page, 3) == ["Mijn account", "Mijn berichten", "Afmelden"]


def test_signing_in_needs_no_mouse(open_browser: OpenBrowser, cast: Cast) -> None:
    page = open_browser().new_page()
    page.goto("/aanmelden/")
    stops(page, 4)
    page.keyboard.type(cast.bas.email)
    page.keyboard.press("Tab")
    page.keyboard.type("een lang wachtwoord")
    page.keyboard.press("Enter")
    page.wait_for_url("**/afspraken/")


def test_every_stop_can_be_seen(page: Page, cast: Cast) -> None:
    page.goto(f"/afspraken/{cast.agreement.public_id}/?weergave=tabel")
    unseen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        if not page.evaluate(SEEN):
            unseen.append(focused(page))
    assert unseen == []


# The stop itself, or the card around it, has an outline, and it lies within the window.
SEEN = """() => {
  const stop = document.activeElement;
  if (stop === document.body) return true;
  const box = stop.getBoundingClientRect();
  const outlined = [stop, stop.closest(".card--link")].some(
    (e) => e && getComputedStyle(e).outlineStyle !== "none" && parseFloat(getComputedStyle(e).outlineWidth) >= 2);
  return outlined && box.width > 0 && box.top < innerHeight && box.bottom > 0;
}"""
