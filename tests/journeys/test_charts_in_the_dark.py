"""A chart follows the screen: dark on a dark one, light on paper and where the house style knows no dark."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.journeys.conftest import OpenBrowser, sign_in
from tests.web.cast import Cast
from tests.web.figures import target_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LIGHT, DARK = (255, 255, 255), (26, 34, 41)


def ground_of(page: Page) -> tuple[int, ...]:
    """Return the colour in a corner of the picture, where nothing is drawn."""
    with Image.open(BytesIO(page.locator(".chart img").first.screenshot())) as picture:
        return picture.convert("RGB").getpixel((3, 3))  # type: ignore[return-value]


def test_the_picture_of_a_target_follows_the_screen_and_is_light_on_paper(
    open_browser: OpenBrowser, cast: Cast
) -> None:
    target = target_in(cast)
    page = open_browser(color_scheme="dark").new_page()
    sign_in(page, cast.noor.email)
    page.goto(f"/doel/{target.public_id}/")
    assert ground_of(page) == DARK
    page.emulate_media(media="print", color_scheme="dark")
    assert ground_of(page) == LIGHT
    page.emulate_media(media="screen", color_scheme="light")
    assert ground_of(page) == LIGHT
    page.emulate_media(media="screen", color_scheme="dark")
    page.evaluate("document.documentElement.classList.add('has-own-theme')")
    page.wait_for_timeout(300)  # an image is painted anew a little later
    assert ground_of(page) == LIGHT
