"""Journey 3: the tenants read the same rows, react and differ; both stand, also after the meeting settled it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from samenspraak.apps.agreements.actions import recognise_organisation
from samenspraak.apps.monitoring import actions
from samenspraak.apps.monitoring.models import Round
from samenspraak.apps.parties.actions import add_member, add_organisation, confirm_organisation, register_person
from samenspraak.apps.parties.models import Membership, Organisation, Person
from tests.journeys.conftest import OpenBrowser, sign_in
from tests.web.cast import PASSWORD, Cast
from tests.web.rounds import first_item, open_round

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def hanna(cast: Cast) -> Person:
    """Somebody of the tenants."""
    place = add_organisation(
        kind=Organisation.Kind.TENANTS_ORGANISATION, name="Huurdersplatform De Linde", by=cast.noor
    )
    confirm_organisation(organisation=place, by=cast.noor)
    recognise_organisation(organisation=place, by=cast.noor)
    person = register_person(email="hanna@huurders.example", name="Hanna Post", password=PASSWORD, by=None)
    add_member(person=person, organisation=place, role=Membership.Role.CONTRIBUTOR, by=None)
    return person


@pytest.fixture
def amber(cast: Cast) -> Round:
    """Return a round in which the association said amber."""
    made = open_round(cast)
    actions.report_progress(
        item=made.items.order_by("order")[0],
        party=cast.agreement.parties.get(side="housing_association"),
        report=actions.Report(light="amber", text="Het bezwaar loopt nog."),
        seen_version=0,
        by=cast.bas,
    )
    return made


def page_of(open_browser: OpenBrowser, person: Person, address: str) -> Page:
    page = open_browser().new_page()
    sign_in(page, person.email)
    page.goto(address)
    return page


def test_both_lights_stand_until_and_after_the_meeting(
    open_browser: OpenBrowser, cast: Cast, hanna: Person, amber: Round
) -> None:
    address = f"/voortgang/{first_item(cast).public_id}/"
    tenants = page_of(open_browser, hanna, address)
    expect(tenants.get_by_role("heading", name="Bijwerken")).to_be_visible()
    reactions = tenants.get_by_role("region", name="Reacties")
    reactions.get_by_label("Loopt achter").check()
    reactions.get_by_label("Uw reactie").fill("Wij zien op het bouwterrein niemand aan het werk.")
    reactions.get_by_role("button", name="Reageren").click()
    expect(reactions).to_contain_text("Huurdersplatform De Linde ziet")
    expect(reactions).to_contain_text("Hanna Post")

    monitor = page_of(open_browser, cast.noor, f"/ronde/{amber.public_id}/?toon=verschil")
    expect(monitor.locator("tbody tr").first).to_contain_text("Het bezwaar loopt nog.")
    expect(monitor.locator("tbody tr").first).to_contain_text("niemand aan het werk")
    monitor.goto(address)
    meeting = monitor.get_by_role("region", name="Wat het overleg vaststelt")
    meeting.get_by_label("Loopt achter").check()
    meeting.get_by_label("Waarom").fill("Partijen delen de zorg van de huurders.")
    meeting.get_by_role("button", name="Vastleggen").click()
    expect(monitor.get_by_role("region", name="Wat partijen melden")).to_contain_text("Het bezwaar loopt nog.")
    expect(monitor.get_by_role("region", name="Reacties")).to_contain_text("niemand aan het werk")
    expect(monitor.locator("h1 + p .light")).to_have_text("Loopt achter")


def test_a_position_with_its_clock_is_answered_and_the_adopted_round_stays(
    open_browser: OpenBrowser, cast: Cast, hanna: Person, amber: Round
) -> None:
    coordinator = page_of(open_browser, cast.noor, f"/ronde/{amber.public_id}/verloop/")
    coordinator.get_by_role("button", name="Ronde sluiten").click()
    tenants = page_of(open_browser, hanna, f"/ronde/{amber.public_id}/lezen/")
    expect(tenants.get_by_text(re.compile("nog 42 dagen"))).to_be_visible()
    tenants.get_by_label("Akkoord met opmerkingen").check()
    tenants.get_by_label("Uw advies of opmerkingen").fill("Neem de wachttijd op.")
    tenants.get_by_role("button", name="Standpunt vastleggen").click()
    expect(tenants.get_by_text(re.compile("veertien dagen na uw advies"))).to_be_visible()

    coordinator.reload()
    coordinator.get_by_label("Antwoord aan Huurdersplatform De Linde").fill("Die komt in de volgende ronde.")
    coordinator.get_by_role("button", name="Antwoorden").click()
    coordinator.get_by_label("Vastgesteld in").fill("bestuurlijk overleg")
    coordinator.get_by_role("button", name="Ronde vaststellen").click()
    coordinator.get_by_text("Toch weer openen").click()
    coordinator.get_by_label("Waarom moet de ronde weer open?").fill("De uitspraak is er.")
    coordinator.get_by_role("button", name="Ronde heropenen").click()
    actions.report_progress(
        item=first_item(cast),
        party=cast.agreement.parties.get(side="housing_association"),
        report=actions.Report(light="green", text="Het bezwaar is van tafel."),
        seen_version=1,
        by=cast.bas,
    )
    tenants.goto(f"/ronde/{amber.public_id}/?vaststelling=1")
    expect(tenants.locator("main")).to_contain_text("Het bezwaar loopt nog.")
    expect(tenants.locator("main")).not_to_contain_text("van tafel")
    tenants.goto(f"/ronde/{amber.public_id}/")
    expect(tenants.locator("main")).to_contain_text("Het bezwaar is van tafel.")


def test_lights_are_told_apart_without_colour(open_browser: OpenBrowser, cast: Cast, amber: Round) -> None:
    page = page_of(open_browser, cast.noor, f"/voortgang/{first_item(cast).public_id}/")
    page.emulate_media(forced_colors="active")
    meeting = page.get_by_role("region", name="Wat het overleg vaststelt")
    shapes = meeting.locator(".light use").evaluate_all(
        "uses => uses.map(use => use.getAttribute('href').split('#')[1])"
    )
    words = meeting.locator(".light").all_inner_texts()
    assert len(set(shapes)) == len(set(words)) == 4
