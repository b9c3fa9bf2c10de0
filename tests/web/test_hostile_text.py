"""Whatever stands in a document or a name is shown as text, never obeyed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from samenspraak.apps.agreements.models import Signatory
from samenspraak.apps.figures.models import Observation, Target
from samenspraak.apps.parties.models import Person
from tests.web.cast import Cast
from tests.web.markup import faults, parsed
from tests.web.pages import page_addresses

# A chart is a picture of our own; as a picture it runs nothing.
DRAWN = "data:image/svg+xml;base64,"

pytestmark = pytest.mark.slow  # walks every page

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ request.user.email }} {% url 'help' %} <c-icon name='x' />",
    "['a', 'b']",
    "\u202eomgekeerd \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "lang " * 2000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_stays_text_on_every_page(text: str, cast: Cast, signed_in: Callable[[Person], Client]) -> None:
    cast.agreement.commitments.update(title=text[:1000], text=text, heading=text[:1000], progress=text)
    cast.agreement.parties.update(name=text[:60])
    type(cast.agreement).objects.update(title=text[:500])
    type(cast.document).objects.update(name=text[:255])
    Signatory.objects.update(name=text[:300], function=text[:300])
    Person.objects.filter(pk=cast.noor.pk).update(name=text[:200])
    browser = signed_in(cast.noor)
    addresses = page_addresses(cast)  # makes what the pages are about
    Target.objects.update(label=text[:500], definition=text, from_text=text[:500])
    Observation.objects.update(source=text[:500])
    for address in addresses:
        response = browser.get(address)
        page = parsed(response.content)
        assert response.status_code == 200
        assert faults(response.content) == []
        assert page.xpath(f"//img[not(starts-with(@src, '{DRAWN}'))] | //*[@onerror]") == []
        if address.endswith(f"/{cast.agreement.public_id}/"):
            assert " ".join(page.find(".//h1").text_content().split()) == " ".join(text[:500].split())


def test_a_filter_that_is_markup_is_shown_as_text(cast: Cast, signed_in: Callable[[Person], Client]) -> None:
    browser = signed_in(cast.noor)
    response = browser.get(f"/afspraken/{cast.agreement.public_id}/", {"zoek": HOSTILE[1], "partij": HOSTILE[0]})
    assert faults(response.content) == []
    assert parsed(response.content).xpath("//main//input[@name='zoek']/@value") == [HOSTILE[1]]


@pytest.mark.parametrize("page", ["-1", "0", "abc", "9" * 30, "²", "1e3"])
def test_a_page_number_that_is_none_shows_the_first(
    page: str, cast: Cast, signed_in: Callable[[Person], Client]
) -> None:
    browser = signed_in(cast.noor)
    for path in (
        f"/afspraken/{cast.agreement.public_id}/",
        f"/documenten/{cast.document.public_id}/",
        "/afspraken/",
        "/documenten/",
    ):
        assert browser.get(path, {"bladzijde": page}).status_code == 200
