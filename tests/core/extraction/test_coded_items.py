"""Items with a code: where they begin and end, and what their parts are."""

from __future__ import annotations

import pytest

from samenspraak.core.extraction.candidate import Candidate
from samenspraak.core.extraction.coded import CodedReader
from samenspraak.core.extraction.items import code_families, coded_items
from samenspraak.core.extraction.outline import Place
from samenspraak.core.extraction.result import CommitmentKind
from tests.core.extraction.documents import CAST, block, blocks_in, understood

FAMILIES = [
    (("K 1.1 Bouwen", "K 1.2 Verkopen", "K 2.1 Zorgen"), {"K"}),
    (("A1 Bouwen", "A2 Verkopen", "A3 Zorgen"), {"A"}),
    (("Afspraak 1 Bouwen", "Afspraak 2 Verkopen", "Afspraak 3 Zorgen"), {"Afspraak"}),
    (("K 1.1 Bouwen", "K 1.2 Verkopen"), {"K"}),
    (("K 1.1 Bouwen", "K 1.2 Verkopen", *["Een alinea."] * 12), set()),
    (("K 1.1 Bouwen",), set()),
    (("Afspraak 10: Bouwen", "Afspraak 11: Kopen", "Afspraak 12: Slopen", "Afspraak 13: Zorgen"), {"Afspraak"}),
    (("Afspraak 10: Bouwen", "Afspraak 20: Kopen", "Afspraak 31: Slopen", "Afspraak 45: Zorgen"), set()),
    (("A4 papier", "A27 bij de brug", "A12 richting zee"), set()),
    (("K 1.1 Bouwen", "K 1.1 Bouwen", "K 1.1 Bouwen"), set()),
    (("1. Bouwen", "2. Verkopen", "3. Zorgen"), set()),
]


@pytest.mark.parametrize(("lines", "families"), FAMILIES)
def test_letters_are_codes_when_they_are_counted_through(lines: tuple[str, ...], families: set[str]) -> None:
    assert code_families([block(line) for line in lines]) == families


def candidates(text: str) -> list[Candidate]:
    """Return the coded items of a document, taken apart."""
    blocks = blocks_in(text)
    items, _ = coded_items(blocks, code_families(blocks))
    reader = CodedReader(CAST.names)
    return [reader.candidate(item, Place(), CommitmentKind.FRAMEWORK) for item in items]


TITLED = """
K 1.1 Gemeente
Bouwgrond vrijmaken
De gemeente wijst in de haven grond aan voor dertig woningen.

K 1.2 Gemeente, Rietveld Wonen
Verkoop
Rietveld Wonen verkoopt niet meer dan vijf woningen per jaar.
• alleen aan huurders
• alleen in de binnenstad

K 1.3 Onderhoud van de flats

De corporaties schilderen de flats om de acht jaar.
"""


def test_a_coded_item_has_a_party_column_a_title_and_a_text() -> None:
    found = candidates(TITLED)
    assert [(c.code, c.column, c.title) for c in found] == [
        ("K 1.1", "Gemeente", "Bouwgrond vrijmaken"),
        ("K 1.2", "Gemeente, Rietveld Wonen", "Verkoop"),
        ("K 1.3", None, "Onderhoud van de flats"),
    ]
    assert [c.text for c in found] == [
        "De gemeente wijst in de haven grond aan voor dertig woningen.",
        "Rietveld Wonen verkoopt niet meer dan vijf woningen per jaar. alleen aan huurders alleen in de binnenstad",
        "De corporaties schilderen de flats om de acht jaar.",
    ]


def test_a_party_column_may_run_over_several_lines() -> None:
    first = candidates(
        """
        K 1.1 Gemeente,
        corporaties en
        huurdersorganisaties
        Samen bouwen
        Partijen maken samen een plan voor de haven van Waterhoven.

        K 1.2 Verkoop

        K 1.3 Zorg
        """
    )[0]
    assert (first.column, first.title) == ("Gemeente, corporaties en huurdersorganisaties", "Samen bouwen")


def test_a_sentence_that_begins_with_a_party_has_no_party_column() -> None:
    first = candidates(
        """
        K 1.1 Gemeente en corporaties maken samen een plan voor de haven.

        K 1.2 Rietveld Wonen verkoopt niet meer dan vijf woningen.

        K 1.3 De Linde schildert de flats in de binnenstad.
        """
    )[0]
    assert (first.column, first.title) == (None, None)
    assert first.text == "Gemeente en corporaties maken samen een plan voor de haven."


LABELLED = """
A1 Kleine woningen
De corporaties zoeken plekken voor kleine woningen.
Trekker: Rietveld Wonen
Betrokken partijen: gemeente,
De Linde
Planning: eind 2026
Prioriteit: T2
Voortgang: twee plekken zijn gevonden
Resultaat: een lijst

A2 Grote woningen
De Linde bouwt grote woningen.

A3 Tuinen
De Linde legt tuinen aan.
"""


def test_lines_with_a_label_are_fields_and_no_text() -> None:
    first = candidates(LABELLED)[0]
    assert first.text == "De corporaties zoeken plekken voor kleine woningen."
    assert (first.lead, first.column, first.term) == ("Rietveld Wonen", "gemeente, De Linde", "eind 2026")
    assert (first.priority, first.progress) == ("T2", "twee plekken zijn gevonden")


def test_the_passage_of_an_item_is_its_text_without_code_and_title() -> None:
    first = candidates(TITLED)[0]
    raw = TITLED.strip("\n")
    assert raw[first.span.start : first.span.end] == first.text


def test_a_code_without_any_text_keeps_its_title_as_text() -> None:
    found = candidates("K 1.1 Bouwen in de haven\n\nK 1.2 Verkopen in de haven\n\nK 1.3 Beheer van de haven")
    assert [c.text for c in found] == ["Bouwen in de haven", "Verkopen in de haven", "Beheer van de haven"]


@pytest.mark.parametrize("word", ["Vervallen", "vervallen.", "(gereserveerd)", "N.v.t."])
def test_a_code_that_was_dropped_is_no_item(word: str) -> None:
    found = candidates(f"K 1.1 Bouwen\n\nK 1.2 {word}\n\nK 1.3 Verkopen\n\nK 1.4 Zorgen")
    assert [c.code for c in found] == ["K 1.1", "K 1.3", "K 1.4"]


def test_an_item_ends_at_the_next_heading() -> None:
    blocks = blocks_in(
        """
        K 1.1 Gemeente
        De gemeente wijst in de haven grond aan voor dertig woningen.

        K 1.2 Gemeente
        De gemeente houdt de lijst met plannen het hele jaar door bij.

        K 1.3 Rietveld Wonen
        Rietveld Wonen verkoopt niet meer dan vijf woningen per jaar.

        2. Betaalbaarheid

        Veel huurders in de stad hebben weinig te besteden.
        """
    )
    items, outside = coded_items(blocks, {"K"})
    assert items[-1].blocks[-1].text == "Rietveld Wonen verkoopt niet meer dan vijf woningen per jaar."
    assert [b.text for b in outside] == ["2. Betaalbaarheid", "Veel huurders in de stad hebben weinig te besteden."]


def test_a_code_with_a_party_and_nothing_else_is_no_commitment() -> None:
    text = "K 1.1 Gemeente\n\nK 1.2 Rietveld Wonen verkoopt niet meer dan vijf woningen.\n\nK 1.3 Verkoop in de haven"
    assert [c.code for c in understood(text).commitments] == ["K 1.2", "K 1.3"]


def test_a_bullet_before_a_code_makes_it_a_list_item() -> None:
    found = candidates("K 1.1 Bouwen\n\nK 1.2 Verkopen\n\n• K 1.9 is vervallen\n\nK 1.3 Zorgen")
    assert [c.code for c in found] == ["K 1.1", "K 1.2", "K 1.3"]


ENDS = ["Nationale prestatieafspraken", "Afspraken", "Bijlage 2 Kaarten", "Ondertekening", "B Betaalbaar wonen"]


@pytest.mark.parametrize("heading", ENDS)
def test_another_part_of_the_document_ends_an_item(heading: str) -> None:
    text = f"A1 Bouwen\n\nA2 Verkopen\n\nA3 Zorgen\n\n{heading}\n\nIn de stad is weinig grond over voor woningen."
    assert candidates(text)[-1].text == "Zorgen"


def test_a_theme_at_the_top_of_a_page_ends_an_item() -> None:
    text = "A1 Bouwen\n\nA2 Verkopen\n\nA3 Zorgen\n{}Leefbaarheid\n\nIn de stad is weinig grond over voor woningen."
    assert candidates(text.format("\f\n"))[-1].text == "Zorgen"
    assert candidates(text.format("\n"))[-1].text.startswith("Leefbaarheid")


def test_a_first_line_with_a_verb_is_a_sentence_and_no_title() -> None:
    text = "K 1.1 De gemeente zet zich in voor de haven en\nRietveld Wonen bouwt er.\n\nK 1.2 Bouwen\n\nK 1.3 Zorgen"
    assert candidates(text)[0].title is None


def test_a_letter_and_number_of_another_family_is_no_item() -> None:
    found = candidates("K 1.1 Bouwen\n\nK 1.2 Verkopen\n\nB9 wordt de code van de kaart\n\nK 1.3 Zorgen")
    assert [c.code for c in found] == ["K 1.1", "K 1.2", "K 1.3"]
    assert "B9 wordt" in found[1].text


BLOCKS = """
A1 Bouwen

De gemeente wijst drie locaties aan.

Trekker: gemeente
Resultaat: 40 woningen

A2 Slopen

Vervallen: er wordt niet gesloopt.

A3 Kopen

De gemeente koopt grond.
"""


def test_what_shall_result_is_counted_where_the_statement_counts_nothing() -> None:
    found = {c.code: [q.value for q in c.quantities] for c in understood(BLOCKS).commitments}
    assert found["A 1"] == [40.0]


def test_an_item_that_says_it_is_dropped_is_none() -> None:
    assert [c.code for c in understood(BLOCKS).commitments] == ["A 1", "A 3"]


def test_a_title_may_say_who_takes_the_lead() -> None:
    found = candidates(
        """
        A1 Huurbeleid (trekker: corporaties)
        De huren stijgen niet meer dan de inflatie.

        A2 Bouwen (initiatief: gemeente en De Linde)
        In de haven komen woningen.

        A3 Groen (en blauw)
        In de haven komen bomen.
        """
    )
    assert [(c.title, c.lead) for c in found] == [
        ("Huurbeleid", "corporaties"),
        ("Bouwen", "gemeente en De Linde"),
        ("Groen (en blauw)", None),
    ]
