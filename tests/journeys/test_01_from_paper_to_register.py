"""Journey 1: a signed document comes in, a coordinator checks it by keyboard, and only then it is in the register."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from importlib.resources import files

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page

from samenspraak.apps.agreements.jobs import run_import
from samenspraak.apps.agreements.models import AgreementDocument, Commitment
from samenspraak.apps.documents.actions import request_import, store_document
from samenspraak.apps.documents.models import ImportRun
from tests.journeys.conftest import OpenBrowser, sign_in
from tests.journeys.test_accessibility import violations
from tests.web.cast import PASSWORD, Cast

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EXAMPLE = files("samenspraak") / "example" / "documents" / "wijken-in-beweging-2025-2030.pdf"
State = Commitment.State
MOST_TABS = 40


@pytest.fixture
def source(cast: Cast) -> AgreementDocument:
    """The example's document, read in the background as an upload is."""
    data = EXAMPLE.read_bytes()
    name, kind = "wijken-in-beweging.pdf", "application/pdf"
    document = store_document(file=io.BytesIO(data), name=name, media_type=kind, by=cast.noor).document
    run_import(str(request_import(document=document, by=cast.noor).public_id))
    return AgreementDocument.objects.get(document=document)


@pytest.fixture
def page(open_browser: OpenBrowser, cast: Cast) -> Page:
    page = open_browser().new_page()
    sign_in(page, cast.noor.email)
    return page


def proposals(source: AgreementDocument) -> list[Commitment]:
    return list(source.document.commitments.order_by("order"))


def address(proposal: Commitment) -> str:
    return f"/nakijken/voorstel/{proposal.public_id}/"


class Keyboard:
    """Presses keys and counts them; nothing here touches a mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.count += 1

    def tab_to(self, words: str) -> None:
        """Press Tab until the focus is on a control with these words; fails when Tab never comes there."""
        read = "(here => here === document.body ? '' : here.textContent || here.id)(document.activeElement)"
        for _ in range(MOST_TABS):
            if words in str(self.page.evaluate(read)):
                return
            self.press("Tab")
        raise AssertionError(words)

    def go(self, key: str) -> None:
        """Press a key that leads to another page, and wait until that is there."""
        with self.page.expect_navigation(wait_until="load"):
            self.press(key)


def hand_in(page: Page, keys: Keyboard) -> ImportRun:
    """Choose the example's file on the page for adding documents, by keyboard; returns the run that waits."""
    page.goto("/documenten/toevoegen/")
    keys.tab_to("bestanden")
    with page.expect_file_chooser() as chooser:
        keys.press("Space")
    chooser.value.set_files({"name": "wijken.pdf", "mimeType": "application/pdf", "buffer": EXAMPLE.read_bytes()})
    assert "wijken.pdf" in page.inner_text("[data-chosen]")
    keys.tab_to("Toevoegen en inlezen")
    keys.go("Enter")
    assert "Wacht op een beurt" in page.inner_text("#inlezen-nu")
    return ImportRun.objects.get(document__name="wijken.pdf")


def read_while_it_is_watched(page: Page, keys: Keyboard, run: ImportRun) -> AgreementDocument:
    """Do what a worker does; the page tells by itself that it is done, and leads on to checking."""
    run_import(str(run.public_id))
    page.locator("#inlezen-nu a[href*=nakijken]").wait_for()
    keys.tab_to("wijken.pdf")
    keys.go("Enter")
    return AgreementDocument.objects.get(document=run.document)


def try_out_every_key(keys: Keyboard, rows: Callable[[], list[Commitment]]) -> None:
    """Split, merge and skip the proposal in view, and undo each of them."""
    before = len(rows())
    keys.press("e", "Control+Home", *["Control+ArrowRight"] * 3, "Escape")
    keys.go("s")
    assert len(rows()) == before + 1
    keys.go("z")
    keys.go("m")
    assert len(rows()) == before - 1
    keys.go("z")
    keys.go("x")
    keys.go("z")
    assert [one.state for one in rows()] == [State.PROPOSED] * before


def test_from_a_file_to_the_register_by_keyboard_with_at_most_three_keys_each(page: Page) -> None:
    keys = Keyboard(page)
    source = read_while_it_is_watched(page, keys, hand_in(page, keys))
    before = len(proposals(source))
    assert before >= 40
    assert page.url.endswith(f"/nakijken/{source.document.public_id}/")
    keys.go("Enter")  # begin
    assert "Klopt dit?" in page.inner_text("h1")
    keys.go("Enter")  # the facts are right
    try_out_every_key(keys, lambda: proposals(source))
    keys.go("x")  # the first one is left out
    for _ in range(before - 1):
        keys.go("Enter")
    states = [one.state for one in proposals(source)]
    assert states == [State.SKIPPED, *[State.ACCEPTED] * (before - 1)]
    keys.tab_to("Naar het register")
    keys.go("Enter")
    assert page.url.endswith(f"/afspraken/{source.agreement.public_id}/")
    assert f"{before - 1} afspraken" in page.inner_text("main")
    print(f"\n{keys.count} key presses for {before - 1} accepted commitments")
    assert keys.count / (before - 1) <= 3
    accepted = proposals(source)[1]
    assert accepted.accepted_by is not None
    assert source.document.sha256 == hashlib.sha256(EXAMPLE.read_bytes()).hexdigest()
    page.goto(f"/afspraak/{accepted.public_id}/")
    assert page.locator(".passage-box").count() > 0


def test_keys_do_nothing_while_somebody_types_and_can_be_turned_off(page: Page, source: AgreementDocument) -> None:
    first = proposals(source)[0]
    page.goto(address(first))
    page.keyboard.press("e")
    page.keyboard.type("axszmjk")
    assert page.get_by_label("Tekst", exact=True).input_value().count("axszmjk") == 1
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.get_by_label("Sneltoetsen staan aan").uncheck()
    page.locator("h1").click()
    for key in ("a", "x", "j", "z"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert page.url.endswith(address(first))
    assert {one.state for one in proposals(source)} == {State.PROPOSED}


def test_everything_needed_works_without_javascript(
    open_browser: OpenBrowser, cast: Cast, source: AgreementDocument
) -> None:
    page = open_browser(java_script_enabled=False).new_page()
    sign_in(page, cast.noor.email)
    first, second, third, *_ = proposals(source)
    page.goto(address(first))
    page.locator("[name=title]").fill("Anders genoemd")
    page.get_by_role("button", name="Overnemen").click()
    page.get_by_role("button", name="Overslaan").click()
    page.get_by_role("link", name="Vorige K").click()
    assert page.url.endswith(address(second))
    page.goto(address(third))
    page.get_by_role("link", name="Splitsen").click()
    page.get_by_role("button", name="Splits hier").first.click()
    states = [(one.state, one.title) for one in proposals(source)[:2]]
    assert states[0] == (State.ACCEPTED, "Anders genoemd")
    assert states[1][0] == State.SKIPPED
    assert proposals(source)[2].text != third.text


def test_a_passage_that_was_missed_is_pointed_at_without_a_mouse(page: Page, source: AgreementDocument) -> None:
    before = len(proposals(source))
    page.goto(f"/nakijken/{source.document.public_id}/gemist/?bladzijde=4")
    page.locator("[name=first]").first.focus()
    page.keyboard.press("Space")
    page.locator("[name=last]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nakijken/voorstel/*/")
    assert len(proposals(source)) == before + 1
    assert page.locator("[data-this] .passage-box").count() >= 1


def test_two_people_see_both_texts_and_choose(
    open_browser: OpenBrowser, cast: Cast, page: Page, source: AgreementDocument
) -> None:
    first = proposals(source)[0]
    other = open_browser().new_page()
    sign_in(other, cast.noor.email)
    for window in (page, other):
        window.goto(address(first))
    page.get_by_label("Tekst", exact=True).fill("De tekst van de een.")
    page.get_by_role("button", name="Alleen bewaren").click()
    other.get_by_label("Tekst", exact=True).fill("De tekst van de ander.")
    other.get_by_role("button", name="Overnemen").click()
    assert "De tekst van de een." in other.inner_text("main")
    assert "De tekst van de ander." in other.inner_text("main")
    assert proposals(source)[0].text == "De tekst van de een."
    other.get_by_role("button", name="Bewaar het mijne en neem over").click()
    assert (proposals(source)[0].text, proposals(source)[0].state) == ("De tekst van de ander.", State.ACCEPTED)


def test_what_was_typed_is_still_there_when_signing_in_ran_out(
    cast: Cast, page: Page, source: AgreementDocument
) -> None:
    first = proposals(source)[0]
    page.goto(address(first))
    page.get_by_label("Tekst", exact=True).fill("Halverwege een lange zin")
    Session.objects.all().delete()
    page.get_by_role("button", name="Overnemen").click()
    page.get_by_label("E-mailadres").fill(cast.noor.email)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Aanmelden").click()
    page.wait_for_url(f"**{address(first)}")
    assert page.get_by_label("Tekst", exact=True).input_value() == "Halverwege een lange zin"
    assert page.get_by_text("Wat u hier eerder typte").is_visible()
    assert proposals(source)[0].text == first.text  # nothing was sent for them
    with page.expect_navigation():
        page.get_by_role("button", name="Overnemen").click()
    assert proposals(source)[0].text == "Halverwege een lange zin"
    page.goto(address(first))
    assert not page.get_by_text("Wat u hier eerder typte").is_visible()


def test_facts_and_answers_are_still_there_when_signing_in_ran_out(
    cast: Cast, page: Page, source: AgreementDocument
) -> None:
    address = f"/nakijken/{source.document.public_id}/gegevens/"
    page.goto(address)
    page.get_by_label("Titel").fill("Een betere titel")
    page.get_by_label("Een nieuwe organisatie").first.check()
    Session.objects.all().delete()
    page.get_by_role("button", name="Dit klopt").click()
    page.get_by_label("E-mailadres").fill(cast.noor.email)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Aanmelden").click()
    page.wait_for_url(f"**{address}")
    assert page.get_by_label("Titel").input_value() == "Een betere titel"
    assert page.get_by_label("Een nieuwe organisatie").first.is_checked()
    assert page.get_by_text("Wat u hier eerder typte").is_visible()
    with page.expect_navigation():
        page.get_by_role("button", name="Dit klopt").click()
    source.agreement.refresh_from_db()
    assert source.agreement.title == "Een betere titel"
    page.goto(address)
    assert not page.get_by_text("Wat u hier eerder typte").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state_of_a_review(
    open_browser: OpenBrowser, cast: Cast, source: AgreementDocument, scheme: str
) -> None:
    document, (first, second, *_) = source.document.public_id, proposals(source)
    addresses = [
        "/nakijken/",
        f"/nakijken/{document}/?zekerheid=50",
        f"/nakijken/{document}/?zekerheid=90",
        f"/nakijken/{document}/gegevens/",
        f"/nakijken/{document}/gemist/?bladzijde=4",
        address(second),
        f"{address(second)}?bladzijde=5",
        f"{address(second)}splitsen/",
    ]
    found: dict[str, list[str]] = {}
    for width, language in ((1280, "nl"), (320, "en")):
        page = open_browser(width=width, color_scheme=scheme, bypass_csp=True).new_page()
        sign_in(page, cast.noor.email)
        if language == "en":
            page.get_by_role("button", name="English").click()
        for place in addresses:
            page.goto(place)
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, place
            if wrong := violations(page):
                found[f"{place} {width}"] = wrong
        page.goto(address(first))
        page.locator("[name=version]").evaluate("field => { field.value = 99 }")
        page.locator("[data-key='Enter a']").click()
        if wrong := violations(page):
            found[f"conflict {width}"] = wrong
    assert found == {}
