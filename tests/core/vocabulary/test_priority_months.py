"""Is a commitment asked in this round? Read as: priority, period, answer."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.vocabulary.priority_months import Asking, asked_in
from samenspraak.core.vocabulary.round_period import PeriodKind, RoundPeriod, period_of

KINDS = {"T": PeriodKind.TERTIAL, "Q": PeriodKind.QUARTER, "H": PeriodKind.HALF_YEAR, "Y": PeriodKind.YEAR}

CASES = """
  T1                            | T1 2025 | planned
  T1                            | T2 2025 | other_period
  T3                            | T2 2025 | other_period
  T2                            | Q2 2025 | planned
  T2                            | Q4 2025 | other_period
  T2                            | H1 2025 | planned
  T2                            | H2 2025 | planned
  T1                            | H2 2025 | other_period
  T1                            | Y1 2025 | planned
  T1-T3                         | T2 2025 | planned
  T1+T3                         | T2 2025 | other_period
  T2 + T3                       | T3 2025 | planned
  Q1                            | T1 2025 | planned
  Q2                            | T2 2025 | planned
  Q3                            | T1 2025 | other_period
  Q2 2025                       | T1 2025 | planned
  Q2 2025                       | T1 2026 | other_period
  1e kwartaal                   | H1 2026 | planned
  T1 en daarna doorlopend       | T3 2025 | planned
  T2 en daarna doorlopend       | T1 2025 | other_period
  T3 (na vaststelling)          | T3 2025 | planned
  doorlopend                    | T2 2025 | continuous
  gehele jaar                   | Q4 2025 | continuous
  te bepalen in de werkgroep    | T1 2025 | condition
  zie Oosterdam                 | T1 2025 | condition
  bij een nieuwbouwproject      | T1 2025 | condition
  T4                            | T1 2025 | condition
                                | T1 2025 | no_priority
  n.v.t.                        | T1 2025 | no_priority
"""


def rows() -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in CASES.strip("\n").splitlines()]


def period(words: str) -> RoundPeriod:
    found = period_of(KINDS[words[0]], int(words[3:]), int(words[1]))
    assert found is not None
    return found


@pytest.mark.parametrize(("priority", "in_period", "expected"), rows())
def test_a_round_asks_what_its_priority_says(priority: str, in_period: str, expected: str) -> None:
    assert asked_in(priority, period(in_period)) is Asking(expected)


def test_a_period_has_a_first_and_a_last_day() -> None:
    ends = [(p.first_day, p.last_day) for p in map(period, ("T2 2024", "Q1 2024", "H2 2024", "Y1 2024"))]
    assert ends == [
        (date(2024, 5, 1), date(2024, 8, 31)),
        (date(2024, 1, 1), date(2024, 3, 31)),
        (date(2024, 7, 1), date(2024, 12, 31)),
        (date(2024, 1, 1), date(2024, 12, 31)),
    ]


@pytest.mark.parametrize(
    ("kind", "number"), [("tertial", 4), ("tertial", 0), ("quarter", 5), ("year", 2), ("own_dates", 1)]
)
def test_a_period_that_a_year_does_not_have_is_none(kind: str, number: int) -> None:
    assert period_of(PeriodKind(kind), 2025, number) is None


def test_own_dates_may_run_into_the_next_year() -> None:
    own = RoundPeriod(PeriodKind.OWN_DATES, 2025, 1, date(2025, 11, 1), date(2026, 1, 31))
    assert own.months == {11, 12}
    assert asked_in("T3", own) is Asking.PLANNED
    assert asked_in("T1", own) is Asking.OTHER_PERIOD


@given(st.text(max_size=60))
def test_whatever_stands_in_the_column_there_is_an_answer(text: str) -> None:
    assert asked_in(text, period("T1 2025")) in Asking
