from __future__ import annotations

import pytest

from samenspraak.core.extraction.tables.building_starts import starts_tables
from tests.core.extraction.documents import PARTIES
from tests.core.extraction.tables.rows import placed_in, rows_of


def test_projects_below_the_name_of_an_association_are_its_own() -> None:
    text = """
        5. Start bouw
        Deze plannen staan klaar om in 2026 te beginnen:

        • De Linde:
        - Molenhof: 22 appartementen, 15 voor sociale huur en 7 voor middenhuur
        - Dijkzicht fase 2: 64 woningen, de helft ervan voor starters;
        • Rietveld Wonen:
        - Zuidrand: 28 sociale huurwoningen

        Daarna volgt overleg.
        """
    (table,) = starts_tables(placed_in(text), PARTIES)
    assert table.title == "Start bouw"
    assert table.columns == ("corporatie", "project", "aantal")
    assert rows_of(table) == [
        ["De Linde", "Molenhof", "22 appartementen, 15 voor sociale huur en 7 voor middenhuur"],
        ["De Linde", "Dijkzicht fase 2", "64 woningen, de helft ervan voor starters"],
        ["Rietveld Wonen", "Zuidrand", "28 sociale huurwoningen"],
    ]


def test_a_list_of_three_projects_needs_no_owner() -> None:
    text = """
        Oplevering

        • Molenhof: 24 appartementen
        • Dijkzicht (12 eengezinswoningen)
        • Zuidrand – 40 sociale huurwoningen
        """
    (table,) = starts_tables(placed_in(text), PARTIES)
    assert table.columns == ("project", "aantal")
    assert rows_of(table) == [
        ["Molenhof", "24 appartementen"],
        ["Dijkzicht", "12 eengezinswoningen"],
        ["Zuidrand", "40 sociale huurwoningen"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "• De Linde:\n- bouwt elk jaar 40 woningen\n- verkoopt er 5",
        "• De Linde:\n- Molenhof: 24 appartementen",
        "• Molenhof: 24 appartementen\n• Dijkzicht: 12 woningen",
        "• De Linde wijst toe: 24 woningen\n• Rietveld sloopt: 12 woningen\n• De gemeente bouwt: 3 woningen",
    ],
)
def test_duties_and_lists_of_one_or_two_are_no_building_starts(text: str) -> None:
    assert starts_tables(placed_in(text), PARTIES) == []
