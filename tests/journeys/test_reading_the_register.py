"""A coordinator looks up what was agreed: sign in, filter, open a commitment, see where it stands."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenBrowser, sign_in
from tests.web.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def page(request: pytest.FixtureRequest, open_browser: OpenBrowser, cast: Cast) -> Page:
    page = open_browser(java_script_enabled=request.param).new_page()
    sign_in(page, cast.noor.email)
    return page


def test_from_signing_in_to_the_passage(page: Page) -> None:
    page.get_by_role("link", name="Prestatieafspraken Waterhoven").click()
    page.get_by_role("link", name="Beschikbaarheid").click()
    expect(page.get_by_role("heading", name="4 van de 8 afspraken")).to_be_visible()
    page.get_by_label("Zoek in nummer, titel en tekst").fill("station")
    page.get_by_role("button", name="Toon").click()
    expect(page.get_by_role("heading", name="2 van de 8 afspraken")).to_be_visible()
    assert "zoek=station" in page.url
    assert "thema=beschikbaarheid" in page.url
    page.get_by_role("link", name="Bouwen bij het station").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("K 1.1 Bouwen bij het station")
    expect(page.get_by_role("img", name="Afbeelding van bladzijde 1, met de passage gemarkeerd")).to_be_visible()
    marks_cover_the_line(page)


def marks_cover_the_line(page: Page) -> None:
    """Check that the mark lies on the picture, and not somewhere else."""
    picture = page.locator("figure image").bounding_box()
    mark = page.locator("figure rect").bounding_box()
    assert picture
    assert mark
    # The passage is the second line: 112 of 842 points from the top, 72 of 595 from the left.
    assert (mark["y"] - picture["y"]) / picture["height"] == pytest.approx(112 / 842, abs=0.005)
    assert (mark["x"] - picture["x"]) / picture["width"] == pytest.approx(72 / 595, abs=0.005)


def test_next_and_back_and_out(page: Page) -> None:
    page.get_by_role("link", name="Prestatieafspraken Waterhoven").click()
    page.get_by_role("link", name="Bouwen bij het station").first.click()
    page.get_by_role("link", name="Volgende").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Afspraak K 1.2")
    page.get_by_role("link", name="Vorige").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("K 1.1 Bouwen bij het station")
    page.locator("summary", has_text="Noor van Dam").click()
    page.get_by_role("button", name="Afmelden").click()
    expect(page.get_by_role("heading", name="Aanmelden")).to_be_visible()


def test_findings_lead_to_where_they_arose(page: Page) -> None:
    page.get_by_role("link", name="Prestatieafspraken Waterhoven").click()
    page.get_by_role("link", name="Bevindingen").click()
    page.get_by_role("link", name="Geen trekker").click()
    page.get_by_role("link", name="Er komt een onderzoek").first.click()
    expect(page.get_by_role("heading", name="Wat een lezer hierbij zou vragen")).to_be_visible()


def test_the_document_shows_its_commitments_in_place(page: Page, cast: Cast) -> None:
    page.goto(f"/documenten/{cast.document.public_id}/")
    expect(page.locator("figure rect")).to_have_count(4)
    page.locator("figure svg a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("K 1.1 Bouwen bij het station")


def test_english_at_the_touch_of_a_button(page: Page) -> None:
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Performance agreements")).to_be_visible()
    page.get_by_role("button", name="Nederlands").click()
    expect(page.get_by_role("heading", name="Prestatieafspraken", exact=True)).to_be_visible()
