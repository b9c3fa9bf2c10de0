"""Tables that a conversion turned into lines: rows are told by their numbers, cells by what they hold."""

from __future__ import annotations

import pytest

from samenspraak.core.extraction.flat_table import Row, cells_of, flat_rows
from samenspraak.core.extraction.source import Line
from samenspraak.core.extraction.terms import is_term
from tests.core.extraction.documents import PARTIES, blocks_in, understood

TERMS = [
    ("Q2 2026", True),
    ("Eind 2027", True),
    ("4e kwartaal 2026", True),
    ("derde tertiaal", True),
    ("vóór 2029", True),
    ("1 juli 2026", True),
    ("2026-2028", True),
    ("2026 en 2027", True),
    ("Doorlopend", True),
    ("voorjaar", True),
    ("n.t.b.", True),
    ("Gemeente", False),
    ("In 2026 bouwt de gemeente", False),
    ("30 woningen", False),
    ("", False),
]
PHRASES = [
    ("Gemeente", True),
    ("De corporaties:", True),
    ("gemeente en corporaties", True),
    ("Gemeente, De Linde", True),
    ("Rietveld Wonen / gemeente", True),
    ("alle partijen", True),
    ("Huurdersraad De Linde, in samenwerking met de gemeente", True),
    ("Gezamenlijk", True),
    ("De gemeente bouwt", False),
    ("De Kastanje", False),
    ("", False),
]


@pytest.mark.parametrize(("text", "expected"), TERMS)
def test_a_term_is_nothing_but_a_term(text: str, *, expected: bool) -> None:
    assert is_term(text) is expected


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_a_phrase_of_parties_is_nothing_but_parties(text: str, *, expected: bool) -> None:
    assert PARTIES.is_whole(text) is expected


def row(*lines: str) -> Row:
    """Return a row of which only the lines are left."""
    return Row("1", 0, [(Line(text, 1, 50 * at, 50 * at + len(text)), 0) for at, text in enumerate(lines)])


CELLS = [
    (("De gemeente bouwt.", "Gemeente", "Q2 2026"), ("De gemeente bouwt.", "Gemeente", "Q2 2026")),
    (("De gemeente bouwt.", "Q2 2026", "Gemeente"), ("De gemeente bouwt.", "Gemeente", "Q2 2026")),
    (("Gemeente", "De gemeente bouwt.", "2026"), ("De gemeente bouwt.", "Gemeente", "2026")),
    (("Wij bouwen dertig", "woningen.", "Rietveld Wonen,", "gemeente"), None),
    (("Wij bouwen.", "Corporaties,", "gemeente", "4e kwartaal", "2026"), None),
    (("Wij bouwen.", "Eind 2026"), ("Wij bouwen.", None, "Eind 2026")),
    (("Wij bouwen.", "Gemeente"), ("Wij bouwen.", "Gemeente", None)),
    (("Wij bouwen", "in de haven."), ("Wij bouwen in de haven.", None, None)),
    (("Gemeente",), ("Gemeente", None, None)),
]
WRAPPED = {
    3: ("Wij bouwen dertig woningen.", "Rietveld Wonen, gemeente", None),
    4: ("Wij bouwen.", "Corporaties, gemeente", "4e kwartaal 2026"),
}


@pytest.mark.parametrize("index", range(len(CELLS)))
def test_a_row_has_a_statement_parties_and_a_term(index: int) -> None:
    lines, expected = CELLS[index]
    found = cells_of(row(*lines), PARTIES)
    text = " ".join(line.text for line, _ in found.text)
    assert (text, found.parties, found.term) == (expected or WRAPPED[index])


TABLE = """
Jaarafspraken wonen 2026

Gemeente Waterhoven, Rietveld Wonen en De Linde

Thema 1 Voldoende woningen

Nr.
Afspraak
Wie
Wanneer

1
De gemeente wijst in de haven grond
aan voor dertig woningen.
Gemeente
Q2 2026

2
Start bouw van twintig woningen.
Rietveld Wonen
Eind 2026

3
Er worden niet meer dan tien woningen verkocht.
Corporaties
2026

Thema 2 Betaalbaar wonen

Nr.
Afspraak
Wie
Wanneer

4
Huurders met schulden krijgen binnen vier weken hulp.
Gemeente,
De Linde
Doorlopend
"""


def test_the_rows_below_a_header_are_found_and_the_rest_stays_outside() -> None:
    rows, outside = flat_rows(blocks_in(TABLE), PARTIES)
    assert [r.number for r in rows] == ["1", "2", "3", "4"]
    assert [b.text for b in outside][-1] == "Thema 2 Betaalbaar wonen"


def test_a_flattened_table_is_a_register() -> None:
    found = understood(TABLE).commitments
    assert [(c.code, c.text) for c in found] == [
        ("1", "De gemeente wijst in de haven grond aan voor dertig woningen."),
        ("2", "Start bouw van twintig woningen."),
        ("3", "Er worden niet meer dan tien woningen verkocht."),
        ("4", "Huurders met schulden krijgen binnen vier weken hulp."),
    ]
    assert [[p.name for p in c.parties] for c in found] == [
        ["gemeente"],
        ["Rietveld Wonen"],
        ["corporaties"],
        ["gemeente", "De Linde"],
    ]
    assert [c.deadline.text if c.deadline else None for c in found] == ["Q2 2026", "Eind 2026", "2026", "Doorlopend"]
    assert [c.heading for c in found] == ["Thema 1 Voldoende woningen"] * 3 + ["Thema 2 Betaalbaar wonen"]


def test_numbers_without_a_header_are_no_table() -> None:
    text = "Lijst\n\n1\nBouwen.\nGemeente\n\n2\nKopen.\nGemeente\n\n3\nSlopen.\nGemeente"
    rows, outside = flat_rows(blocks_in(text), PARTIES)
    assert (rows, len(outside)) == ([], len(blocks_in(text)))


def test_a_number_in_a_statement_is_no_new_row() -> None:
    text = TABLE.replace("aan voor dertig woningen.", "aan voor een aantal van\n30 woningen.")
    rows, _ = flat_rows(blocks_in(text), PARTIES)
    assert [r.number for r in rows] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("heading", ["Terugblik", "Begrippen", "Betaalbaarheid"])
def test_a_heading_of_another_part_ends_a_table(heading: str) -> None:
    text = f"{TABLE}\n{heading}\n\n5\nIn de stad is weinig grond over.\nGemeente\n2026\n"
    rows, outside = flat_rows(blocks_in(text), PARTIES)
    assert [r.number for r in rows] == ["1", "2", "3", "4"]
    assert heading in [b.text for b in outside]


def test_a_header_on_one_line_is_a_header_as_well() -> None:
    rows, _ = flat_rows(
        blocks_in(TABLE.replace("Nr.\nAfspraak\nWie\nWanneer\n", "Nr. Afspraak Wie Wanneer\n")), PARTIES
    )
    assert [r.number for r in rows] == ["1", "2", "3", "4"]


def test_a_header_has_a_column_of_statements_and_one_of_parties() -> None:
    for header in ("Nr.\nWie\nWanneer\n", "Nr.\nAfspraak\nWanneer\n", "Afspraak\nWie\n"):
        rows, _ = flat_rows(blocks_in(TABLE.replace("Nr.\nAfspraak\nWie\nWanneer\n", header)), PARTIES)
        assert rows == []


def test_numbered_lines_above_the_header_are_no_rows() -> None:
    text = TABLE.replace("Thema 1 Vol", "1\nDe wachttijd is zeven jaar.\n\nThema 1 Vol")
    rows, outside = flat_rows(blocks_in(text), PARTIES)
    assert [r.number for r in rows] == ["1", "2", "3", "4"]
    assert any("wachttijd" in b.text for b in outside)


def test_counting_may_start_again_in_the_next_table() -> None:
    rows, _ = flat_rows(blocks_in(TABLE.replace("\n4\nHuurders", "\n1\nHuurders")), PARTIES)
    assert [r.number for r in rows] == ["1", "2", "3", "1"]


INDICATED = """
Wij maken jaarafspraken met woningcorporatie De Linde. De gemeente en woningcorporatie De Linde maken een plan.

2 Bouwen

Nr
Afspraak
Wie
Wanneer
Indicator

1.1
De gemeente wijst een locatie aan.
Gemeente
Q2 2026
Besluit van de raad

1.2
Start bouw in de haven.
De Linde,
gemeente
September 2026
40 woningen

1.3
Onderzoek naar splitsen.
Corporaties
Doorlopend
Rapport

3 Betalen

De huren zijn hoog: 70% van het maximum.

Nr
Afspraak
Wie
Wanneer
Indicator

2.1
De corporaties vragen advies.
Corporaties
Maart 2026
Advies
"""


def test_a_column_of_indicators_stands_behind_parties_and_term() -> None:
    found = {c.code: c for c in understood(INDICATED).commitments}
    assert [found[code].text for code in ("1.1", "1.2", "1.3", "2.1")] == [
        "De gemeente wijst een locatie aan.",
        "Start bouw in de haven.",
        "Onderzoek naar splitsen.",
        "De corporaties vragen advies.",
    ]
    assert [q.value for q in found["1.2"].quantities] == [40.0]
    assert [p.name for p in found["1.2"].parties] == ["De Linde", "gemeente"]


def test_a_number_of_another_sort_than_the_rows_have_ends_the_table() -> None:
    found = {c.code: c for c in understood(INDICATED).commitments}
    assert [found[code].heading for code in ("1.3", "2.1")] == ["Bouwen", "Betalen"]


UNNUMBERED = """
Jaarafspraken 2025

Gemeente Waterhoven, Woonstichting De Linde en Huurdersraad De Linde

1. Voldoende woningen
Afspraak
Wie
Wanneer
Start bouw van 28 appartementen aan de
Stationsstraat.
De Linde
Q2 2025
Verkenning naar woningsplitsing in de wijk
Zuid.
Gemeente, De Linde
eind 2025
2. Betaalbaarheid
Afspraak
Wie
Wanneer
Inzet van budgetcoaches bij huurachterstand.
Gemeente
doorlopend

Aldus getekend te Waterhoven op 3 december 2024
"""


def test_without_numbers_a_row_ends_where_it_has_said_who_and_when() -> None:
    found = understood(UNNUMBERED).commitments
    assert [(c.text, [p.name for p in c.parties], c.deadline and c.deadline.text, c.code) for c in found] == [
        ("Start bouw van 28 appartementen aan de Stationsstraat.", ["De Linde"], "Q2 2025", None),
        ("Verkenning naar woningsplitsing in de wijk Zuid.", ["gemeente", "De Linde"], "eind 2025", None),
        ("Inzet van budgetcoaches bij huurachterstand.", ["gemeente"], "doorlopend", None),
    ]


def test_without_numbers_the_parties_may_stand_in_front() -> None:
    text = UNNUMBERED.replace("Afspraak\nWie\n", "Wie\nAfspraak\n").replace("Gemeente, De Linde\n", "")
    text = text.replace("Verkenning", "Gemeente\nVerkenning").replace("Start", "De Linde\nStart")
    text = text.replace("Stationsstraat.\nDe Linde", "Stationsstraat.").replace(
        "huurachterstand.\nGemeente", "huurachterstand."
    )
    text = text.replace("Inzet", "Gemeente\nInzet")
    found = understood(text).commitments
    assert [c.parties[0].name for c in found] == ["De Linde", "gemeente", "gemeente"]


def test_what_follows_a_table_without_numbers_is_no_row() -> None:
    assert understood(UNNUMBERED).agreement.signed_on


def test_a_column_of_numbers_says_that_rows_have_numbers_wherever_the_first_of_them_stands() -> None:
    text = TABLE.replace("Wanneer\n", "Wanneer\n(kwartaal)\n", 1)
    assert [row.number for row in flat_rows(blocks_in(text), PARTIES)[0]][:2] == ["1", "2"]
