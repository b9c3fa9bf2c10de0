"""A passage that was missed is pointed at on the page itself: by clicking, by dragging, by selecting text."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Locator, Page

from samenspraak.apps.agreements.jobs import run_import
from samenspraak.apps.agreements.models import AgreementDocument
from samenspraak.apps.documents.actions import request_import, store_document
from tests.journeys.conftest import OpenBrowser, sign_in
from tests.journeys.test_01_from_paper_to_register import EXAMPLE
from tests.web.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.slow]
TEXT = "\n".join(
    f"{number}. De gemeente plaatst in {2026 + number} {number}0 bankjes in de wijk." for number in range(1, 7)
).encode()


def read_in(cast: Cast, data: bytes, name: str, kind: str) -> AgreementDocument:
    document = store_document(file=io.BytesIO(data), name=name, media_type=kind, by=cast.noor).document
    run_import(str(request_import(document=document, by=cast.noor).public_id))
    return AgreementDocument.objects.get(document=document)


@pytest.fixture
def page(open_browser: OpenBrowser, cast: Cast) -> Page:
    page = open_browser().new_page()
    sign_in(page, cast.noor.email)
    return page


def chosen(page: Page) -> tuple[str, str]:
    """Return the first and last place that are chosen in the list."""
    first, last = (page.locator(f"[name={name}]:checked").get_attribute("value") for name in ("first", "last"))
    return first or "", last or ""


def place(line: Locator) -> str:
    return line.get_attribute("data-line") or ""


def middle(line: Locator) -> tuple[float, float]:
    box = line.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_lines_are_clicked_or_dragged_over_on_the_picture(cast: Cast, page: Page) -> None:
    source = read_in(cast, EXAMPLE.read_bytes(), "wijken.pdf", "application/pdf")
    before = source.document.commitments.count()
    page.goto(f"/nakijken/{source.document.public_id}/gemist/?bladzijde=4")
    lines = page.locator("svg [data-line]")
    second, third, fifth = lines.nth(2), lines.nth(3), lines.nth(5)
    page.mouse.click(*middle(fifth))
    assert chosen(page) == (place(fifth), place(fifth))
    page.mouse.click(*middle(second))  # upwards is as good as downwards
    assert chosen(page) == (place(second), place(fifth))
    assert page.locator("svg .review-picked").count() == page.locator(".review-chosen-line").count() == 4
    page.mouse.move(*middle(third))
    page.mouse.down()
    page.mouse.move(*middle(fifth), steps=5)
    page.mouse.up()
    assert chosen(page) == (place(third), place(fifth))
    start = int(place(third))
    page.get_by_role("button", name="Maak hier een voorstel van").click()
    page.wait_for_url("**/nakijken/voorstel/*/")
    assert source.document.commitments.count() == before + 1
    added = source.review_steps.get().after[0]
    assert start <= added["start"] < start + 5  # the passage begins where its words begin


def test_text_is_selected_where_there_is_no_picture(cast: Cast, page: Page) -> None:
    source = read_in(cast, TEXT, "bankjes.txt", "text/plain")
    page.goto(f"/nakijken/{source.document.public_id}/gemist/")
    lines = page.locator("p [data-line]")
    (x, y), (right, below) = middle(lines.nth(1)), middle(lines.nth(3))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(right, below, steps=5)
    page.mouse.up()
    assert chosen(page) == (place(lines.nth(1)), place(lines.nth(3)))
    assert page.locator("p .review-picked").count() == 3


def test_the_radio_buttons_mark_the_page_as_well(cast: Cast, page: Page) -> None:
    source = read_in(cast, TEXT, "bankjes.txt", "text/plain")
    page.goto(f"/nakijken/{source.document.public_id}/gemist/")
    page.locator("[name=first]").nth(1).check()
    page.locator("[name=last]").nth(2).check()
    assert page.locator("p .review-picked").count() == 2
