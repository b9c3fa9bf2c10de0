from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from samenspraak.core.measurement.indicators import Difference, Indicator, Nature, Refusal
from samenspraak.core.measurement.observations import (
    Observation,
    SeriesBreak,
    Total,
    is_broken_between,
    total_in,
    unbroken,
)

LABELS = Indicator("efg", "woningen met label E, F of G", "dwelling", Nature.STOCK)
BUILT = Indicator("built", "nieuwe woningen", "dwelling", Nature.FLOW)
NTA = SeriesBreak(date(2021, 1, 1), "bepaling volgens NTA 8800")


def stock(year: int, value: int) -> Observation:
    return Observation(LABELS, Decimal(value), date(year, 12, 31), "opgave")


def built(first: date, last: date, value: int) -> Observation:
    return Observation(BUILT, Decimal(value), last, "opgave", since=first)


def year(number: int, value: int) -> Observation:
    return built(date(number, 1, 1), date(number, 12, 31), value)


def refused(result: object) -> Refusal:
    assert isinstance(result, Refusal)
    return result


def test_a_series_begins_anew_after_a_break() -> None:
    series = [stock(2022, 598), stock(2019, 400), stock(2020, 380)]
    assert unbroken(LABELS, series, [NTA]) == (stock(2022, 598),)
    assert unbroken(LABELS, series) == (stock(2019, 400), stock(2020, 380), stock(2022, 598))


def test_a_break_counts_once_there_is_a_measurement_after_it() -> None:
    assert unbroken(LABELS, [stock(2019, 400)], [NTA]) == (stock(2019, 400),)


def test_other_definitions_are_left_out() -> None:
    other = replace(stock(2023, 1), indicator=replace(LABELS, version="2"))
    assert unbroken(LABELS, [stock(2022, 598), other]) == (stock(2022, 598),)
    assert unbroken(LABELS, [other]) == ()


def test_of_two_measurements_for_one_day_the_final_one_counts() -> None:
    provisional = replace(stock(2022, 600), is_final=False)
    assert unbroken(LABELS, [stock(2022, 598), provisional]) == (stock(2022, 598),)


def test_a_break_stands_between_days() -> None:
    assert is_broken_between([NTA], date(2022, 1, 1), date(2020, 12, 31))
    assert is_broken_between([NTA], date(2020, 12, 31), date(2021, 1, 1))
    assert not is_broken_between([NTA], date(2021, 1, 1), date(2023, 1, 1))


def test_the_years_of_a_period_add_up() -> None:
    assert total_in([year(2024, 70), year(2025, 50)], date(2024, 1, 1), date(2027, 12, 31)) == Total(Decimal(120))


def test_a_year_that_nobody_measured_is_unknown_and_named() -> None:
    total = total_in([year(2024, 70), year(2026, 50)], date(2023, 1, 1), date(2027, 12, 31))
    assert total == Total(Decimal(120), ("2023-01-01/2023-12-31", "2025-01-01/2025-12-31"))


def test_what_would_count_twice_is_not_added() -> None:
    half = built(date(2024, 7, 1), date(2024, 12, 31), 40)
    found = refused(total_in([year(2024, 70), half], date(2024, 1, 1), date(2024, 12, 31)))
    assert found.differences == (Difference.OVERLAP,)


def test_a_count_since_the_same_day_takes_in_the_earlier_one() -> None:
    parts = [built(date(2024, 1, 1), date(2024, month, 30), number) for month, number in ((4, 6), (8, 10))]
    assert total_in(parts, date(2024, 1, 1), date(2024, 12, 31)) == Total(Decimal(10))


def test_stocks_shares_and_other_definitions_are_not_added_over_time() -> None:
    first, last = date(2020, 1, 1), date(2025, 12, 31)
    assert refused(total_in([stock(2022, 1)], first, last)).differences == (Difference.NATURE,)
    share = replace(year(2024, 70), indicator=replace(BUILT, unit="percent"))
    assert refused(total_in([share], first, last)).differences == (Difference.SHARE,)
    other = replace(year(2025, 70), indicator=replace(BUILT, version="2"))
    assert refused(total_in([year(2024, 1), other], first, last)).differences == (Difference.VERSION,)


def test_outside_the_period_there_is_nothing_to_add() -> None:
    assert refused(total_in([], date(2024, 1, 1), date(2024, 12, 31)))
    assert refused(total_in([year(2022, 9)], date(2024, 1, 1), date(2024, 12, 31)))
