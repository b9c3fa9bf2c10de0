"""Journey 2: an association's policy officer reports on everything that is asked of her, on one page, in minutes."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from samenspraak.apps.agreements.models import Commitment, CommitmentParty
from samenspraak.apps.monitoring import actions
from samenspraak.apps.monitoring.models import Progress, Round
from tests.journeys.conftest import OpenBrowser, sign_in
from tests.web.cast import Cast
from tests.web.rounds import open_round

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def seven(cast: Cast) -> Round:
    """Return a round in which the association is asked about seven commitments."""
    Commitment.objects.filter(agreement=cast.agreement).update(year=None, priority="")
    rows = list(cast.agreement.commitments.order_by("pk")[:7])
    CommitmentParty.objects.filter(commitment__in=rows).delete()
    CommitmentParty.objects.bulk_create(
        CommitmentParty(commitment=row, name="corporaties", role="lead", order=0) for row in rows
    )
    return open_round(cast)


def desk_of_bas(open_browser: OpenBrowser, cast: Cast, **options: object) -> Page:
    page = open_browser(**options).new_page()
    sign_in(page, cast.bas.email)
    page.goto("/mijn-taken/", wait_until="networkidle")
    return page


def said(round_: Round) -> list[tuple[str, str]]:
    rows = Progress.objects.filter(item__round=round_, version__gt=0).order_by("item__order")
    return list(rows.values_list("light", "text"))


def test_every_row_is_kept_while_typing_on_one_page(open_browser: OpenBrowser, cast: Cast, seven: Round) -> None:
    page = desk_of_bas(open_browser, cast)
    loads: list[str] = []
    page.on("framenavigated", lambda frame: loads.append(frame.url))
    tasks = page.locator(".task")
    count = tasks.count()
    assert count == 7
    for number in range(count):
        task = tasks.nth(number)
        task.get_by_label("Vraagt actie").check()
        task.get_by_label("Toelichting").fill(f"Stand van zaken {number}.")
        expect(task.locator(".task__state")).to_have_text("bewaard")
    assert said(seven) == [("amber", f"Stand van zaken {number}.") for number in range(count)]
    page.reload(wait_until="networkidle")
    expect(page.get_by_text("Er wordt nu niets van u gevraagd")).to_be_visible()
    assert len(loads) <= 1, "two page loads in all"


def test_by_keyboard_alone(open_browser: OpenBrowser, cast: Cast, seven: Round) -> None:
    page = desk_of_bas(open_browser, cast)
    task = page.locator(".task").first
    task.get_by_label("Nog niet bekend").focus()
    page.keyboard.press("ArrowLeft")  # round to the last of the known lights
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    page.keyboard.type("Er is nog niets gebeurd.")
    expect(task.locator(".task__state")).to_have_text("bewaard")
    assert said(seven) == [("grey", "Er is nog niets gebeurd.")]


def test_red_without_words_is_not_kept_and_says_why(open_browser: OpenBrowser, cast: Cast, seven: Round) -> None:
    page = desk_of_bas(open_browser, cast)
    task = page.locator(".task").first
    task.get_by_label("Loopt achter").check()
    expect(task.locator(".task__state")).to_contain_text("hoort een toelichting")
    assert said(seven) == []
    task.get_by_label("Toelichting").fill("De grond is niet beschikbaar.")
    expect(task.locator(".task__state")).to_have_text("bewaard")
    assert said(seven) == [("red", "De grond is niet beschikbaar.")]


def test_without_a_connection_nothing_is_lost(open_browser: OpenBrowser, cast: Cast, seven: Round) -> None:
    page = desk_of_bas(open_browser, cast)
    task = page.locator(".task").first
    page.context.set_offline(True)
    task.get_by_label("Toelichting").fill("Getypt in de trein.")
    expect(task.locator(".task__state")).to_contain_text("op dit apparaat bewaard")
    context = page.context
    page.close()
    context.set_offline(False)
    later = context.new_page()
    later.goto("/mijn-taken/", wait_until="networkidle")
    task = later.locator(".task").first
    expect(task.get_by_label("Toelichting")).to_have_value("Getypt in de trein.")
    expect(task.locator(".task__state")).to_have_text("bewaard")
    assert said(seven) == [("", "Getypt in de trein.")]


def test_back_in_reach_it_is_sent_by_itself(open_browser: OpenBrowser, cast: Cast, seven: Round) -> None:
    page = desk_of_bas(open_browser, cast)
    task = page.locator(".task").first
    page.context.set_offline(True)
    task.get_by_label("Toelichting").fill("Getypt in de trein.")
    expect(task.locator(".task__state")).to_contain_text("op dit apparaat bewaard")
    page.context.set_offline(False)
    expect(task.locator(".task__state")).to_have_text("bewaard")
    assert said(seven) == [("", "Getypt in de trein.")]


def test_somebody_else_was_first_and_nothing_is_overwritten(
    open_browser: OpenBrowser, cast: Cast, seven: Round
) -> None:
    page = desk_of_bas(open_browser, cast)
    first = seven.items.order_by("order").filter(reports__party__side="housing_association")[0]
    party = cast.agreement.parties.get(side="housing_association")
    report = actions.Report(light="green", text="Van een collega.")
    actions.report_progress(item=first, party=party, report=report, seen_version=0, by=cast.bas)
    task = page.locator(".task").first
    task.get_by_label("Toelichting").fill("Van mij.")
    expect(task.locator(".task__state")).to_contain_text("niets overschreven")
    assert said(seven) == [("green", "Van een collega.")]
    assert task.get_by_label("Toelichting").input_value() == "Van mij."


def test_without_a_script_one_button_keeps_all(open_browser: OpenBrowser, cast: Cast, seven: Round) -> None:
    page = desk_of_bas(open_browser, cast, java_script_enabled=False)
    page.locator(".task").nth(0).get_by_label("Op schema").check()
    page.locator(".task").nth(1).get_by_label("Loopt achter").check()
    page.get_by_role("button", name="Alles bewaren").click()
    expect(page.get_by_role("alert")).to_contain_text("hoort een toelichting")
    assert page.locator(".task").nth(1).get_by_label("Loopt achter").is_checked(), "what was typed is still there"
    page.locator(".task").nth(1).get_by_label("Toelichting").fill("Geen grond.")
    page.get_by_role("button", name="Alles bewaren").click()
    expect(page.get_by_text(re.compile("1 afspraak is bijgewerkt"))).to_be_visible()
    assert said(seven) == [("green", ""), ("red", "Geen grond.")]


def test_the_coordinator_sees_who_is_silent_and_reminds_with_one_click(
    open_browser: OpenBrowser, cast: Cast, seven: Round
) -> None:
    page = open_browser().new_page()
    sign_in(page, cast.noor.email)
    page.goto("/mijn-taken/", wait_until="networkidle")
    page.get_by_role("button", name="Herinner Woonstichting De Linde").click()
    expect(page.get_by_text(re.compile("herinnerd op"))).to_be_visible()
    other = desk_of_bas(open_browser, cast)
    expect(other.get_by_text(re.compile("De coördinator herinnerde u"))).to_be_visible()


def test_on_paper_a_task_shows_what_was_filled_in_and_no_empty_boxes(
    open_browser: OpenBrowser, cast: Cast, seven: Round
) -> None:
    page = desk_of_bas(open_browser, cast)
    task = page.locator(".task").first
    task.get_by_text("Volgende stap en cijfers").click()
    task.get_by_label("Volgende stap").fill("Zitting")
    page.emulate_media(media="print")
    expect(task.get_by_label("Volgende stap")).to_be_visible()
    for empty in ("Nu", "Verwacht op de einddatum", "Peildatum", "Toelichting"):
        expect(task.get_by_label(empty, exact=True)).to_be_hidden()
