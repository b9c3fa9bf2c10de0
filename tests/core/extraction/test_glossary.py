from __future__ import annotations

import pytest

from samenspraak.core.extraction.blocks import Block, BlockKind
from samenspraak.core.extraction.glossary import entries_in, glossary_of, is_glossary
from samenspraak.core.extraction.outline import Place, PlacedBlock
from tests.core.extraction.documents import source_of
from tests.core.extraction.tables.rows import native, placed_in


def terms(text: str) -> dict[str, str]:
    """Return the terms of a text with their definitions."""
    return {entry.term: entry.definition for entry in glossary_of(placed_in(text))}


@pytest.mark.parametrize("separator", [": ", " = ", " – "])
def test_a_term_stands_before_a_colon_an_equals_sign_or_a_dash(separator: str) -> None:
    text = f"""
        Bijlage 2 Begrippenlijst

        Bod{separator}het overzicht van wat een corporatie van plan is.
        Doorstroming{separator}het verhuizen van een huurder naar een woning die beter past bij
        wat hij nodig heeft.

        Bijlage 3 Kaart
        Niets: dit hoort er niet bij.
        """
    assert terms(text) == {
        "Bod": "het overzicht van wat een corporatie van plan is.",
        "Doorstroming": "het verhuizen van een huurder naar een woning die beter past bij wat hij nodig heeft.",
    }


def test_an_article_of_definitions_has_numbered_members() -> None:
    text = """
        Artikel 1 Begripsbepalingen

        In deze afspraken wordt verstaan onder:

        1.1 Sociale huurwoning: een woning met een huur onder de wettelijke grens.
        1.2 Doelgroep: huishoudens die daarvoor in aanmerking komen.

        Artikel 2 Looptijd

        2.1 De afspraken gelden vier jaar: van 2026 tot en met 2029.
        """
    assert terms(text) == {
        "Sociale huurwoning": "een woning met een huur onder de wettelijke grens.",
        "Doelgroep": "huishoudens die daarvoor in aanmerking komen.",
    }


def test_a_term_may_stand_on_a_line_of_its_own_above_its_meaning() -> None:
    text = """
        Verklarende woordenlijst

        Woonfraude

        Gebruik van een woning in strijd met het huurcontract.

        Wooncoach

        Iemand die ouderen helpt bij een verhuizing. Hij werkt voor de gemeente.
        """
    assert terms(text) == {
        "Woonfraude": "Gebruik van een woning in strijd met het huurcontract.",
        "Wooncoach": "Iemand die ouderen helpt bij een verhuizing. Hij werkt voor de gemeente.",
    }


def test_two_columns_that_became_text_are_parted_where_the_meaning_begins() -> None:
    text = """
        Bijlage 1: Begrippen

        Begrip Definitie

        Grens voor
        sociale huur

        € 900 (prijspeil 2025)

        Voorrangsregel

        Een regel die zegt wie het eerst mag kiezen. De regel geldt voor:

        • ouderen
        • gezinnen

        Wijkplan Dit is een plan voor een buurt, waarin staat wat er gebeurt en welke
        partij dat doet.

        Voor kleine buurten is er geen plan.
        """
    assert terms(text) == {
        "Grens voor sociale huur": "€ 900 (prijspeil 2025)",
        "Voorrangsregel": "Een regel die zegt wie het eerst mag kiezen. De regel geldt voor: ouderen gezinnen",
        "Wijkplan": (
            "Dit is een plan voor een buurt, waarin staat wat er gebeurt en welke partij dat doet. "
            "Voor kleine buurten is er geen plan."
        ),
    }


def test_a_list_of_abbreviations_has_no_colons() -> None:
    text = """
        Bijlage 3 Afkortingen

        HBV Huurdersbelangenvereniging
        NPA Nationale prestatieafspraken

        Bijlage 4 Kaart
        """
    assert terms(text) == {"HBV": "Huurdersbelangenvereniging", "NPA": "Nationale prestatieafspraken"}


def test_the_list_ends_where_a_chapter_begins() -> None:
    text = """
        Begrippen

        Bod: het overzicht van wat een corporatie van plan is.
        Mutatie: het wisselen van huurder.

        2. Beschikbaarheid

        De Linde: bouwt 40 woningen.
        """
    assert set(terms(text)) == {"Bod", "Mutatie"}


def test_an_entry_keeps_the_passage_it_came_from() -> None:
    text = "Begrippen\n\nBod: het overzicht van plannen.\nMutatie: het wisselen van huurder."
    raw = source_of(text).raw
    entries = glossary_of(placed_in(text))
    assert [raw[entry.span.start : entry.span.end] for entry in entries] == [
        "Bod: het overzicht van plannen.",
        "Mutatie: het wisselen van huurder.",
    ]


def test_a_definition_that_stands_twice_is_returned_once() -> None:
    part = "Begrippen\n\nBod: het overzicht van plannen.\nMutatie: het wisselen van huurder.\n\nThema 1 Bouwen\n\n"
    assert len(glossary_of(placed_in(part + part))) == 2


@pytest.mark.parametrize(
    ("table", "heading", "expected"),
    [
        ("Begrip | Definitie\nBod | Overzicht", None, True),
        ("Term | Omschrijving\nBod | Overzicht", None, True),
        ("Afkorting | Betekenis\nHBV | Vereniging", None, True),
        ("Bod | Overzicht\nMutatie | Wisselen", "Begrippenlijst", True),
        ("Bod | Overzicht\nMutatie | Wisselen", "Bouwen", False),
        ("Project | Aantal\nMolenhof | 40", None, False),
    ],
)
def test_a_table_explains_terms_by_its_header_or_its_heading(
    table: str, heading: str | None, *, expected: bool
) -> None:
    assert is_glossary(native(table), heading) is expected


def test_the_rest_of_a_definition_on_the_next_page_belongs_to_its_term() -> None:
    table = native("Begrip | Uitleg\nBod | Het overzicht\n | van plannen\nMutatie | Wisselen van huurder")
    assert [(entry.term, entry.definition) for entry in entries_in(table, None)] == [
        ("Bod", "Het overzicht van plannen"),
        ("Mutatie", "Wisselen van huurder"),
    ]


def test_a_table_in_the_document_is_read_as_well() -> None:
    placed = [PlacedBlock(Block(BlockKind.TABLE, "", table=native("Begrip | Uitleg\nBod | Overzicht")), Place())]
    assert [entry.term for entry in glossary_of(placed)] == ["Bod"]
