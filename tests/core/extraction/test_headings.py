"""Which lines are headings, and what a heading promises about the text below it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samenspraak.core.extraction.blocks import BlockKind
from samenspraak.core.extraction.headings import (
    Stance,
    is_bare_theme,
    is_structural,
    lead_in_stance,
    mark_headings,
    stance_of,
    whose,
)
from samenspraak.core.extraction.paragraphs import blocks_of
from samenspraak.core.extraction.source import Line
from tests.core.extraction.documents import PARTIES, blocks_in, source_of

PROMISES = """
Afspraken                                      | committing
Onze afspraken                                 | committing
3.2 Afspraken                                  | committing
Prestatieafspraken met de huurders             | committing
Procesafspraken                                | committing
Wat spreken we met elkaar af?                  | committing
Wat gaan we doen?                              | committing
Doelstellingen en acties                       | committing
Doelstelling 3: Wonen en zorg sluiten aan      | neutral
Dit gaan wij in 2026 samen doen                | committing
Wat doet de gemeente?                          | committing
Acties                                         | committing
Maatregelen voor de huurders                   | committing
Wie doet wat                                   | committing
Inleiding                                      | context
1. Inleiding                                   | context
Onze ambitie                                   | context
Terugblik op de vorige afspraken               | context
Resultaten van vorig jaar                      | context
Waarom deze afspraken?                         | context
Stand van zaken                                | context
Nationale prestatieafspraken                   | excluded
Landelijke afspraken                           | excluded
Wettelijk kader                                | excluded
Begrippenlijst                                 | excluded
Ondertekening                                  | excluded
Inhoudsopgave                                  | excluded
Afkortingen                                    | excluded
Nieuwbouw in de haven                          | neutral
Betaalbaarheid                                 | neutral
Rietveld Wonen                                 | neutral
"""
CASES = [tuple(part.strip() for part in line.split("|")) for line in PROMISES.strip().splitlines()]


@pytest.mark.parametrize(("heading", "stance"), CASES)
def test_a_heading_promises(heading: str, stance: str) -> None:
    assert stance_of(heading) is Stance(stance)


LEAD_INS = [
    ("Partijen spreken het volgende af:", Stance.COMMITTING),
    ("Daarom nemen wij deze maatregelen:", Stance.COMMITTING),
    ("De gemeente verplicht zich tot:", Stance.COMMITTING),
    ("De belangrijkste resultaten van vorig jaar zijn:", Stance.CONTEXT),
    ("Partijen, overwegende dat:", Stance.CONTEXT),
    ("In deze overeenkomst wordt verstaan onder:", Stance.CONTEXT),
    ("De werkgroep bestaat uit:", Stance.CONTEXT),
    ("In de haven liggen drie buurten:", Stance.NEUTRAL),
]


@pytest.mark.parametrize(("sentence", "stance"), LEAD_INS)
def test_a_sentence_before_a_colon_says_what_its_list_holds(sentence: str, stance: Stance) -> None:
    assert lead_in_stance(sentence) is stance


@pytest.mark.parametrize(
    "heading", ["Afspraken", "2.1 Afspraken", "Kaderafspraken:", "Onze ambitie", "Waarom?", "Acties"]
)
def test_a_heading_may_only_name_the_sort_of_text(heading: str) -> None:
    assert is_structural(heading)


@pytest.mark.parametrize(
    "heading", ["Afspraken over de haven", "Nieuwbouw", "De ambitie van de raad in het kort gezegd nu"]
)
def test_a_heading_that_names_a_subject_is_more(heading: str) -> None:
    assert not is_structural(heading)


@pytest.mark.parametrize(
    "heading",
    ["Betaalbaarheid", "2. Wonen en zorg", "DUURZAAMHEID", "Afspraken over leefbaarheid", "Betaalbaarheid en zorg"],
)
def test_a_heading_may_be_nothing_but_a_theme(heading: str) -> None:
    assert is_bare_theme(heading)


@pytest.mark.parametrize("heading", ["Leefbaarheid in de haven", "De corporaties", "Woningbouw 2026", ""])
def test_a_theme_with_more_words_is_not_bare(heading: str) -> None:
    assert not is_bare_theme(heading)


def headings(text: str) -> list[str]:
    """Return the headings of a document."""
    return [found.text for found in blocks_in(text) if found.kind is BlockKind.HEADING]


def test_a_short_line_above_text_is_a_heading() -> None:
    assert headings(
        """
        Bouwen in de haven

        De gemeente bouwt er in het voorjaar dertig woningen.
        """
    ) == ["Bouwen in de haven"]


@pytest.mark.parametrize(
    "line",
    [
        "De gemeente bouwt dertig woningen.",
        "Van 24% naar 30% sociale huur",
        "12 december 2025",
        "K 1.1 Bouwen",
        "www.waterhoven.example",
        "Zij zorgt in elk geval voor het volgende:",
        "en daarna ook in de binnenstad",
    ],
)
def test_this_line_is_no_heading(line: str) -> None:
    assert headings(f"{line}\n\nDe corporaties bouwen er daarna dertig woningen in twee jaar.") == []


def test_the_last_line_of_a_document_is_no_heading() -> None:
    assert headings("De gemeente bouwt.\n\nBouwen in de haven") == []


@pytest.mark.parametrize("line", ["De gemeente:", "Rietveld Wonen", "De corporaties en de gemeente:"])
def test_a_party_above_a_list_is_a_heading(line: str) -> None:
    assert headings(f"Wij werken samen.\n\n{line}\n\n• bouwt dertig woningen\n\n• verhuurt deze woningen") == [line]


def test_loose_words_of_a_drawing_are_no_headings() -> None:
    assert headings(
        """
        De gemeente en de corporaties werken samen aan de haven van de stad.

        Starters

        Gezinnen

        Iedereen onder dak

        Nieuwbouw in de haven

        De corporaties bouwen er in het voorjaar dertig woningen.
        """
    ) == ["Nieuwbouw in de haven"]


def test_the_chapter_at_the_top_of_a_page_stays_a_heading_above_a_drawing() -> None:
    assert headings(
        """
        De gemeente en de corporaties werken samen aan de haven van de stad.
        \f
        Samen aan de kade

        Starters

        Gezinnen

        Nieuwbouw in de haven

        De corporaties bouwen er in het voorjaar dertig woningen.
        """
    ) == ["Samen aan de kade", "Nieuwbouw in de haven"]


LONG_LINES = [
    "Een regel die op een kop lijkt maar die er geen is omdat er veel te veel woorden in staan voor een kop",
    " ".join(["Woningbouwontwikkelingsmaatschappijen"] * 4),
]


@pytest.mark.parametrize("line", LONG_LINES)
def test_a_long_line_is_no_heading(line: str) -> None:
    assert headings(f"{line}\n\nDe corporaties bouwen er daarna dertig woningen in twee jaar.") == []


def test_a_heading_above_a_drawing_is_told_from_its_labels() -> None:
    assert headings(
        """
        De gemeente en de corporaties werken samen aan de haven van de stad.

        Starters

        Gezinnen

        Iedereen onder dak

        Afspraken

        De corporaties bouwen er in het voorjaar dertig woningen.
        """
    ) == ["Afspraken"]


@pytest.mark.parametrize("line", ["Thema 1: Wonen!", "2. Bouwen (in de haven)", "Afspraken:"])
def test_a_mark_at_its_end_does_not_keep_a_heading_from_being_one(line: str) -> None:
    text = f"{line}\n\nDe corporaties bouwen er daarna dertig woningen in twee jaar."
    assert (headings(text) == [line]) is (line != "Thema 1: Wonen!")


def test_a_bold_line_above_text_is_a_heading_wherever_it_stands() -> None:
    flow = source_of(
        "De gemeente bouwt dertig woningen.\nNieuwe woningen en een nieuwe school in de haven van Waterhoven\n"
        "De corporaties bouwen er daarna dertig woningen in twee jaar."
    ).flow
    bold = [replace(line, is_bold="school" in line.text) for line in flow if isinstance(line, Line)]
    kinds = [block.kind for block in mark_headings(blocks_of(bold), PARTIES)]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_a_line_of_some_length_is_a_heading_only_when_it_stands_apart() -> None:
    line = "Nieuwe woningen en een nieuwe school in de haven van de stad Waterhoven"
    body = "De corporaties bouwen er daarna dertig woningen in twee jaar."
    assert headings(f"De gemeente bouwt.\n\n{line}\n\n{body}") == [line]
    assert headings(f"{line}\n\n{body}") == [line]


WHOSE = [
    ("Bijdrage van de gemeente", "de gemeente"),
    ("3.2 Inzet van alle partijen", "alle partijen"),
    ("Wat doen de corporaties?", "de corporaties"),
    ("Bijdrage", ""),
    ("Afspraken over onderhoud", ""),
]


@pytest.mark.parametrize(("heading", "expected"), WHOSE)
def test_a_heading_may_say_whose_commitments_stand_below_it(heading: str, expected: str) -> None:
    assert whose(heading) == expected


def test_a_lead_in_without_a_colon_promises_its_list_too() -> None:
    assert lead_in_stance("Wij komen overeen dat") is Stance.COMMITTING
