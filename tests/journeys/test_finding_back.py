"""Finding back what was agreed, by keyboard: the key "/" from any page, words, and on to the commitment."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import OpenBrowser, sign_in
from tests.web.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_slash_leads_to_the_box_and_a_word_to_the_commitment(open_browser: OpenBrowser, cast: Cast) -> None:
    page = open_browser().new_page()
    sign_in(page, cast.noor.email)
    page.goto("/hulp/")
    page.keyboard.press("/")
    page.keyboard.type("huurwoning and/or")  # a slash in the box is a slash
    assert page.get_by_label("Zoek in afspraken en documenten").input_value() == "huurwoning and/or"
    page.keyboard.press("Control+A")
    page.keyboard.type("huurwoning")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?zoek=huurwoning")
    assert page.locator("mark").first.inner_text() == "huurwoningen"
    page.locator(".hit a").first.click()
    page.wait_for_url("**/afspraak/**")


def test_the_neighbours_idea_stands_beside_the_commitment(open_browser: OpenBrowser, cast: Cast) -> None:
    page = open_browser().new_page()
    sign_in(page, cast.noor.email)
    page.goto(f"/afspraak/{cast.first.public_id}/")
    page.locator("[data-fetch] .hit").first.wait_for()
    page.goto(f"/afspraak/{cast.first.public_id}/vergelijkbaar/")
    page.locator(".hit a").first.click()
    page.wait_for_url("**/afspraak/**")


def test_searching_needs_no_script(open_browser: OpenBrowser, cast: Cast) -> None:
    page = open_browser(width=320, java_script_enabled=False).new_page()
    sign_in(page, cast.noor.email)
    page.get_by_label("Zoek in afspraken en documenten").fill("energie onderzoek")
    page.get_by_role("button", name="Zoeken in alles").click()
    page.wait_for_url("**/zoeken/**")
    assert "onderzoek" in page.content()
