"""What there was in total: only what follows on is added, and what is not sure stays so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from samenspraak.core.measurement.indicators import Indicator, Nature
from samenspraak.core.measurement.observations import Observation, SeriesBreak
from samenspraak.core.measurement.targets import Target, Timing
from samenspraak.core.measurement.totals import LeastTotals, least_totals_of, totals_of
from samenspraak.core.vocabulary.quantity import Bound

BUILT = Indicator("built", "gebouwd", "dwelling", Nature.FLOW)
TARGET = Target(BUILT, Bound.MIN, Decimal(120), Timing.IN_TOTAL, 2024, 2027)


def built(year: int, number: int) -> Observation:
    return Observation(BUILT, Decimal(number), date(year, 12, 31), "opgave", since=date(year, 1, 1))


def test_years_that_follow_each_other_are_added_since_the_first() -> None:
    found = totals_of(TARGET, [built(2025, 30), built(2024, 20)])
    assert [(each.value, each.on.year) for each in found] == [(20, 2024), (50, 2025)]
    assert {each.since for each in found} == {date(2024, 1, 1)}


def test_a_year_that_is_not_known_ends_the_sum() -> None:
    assert [each.value for each in totals_of(TARGET, [built(2024, 20), built(2026, 30)])] == [20]
    assert totals_of(TARGET, [built(2025, 20)]) == ()


def test_years_before_and_after_the_period_do_not_count() -> None:
    found = totals_of(TARGET, [built(year, 10) for year in range(2022, 2030)])
    assert [each.value for each in found] == [10, 20, 30, 40]


def test_a_total_is_as_sure_as_its_parts() -> None:
    parts = [replace(built(2024, 20), margin=Decimal(2)), replace(built(2025, 30), is_final=False), built(2026, 10)]
    first, second, third = totals_of(TARGET, parts)
    assert (first.is_final, second.is_final, third.is_final) == (True, False, False)
    assert [each.margin for each in (first, second, third)] == [2, 2, 2]


def test_a_count_that_goes_on_since_the_same_day_stands_in_the_place_of_the_one_before() -> None:
    months = [replace(built(2025, number), on=date(2025, month, 30)) for month, number in ((4, 10), (8, 24), (11, 30))]
    found = totals_of(TARGET, [built(2024, 20), *months, built(2026, 5)])
    assert [each.value for each in found] == [20, 30, 44, 50], "a gap in December ends the sum"
    found = totals_of(TARGET, [built(2024, 20), *months, built(2025, 31), built(2026, 5)])
    assert [each.value for each in found] == [20, 30, 44, 50, 51, 56]


def test_nothing_is_added_over_a_break() -> None:
    assert totals_of(TARGET, [built(2024, 20), built(2025, 30)], [SeriesBreak(date(2025, 1, 1), "anders")]) == ()


def least(*parts: Observation) -> LeastTotals:
    return least_totals_of(TARGET, parts)


def test_with_a_gap_it_is_known_what_there_was_at_least_and_which_days_are_missing() -> None:
    found = least(built(2025, 20), built(2027, 10))
    assert [(each.on.year, each.value) for each in found.totals] == [(2025, 20), (2027, 30)]
    assert found.gaps == (
        (date(2024, 1, 1), date(2024, 12, 31)),
        (date(2026, 1, 1), date(2026, 12, 31)),
    )


def test_without_a_gap_it_is_the_total() -> None:
    parts = (built(2024, 20), built(2025, 30))
    assert least(*parts) == LeastTotals(totals_of(TARGET, parts), ())


def test_what_counts_on_after_a_gap_stands_in_the_place_of_what_was_before() -> None:
    half = replace(built(2026, 4), on=date(2026, 6, 30))
    assert [each.value for each in least(built(2024, 20), half, built(2026, 9)).totals] == [20, 24, 29]


def test_what_overlaps_is_not_added() -> None:
    both = replace(built(2026, 50), since=date(2025, 6, 1))
    assert [each.value for each in least(built(2025, 20), both).totals] == [20]


def test_a_state_and_a_share_have_no_total() -> None:
    for change in ({"nature": Nature.STOCK}, {"unit": "percent"}):
        indicator = replace(TARGET.indicator, **change)  # type: ignore[arg-type]
        target = replace(TARGET, indicator=indicator)
        parts = [replace(built(year, 66), indicator=indicator) for year in (2024, 2025)]
        assert totals_of(target, parts) == ()
        assert least_totals_of(target, parts) == LeastTotals((), ())
