"""What the pages of an agreement show, and how the list follows its address."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from django.test import Client

from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.documents.actions import fail_import, request_import, store_document
from samenspraak.apps.parties.models import Membership, Person
from tests.web.cast import DAMAGED, Cast
from tests.web.markup import parsed, text_of

pytestmark = pytest.mark.slow  # each builds a register first


@pytest.fixture
def browser(cast: Cast, signed_in: Callable[[Person], Client]) -> Client:
    return signed_in(cast.noor)


def shown(browser: Client, cast: Cast, query: str) -> list[str]:
    """Return the first words of the commitments on the agreement's page, in order."""
    page = parsed(browser.get(f"/afspraken/{cast.agreement.public_id}/{query}").content)
    return [" ".join(link.text_content().split())[:25] for link in page.xpath("//tbody//th/a")]


STATION, PERMIT, INCOME, STUDY = (
    "Bouwen bij het station",
    "De gemeente geeft binnen ",
    "Woningen voor lage inkome",
    "Er komt een onderzoek naa",
)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?thema=betaalbaarheid", [INCOME, INCOME]),
        ("?thema=zonder", [STUDY, STUDY]),
        ("?thema=onzin", []),
        ("?soort=proces", [PERMIT, PERMIT]),
        ("?partij=Woonstichting+De+Linde", [STATION, STATION]),
        ("?zoek=K+1.2", [PERMIT, PERMIT]),
        ("?zoek=woonlasten", [STUDY, STUDY]),
        ("?thema=betaalbaarheid&zoek=station", []),
        ("?jaar=2026", [INCOME, INCOME]),
        ("?vanaf=2027-06-20&tot=2027-06-20", [STATION, STATION]),
        ("?vanaf=morgen", []),
        ("?bevinding=ja&thema=zonder", [STUDY, STUDY]),
        ("?sorteer=-nummer&thema=beschikbaarheid", [PERMIT, PERMIT, STATION, STATION]),
        ("?weergave=tabel&sorteer=termijn&thema=beschikbaarheid", [STATION, STATION, PERMIT, PERMIT]),
        ("?bladzijde=99&thema=zonder", [STUDY, STUDY]),
    ],
)
def test_the_list_follows_its_address(browser: Client, cast: Cast, query: str, expected: list[str]) -> None:
    assert shown(browser, cast, query) == expected


def test_a_filter_is_named_and_can_be_taken_away(browser: Client, cast: Cast) -> None:
    page = parsed(browser.get(f"/afspraken/{cast.agreement.public_id}/?thema=zonder&zoek=ouderen").content)
    assert "2 van de 8 afspraken" in " ".join(page.text_content().split())
    away = page.xpath("//a[contains(@class, 'chip--chosen')]/@href")
    assert away == ["?zoek=ouderen#lijst", "?thema=zonder#lijst"]


def test_a_search_keeps_theme_and_view(browser: Client, cast: Cast) -> None:
    page = parsed(browser.get(f"/afspraken/{cast.agreement.public_id}/?thema=zonder&weergave=tabel").content)
    hidden = {
        field.get("name"): field.get("value") for field in page.xpath("//form[@role='search']//input[@type='hidden']")
    }
    assert hidden == {"thema": "zonder", "weergave": "tabel"}


def test_the_agreement_page_tells_who_when_and_about_what(browser: Client, cast: Cast) -> None:
    words = text_of(browser.get(f"/afspraken/{cast.agreement.public_id}/").content)
    assert "Meerjarige prestatieafspraken · 2026–2029 · ondertekend op 11 december 2025" in words
    for party in ("Waterhoven", "Woonstichting De Linde", "Huurdersplatform De Linde"):
        assert party in words
    assert "Beschikbaarheid 4 afspraken" in words
    assert "Ondertekend op 11 december 2025 door A. de Wit wethouder, Waterhoven" in words


@pytest.mark.parametrize("part", ["", "bevindingen/", "tabellen/", "begrippen/"])
def test_every_part_of_an_agreement_shows_how_much_the_others_have(browser: Client, cast: Cast, part: str) -> None:
    page = parsed(browser.get(f"/afspraken/{cast.agreement.public_id}/{part}").content)
    tabs = [" ".join(tab.text_content().split()) for tab in page.xpath("//nav[@class='tabs']//a")]
    assert tabs == ["Afspraken 8", "Monitor", "Cijfers", "Bevindingen 4", "Tabellen 2", "Begrippen 2"]


def test_a_row_says_in_which_document_it_stands_and_on_which_page_where_there_are_pages(
    browser: Client, cast: Cast
) -> None:
    page = parsed(browser.get(f"/afspraken/{cast.agreement.public_id}/?thema=zonder").content)
    sources = [" ".join(cell.text_content().split()) for cell in page.xpath("//td[@data-label='Bron']")]
    assert sources == ["afspraken-waterhoven.pdf blz. 1", "brief.txt"]


def test_a_single_text_without_pages_is_not_named_on_every_row(browser: Client, cast: Cast) -> None:
    cast.agreement.commitments.filter(document=cast.document).delete()
    cast.agreement.sources.filter(document=cast.document).delete()
    page = parsed(browser.get(f"/afspraken/{cast.agreement.public_id}/").content)
    assert len(page.xpath("//tbody//tr")) == 4
    assert page.xpath("//td[@data-label='Bron']") == []


def test_documents_are_listed_with_how_reading_them_went(browser: Client, cast: Cast) -> None:
    broken = store_document(file=io.BytesIO(b"kapot"), name="kapot.pdf", media_type="application/pdf", by=cast.noor)
    run = request_import(document=broken.document, by=cast.noor)
    fail_import(run=run, code="E103", message="Het bestand is beschadigd.", by=cast.noor)
    page = parsed(browser.get("/documenten/").content)
    rows = [" ".join(row.text_content().split()) for row in page.xpath("//tbody/tr")]
    assert ["kapot.pdf niet in het register" in rows[0], "Mislukt Het bestand is beschadigd." in rows[0]] == [
        True,
        True,
    ]
    assert "brief.txt bij Prestatieafspraken Waterhoven tekst" in rows[1]
    assert "afspraken-waterhoven.pdf bij Prestatieafspraken Waterhoven PDF, 1 bladzijde" in rows[2]
    assert rows[2].endswith("door Noor van Dam Klaar 4")
    assert [link.get("href") for link in page.xpath("//tbody/tr[3]//a")] == [
        f"/documenten/{cast.document.public_id}/",
        f"/afspraken/{cast.agreement.public_id}/",
    ]
    assert page.xpath("//tbody/tr[1]//a") == []


def test_the_menu_leads_to_the_documents_and_says_where_one_is(browser: Client, cast: Cast) -> None:
    page = parsed(browser.get("/documenten/").content)
    assert page.xpath("//nav[@aria-label='Hoofdmenu']//a[@aria-current='page']/@href") == ["/documenten/"]


def test_a_commitment_says_everything_in_words(browser: Client, cast: Cast) -> None:
    words = text_of(browser.get(f"/afspraak/{cast.first.public_id}/").content)
    for phrase in (
        "K 1.1 Bouwen bij het station",
        "Woonstichting De Linde trekker",
        "uiterlijk 20 juni 2027 “voor de zomer van 2027”",
        "ten minste 80 sociale huurwoningen",
        "Overgenomen op",
        "De vergunning is aangevraagd.",
        "Geel “vraagt aandacht”",
        "Hier staan 80 woningen, verderop 90.",
    ):
        assert phrase in words


def test_a_passage_is_marked_on_the_picture_of_its_page(browser: Client, cast: Cast) -> None:
    page = parsed(browser.get(f"/afspraak/{cast.first.public_id}/").content)
    picture = page.xpath("//figure//image")[0]
    box = page.xpath("//figure//rect")[0]
    assert browser.get(picture.get("href")).content.startswith(b"\x89PNG")
    # Numbers with a comma would not be drawn.
    assert (box.get("x"), box.get("y"), box.get("width"), box.get("height")) == ("72.0", "112.0", "450.0", "14.0")


def test_a_passage_without_pages_is_marked_in_its_text(browser: Client, cast: Cast) -> None:
    commitment = Commitment.objects.get(document=cast.letter, order=0)
    page = parsed(browser.get(f"/afspraak/{commitment.public_id}/").content)
    assert page.xpath("//figure//image") == []
    assert [mark.text_content() for mark in page.xpath("//mark")] == [DAMAGED]


def test_damage_in_the_source_is_shown_as_it_is(browser: Client, cast: Cast) -> None:
    damaged = browser.get(f"/afspraak/{cast.first.public_id}/").content.decode()
    assert "Wat er letterlijk in het bestand staat" in damaged
    whole = cast.agreement.commitments.get(document=cast.document, order=1)
    assert "letterlijk" not in browser.get(f"/afspraak/{whole.public_id}/").content.decode()


def test_a_light_that_says_its_own_colour_is_said_once(browser: Client, cast: Cast) -> None:
    cast.agreement.commitments.update(rating_text="geel")
    assert "“geel”" not in browser.get(f"/afspraak/{cast.first.public_id}/").content.decode()
    cast.agreement.commitments.update(rating="", rating_text="volgt later")
    assert "Nog niet bekend “volgt later”" in text_of(browser.get(f"/afspraak/{cast.first.public_id}/").content)


def test_a_commitment_leads_to_its_neighbours(browser: Client, cast: Cast) -> None:
    second = cast.agreement.commitments.get(document=cast.document, order=1)
    page = parsed(browser.get(f"/afspraak/{second.public_id}/").content)
    assert page.xpath("//a[@rel='prev']/@href") == [f"/afspraak/{cast.first.public_id}/"]
    assert len(page.xpath("//a[@rel='next']")) == 1


def test_findings_are_grouped_with_what_to_do_about_them(browser: Client, cast: Cast) -> None:
    address = f"/afspraken/{cast.agreement.public_id}/bevindingen/"
    headings = [h.text_content().split()[0] for h in parsed(browser.get(address).content).xpath("//main//h2")]
    assert headings == ["Tegenspraak", "Geen"]
    words = text_of(browser.get(f"{address}?soort=missing_owner").content)
    assert "Zonder trekker voelt niemand zich aangesproken." in words
    assert "verderop 90" not in words


def test_an_unknown_number_stays_unknown(browser: Client, cast: Cast) -> None:
    page = parsed(browser.get(f"/afspraken/{cast.agreement.public_id}/tabellen/").content)
    cells = [(cell.get("class"), cell.text_content()) for cell in page.xpath("//tbody//td")][:2]
    assert cells == [("number", "120"), ("unknown", "n.t.b.")]


def test_terms_of_the_document_are_explained(browser: Client, cast: Cast) -> None:
    words = text_of(browser.get(f"/afspraken/{cast.agreement.public_id}/begrippen/").content)
    assert "Lage inkomens Huishoudens die huurtoeslag kunnen krijgen. bladzijde 1" in words


def test_a_document_tells_where_it_came_from_and_what_was_mended(browser: Client, cast: Cast) -> None:
    words = text_of(browser.get(f"/documenten/{cast.document.public_id}/").content)
    assert "door Noor van Dam" in words
    assert "“Ɵ” gelezen als “ti”: 312 keer." in words
    assert "Bladzijde 4 is een scan en is minder goed te lezen." in words
    assert "K 1.1 Bouwen bij het station" in words


def test_damaged_letters_are_mended_where_a_document_is_quoted(browser: Client, cast: Cast) -> None:
    cast.agreement.commitments.update(code="", title="Beschikbaarheid", text="De Linde start bij het station.")
    page = parsed(browser.get(f"/documenten/{cast.document.public_id}/").content)
    quoted = page.xpath("//section[@aria-labelledby='hier']")[0].text_content()
    assert "De Linde start bij het station." in quoted
    findings = text_of(browser.get(f"/afspraken/{cast.agreement.public_id}/bevindingen/").content)
    assert "Ɵ" not in quoted + findings


def test_the_original_file_is_saved_and_never_shown(browser: Client, cast: Cast) -> None:
    response = browser.get(f"/documenten/{cast.document.public_id}/bestand/")
    assert response["Content-Disposition"] == 'attachment; filename="afspraken-waterhoven.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response.content.startswith(b"%PDF")


def test_the_list_of_agreements_counts_and_searches(browser: Client, cast: Cast) -> None:
    words = text_of(browser.get("/afspraken/").content)
    assert "8 afspraken 4 bevindingen 2 documenten" in words
    assert "1 keer gevonden." in text_of(browser.get("/afspraken/?zoek=linde").content)
    assert "Niets gevonden" in text_of(browser.get("/afspraken/?zoek=onbekend").content)


def test_who_may_add_documents_finds_the_way_on_the_first_page(
    cast: Cast, browser: Client, signed_in: Callable[[Person], Client]
) -> None:
    cast.bas.memberships.update(role=Membership.Role.READER)
    pages = [client.get("/afspraken/").content.decode() for client in (browser, signed_in(cast.bas))]
    assert ["/documenten/toevoegen/" in page for page in pages] == [True, False]
