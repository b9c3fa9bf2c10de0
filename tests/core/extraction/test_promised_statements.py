"""What stands under a heading that promises commitments: each paragraph and each list item."""

from __future__ import annotations

from samenspraak.core.extraction.candidate import Candidate
from samenspraak.core.extraction.listed import promised, sections_promised
from samenspraak.core.extraction.outline import outline
from tests.core.extraction.documents import PARTIES, blocks_in


def statements(text: str) -> list[Candidate]:
    """Return the statements under promising headings."""
    return promised(outline(blocks_in(text), PARTIES))


def test_every_paragraph_and_item_under_afspraken_is_a_statement() -> None:
    found = statements(
        """
        Bouwen in de haven

        Er is weinig grond in de stad.

        Afspraken

        De gemeente wijst grond aan voor dertig woningen.

        De corporaties bouwen deze woningen voor 2029.

        • Rietveld Wonen begint

        • De Linde maakt het af
        """
    )
    assert [c.text for c in found] == [
        "De gemeente wijst grond aan voor dertig woningen.",
        "De corporaties bouwen deze woningen voor 2029.",
        "Rietveld Wonen begint",
        "De Linde maakt het af",
    ]
    assert {c.title for c in found} == {"Bouwen in de haven"}


def test_a_sentence_that_only_announces_is_no_statement_of_its_own() -> None:
    found = statements(
        """
        Afspraken

        Partijen spreken het volgende af:

        • De gemeente wijst grond aan

        • De corporaties bouwen dertig woningen
        """
    )
    assert [c.text for c in found] == ["De gemeente wijst grond aan", "De corporaties bouwen dertig woningen"]


def test_a_statement_with_a_list_of_its_parts_is_one() -> None:
    (found,) = statements(
        """
        Afspraken

        De corporaties plaatsen dertig flexwoningen, verdeeld over drie plekken:

        • haven

        • binnenstad

        • stationsgebied
        """
    )
    assert found.text.splitlines() == [
        "De corporaties plaatsen dertig flexwoningen, verdeeld over drie plekken:",
        "• haven",
        "• binnenstad",
        "• stationsgebied",
    ]


def test_loose_words_are_no_statement() -> None:
    found = statements(
        """
        Afspraken

        De gemeente wijst grond aan voor dertig woningen.

        Rietveld Wonen, mevrouw A. de Wit
        """
    )
    assert [c.text for c in found] == ["De gemeente wijst grond aan voor dertig woningen."]


def test_the_word_before_the_colon_of_an_item_is_its_title() -> None:
    found = statements(
        """
        Afspraken

        • Woningbouw: De gemeente wijst grond aan voor dertig woningen

        • De corporaties bouwen deze woningen: dertig in de haven
        """
    )
    assert [c.title for c in found] == ["Woningbouw", None]


def test_under_a_party_the_party_is_the_doer() -> None:
    found = statements(
        """
        Schulden voorkomen

        De gemeente:

        • helpt huurders met schulden binnen vier weken

        De corporaties:

        • melden achterstanden na een maand
        """
    )
    assert [(c.column, c.text.split()[0]) for c in found] == [("De gemeente", "helpt"), ("De corporaties", "melden")]


def test_sections_below_a_promise_are_each_one_statement() -> None:
    found = sections_promised(
        outline(
            blocks_in(
                """
                Wat wij in 2026 willen realiseren

                Onderhoud van de flats

                De Linde schildert de flats in de binnenstad.

                Daarna zijn de galerijen aan de beurt.

                Tuinen en hofjes

                De Linde legt in de haven tuinen aan.
                """
            ),
            PARTIES,
        )
    )
    assert [c.text for c in found] == [
        "De Linde schildert de flats in de binnenstad.\nDaarna zijn de galerijen aan de beurt.",
        "De Linde legt in de haven tuinen aan.",
    ]
    assert [c.title for c in found] == ["Onderhoud van de flats", "Tuinen en hofjes"]


def test_only_what_stands_below_the_promise_is_taken() -> None:
    placed = outline(
        blocks_in(
            """
            Onderhoud van de flats

            De Linde schildert de flats in de binnenstad.

            Bijlage 1 Afspraken met de buren

            Tuinen en hofjes

            De Linde legt in de haven tuinen aan.
            """
        ),
        PARTIES,
    )
    assert sections_promised(placed) == []
    assert promised(placed) == []


def test_a_footnote_and_a_stray_word_under_a_promise_are_no_statements() -> None:
    found = statements(
        """
        Afspraken

        De gemeente wijst grond aan voor dertig woningen.

        1 De lijst staat op de website van de gemeente, die wordt bijgehouden.

        Nee
        """
    )
    assert [c.text for c in found] == ["De gemeente wijst grond aan voor dertig woningen."]


def test_beside_what_is_done_the_section_of_what_is_aimed_at_promises_nothing() -> None:
    found = statements(
        """
        Wat willen we bereiken?

        Niemand in de stad hoeft op straat te slapen.

        Wat gaan we doen?

        De gemeente wijst grond aan voor dertig woningen.
        """
    )
    assert [c.text for c in found] == ["De gemeente wijst grond aan voor dertig woningen."]


def test_the_foot_of_a_page_does_not_end_a_list() -> None:
    found = statements(
        """
        Bouwen

        Partijen komen overeen:

        a. de gemeente wijst twee plekken aan;

        Overeenkomst Waterhoven | 2

        b. de gemeente betaalt de aanleg van de straat.
        """
    )
    assert len(found) == 2
