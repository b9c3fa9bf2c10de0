"""The pages of lists: handing in, choosing columns, agreeing, taking back; and the key figures that follow."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from samenspraak.apps.figures.extracts import jobs
from samenspraak.apps.figures.models import ColumnMapping, Extract, OwnKeyFigure
from tests.apps.figures.lists import OWN_FORM, TEN, in_a_real_place, place_of, stock
from tests.web.cast import Cast
from tests.web.markup import faults, text_of

pytestmark = pytest.mark.slow  # reads files with the engine that counts
STRANGE = "sleutel;plaats;wijk;prijs;energielabel;primo;ultimo;zelfstandig;daeb"


@pytest.fixture
def bas(client: Client, cast: Cast) -> Client:
    client.force_login(cast.bas)
    return client


def hand_in(bas: Client, cast: Cast, content: bytes, year: str = "2024") -> Extract:
    sent = {
        "organisation": in_a_real_place(cast.agreement).pk,
        "subject": "stock",
        "year": year,
        "file": SimpleUploadedFile("bezit.csv", content),
    }
    response = bas.post(reverse("extract-new"), sent)
    assert response.status_code == 302, text_of(response.content)
    extract = Extract.objects.latest("pk")
    jobs.look_at_extract(str(extract.public_id))
    return extract


def page_of(bas: Client, extract: Extract) -> str:
    response = bas.get(reverse("extract", args=[extract.public_id]))
    assert faults(response.content) == []
    return text_of(response.content)


def test_a_list_goes_from_the_door_to_key_figures_and_back(bas: Client, cast: Cast) -> None:
    extract = hand_in(bas, cast, stock(TEN, head=STRANGE))
    assert "Er is eerst iets op te lossen" in page_of(bas, extract)
    chosen = {"kolom-unit": "sleutel", "kolom-municipality": "plaats", "kolom-rent_cents": "prijs", "alles-owned": "50"}
    bas.post(reverse("extract-columns", args=[extract.public_id]), chosen)
    kept = ColumnMapping.objects.get().columns
    assert kept == {"unit": "sleutel", "municipality": "plaats", "rent_cents": "prijs", "owned": "=50"}
    assert "De lijst wordt bekeken" in page_of(bas, extract)
    jobs.look_at_extract(str(extract.public_id))
    assert "Gelezen rijen: 10." in page_of(bas, extract)
    bas.post(reverse("extract-confirm", args=[extract.public_id]))
    assert "De lijst wordt geteld" in page_of(bas, extract)
    jobs.count_extract(str(extract.public_id))
    assert "De rijen zijn niet bewaard." in page_of(bas, extract)
    figures = text_of(bas.get(reverse("key-figures", args=[cast.agreement.public_id])).content)
    assert "30%" in figures
    one = text_of(bas.get(reverse("key-figure", args=[cast.agreement.public_id, "PRICE.GOE"])).content)
    assert "kwaliteitskortingsgrens" in one
    assert "Per wijk in 2024" in one
    bas.post(reverse("extract-withdraw", args=[extract.public_id]), {"reason": "verkeerd bestand"})
    assert "verkeerd bestand" in page_of(bas, extract)


def test_problems_stand_there_with_their_place_and_the_list_can_be_discarded(bas: Client, cast: Cast) -> None:
    extract = hand_in(bas, cast, stock([("550,00", "A"), ("veel", "B"), ("0,01", "C")]))
    words = page_of(bas, extract)
    assert "kolom “netto huur” rij 3" in words
    assert "kolom “netto huur” rij 4" in words
    response = bas.post(reverse("extract-discard", args=[extract.public_id]), follow=True)
    assert "Er is niets van bewaard." in text_of(response.content)


def test_a_municipality_cannot_hand_in_a_list(client: Client, cast: Cast) -> None:
    client.force_login(cast.noor)
    assert client.get(reverse("extract-new")).status_code == 403


def test_an_own_figure_is_tried_before_it_is_kept_and_faults_are_said(client: Client, cast: Cast) -> None:
    in_a_real_place(cast.agreement)
    client.force_login(cast.noor)
    sent = OWN_FORM | {"organisation": place_of(cast.agreement).pk}
    wrong = client.post(reverse("own-figure-new"), sent | {"count": "eind en inkomen"})
    assert "inkomen" in text_of(wrong.content)
    trial = client.post(reverse("own-figure-new"), sent | {"try": "1"})
    assert "De vorm klopt." in text_of(trial.content)
    assert not OwnKeyFigure.objects.exists()
    client.post(reverse("own-figure-new"), sent)
    assert "OWN.GOED" in text_of(client.get(reverse("own-figures")).content)
    number = OwnKeyFigure.objects.get().pk
    client.post(reverse("own-figure-withdraw", args=[number]))
    assert "Er is nog geen eigen kengetal" in text_of(client.get(reverse("own-figures")).content)
