"""From a mail to the thing itself, and to how often one wants such a mail: in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from samenspraak.apps.mail.models import Frequency
from samenspraak.apps.mail.queries import own_mail
from samenspraak.apps.parties.models import Person
from tests.apps.mail.telling import WEEKLY, parts, run
from tests.journeys.conftest import OpenBrowser, sign_in
from tests.web.cast import PASSWORD, Cast
from tests.web.mail_server import mail_server
from tests.web.rounds import open_round

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def text(cast: Cast, settings: Settings, live_server: LiveServer) -> str:
    """The plain text of the mail that Noor gets about a round."""
    settings.SITE_URL = live_server.url
    open_round(cast)
    with mail_server(settings) as inbox:
        run(WEEKLY)
    return parts(next(mail for mail in inbox.mails if mail["To"] == cast.noor.email))[0]


def links(text: str, part: str) -> list[str]:
    return re.findall(rf"https?://\S*{part}\S*", text)


def test_a_link_lands_on_the_task_after_signing_in(open_browser: OpenBrowser, cast: Cast, text: str) -> None:
    link = links(text, "/taak/")[-1]
    number = link.rstrip("/").rpartition("/")[2]
    page = open_browser().new_page()
    page.goto(link)
    page.get_by_label("E-mailadres").fill(cast.noor.email)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Aanmelden").click()
    page.wait_for_url(f"**/mijn-taken/#taak-{number}")
    expect(page.locator(f"#taak-{number}")).to_be_in_viewport()


def test_one_click_in_a_mail_changes_how_often_it_comes(open_browser: OpenBrowser, cast: Cast, text: str) -> None:
    page = open_browser().new_page()
    page.goto(links(text, "hoe=dag")[0])
    expect(page.get_by_text("Bewaard. Mail van Samenspraak komt nu: elke dag.")).to_be_visible()
    assert frequency(cast.noor) is Frequency.DAILY


def test_never_asks_for_a_click_of_a_person(open_browser: OpenBrowser, cast: Cast, text: str) -> None:
    page = open_browser().new_page()
    page.goto(links(text, "hoe=nooit")[0], wait_until="networkidle")
    assert frequency(cast.noor) is Frequency.WEEKLY
    page.get_by_role("button", name="Ja, mail mij voortaan: nooit").click()
    expect(page.get_by_text("Bewaard.")).to_be_visible()
    assert frequency(cast.noor) is Frequency.NEVER


def test_without_scripts_a_button_does_it(open_browser: OpenBrowser, cast: Cast, text: str) -> None:
    page = open_browser(java_script_enabled=False).new_page()
    page.goto(links(text, "hoe=meteen")[0])
    page.get_by_role("button", name="Ja, mail mij voortaan: meteen").click()
    assert frequency(cast.noor) is Frequency.AT_ONCE


def test_on_the_own_page_it_is_one_click_by_keyboard_too(open_browser: OpenBrowser, cast: Cast) -> None:
    page = open_browser(width=320).new_page()
    sign_in(page, cast.noor.email)
    page.goto("/berichten/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("button", name="Elke dag").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Uw keuze is bewaard.")).to_be_visible()
    assert frequency(cast.noor) is Frequency.DAILY


def frequency(person: Person) -> Frequency:
    return own_mail(person).frequency
