"""Periods of years as Dutch texts write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.vocabulary.period import find_period, find_periods

PERIODS = [
    ("Prestatieafspraken 2024-2027", (2024, 2027)),
    ("2024 t/m 2027", (2024, 2027)),
    ("2022 tot en met 2026", (2022, 2026)),
    ("voor de jaren 2024 - 2027", (2024, 2027)),
    ("2024 – 2028", (2024, 2028)),
    ("2019-\n2024", (2019, 2024)),
    ("in 2020/21", (2020, 2021)),
    ("de jaren 2025 en 2026", (2025, 2026)),
    ("Jaarschijf 2026", (2026, 2026)),
    ("Prestatieafspraken 2025", (2025, 2025)),
    ("het bod voor het jaar 2025", (2025, 2025)),
    ("van 2024 tot 2030", (2024, 2030)),
]
NO_PERIODS = ["in 2026", "12-05-2024", "2027-2024", "1.2024-2", "2024-06-11", "in 2025 en 2026", "1950-2090", ""]


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_a_period_has_a_first_and_a_last_year(text: str, expected: tuple[int, int]) -> None:
    assert find_period(text) == expected


@pytest.mark.parametrize("text", NO_PERIODS)
def test_a_year_or_a_date_is_no_period(text: str) -> None:
    assert find_period(text) is None


def test_all_periods_are_found_in_reading_order() -> None:
    periods = find_periods("Jaarschijf 2026 bij de afspraken 2024-2027")
    assert [(p.first_year, p.last_year) for p in periods] == [(2026, 2026), (2024, 2027)]


@given(st.text(alphabet="0129 -–/t m", max_size=60) | st.text(max_size=200))
def test_a_period_stands_where_it_says_and_ends_after_it_begins(text: str) -> None:
    for period in find_periods(text):
        assert period.text == text[period.start : period.end]
        assert period.first_year <= period.last_year
