"""Journey 8: an association hands in its stock; key figures come, and a target gets its measurement."""

from __future__ import annotations

from decimal import Decimal

import pytest
from playwright.sync_api import expect

from samenspraak.apps.figures import actions as targets
from samenspraak.apps.figures.extracts import jobs
from samenspraak.apps.figures.models import Extract
from samenspraak.apps.figures.values import TargetValues
from samenspraak.core.measurement.indicators import Nature
from samenspraak.core.measurement.targets import Timing
from samenspraak.core.vocabulary.quantity import Bound
from tests.apps.figures.lists import TEN, in_a_real_place, stock
from tests.journeys.conftest import OpenBrowser, sign_in
from tests.web.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FEWER_BAD_LABELS = TargetValues(
    label="aandeel met label E, F of G",
    unit="percent",
    nature=Nature.STOCK,
    bound=Bound.MAX,
    value=Decimal(25),
    timing=Timing.EVERY_YEAR,
    first_year=2020,
    last_year=2050,
    signal_value=Decimal(20),
    key_figure="EFG.SHARE",
)


def test_a_list_becomes_key_figures_and_a_measurement_of_a_target(open_browser: OpenBrowser, cast: Cast) -> None:
    in_a_real_place(cast.agreement)
    target = targets.set_target(commitment=cast.first, values=FEWER_BAD_LABELS, by=cast.noor)
    page = open_browser(width=390).new_page()
    sign_in(page, cast.bas.email)
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Lijsten").click()
    page.get_by_role("link", name="Lijst aanleveren").click()
    strange = stock(TEN, head="sleutel;gemeente;wijk;prijs;energielabel;primo;ultimo;zelfstandig;daeb")
    page.get_by_label("Bestand").set_input_files({"name": "bezit.csv", "mimeType": "text/csv", "buffer": strange})
    page.get_by_role("button", name="Bekijken").click()
    expect(page.get_by_role("heading", name="De lijst wordt bekeken")).to_be_visible()
    extract = Extract.objects.get()
    jobs.look_at_extract(str(extract.public_id))  # as a worker would
    expect(page.get_by_role("heading", name="Er is eerst iets op te lossen")).to_be_visible()
    page.get_by_label("het nummer van de eenheid: kolom in uw lijst").select_option("sleutel")
    page.get_by_label("de huur: kolom in uw lijst").select_option("prijs")
    page.get_by_role("button", name="Indeling bewaren en opnieuw bekijken").click()
    jobs.look_at_extract(str(extract.public_id))
    expect(page.get_by_role("heading", name="Klopt het zo?")).to_be_visible()
    page.get_by_role("button", name="Akkoord, tel de lijst").click()
    jobs.count_extract(str(extract.public_id))
    expect(page.get_by_text("De rijen zijn niet bewaard.")).to_be_visible()
    page.goto(f"/afspraken/{cast.agreement.public_id}/kengetallen/")
    expect(page.get_by_role("link", name="Aandeel label E, F en G")).to_be_visible()
    page.goto(f"/doel/{target.public_id}/")
    expect(page.get_by_text("het doel is niet gehaald").first).to_be_visible()
    expect(page.get_by_text("kengetal EFG.SHARE").first).to_be_visible()
