from __future__ import annotations

import pytest

from samenspraak.core.extraction.tables.meeting_rhythm import is_header, meeting_tables
from tests.core.extraction.tables.rows import lines_in, rows_of

RHYTHM = """
    6.1 Overleg

    We houden dit ritme aan.

    Wie Wat

    V
    o
    o
    rj
    a
    a
    r

    Ambtelijk 1 Terugblik op vorig jaar
      Agenda voor het bestuur

    Bestuurlijk 1
    (wethouder,
    bestuurders)

    Terugblik op vorig jaar

    Gesprek over de
    woonvisie

    N
    a
    ja
    a
    r

    Ambtelijk 2 (met huurders) Stand van zaken

    7. Slot
    """


def test_counted_meetings_below_a_header_are_a_table_and_loose_letters_are_the_season() -> None:
    (table,) = meeting_tables(lines_in(RHYTHM))
    assert table.title == "Overleg"
    assert table.columns == ("periode", "wie", "wat")
    assert rows_of(table) == [
        ["voorjaar", "Ambtelijk 1", "Terugblik op vorig jaar; Agenda voor het bestuur"],
        ["voorjaar", "Bestuurlijk 1 (wethouder, bestuurders)", "Terugblik op vorig jaar; Gesprek over de woonvisie"],
        ["najaar", "Ambtelijk 2 (met huurders)", "Stand van zaken"],
    ]


def test_without_seasons_there_is_no_column_for_them() -> None:
    text = "Overleg Onderwerp\nAmbtelijk 1 Terugblik\nAmbtelijk 2 Stand\nBestuurlijk 1 Besluit"
    (table,) = meeting_tables(lines_in(text))
    assert table.columns == ("overleg", "onderwerp")
    assert rows_of(table)[2] == ["Bestuurlijk 1", "Besluit"]


@pytest.mark.parametrize(
    "text",
    [
        "Ambtelijk 1 Terugblik\nAmbtelijk 2 Stand\nBestuurlijk 1 Besluit",  # no header
        "Wie Wat\nThema 1 Bouwen\nThema 2 Betalen\nThema 3 Leven",  # chapters
        "Wie Wat\nAmbtelijk 1 Terugblik\nBestuurlijk 1 Besluit",  # too few
    ],
)
def test_anything_else_is_no_meeting_rhythm(text: str) -> None:
    assert meeting_tables(lines_in(text)) == []


@pytest.mark.parametrize(("line", "expected"), [("Wie Wat", True), ("Wie wat doet", False), ("Wat", False)])
def test_a_header_names_columns_and_nothing_else(line: str, *, expected: bool) -> None:
    assert is_header(line) is expected
