"""Numbered items: which numbers count chapters, and which count commitments."""

from __future__ import annotations

import pytest

from samenspraak.core.extraction.numbered import numbered_items
from tests.core.extraction.documents import blocks_in, understood


def codes(text: str) -> list[str]:
    """Return the numbers of the items, a chapter's number in front."""
    items, _ = numbered_items(blocks_in(text))
    return [item.code.normal for item in items]


COUNTED = {
    "items that count on through the whole document": (
        """
        1. De gemeente bouwt.

        2. De gemeente koopt.

        3. De gemeente sloopt.

        4. De gemeente verhuurt.
        """,
        ["1", "2", "3", "4"],
    ),
    "items that start again under every numbered theme": (
        """
        1. Beschikbaarheid

        1. De gemeente bouwt.

        2. De gemeente koopt.

        2. Betaalbaarheid

        1. De gemeente verlaagt de leges.

        2. De corporaties verlagen de huren.
        """,
        ["1.1", "1.2", "2.1", "2.2"],
    ),
    "items with the chapter in their number": (
        """
        1 Beschikbaarheid

        1.1 De gemeente bouwt.

        1.2 De gemeente koopt.

        2 Betaalbaarheid

        2.1 De gemeente verlaagt de leges.

        2.2 De corporaties verlagen de huren.
        """,
        ["1.1", "1.2", "2.1", "2.2"],
    ),
    "members of articles": (
        """
        Artikel 1 Bouwen

        1. De gemeente bouwt.

        2. De gemeente koopt.

        Artikel 2 Huren

        1. De gemeente verlaagt de leges.

        2. De corporaties verlagen de huren.
        """,
        ["1.1", "1.2", "2.1", "2.2"],
    ),
    "few in a short document": (
        """
        1. De gemeente bouwt.

        2. De gemeente koopt.
        """,
        ["1", "2"],
    ),
    "too few to be a system": (
        """
        1. De gemeente bouwt.

        2. De gemeente koopt.

        3. De gemeente sloopt.
        """
        + "\n\nDe wijk werd gebouwd in de jaren zestig." * 16,
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), COUNTED.values(), ids=COUNTED)
def test_the_numbers_of_items_follow_from_where_counting_starts_again(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_an_item_holds_what_follows_it_until_the_next_number() -> None:
    items, outside = numbered_items(
        blocks_in(
            """
            Afspraken over bouwen

            1. De gemeente bouwt.

            Dat doet zij in de haven.

            • met de buren

            2. De gemeente koopt.

            3. De gemeente sloopt.

            4. De gemeente verhuurt.
            """
        )
    )
    assert [b.text for b in items[0].blocks] == ["1. De gemeente bouwt.", "Dat doet zij in de haven.", "met de buren"]
    assert [b.text for b in outside] == ["Afspraken over bouwen"]


ARTICLES = """
Raamovereenkomst wonen 2026-2029

Gemeente Waterhoven, Rietveld Wonen en De Linde

Artikel 1 Beschikbaarheid

1.1 De gemeente wijst in de haven grond aan voor ten minste dertig woningen.

1.2 Rietveld Wonen bouwt in de haven uiterlijk in 2028 dertig woningen.

1.3 Sinds 2020 is de wachttijd in de stad opgelopen tot zeven jaar.

Artikel 2 Betaalbaarheid

2.1 De corporaties verhogen de huren jaarlijks met ten hoogste de inflatie.

2.2 De gemeente biedt huurders met schulden binnen vier weken hulp.
"""


def test_numbered_items_are_commitments_where_most_of_them_commit() -> None:
    found = understood(ARTICLES).commitments
    assert [c.code for c in found] == ["1.1", "1.2", "2.1", "2.2"]
    assert {c.heading for c in found} == {"Artikel 1 Beschikbaarheid", "Artikel 2 Betaalbaarheid"}


def test_numbered_facts_are_no_commitments() -> None:
    facts = """
        Woningmarkt in Waterhoven

        1. De wachttijd was in 2024 zeven jaar.

        2. Het aantal huishoudens is sinds 2020 gegroeid.

        3. De huren zijn vorig jaar met drie procent gestegen.

        4. Veel ouderen wonen al lang in een grote woning.
        """
    assert understood(facts).commitments == ()


@pytest.mark.parametrize("heading", ["Nationale prestatieafspraken", "Bijlage 1 Regels", "Terugblik"])
def test_numbers_in_another_part_of_the_document_are_left_out(heading: str) -> None:
    text = ARTICLES + f"\n{heading}\n\n1. De gemeente bouwde dertig woningen.\n\n2. De gemeente bouwt er nu veertig.\n"
    assert [c.code for c in understood(text).commitments] == ["1.1", "1.2", "2.1", "2.2"]


def test_a_number_with_parts_below_it_is_a_chapter() -> None:
    text = "\n\n".join(
        f"{number}. {theme}\n\nAfspraken\n\nDe gemeente bouwt in de haven dertig woningen."
        for number, theme in enumerate(("Bouwen", "Verkopen", "Huren", "Zorgen", "Samenwerken"), start=1)
    )
    assert codes(text) == []
    assert codes(text.replace("Afspraken\n\n", "")) == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("heading", ["Leefbaarheid", "Begrippen"])
def test_a_theme_or_another_part_ends_an_item(heading: str) -> None:
    text = f"1. Bouwen\n\n2. Kopen\n\n3. Slopen\n\n4. Huren\n\n{heading}\n\nIn de stad is weinig grond over."
    items, outside = numbered_items(blocks_in(text))
    assert [b.text for b in items[-1].blocks] == ["4. Huren"]
    assert [b.text for b in outside] == [heading, "In de stad is weinig grond over."]


def test_numbered_headings_with_lists_per_party_are_chapters_and_those_beside_them_too() -> None:
    text = """
    1 Opgave

    De regio groeit.

    2 Wat doet wie

    De gemeente:

    - bouwt dertig woningen.

    3 Samen

    De gemeente en de corporaties overleggen.

    4 Slot

    De afspraken gelden tot 2030.
    """
    assert codes(text) == []


def test_the_parties_in_a_numbered_list_are_no_items() -> None:
    parties = "\n\n".join(
        f"{number}. {name}, hierna: {name};" for number, name in enumerate(("Waterhoven", "De Linde", "Rietveld"), 1)
    )
    items = "\n\n".join(f"{number}. De gemeente bouwt woning {number}." for number in range(1, 5))
    assert codes(f"{parties}\n\nAfspraken\n\n{items}") == ["1", "2", "3", "4"]


def test_an_item_ends_where_a_chapter_begins() -> None:
    text = """
    Artikel 1 Bouwen

    1.1 De gemeente bouwt.

    1.2 De gemeente koopt.

    Hoofdstuk 2 Wonen

    De gemeente is groot.

    2.1 De gemeente sloopt.

    2.2 De gemeente verhuurt.
    """
    items, _ = numbered_items(blocks_in(text))
    assert [item.body for item in items] == [[], [], [], []]
