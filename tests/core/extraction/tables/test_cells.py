from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.extraction.tables.cells import amount_in, is_row, is_unknown, shown, value_of, with_years_as_text


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("46", 46.0),
        ("1.417", 1417.0),
        ("12,5", 12.5),
        ("1.\n417", 1417.0),  # a number that did not fit on one line
        ("14\n17", 1417.0),
        ("n.t.b.", "n.t.b."),
        ("t.b.", "t.b."),
        ("n.b.", "n.b."),
        ("ca. 200", "ca. 200"),
        ("46 woningen", "46 woningen"),
        ("30%", "30%"),
        ("€ 1.200", "€ 1.200"),
        ("40 60", "40 60"),  # two numbers are not one
        ("vier keer\nper jaar", "vier keer per jaar"),
        ("", None),
        (" \n ", None),
    ],
)
def test_a_cell_is_a_number_only_when_it_holds_nothing_else(cell: str, value: str | float | None) -> None:
    assert value_of(cell) == value


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        (46.0, (46.0, False)),
        ("46 woningen", (46.0, False)),
        ("ca. 200", (200.0, True)),
        ("n.t.b.", None),
        ("€ 1.500", (1500.0, False)),
        ("30%", None),
        ("Veldweg fase 2", None),  # a name
        ("2027", None),  # a year counts nothing
        ("Q2 2027", None),
        ("20 tot 30", None),
        (None, None),
    ],
)
def test_an_amount_is_one_number_that_can_be_added(
    value: str | float | None, amount: tuple[float, bool] | None
) -> None:
    assert amount_in(value) == amount


def test_a_column_of_years_is_text_and_a_column_of_numbers_is_not() -> None:
    rows = [["A", 2026.0, 2020.0], ["B", 2027.0, 45.0], ["C", "n.t.b.", 12.0]]
    assert with_years_as_text(rows) == [["A", "2026", 2020.0], ["B", "2027", 45.0], ["C", "n.t.b.", 12.0]]


@pytest.mark.parametrize(
    ("line", "expected"),
    [("De Linde 20 30", True), ("De Linde 20 n.t.b.", True), ("Jaarafspraken 2026 2027", False), ("Fase 2", False)],
)
def test_a_line_that_ends_in_two_values_is_a_row_and_no_heading(line: str, *, expected: bool) -> None:
    assert is_row(line) is expected


def test_unknown_is_not_zero() -> None:
    assert is_unknown("n.t.b.")
    assert not is_unknown("0")
    assert shown(1417.0) == "1.417"
    assert shown(None) == ""


@given(st.integers(0, 10_000_000))
def test_a_number_written_the_dutch_way_is_read_back(number: int) -> None:
    assert value_of(f"{number:,}".replace(",", ".")) == float(number)


@given(st.text())
def test_any_cell_gives_a_value(text: str) -> None:
    value = value_of(text)
    assert value is None or isinstance(value, (str, float))
    amount_in(value)
