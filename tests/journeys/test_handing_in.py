"""Handing in documents in a browser: choosing, dropping, watching, reloading, failing, trying again, without script."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from samenspraak.apps.agreements import jobs
from samenspraak.apps.documents.actions import fail_import
from samenspraak.apps.documents.models import ImportRun
from tests.journeys.conftest import OpenBrowser, sign_in
from tests.journeys.test_accessibility import violations
from tests.web.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LETTER = "De gemeente antwoordt in 2027 binnen acht weken.\n"

DROP = """
([zone, name, text]) => {
  const held = new DataTransfer();
  held.items.add(new File([text], name, {type: "text/plain"}));
  for (const kind of ["dragenter", "dragover", "drop"])
    document.querySelector(zone).dispatchEvent(
      new DragEvent(kind, {dataTransfer: held, bubbles: true, cancelable: true}));
}
"""


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "brief.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


def page_to_hand_in(open_browser: OpenBrowser, cast: Cast, **options: object) -> Page:
    page = open_browser(**options).new_page()
    sign_in(page, cast.noor.email)
    page.goto("/documenten/")
    page.get_by_role("link", name="Documenten toevoegen").click()
    return page


def progress(done: int) -> None:
    ImportRun.objects.filter(status__in=("queued", "running")).update(
        status="running", started_at="2026-01-01T00:00Z", attempt=1, doing="lezen", done_count=done, total_count=40
    )


def test_chosen_files_are_shown_sent_and_followed_until_they_are_read(
    open_browser: OpenBrowser, cast: Cast, letter: Path
) -> None:
    page = page_to_hand_in(open_browser, cast)
    page.get_by_label("Bestanden", exact=True).set_input_files(letter)
    expect(page.get_by_role("status", name="Gekozen bestanden")).to_contain_text("brief.txt")
    page.get_by_role("button", name="Toevoegen en inlezen").click()
    runs = page.get_by_role("region", name="Wordt nu ingelezen")
    expect(runs).to_contain_text("Wacht op een beurt")
    progress(10)
    expect(runs).to_contain_text("22%: bladzijde 10 van 40 is gelezen")
    page.reload()
    expect(runs).to_contain_text("22%: bladzijde 10 van 40 is gelezen")
    progress(20)
    expect(runs).to_contain_text("45%: bladzijde 20 van 40 is gelezen")
    run = ImportRun.objects.get(status="running")
    ImportRun.objects.filter(pk=run.pk).update(status="queued")
    jobs.run_import(str(run.public_id))
    expect(page.locator("#meldingen[role=status]")).to_contain_text("brief.txt is ingelezen.")
    expect(runs.get_by_role("link", name="Nakijken brief.txt")).to_be_visible()


def test_a_dropped_file_joins_those_that_were_chosen(open_browser: OpenBrowser, cast: Cast, letter: Path) -> None:
    page = page_to_hand_in(open_browser, cast)
    page.get_by_label("Bestanden", exact=True).set_input_files(letter)
    page.evaluate(DROP, ["[data-drop]", "gesleept.txt", LETTER * 2])
    expect(page.get_by_role("status", name="Gekozen bestanden").get_by_role("listitem")).to_have_count(2)
    page.get_by_role("button", name="Toevoegen en inlezen").click()
    runs = page.get_by_role("region", name="Wordt nu ingelezen")
    expect(runs).to_contain_text("brief.txt")
    expect(runs).to_contain_text("gesleept.txt")


def test_a_file_that_is_too_large_is_said_before_it_is_sent(
    open_browser: OpenBrowser, cast: Cast, letter: Path, settings: object
) -> None:
    settings.UPLOAD_BYTES = 1_000_000  # type: ignore[attr-defined]
    page = page_to_hand_in(open_browser, cast)
    large = {"name": "groot.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7" + b"0" * 1_500_000}
    page.get_by_label("Bestanden", exact=True).set_input_files(large)  # type: ignore[arg-type]
    expect(page.get_by_role("status", name="Gekozen bestanden")).to_contain_text("te groot")
    page.get_by_role("button", name="Toevoegen en inlezen").click()
    expect(page.get_by_role("alert")).to_contain_text("hier mag het ten hoogste 1 MB zijn. Splits het document")


def test_a_failure_says_why_and_is_tried_again(open_browser: OpenBrowser, cast: Cast, letter: Path) -> None:
    page = page_to_hand_in(open_browser, cast)
    page.get_by_label("Bestanden", exact=True).set_input_files(letter)
    page.get_by_role("button", name="Toevoegen en inlezen").click()
    runs = page.get_by_role("region", name="Wordt nu ingelezen")
    expect(runs).to_contain_text("Wacht op een beurt")
    run = ImportRun.objects.get(status="queued")
    fail_import(run=run, code="E103", message="brief.txt: Het bestand is beschadigd. (E103)", by=cast.noor)
    expect(runs).to_contain_text("Het bestand is beschadigd. (E103)")
    expect(page.locator("#meldingen")).to_contain_text("brief.txt kon niet worden ingelezen.")
    runs.get_by_role("button", name="Opnieuw proberen brief.txt").click()
    expect(runs).to_contain_text("Wacht op een beurt")


def test_all_of_it_works_without_script(open_browser: OpenBrowser, cast: Cast, letter: Path) -> None:
    page = page_to_hand_in(open_browser, cast, java_script_enabled=False)
    page.get_by_label("Bestanden", exact=True).set_input_files(letter)
    page.get_by_label("Hoort bij").select_option("Prestatieafspraken Waterhoven (2026–2029)")
    page.get_by_role("button", name="Toevoegen en inlezen").click()
    progress(10)
    page.get_by_role("link", name="Laat zien hoe ver het nu is").click()
    expect(page.get_by_role("region", name="Wordt nu ingelezen")).to_contain_text("bladzijde 10 van 40")
    page.get_by_role("button", name="Stoppen brief.txt").click()
    expect(page.get_by_text("Het inlezen is gestopt.")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_while_files_are_read_and_refused(
    open_browser: OpenBrowser, cast: Cast, letter: Path, width: int, scheme: str
) -> None:
    page = page_to_hand_in(open_browser, cast, width=width, color_scheme=scheme, bypass_csp=True)
    page.get_by_label("Bestanden", exact=True).set_input_files(letter)
    assert violations(page) == []
    page.get_by_role("button", name="Toevoegen en inlezen").click()
    expect(page.get_by_role("region", name="Wordt nu ingelezen")).to_be_visible()
    progress(10)
    page.reload()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto("/documenten/toevoegen/")
    empty = {"name": "leeg.pdf", "mimeType": "application/pdf", "buffer": b""}
    page.get_by_label("Bestanden", exact=True).set_input_files(empty)  # type: ignore[arg-type]
    page.get_by_role("button", name="Toevoegen en inlezen").click()
    expect(page.get_by_role("alert")).to_contain_text("Het bestand is leeg.")
    assert violations(page) == []
