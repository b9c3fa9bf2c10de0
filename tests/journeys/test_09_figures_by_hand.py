"""Journey 9: a coordinator enters what agreements ask in numbers with the browser alone, and a volunteer reads it."""

from __future__ import annotations

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from samenspraak.apps.agreements.models import AgreementTable
from tests.journeys.conftest import OpenBrowser, sign_in
from tests.web.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LAST_YEAR = timezone.localdate().year - 1
LABELS = [["2021", 598.0], ["2022", 559.0], ["2023", 474.0], ["2024", 352.0], ["2025", 253.0], ["2026", 188.0]]


@pytest.fixture
def noor(open_browser: OpenBrowser, cast: Cast) -> Page:
    """A coordinator at a telephone, at the figures of her agreement."""
    AgreementTable.objects.create(
        source=cast.agreement.sources.order_by("order")[0],
        title="Labels", columns=["Jaar", "De Linde"], rows=[*LABELS, ["2027", "t.b."]],
        page=1, start=0, end=1, order=99,
    )  # fmt: skip
    page = open_browser(width=390).new_page()
    sign_in(page, cast.noor.email)
    page.goto(f"/afspraken/{cast.agreement.public_id}/")
    page.get_by_role("link", name="Cijfers", exact=True).click()
    return page


def begin(page: Page, number: int = 0) -> None:
    """Go from the figures to a commitment, and there to setting a target."""
    page.get_by_role("navigation", name="Onderdelen").get_by_role("link", name="Afspraken").click()
    page.locator("main tbody th a, main tbody td a").nth(number).click()
    page.get_by_role("link", name="Doel vastleggen").click()


def fill(page: Page, **said: str) -> None:
    """Fill in the form of a target by the words on the screen, and keep it."""
    for words, value in said.items():
        field = page.get_by_label(words.replace("_", " "), exact=False).first
        if field.evaluate("element => element.tagName") == "SELECT":
            field.select_option(label=value)
        else:
            field.fill(value)
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_text("De streefwaarde is vastgelegd.")).to_be_visible()


def measure(page: Page, numbers: str, *, is_provisional: bool = False) -> None:
    page.get_by_label("Metingen").fill(numbers)
    page.get_by_label("Bron").fill("monitor")
    page.get_by_label("Nog voorlopig").set_checked(is_provisional)
    page.get_by_role("button", name="Meting bewaren").click()
    expect(page.get_by_text("De meting is vastgelegd.")).to_be_visible()


def stays_within_the_window(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


EFG = {
    "Wat_wordt_geteld": "woningen met label E, F of G",
    "Voor_wie_geldt_het": "Woonstichting De Linde",
    "Grens": "ten hoogste",
    "Streefwaarde": "0",
    "Eenheid": "woningen",
    "Soort_cijfer": "een stand op een dag",
    "Wanneer_het_moet_gelden": "op de laatste dag",
    "Eerste_jaar": "2021",
    "Laatste_jaar": "2027",
}


def test_labels_disappear_along_a_path_that_is_not_known_to_its_end(noor: Page, open_browser: OpenBrowser) -> None:
    begin(noor, 1)
    noor.get_by_label("Pad uit een tabel in het document").select_option(label="Labels: De Linde")
    noor.get_by_role("button", name="Invullen").click()
    expect(noor.get_by_label("Gepland pad")).to_have_value("\n".join(
        [*(f"{year}: {number:.0f}" for year, number in LABELS), "2027: t.b."]
    ))  # fmt: skip
    fill(noor, **EFG)
    measure(noor, "2021: 598\n2022: 559\n2023: 520")
    measure(noor, "2024: 500", is_provisional=True)
    expect(noor.get_by_text("na de afspraak", exact=False).first).to_be_visible()
    picture = noor.locator(".chart__frame img")
    assert "nog niet bepaald voor 2027" in (picture.get_attribute("alt") or "")
    assert picture.evaluate("element => element.clientWidth") <= 390
    noor.get_by_role("link", name="Hetzelfde doel voor een andere partij").click()
    fill(noor, Voor_wie_geldt_het="Huurdersplatform De Linde", Gepland_pad="2021: 479\n2022: 379\n2023: t.b.")
    expect(noor.get_by_role("heading", name="Hetzelfde bij de andere partijen")).to_be_visible()
    expect(noor.get_by_text("938 woningen")).to_be_visible()
    expect(noor.get_by_text("zonder Huurdersplatform De Linde: t.b.").first).to_be_visible()
    noor.set_viewport_size({"width": 320, "height": 700})
    assert stays_within_the_window(noor)


def test_a_share_warns_at_a_value_and_a_ceiling_counts_on(noor: Page) -> None:
    begin(noor, 1)
    fill(
        noor, Wat_wordt_geteld="toewijzingen aan lage inkomens", Streefwaarde="", Eenheid="procent",
        Soort_cijfer="wat er in een periode gebeurde", Wanneer_het_moet_gelden="elk jaar", Eerste_jaar="2023",
        Laatste_jaar="2023", Signaalwaarde="65",
    )  # fmt: skip
    measure(noor, "2023: 40")
    expect(noor.get_by_text("Op of voorbij de signaalwaarde", exact=True)).to_be_visible()
    noor.get_by_role("link", name="Cijfers", exact=True).click()
    begin(noor, 1)
    fill(
        noor, Wat_wordt_geteld="verkochte woningen", Grens="ten hoogste", Streefwaarde="10", Eenheid="woningen",
        Soort_cijfer="wat er in een periode gebeurde", Wanneer_het_moet_gelden="over de hele periode samen",
        Eerste_jaar=f"{LAST_YEAR}", Laatste_jaar=f"{LAST_YEAR}",
    )  # fmt: skip
    measure(noor, f"30-04-{LAST_YEAR}: 6\n31-08-{LAST_YEAR}: 10")
    expect(noor.get_by_text("Onder het maximum", exact=True)).to_be_visible()
    measure(noor, f"31-12-{LAST_YEAR}: 11")
    expect(noor.get_by_text("Het maximum is overschreden", exact=True)).to_be_visible()
    noor.get_by_role("link", name="Cijfers", exact=True).click()
    expect(noor.get_by_text(f"samen, van begin {LAST_YEAR} tot en met 31 december {LAST_YEAR}")).to_be_visible()


def test_a_long_key_never_runs_into_its_number_on_a_telephone(noor: Page, cast: Cast) -> None:
    begin(noor, 1)
    fill(
        noor, Wat_wordt_geteld="netto groei", Streefwaarde="11650", Eenheid="woningen", Eerste_jaar="2020",
        Laatste_jaar="2029", Soort_cijfer="wat er in een periode gebeurde",
        Wanneer_het_moet_gelden="over de hele periode samen",
    )  # fmt: skip
    noor.get_by_role("link", name="Verdeling over wie het draagt").click()
    noor.get_by_label("Verdeelsleutel").fill("zelfstandige woningen op 1 januari 2020")
    noor.get_by_label("Bron").fill("CBS")
    noor.get_by_label("Wie, met de sleutel").fill("Waterhoven: 19.800\nZandhoek: 27.450")
    noor.get_by_role("button", name="Verdelen").click()
    cell = noor.locator("td[data-label='zelfstandige woningen op 1 januari 2020']").first
    expect(cell).to_contain_text("19.800")
    assert cell.evaluate("element => getComputedStyle(element, '::before').position") == "static"
    assert stays_within_the_window(noor)
