"""The page on which a coordinator of a municipality says how many dwellings it has."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from samenspraak.apps.figures.extracts import jobs
from samenspraak.apps.figures.models import MunicipalNumber
from tests.apps.figures.lists import counted, delivered, in_a_real_place, place_of
from tests.web.cast import Cast
from tests.web.markup import faults, text_of

pytestmark = pytest.mark.slow  # counts with the engine


@pytest.fixture
def noor(client: Client, cast: Cast) -> Client:
    client.force_login(cast.noor)
    return client


def sent(cast: Cast, **said: str) -> dict[str, str]:
    number = {"organisation": str(place_of(cast.agreement).pk), "kind": "dwellings", "year": "2024", "value": "10.500"}
    return number | {"on": "2025-01-01", "source": "CBS", "is_provisional": "on"} | said


def test_what_lacks_leads_to_the_form_and_the_share_then_names_its_source(noor: Client, cast: Cast) -> None:
    counted(delivered(in_a_real_place(cast.agreement), cast.bas), cast.bas)
    figure = reverse("key-figure", args=[cast.agreement.public_id, "SOCIAL.OF_STOCK"])
    assert "het aantal van alle woningen in de gemeente in 2024 is niet opgegeven" in text_of(noor.get(figure).content)
    page = noor.get(reverse("municipal-numbers"))
    assert faults(page.content) == []
    assert "alle woningen 2024" in text_of(page.content)
    assert "SOCIAL.OF_STOCK" in text_of(page.content)
    filled = noor.get(reverse("municipal-numbers"), {"wat": "new_dwellings", "jaar": "2023"}).content.decode()
    assert 'value="2023-12-31"' in filled
    assert '<option value="new_dwellings" selected>' in filled
    assert noor.post(reverse("municipal-numbers"), sent(cast)).status_code == 302
    made = MunicipalNumber.objects.get()
    jobs.divide_again(str(made.pk))
    text = text_of(noor.get(figure).content)
    assert "10 van 10.500" in text
    assert "Gedeeld door 10.500 op 1 januari 2025 (CBS), voorlopig" in text


def test_where_no_number_is_known_yet_the_page_says_so_on_paper_too(noor: Client, cast: Cast) -> None:
    in_a_real_place(cast.agreement)
    page = noor.get(reverse("municipal-numbers"))
    assert faults(page.content) == []
    assert "Er is nog geen aantal ingevuld" in text_of(page.content)
    noor.post(reverse("municipal-numbers"), sent(cast))
    assert "Er is nog geen aantal ingevuld" not in text_of(noor.get(reverse("municipal-numbers")).content)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ({"value": "10,5"}, "Schrijf een heel getal, zoals 10.500."),
        ({"on": "2023-06-30"}, "De peildatum hoort in 2024 te liggen, of op 1 januari 2025."),
        ({"source": ""}, "Kijk de gemarkeerde velden na."),
    ],
)
def test_what_cannot_be_is_said_at_the_form_and_nothing_is_kept(
    noor: Client, cast: Cast, said: dict[str, str], text: str
) -> None:
    in_a_real_place(cast.agreement)
    response = noor.post(reverse("municipal-numbers"), sent(cast, **said))
    assert response.status_code == 422
    assert faults(response.content) == []
    assert text in text_of(response.content)
    assert not MunicipalNumber.objects.exists()


def test_a_number_is_taken_back_with_its_reason_and_stays_to_be_read(noor: Client, cast: Cast) -> None:
    in_a_real_place(cast.agreement)
    noor.post(reverse("municipal-numbers"), sent(cast))
    address = reverse("municipal-number-withdraw", args=[MunicipalNumber.objects.get().pk])
    assert "Schrijf op waarom" in text_of(noor.post(address, {"reason": ""}, follow=True).content)
    page = noor.post(address, {"reason": "van 2023"}, follow=True)
    assert faults(page.content) == []
    assert "van 2023" in text_of(page.content)
    assert "Waar nu door wordt gedeeld" not in text_of(page.content)
