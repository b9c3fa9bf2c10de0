"""A real browser on a real server, with the cast of the page tests."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from tests.web.cast import PASSWORD, Cast, make_cast
from tests.web.own_folders import use_own_folders

# Debian's own browser, quiet: nothing is fetched, nothing is reported.
CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()

OpenBrowser = Callable[..., BrowserContext]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return the browser, started once."""
    # Playwright runs an event loop in this thread; Django would then refuse to ask its database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(autouse=True)
def own_folders(settings: Settings, tmp_path: Path) -> None:
    """Keep this machine's own documents out of every test."""
    use_own_folders(settings, tmp_path)


@pytest.fixture
def cast(transactional_db: None, own_folders: None) -> Cast:
    """Everybody and their agreement, where the server can see them."""
    return make_cast()


@pytest.fixture
def open_browser(chromium: Browser, live_server: LiveServer) -> Iterator[OpenBrowser]:
    """Return a way to open a window: `open_browser(width=320, color_scheme="dark", ...)`."""
    contexts: list[BrowserContext] = []

    def opened(*, width: int = 1280, **options: object) -> BrowserContext:
        viewport = {"width": width, "height": 900}
        contexts.append(chromium.new_context(base_url=live_server.url, viewport=viewport, **options))  # type: ignore[arg-type]
        return contexts[-1]

    yield opened
    for context in contexts:
        context.close()


def sign_in(page: Page, email: str) -> None:
    """Sign in as a person would."""
    page.goto("/aanmelden/")
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Aanmelden").click()
    page.wait_for_url("**/afspraken/")
