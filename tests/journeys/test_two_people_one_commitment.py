"""Two people change the same commitment: the second sees both texts, chooses, and nothing is lost."""

from __future__ import annotations

import pytest

from samenspraak.apps.agreements.models import CommitmentVersion
from tests.journeys.conftest import OpenBrowser, sign_in
from tests.journeys.test_accessibility import violations
from tests.web.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_second_person_sees_both_texts_and_decides(open_browser: OpenBrowser, cast: Cast) -> None:
    noor, bas = (open_browser(width=width, bypass_csp=True).new_page() for width in (1280, 320))
    for page, person in ((noor, cast.noor), (bas, cast.bas)):
        sign_in(page, person.email)
        page.goto(f"/afspraak/{cast.first.public_id}/")
        page.get_by_role("link", name="Wijzigen").click()
    for page, text, why in ((noor, "Noor schreef dit.", "Besluit 3"), (bas, "Bas schreef dat.", "Leesfout")):
        page.get_by_label("Tekst", exact=True).fill(text)
        page.get_by_label("Waarom?").fill(why)
        page.get_by_role("button", name="Bewaren").click()
    noor.get_by_text("De wijziging is bewaard als een nieuwe versie.").wait_for()
    bas.get_by_role("heading", name="Twee wijzigingen tegelijk").wait_for()
    assert bas.get_by_text("Noor schreef dit.").is_visible()
    assert violations(bas) == []
    assert bas.evaluate("document.documentElement.scrollWidth") <= 320
    bas.get_by_label("Wat u schreef").check()
    bas.get_by_role("button", name="Bewaren wat ik koos").click()
    bas.get_by_text("Noor van Dam wijzigde de afspraak").wait_for()
    assert cast.first.text == "Bas schreef dat."
    kept = CommitmentVersion.objects.order_by("version").values_list("values__text", flat=True)
    assert list(kept)[1] == "Noor schreef dit."
