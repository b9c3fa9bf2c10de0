from __future__ import annotations

import pytest

from samenspraak.core.extraction.tables.project_list import project_tables
from samenspraak.core.extraction.tables.project_rows import is_name, is_when
from tests.core.extraction.tables.rows import lines_in, rows_of

CELLS_BELOW_EACH_OTHER = """
    Bijlage plannen Waterhoven

    Plannen voor sociale huur

    In aanbouw
    De Linde

    Aantal
    woningen (raming)


    Molenhof


    40 woningen


    Oplevering 2026-2027

    Dijkzicht 25 woningen Oplevering 2026-2027
    Zuidrand 10 woningen Oplevering 2026-2027

    Veldweg 12 woningen
    Havenkom diverse plekken 30 woningen

    Oplevering 2026-2027


    75 woningen

    Overige plannen van De Linde 42 woningen

    Locaties van
    derden

    Aantal
    woningen (raming)

    Stationsplein

    Aantal woningen n.t.b.

    Oude school Aantal woningen n.t.b.

    Zachte plannen

    Ca. 90 woningen

    Totaal Ca. 210 woningen
    """


def test_a_list_with_its_cells_below_each_other_is_put_together() -> None:
    (table,) = project_tables(lines_in(CELLS_BELOW_EACH_OTHER))
    assert table.title == "Plannen voor sociale huur"
    assert table.columns == ("categorie", "project", "aantal woningen (raming)", "realisatie")
    own, third = "In aanbouw De Linde", "Locaties van derden"
    assert rows_of(table) == [
        [own, "Molenhof", 40.0, "Oplevering 2026-2027"],
        [own, "Dijkzicht", 25.0, "Oplevering 2026-2027"],
        [own, "Zuidrand", 10.0, "Oplevering 2026-2027"],
        [own, "Veldweg", 12.0, None],
        [own, "Havenkom diverse plekken", 30.0, None],
        ["subtotaal", "Oplevering 2026-2027", 75.0, "Oplevering 2026-2027"],
        ["subtotaal", "Overige plannen van De Linde", 42.0, None],
        [third, "Stationsplein", "n.t.b.", None],
        [third, "Oude school", "n.t.b.", None],
        ["subtotaal", "Zachte plannen", "ca. 90", None],
        ["totaal", "Totaal", "ca. 210", None],
    ]


def test_a_list_on_one_line_a_project_needs_no_header() -> None:
    text = """
        Projectenlijst 2026

        Molenhof 40 woningen Q2 2026
        Dijkzicht 25 sociale huurwoningen in aanbouw
        Zuidrand ca. 60 appartementen 2028
        """
    (table,) = project_tables(lines_in(text))
    assert table.title == "Projectenlijst 2026"
    assert table.columns == ("project", "aantal woningen", "realisatie")
    assert rows_of(table) == [
        ["Molenhof", 40.0, "Q2 2026"],
        ["Dijkzicht", 25.0, "in aanbouw"],
        ["Zuidrand", "ca. 60", "2028"],
    ]


def test_the_number_of_a_row_is_no_part_of_the_name() -> None:
    (table,) = project_tables(lines_in("1. Molenhof 40 woningen\n2. Dijkzicht 25 woningen\n3. Zuidrand 12 woningen"))
    assert [row[0] for row in table.rows] == ["Molenhof", "Dijkzicht", "Zuidrand"]


@pytest.mark.parametrize(
    "text",
    [
        "De Linde bouwt 40 woningen\nRietveld verkoopt 12 woningen\nDe gemeente zoekt plek voor 20 woningen",
        "Molenhof 40 woningen\nDijkzicht 25 woningen",  # two are no list
        "- Molenhof 40 woningen\n- Dijkzicht 25 woningen\n- Zuidrand 12 woningen",
    ],
)
def test_sentences_and_items_are_no_project_list(text: str) -> None:
    assert project_tables(lines_in(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Molenhof", True),
        ("Overige plannen in ontwikkeling", True),
        ("Hoek Dorpsstraat/Kerkweg (oude school)", True),
        ("De Linde bouwt", False),
        ("De gemeente wil", False),
        ("In totaal zijn er van", False),
        ("waarvan", False),
        ("", False),
    ],
)
def test_a_name_is_short_and_no_beginning_of_a_sentence(text: str, *, expected: bool) -> None:
    assert is_name(text) is expected


@pytest.mark.parametrize("text", ["Q2 2026", "Oplevering 2026-2027", "in aanbouw", "Start bouw 2026", "doorlopend"])
def test_a_term_or_a_phase_says_when(text: str) -> None:
    assert is_when(text)
