"""axe finds nothing on any page, light and dark, wide and narrow, in both languages; nothing runs off the screen."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import OpenBrowser, sign_in
from tests.web.cast import Cast
from tests.web.pages import page_addresses

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OTHER_PAGES = ["/aanmelden/", "/bestaat-niet/"]


def violations(page: Page) -> list[str]:
    """Return what axe finds: the rule and the first place."""
    page.evaluate(AXE)
    result: dict[str, Any] = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    assert len(result["passes"]) > 10, "axe looked at next to nothing"
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in result["violations"]]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_browser: OpenBrowser, cast: Cast, scheme: str, width: int) -> None:
    # axe has to be put into the page, which our own policy rightly forbids.
    context = open_browser(width=width, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for signed_in in (False, True):
        if signed_in:
            sign_in(page, cast.noor.email)
        for address in [*OTHER_PAGES, *(page_addresses(cast) if signed_in else [])]:
            page.goto(address)
            if wrong := violations(page):
                found[address] = wrong
    assert found == {}


def test_axe_finds_nothing_in_english_with_everything_opened(open_browser: OpenBrowser, cast: Cast) -> None:
    page = open_browser(bypass_csp=True).new_page()
    sign_in(page, cast.noor.email)
    page.get_by_role("button", name="English").click()
    found: dict[str, list[str]] = {}
    for address in page_addresses(cast):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        if wrong := violations(page):
            found[address] = wrong
    assert found == {}


def test_axe_is_awake(open_browser: OpenBrowser, cast: Cast) -> None:
    page = open_browser(bypass_csp=True).new_page()
    page.goto("/aanmelden/")
    page.evaluate("document.querySelector('label').remove()")
    assert any(found.startswith("label:") for found in violations(page))


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
def test_nothing_runs_off_the_screen(open_browser: OpenBrowser, cast: Cast, width: int) -> None:
    page = open_browser(width=width).new_page()
    sign_in(page, cast.noor.email)
    too_wide = {}
    for address in page_addresses(cast):
        page.goto(address)
        scroll = page.evaluate("document.documentElement.scrollWidth")
        if scroll > width:
            too_wide[address] = scroll
    assert too_wide == {}


def test_letters_may_be_twice_as_large(open_browser: OpenBrowser, cast: Cast) -> None:
    page = open_browser().new_page()
    sign_in(page, cast.noor.email)
    for address in page_addresses(cast):
        page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '32px'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280, address


def test_no_page_breaks_its_own_policy(open_browser: OpenBrowser, cast: Cast) -> None:
    page = open_browser().new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    sign_in(page, cast.noor.email)
    for address in page_addresses(cast):
        page.goto(address)
    assert said == []


def test_a_first_visit_is_light(open_browser: OpenBrowser, cast: Cast) -> None:
    """At most 150 KB in all for the largest page without pictures, fonts included, before compression."""
    page = open_browser().new_page()
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(response.body())) if response.status == 200 else None)
    sign_in(page, cast.noor.email)
    sizes.clear()
    fresh = open_browser().new_page()
    fresh.on("response", lambda response: sizes.append(len(response.body())) if response.status == 200 else None)
    fresh.context.add_cookies(page.context.cookies())
    fresh.goto(f"/afspraken/{cast.agreement.public_id}/", wait_until="networkidle")
    assert 20_000 < sum(sizes) < 150_000
