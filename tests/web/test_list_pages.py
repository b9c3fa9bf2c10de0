"""The pages of lists: handing in, choosing columns, agreeing, taking back; and the key figures that follow."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import html
from pytest_django.fixtures import Settings

from samenspraak.apps.figures.extracts import jobs
from samenspraak.apps.figures.models import ColumnMapping, Extract, OwnKeyFigure
from tests.apps.figures.lists import OWN_FORM, TEN, delivered, in_a_real_place, place_of, stock
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


def test_a_figure_of_ones_own_that_cannot_be_read_says_in_which_part_and_at_which_sign(
    client: Client, cast: Cast
) -> None:
    in_a_real_place(cast.agreement)
    client.force_login(cast.noor)
    form = OWN_FORM | {"organisation": str(place_of(cast.agreement).pk), "of": "eind en inkomen is 3", "try": "1"}
    page = text_of(client.post(reverse("own-figure-new"), form).content)
    assert "noemer, teken 9: De kolom “inkomen” is er niet. Kies uit: begin" in page


@pytest.mark.parametrize(
    ("steps", "percent", "said"),
    [
        (("", 0, 0), None, "Wacht op een beurt"),
        (("reading bytes", 120_000_000, 296_000_000), "19", "19%: 120 van de 296 MB gelezen"),
        (("reading rows", 40_000, 120_000), "16", "16%: 40.000 van de 120.000 rijen gelezen"),
        (("reading rows", 40_000, 0), None, "40.000 rijen gelezen; hoeveel het er zijn, zegt het bestand niet"),
        (("understanding", 2_500_000, 5_000_000), "69", "69%: 2.500.000 van de 5.000.000 rijen begrepen"),
        (("checking", 0, 1), "91", "91%: nakijken of er iets opvalt"),
    ],
)
def test_how_far_a_list_is_stands_on_its_page_and_among_the_lists(
    bas: Client, cast: Cast, steps: tuple[str, int, int], percent: str | None, said: str
) -> None:
    extract = delivered(in_a_real_place(cast.agreement), cast.bas)
    doing, done, total = steps
    Extract.objects.update(doing=doing, done_count=done, total_count=total)
    response = bas.get(reverse("extract", args=[extract.public_id]))
    assert said in text_of(response.content)
    (bar,) = html.fromstring(response.content).xpath("//progress")
    assert bar.get("value") == percent
    assert said in text_of(bas.get(reverse("extracts")).content)


def test_a_list_that_is_too_large_is_refused_with_its_size_before_it_is_kept(
    bas: Client, cast: Cast, settings: Settings
) -> None:
    settings.UPLOAD_BYTES, settings.LIST_BYTES = 1_000, 2_000_000
    sent = {"organisation": in_a_real_place(cast.agreement).pk, "subject": "stock", "year": "2024"}
    small = SimpleUploadedFile("bezit.csv", stock(TEN * 100))  # larger than a document may be
    assert bas.post(reverse("extract-new"), sent | {"file": small}).status_code == 302
    large = SimpleUploadedFile("bezit.csv", b"x" * 2_100_000)
    response = bas.post(reverse("extract-new"), sent | {"year": "2023", "file": large})
    assert response.status_code == 422
    assert "Het bestand is 3 MB; hier kan het ten hoogste 2 MB zijn. Lever Parquet aan" in text_of(response.content)
    assert Extract.objects.count() == 1


def test_a_list_with_too_many_rows_says_how_many_and_what_to_do(bas: Client, cast: Cast, settings: Settings) -> None:
    settings.LIST_ROWS = 9
    extract = hand_in(bas, cast, stock(TEN))
    page = page_of(bas, extract)
    assert "De lijst heeft 10 rijen; hier kunnen het er ten hoogste 9 zijn." in page
    assert "vraag de beheerder" in page
