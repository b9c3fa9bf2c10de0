"""axe finds nothing on any page, light and dark, wide and narrow, in both languages; nothing runs off the screen.

Every address of the rights matrix is walked twice, so a new page is tested by having a row there: narrow and in Dutch
as it comes, with its size in wider windows; then wide and in English with everything opened. A page is loaded once per
walk and looked at in all its ways.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.urls import reverse
from playwright.sync_api import Page

from tests.journeys.conftest import OpenBrowser, sign_in
from tests.web.cast import PASSWORD, Cast
from tests.web.pages import page_addresses

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What the dark can change: the rest was looked at in the light.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
# Colours do not fade over while axe looks; axe has to be put into the page, which our own policy rightly forbids.
AS_AXE_SEES = {"color_scheme": "light", "reduced_motion": "reduce", "bypass_csp": True}
# Only what is read here leaves the page: all that axe passed, with its places, takes longer to send than to find.
LOOK = """async ([rules, within]) => {
    const result = await axe.run(within, {runOnly: rules, resultTypes: ["violations"]});
    return {passes: result.passes.length, violations: result.violations.map(v => [v.id, v.nodes[0].html])};
}"""
OTHER_PAGES = ["/aanmelden/", "/bestaat-niet/"]
NARROW = 320
WINDOWS = {NARROW: True, 700: False, 1000: False, 1280: True, 1920: False}  # where sizes are looked at; and buttons too


def violations(page: Page, only: list[str] | None = None, within: str = "html") -> list[str]:
    """Return what axe finds: the rule and the first place; `only` names single rules."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    result: dict[str, Any] = page.evaluate(LOOK, [only or RULES, within])
    assert only or within != "html" or result["passes"] > 10, "axe looked at next to nothing"
    return [f"{rule}: {place[:160]}" for rule, place in result["violations"]]


def in_the_dark(page: Page) -> list[str]:
    """Return what axe finds when the same page is dark."""
    page.emulate_media(color_scheme="dark")
    found = violations(page, COLOUR_RULES)
    page.emulate_media(color_scheme="light")
    return [f"dark: {one}" for one in found]


def too_wide(page: Page) -> Iterator[str]:
    """Yield in which windows, and with how large letters, something runs off the screen or is too small to press."""
    for window, is_pressed in WINDOWS.items():
        page.set_viewport_size({"width": window, "height": 900})
        if is_pressed:
            yield from (f"{window} wide: {one}" for one in violations(page, ["target-size"]))
        if (scroll := page.evaluate("document.documentElement.scrollWidth")) > window:
            yield f"{scroll} wide in a window of {window}"
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '32px'")
    if (scroll := page.evaluate("document.documentElement.scrollWidth")) > 1280:
        yield f"{scroll} wide with letters of twice the size"
    page.set_viewport_size({"width": NARROW, "height": 900})


def test_every_page_is_for_everybody(open_browser: OpenBrowser, cast: Cast) -> None:
    page = open_browser(width=NARROW, **AS_AXE_SEES).new_page()
    found: dict[str, list[str]] = {}
    for signed_in in (False, True):
        if signed_in:
            sign_in(page, cast.noor.email)
        for address in [*OTHER_PAGES, *(page_addresses(cast) if signed_in else [])]:
            page.goto(address)
            found[address] = [*violations(page), *in_the_dark(page), *too_wide(page)]
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


def test_every_page_is_for_everybody_in_english_with_everything_opened(open_browser: OpenBrowser, cast: Cast) -> None:
    page = open_browser(**AS_AXE_SEES).new_page()
    sign_in(page, cast.noor.email)
    page.get_by_role("button", name="English").click()
    found: dict[str, list[str]] = {}
    for address in page_addresses(cast):
        page.goto(address)
        # The menu lies over the page while it is open: nobody presses what is under it, so it is looked at alone.
        page.evaluate("document.querySelectorAll('details:not(.menu)').forEach(d => d.open = true)")
        found[address] = [*violations(page), *in_the_dark(page)]
        page.evaluate("document.querySelector('.menu').open = true")
        found[address] += violations(page, within=".menu")
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


def test_the_second_factor_is_for_everybody(open_browser: OpenBrowser, cast: Cast) -> None:
    page = open_browser(width=NARROW, **AS_AXE_SEES).new_page()
    sign_in(page, cast.noor.email)
    found: dict[str, list[str]] = {}

    def look(name: str) -> None:
        page.goto(reverse(name))
        assert page.url.endswith(reverse(name)), f"{name} leads to {page.url}"
        found[name] = [*violations(page), *in_the_dark(page), *too_wide(page)]

    look("account_reauthenticate")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.locator("main button[type=submit]").first.click()
    page.wait_for_load_state()
    look("mfa_activate_totp")
    TOTP.activate(cast.noor, generate_totp_secret())
    RecoveryCodes.activate(cast.noor)
    for name in (
        "mfa_index",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_deactivate_totp",
        "mfa_reauthenticate",
    ):
        look(name)
    page.context.clear_cookies()
    page.goto("/aanmelden/")
    page.get_by_label("E-mailadres").fill(cast.noor.email)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Aanmelden").click()
    page.wait_for_url("**/aanmelden/code/")
    found["mfa_authenticate"] = [*violations(page), *in_the_dark(page), *too_wide(page)]
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_axe_is_awake(open_browser: OpenBrowser, cast: Cast) -> None:
    page = open_browser(**AS_AXE_SEES).new_page()
    page.goto("/aanmelden/")
    page.evaluate("document.querySelector('label').remove()")
    assert any(found.startswith("label:") for found in violations(page))
    page.add_style_tag(
        content="@media (prefers-color-scheme: dark) { label { color: #445 !important; background: #112 !important; } }"
    )
    assert any(found.startswith("dark: color-contrast") for found in in_the_dark(page))
    page.evaluate("document.body.innerHTML += '<ul style=line-height:1><li><a href=#a>a</a><li><a href=#b>b</a></ul>'")
    page.add_style_tag(content="li > a { padding: 0 !important }")
    assert next(too_wide(page)).startswith("320 wide: target-size")
    page.evaluate("document.querySelector('main ~ ul').remove()")
    page.evaluate("document.body.style.minWidth = '1300px'")
    assert next(too_wide(page)).endswith("in a window of 320")


def test_no_page_breaks_its_own_policy(open_browser: OpenBrowser, cast: Cast) -> None:
    page = open_browser().new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    sign_in(page, cast.noor.email)
    for address in page_addresses(cast):
        page.goto(address)
    assert said == []


def test_every_page_says_what_it_is_without_javascript(open_browser: OpenBrowser, cast: Cast) -> None:
    page = open_browser(java_script_enabled=False).new_page()
    sign_in(page, cast.noor.email)
    for address in page_addresses(cast):
        page.goto(address)
        assert page.locator("h1").first.is_visible(), address
        assert page.locator("main").inner_text().count(" ") > 5, f"{address} says next to nothing"


def test_a_first_visit_is_light(open_browser: OpenBrowser, cast: Cast) -> None:
    """At most 150 KB compressed in all for the largest page without pictures, fonts included; held well below that."""
    page = open_browser().new_page()
    sizes: list[int] = []
    sign_in(page, cast.noor.email)
    fresh = open_browser().new_page()
    fresh.on("response", lambda response: sizes.append(len(gzip.compress(response.body()))) if response.ok else None)
    fresh.context.add_cookies(page.context.cookies())
    fresh.goto(f"/afspraken/{cast.agreement.public_id}/", wait_until="networkidle")
    assert 40_000 < sum(sizes) < 90_000
