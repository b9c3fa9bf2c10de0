from __future__ import annotations

import pytest

from samenspraak.core.extraction.tables.numeric_rows import numeric_tables, row_of
from tests.core.extraction.documents import CAST
from tests.core.extraction.tables.rows import lines_in, rows_of

LABELS = """
    Woningen met een slecht label

    Stichting
    De Linde

    Rietveld Wonen

    2024 1.598 97

    2025 t.b. 80

    2026 n.t.b. t.b.
    """


def test_years_with_numbers_below_the_names_of_associations_are_a_table() -> None:
    (table,) = numeric_tables(lines_in(LABELS), CAST.names)
    assert table.title == "Woningen met een slecht label"
    assert table.columns == ("", "Stichting De Linde", "Rietveld Wonen")
    assert rows_of(table) == [["2024", 1598.0, 97.0], ["2025", "t.b.", 80.0], ["2026", "n.t.b.", "t.b."]]


def test_rows_that_end_in_a_name_have_a_column_for_it_and_a_total_stands_under_what_it_adds() -> None:
    text = """
        Bijlage 2 Projecten

        Project Corporatie Aantal Start bouw
        Molenhof De Linde 84 2026
        Dijkzicht Rietveld Wonen 36 2027
        Zuidrand De Linde 74 n.t.b.
        Totaal 194
        """
    (table,) = numeric_tables(lines_in(text), CAST.names)
    assert table.title == "Bijlage 2 Projecten"
    assert table.columns == ("Project", "Corporatie", "Aantal", "Start bouw")
    assert rows_of(table) == [
        ["Molenhof", "De Linde", 84.0, "2026"],
        ["Dijkzicht", "Rietveld Wonen", 36.0, "2027"],
        ["Zuidrand", "De Linde", 74.0, "n.t.b."],
        ["Totaal", None, 194.0, None],
    ]


def test_a_caption_is_the_title() -> None:
    text = """
        Tabel 3: Voorraad naar huurklasse

        Klasse 2025 2026
        Goedkoop 120 118
        Betaalbaar 300 310
        """
    (table,) = numeric_tables(lines_in(text), CAST.names)
    assert table.title == "Voorraad naar huurklasse"
    assert table.columns == ("Klasse", "2025", "2026")


def test_amounts_of_money_keep_their_sign() -> None:
    text = """
        Begroting

        De Linde € 120.000 € 130.000
        Rietveld Wonen € 80.000 n.t.b.
        Totaal € 200.000 € 130.000
        """
    (table,) = numeric_tables(lines_in(text), CAST.names)
    assert table.title == "Begroting"
    assert rows_of(table)[1] == ["Rietveld Wonen", "€ 80.000", "n.t.b."]


def test_the_span_runs_from_the_header_to_the_last_row() -> None:
    lines = lines_in(LABELS)
    (table,) = numeric_tables(lines, CAST.names)
    assert (table.span.start, table.span.end) == (lines[1].start, lines[-1].end)


@pytest.mark.parametrize(
    "text",
    [
        "De corporaties bouwden er in de jaren 2024 2025",
        "Het aantal was eerst 120 300",  # no table of one row
        "Telefoon 071 123",
        "2024 2025 2026",
    ],
)
def test_a_single_line_with_numbers_is_no_table(text: str) -> None:
    assert numeric_tables(lines_in(text), CAST.names) == []


def test_two_rows_without_a_header_are_too_few() -> None:
    assert numeric_tables(lines_in("Goedkoop 120 118\nBetaalbaar 300 310"), CAST.names) == []


@pytest.mark.parametrize(
    ("line", "label", "values"),
    [
        ("2024 598 97", "2024", [598.0, 97.0]),
        ("Sociale huur 30% 1.470", "Sociale huur", ["30%", 1470.0]),
        ("Onderhoud € 1.200 € 1.300", "Onderhoud", ["€ 1.200", "€ 1.300"]),
        ("De Linde - 12", "De Linde", ["-", 12.0]),
    ],
)
def test_a_row_is_a_label_and_its_values(line: str, label: str, values: list[object]) -> None:
    row = row_of(line)
    assert row is not None
    assert (row.label, row.values) == (label, values)


@pytest.mark.parametrize("line", ["2026 2027 2028", "12 13", "Er worden 12 13", "De eerste zin. 12 13", "Huur 12"])
def test_years_sentences_and_single_values_are_no_row(line: str) -> None:
    assert row_of(line) is None
