"""Six weeks to advise, fourteen days to answer."""

from __future__ import annotations

from datetime import date

from samenspraak.core.assessment.advice_clock import advice_clock

GIVEN = date(2026, 5, 1)


def test_tenants_have_six_weeks() -> None:
    clock = advice_clock(GIVEN, None, None, date(2026, 5, 2))
    assert (clock.advice_by, clock.answer_by, clock.days_left) == (date(2026, 6, 12), None, 41)
    assert not clock.is_late


def test_after_six_weeks_it_is_late() -> None:
    assert not advice_clock(GIVEN, None, None, date(2026, 6, 12)).is_late
    assert advice_clock(GIVEN, None, None, date(2026, 6, 13)).is_late


def test_an_answer_is_owed_within_fourteen_days() -> None:
    clock = advice_clock(GIVEN, date(2026, 6, 1), None, date(2026, 6, 10))
    assert (clock.answer_by, clock.days_left) == (date(2026, 6, 15), 5)
    assert advice_clock(GIVEN, date(2026, 6, 1), None, date(2026, 6, 16)).is_late


def test_an_answer_stops_the_clock() -> None:
    assert advice_clock(GIVEN, date(2026, 6, 1), date(2026, 6, 15), date(2027, 1, 1)).days_left == 0


def test_the_end_of_summer_time_changes_nothing() -> None:
    assert advice_clock(date(2026, 10, 20), None, None, date(2026, 10, 27)).days_left == 35
