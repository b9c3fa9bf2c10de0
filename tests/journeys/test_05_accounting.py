"""Journey 5: of an adopted round come the monitor and the letter to the council, in the municipality's own template."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Locator, Page, expect

from samenspraak.apps.monitoring.actions import adopt_round, lock_round
from samenspraak.apps.monitoring.models import Round
from samenspraak.engines.readers import read_bytes
from tests.journeys.conftest import OpenBrowser, sign_in
from tests.web.cast import Cast
from tests.web.rounds import round_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OURS = "Het college is met de corporatie in gesprek over het bezwaar."
LETTERHEAD = "Stadhuis van Waterhoven, Plein 1"


@pytest.fixture
def adopted(cast: Cast) -> Round:
    """Return a round that the meeting adopted."""
    lock_round(round_=round_of(cast), by=cast.noor)
    return adopt_round(round_=round_of(cast), adopted_in="bestuurlijk overleg", by=cast.noor).round


def house_template(folder: Path) -> Path:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = LETTERHEAD
    for text in ("{{ titel }}", "{{ ondertitel }}", "{{ inhoud }}"):
        document.add_paragraph(text)
    document.save(str(folder / "huisstijl.docx"))
    return folder / "huisstijl.docx"


def edition(page: Page, kind: str) -> Locator:
    """Return the last edition of a kind in the overview of a round."""
    return page.locator(f"section[aria-labelledby=v-{kind}] > .cluster").last


def files(page: Page, place: Locator) -> dict[str, bytes]:
    """Return what the links to the four formats give."""
    found = {}
    for form in ("docx", "odt", "pdf", "html"):
        address = place.locator(f'a[href$=".{form}"]').first.get_attribute("href")
        answer = page.request.get(str(address))
        assert answer.ok, address
        found[form] = answer.body()
    return found


def words_in(content: bytes, form: str) -> str:
    return "".join(read_bytes(content, name=f"v.{form}", mend_text=False).raw.split())


def test_an_adopted_round_becomes_a_monitor_and_a_letter_that_never_change(
    open_browser: OpenBrowser, cast: Cast, adopted: Round, tmp_path: Path
) -> None:
    page = open_browser().new_page()
    sign_in(page, cast.noor.email)
    municipality = cast.agreement.parties.get(side="municipality").organisation
    assert municipality is not None
    page.goto(f"/huisstijl/{municipality.pk}/")
    page.locator('input[name="template"]').set_input_files(house_template(tmp_path))
    page.get_by_role("button", name="Bewaren").click()
    expect(page.locator("main")).to_contain_text("huisstijl.docx")

    kept: dict[str, dict[str, bytes]] = {}
    overview = f"/ronde/{adopted.public_id}/verslagen/"
    for kind in ("monitor", "council_letter"):
        page.goto(f"{overview}{kind}/")
        if kind == "council_letter":
            page.get_by_label("Stand van zaken").first.fill(OURS)
            page.get_by_role("button", name="Bewaren").click()
        page.get_by_role("button", name="Dit verslag vaststellen").click()
        page.goto(overview)
        expect(edition(page, kind)).to_contain_text("Uitgave 1")
        kept[kind] = files(page, edition(page, kind))

    for form, content in kept["monitor"].items():
        told = words_in(content, form)
        assert "(bron1,blz.1)" in told, form
        assert "Erisnognietstezien." in told, form
    for form, content in kept["council_letter"].items():
        assert "".join(OURS.split()) in words_in(content, form), form
    assert docx.Document(io.BytesIO(kept["monitor"]["docx"])).sections[0].header.paragraphs[0].text == LETTERHEAD

    # What is written afterwards is in the draft, and in no edition.
    page.goto(f"{overview}council_letter/")
    page.get_by_label("Stand van zaken").first.fill("Heel iets anders.")
    page.get_by_role("button", name="Bewaren").click()
    page.goto(overview)
    for kind, before in kept.items():
        assert files(page, edition(page, kind)) == before, kind
