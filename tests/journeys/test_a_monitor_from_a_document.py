"""The monitor in a document lives on: taken over, discussed, adopted, and a next round opened, all by clicking."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from samenspraak.config.cli.example_loading import load_example, read_example
from tests.journeys.conftest import OpenBrowser

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MONITOR = "kaderafspraken-en-monitor-2025.docx"


@pytest.fixture
def example(transactional_db: None, own_folders: None) -> None:
    """Load the people of the example, and of its documents the one that holds a monitor."""
    whole = read_example()
    holding = next(one for one in whole.agreements if any(name.endswith(MONITOR) for name in one.files))
    load_example(
        whole.model_copy(
            update={
                "agreements": (
                    holding.model_copy(
                        update={"files": tuple(name for name in holding.files if name.endswith(MONITOR))}
                    ),
                )
            }
        )
    )


def page_of(open_browser: OpenBrowser, email: str) -> Page:
    page = open_browser().new_page()
    page.goto("/aanmelden/")
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("Wachtwoord").fill("helmgras-en-schelpen")
    page.get_by_role("button", name="Aanmelden").click()
    page.wait_for_url("**/afspraken/")
    return page


def row(page: Page, code: str) -> Page:
    """Follow the row with this number in the monitor."""
    number = page.locator("td.code", has_text=re.compile(f"^{re.escape(code)}$"))
    page.locator("tr", has=number).get_by_role("link").first.click()
    return page


def test_the_monitor_of_a_document_is_discussed_adopted_and_followed_up(
    open_browser: OpenBrowser, example: None
) -> None:
    sanne = page_of(open_browser, "sanne@duinrode.example")
    sanne.get_by_role("link", name="Kaderafspraken en jaarafspraken").first.click()
    sanne.get_by_role("link", name="Monitor", exact=True).first.click()
    taken_over = sanne.get_by_role("region", name="In uw documenten staat een monitor over 2025")
    taken_over.get_by_role("button", name="De monitor uit het document overnemen").click()
    expect(sanne.get_by_role("heading", name="Heel 2025")).to_be_visible()
    first = sanne.url
    start = sanne.locator("tr", has=sanne.locator("td.code", has_text=re.compile("^J 1.1$")))
    expect(start).to_contain_text("De Kade")
    expect(start).to_contain_text("T2")
    expect(start).to_contain_text("Zoals het in het document staat.")
    assert sanne.locator("table.monitor tbody tr").count() > 15

    meeting = row(sanne, "J 1.5").get_by_role("region", name="Wat het overleg vaststelt")
    meeting.get_by_label("Loopt achter").check()
    meeting.get_by_label("Waarom").fill("Het aandeel daalde, terwijl het zou stijgen.")
    meeting.get_by_role("button", name="Vastleggen").click()

    tineke = page_of(open_browser, "tineke@huurdersraad.example")
    tineke.goto(first)
    reactions = row(tineke, "J 1.1").get_by_role("region", name="Reacties")
    reactions.get_by_label("Loopt achter").check()
    reactions.get_by_label("Uw reactie").fill("Onze leden zien op het terrein nog niemand aan het werk.")
    reactions.get_by_role("button", name="Reageren").click()
    expect(reactions).to_contain_text("Huurdersraad De Kade ziet")

    sanne.goto(f"{first}?toon=verschil")
    expect(sanne.locator("table.monitor tbody tr")).to_have_count(1)
    expect(sanne.locator("table.monitor tbody tr")).to_contain_text("nog niemand aan het werk")
    sanne.goto(f"{first}verloop/")
    sanne.get_by_role("button", name="Ronde sluiten").click()
    sanne.get_by_label("Vastgesteld in").fill("bestuurlijk overleg van maart")
    sanne.get_by_role("button", name="Ronde vaststellen").click()
    sanne.goto(first)
    expect(sanne.locator("main")).to_contain_text("Wat hier staat verandert niet meer.")
    expect(sanne.locator("main")).to_contain_text("Het overleg: Het aandeel daalde, terwijl het zou stijgen.")

    sanne.get_by_role("link", name="Monitor", exact=True).first.click()
    opening = sanne.get_by_role("region", name="Een ronde openen")
    opening.get_by_label("Jaar").fill("2026")
    opening.get_by_label("Bijwerken tot en met").fill("2026-05-15")
    opening.get_by_role("button", name="Ronde openen").click()
    expect(sanne.get_by_role("heading", name="1e tertiaal 2026")).to_be_visible()
    expect(sanne.locator("tr", has=sanne.locator("td.code", has_text=re.compile("^J 1.5$")))).to_be_visible()
    sanne.get_by_role("link", name="Wat veranderde").click()
    expect(sanne.locator("main")).to_contain_text("Vergeleken met heel 2025")
