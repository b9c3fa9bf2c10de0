"""Days as Dutch texts write them, the impossible ones too."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.vocabulary.dates import find_dates

DAYS = [
    ("op 4 december 2022", date(2022, 12, 4)),
    ("2 nov. 2021", date(2021, 11, 2)),
    ("d.d. 9 augustus 2022", date(2022, 8, 9)),
    ("9 augustus\n2022", date(2022, 8, 9)),
    ("12-05-2024", date(2024, 5, 12)),
    ("1/6/2025", date(2025, 6, 1)),
    ("03.10.25", date(2025, 10, 3)),
    ("2025-06-12", date(2025, 6, 12)),
    ("1e maart 2025", date(2025, 3, 1)),
    ("8 december '25", date(2025, 12, 8)),
    ("29 februari 2024", date(2024, 2, 29)),
]
IMPOSSIBLE = ["31 november 2024", "30 februari", "29 februari 2023", "31-04-2025", "32 december 2024"]
NO_DAYS = ["3.2", "1.2.3", "2024-2027", "maart 2025", "12 mensen", "99-12-2024", "1-52-24", "K1-2-24", "5 meiden"]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_a_day_is_read(text: str, expected: date) -> None:
    (found,) = find_dates(text)
    assert found.on == expected
    assert not found.is_impossible


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_an_impossible_day_is_kept_and_said_to_be_impossible(text: str) -> None:
    (found,) = find_dates(text)
    assert found.is_impossible
    assert found.on is None
    assert found.text == text


def test_a_day_without_a_year_has_no_date_but_is_possible() -> None:
    (found,) = find_dates("op 3 mei jl.")
    assert (found.day, found.month, found.year, found.on, found.is_impossible) == (3, 5, None, None, False)


@pytest.mark.parametrize("text", NO_DAYS)
def test_a_code_is_no_day(text: str) -> None:
    assert find_dates(text) == ()


def test_days_come_in_reading_order() -> None:
    assert [found.day for found in find_dates("1-2-2024, 3 mei 2024 en 2024-06-05")] == [1, 3, 5]


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_in_digits_reads_back(day: date) -> None:
    assert [found.on for found in find_dates(f"op {day:%d-%m-%Y}.")] == [day]


@given(st.text(alphabet="0123456789-/. mei'juli", max_size=60) | st.text(max_size=200))
def test_a_day_stands_where_it_says(text: str) -> None:
    for found in find_dates(text):
        assert found.text == text[found.start : found.end]
        assert (found.on is None) == (found.is_impossible or found.year is None)
