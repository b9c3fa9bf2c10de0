from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.measurement.forecast import Basis, Forecast, LeftOut, Outlook, TooFewPoints, forecast
from samenspraak.core.measurement.indicators import Indicator, Nature
from samenspraak.core.measurement.observations import Observation, SeriesBreak
from samenspraak.core.measurement.targets import PathPoint, Target, Timing
from samenspraak.core.measurement.trend import trend_through
from samenspraak.core.vocabulary.quantity import Bound
from scripts.backtest_forecast import measure, straight, wandering

LABELS = Indicator("efg", "woningen met label E, F of G", "dwelling", Nature.STOCK)
SHARE = Indicator("social", "aandeel sociale huur", "percent", Nature.STOCK)
BUILT = Indicator("built", "nieuwe woningen", "dwelling", Nature.FLOW)
GONE = Target(LABELS, Bound.MAX, Decimal(0), Timing.AT_THE_END, 2022, 2028)


def series(indicator: Indicator, **values: int) -> list[Observation]:
    """Return measurements at the end of years: y2022=598."""
    return [
        Observation(
            indicator,
            Decimal(value),
            date(int(year[1:]), 12, 31),
            "opgave",
            since=date(int(year[1:]), 1, 1) if indicator.nature is Nature.FLOW else None,
        )
        for year, value in values.items()
    ]


def made(target: Target, observations: list[Observation]) -> Forecast:
    found = forecast(target, observations)
    assert isinstance(found, Forecast)
    return found


def test_two_points_are_too_few() -> None:
    assert forecast(GONE, series(LABELS, y2022=598, y2023=559)) == TooFewPoints(2)
    assert forecast(GONE, []) == TooFewPoints(0)


def test_points_before_a_break_do_not_count() -> None:
    known = series(LABELS, y2019=500, y2020=450, y2021=600, y2022=550)
    assert forecast(GONE, known, [SeriesBreak(date(2021, 1, 1), "NTA 8800")]) == TooFewPoints(2, (LeftOut.BROKEN,))


def test_a_steady_pace_is_carried_on() -> None:
    found = made(GONE, series(LABELS, y2022=600, y2023=500, y2024=400))
    assert found.basis is Basis.PACE
    assert [(each.year, each.value) for each in found.years] == [(2025, 300), (2026, 200), (2027, 100), (2028, 0)]
    assert found.outlook is Outlook.LIKELY
    assert found.reached_in == 2028
    assert found.at_best == 2028
    assert found.at_worst == 2029


def test_one_odd_year_does_not_turn_the_line() -> None:
    found = made(GONE, series(LABELS, y2019=700, y2020=600, y2021=900, y2022=400, y2023=300, y2024=200))
    assert found.years[0].value == pytest.approx(100, abs=5)


def test_what_moves_away_from_the_target_never_reaches_it() -> None:
    found = made(GONE, series(LABELS, y2022=100, y2023=140, y2024=180, y2025=220))
    assert found.outlook is Outlook.NOT_EXPECTED
    assert found.reached_in is None
    assert found.at_best is None


def test_what_is_reached_was_reached_in_the_last_year() -> None:
    found = made(GONE, series(LABELS, y2023=40, y2024=12, y2025=0))
    assert (found.reached_in, found.at_worst) == (2025, 2025)
    assert found.at_the_end.low == 0, "there are no fewer than none"


def test_a_share_stays_within_the_whole() -> None:
    target = Target(SHARE, Bound.MIN, Decimal(95), Timing.AT_THE_END, 2022, 2030)
    found = made(target, series(SHARE, y2022=70, y2023=80, y2024=90))
    assert found.at_the_end.high == found.at_the_end.value == 100


def test_where_the_plan_is_known_the_way_behind_it_is_carried_on() -> None:
    path = tuple(
        PathPoint(year, Decimal(value))
        for year, value in ((2022, 598), (2023, 559), (2024, 474), (2025, 352), (2026, 253), (2027, 188), (2028, 0))
    )
    behind = made(replace(GONE, path=path), series(LABELS, y2022=598, y2023=569, y2024=494, y2025=382))
    assert behind.basis is Basis.PLAN
    assert [(each.year, each.value) for each in behind.years] == [(2026, 293), (2027, 238), (2028, 60)]
    assert behind.outlook is Outlook.NOT_EXPECTED
    assert behind.reached_in in range(2029, 2032), "after the plan ends, at the pace so far"


def test_where_the_plan_is_to_be_determined_the_pace_counts() -> None:
    path = (PathPoint(2022, Decimal(598)), PathPoint(2023, Decimal(559)), PathPoint(2028, None))
    found = made(replace(GONE, path=path), series(LABELS, y2022=598, y2023=569, y2024=494))
    assert found.basis is Basis.PACE


def test_a_total_grows_by_what_is_built_each_year() -> None:
    target = Target(BUILT, Bound.MIN, Decimal(120), Timing.IN_TOTAL, 2023, 2028)
    found = made(target, series(BUILT, y2023=20, y2024=20, y2025=20))
    assert [each.value for each in found.years] == [80, 100, 120]
    assert found.reached_in == 2028


def test_a_total_with_a_gap_counts_as_far_as_it_is_known() -> None:
    target = Target(BUILT, Bound.MIN, Decimal(120), Timing.IN_TOTAL, 2022, 2028)
    assert forecast(target, series(BUILT, y2022=20, y2024=20, y2025=20)) == TooFewPoints(1, (LeftOut.BEHIND_A_GAP,))


def test_half_a_year_is_not_compared_with_whole_years() -> None:
    target = Target(BUILT, Bound.MIN, Decimal(30), Timing.EVERY_YEAR, 2022, 2028)
    half = Observation(BUILT, Decimal(5), date(2025, 6, 30), "opgave", since=date(2025, 1, 1))
    assert made(target, [*series(BUILT, y2022=20, y2023=20, y2024=20), half]).points == 3


def test_why_a_measurement_is_no_point_is_known() -> None:
    target = Target(BUILT, Bound.MIN, Decimal(30), Timing.EVERY_YEAR, 2022, 2028)
    half = Observation(BUILT, Decimal(5), date(2025, 6, 30), "opgave", since=date(2025, 1, 1))
    other = replace(half, indicator=replace(BUILT, version="2"), on=date(2025, 7, 31))
    assert forecast(target, [*series(BUILT, y2022=20, y2023=20), half, other]) == TooFewPoints(
        2, (LeftOut.OTHERWISE, LeftOut.PART_OF_A_YEAR)
    )


def test_a_limit_is_kept_not_reached() -> None:
    sales = Target(BUILT, Bound.MAX, Decimal(40), Timing.IN_TOTAL, 2023, 2026)
    found = made(sales, series(BUILT, y2023=12, y2024=13, y2025=12))
    assert found.reached_in is None
    assert found.outlook is Outlook.NOT_EXPECTED


def test_a_measurement_within_a_year_leaves_that_year_to_be_expected() -> None:
    known = [*series(LABELS, y2022=600, y2023=500), Observation(LABELS, Decimal(450), date(2024, 6, 30), "opgave")]
    assert made(GONE, known).years[0].year == 2024


def test_without_an_agreed_value_there_is_no_year_and_no_outlook() -> None:
    found = made(replace(GONE, value=None), series(LABELS, y2022=600, y2023=500, y2024=400))
    assert (found.outlook, found.reached_in, found.at_best, found.at_worst) == (None, None, None, None)


def test_a_trend_needs_three_points() -> None:
    with pytest.raises(ValueError, match="2 points"):
        trend_through([(2022.0, 1.0), (2023.0, 2.0)])


values = st.lists(st.integers(0, 2000), min_size=3, max_size=12)


@given(values)
def test_the_expectation_lies_in_its_band_and_the_band_never_narrows(points: list[int]) -> None:
    known = series(LABELS, **{f"y{2012 + index}": value for index, value in enumerate(points)})
    found = made(replace(GONE, last_year=2035), known)
    assert all(each.low <= each.value <= each.high for each in found.years)
    trend = trend_through([(float(index), float(value)) for index, value in enumerate(points)], rounding=1)
    halves = [trend.half_band(float(len(points) + ahead)) for ahead in range(10)]
    assert halves == sorted(halves)


@given(values, st.integers(-500, 500))
def test_more_everywhere_is_more_expected(points: list[int], more: int) -> None:
    one = trend_through([(float(index), float(value)) for index, value in enumerate(points)])
    other = trend_through([(float(index), float(value + more)) for index, value in enumerate(points)])
    assert other.at(20.0) - one.at(20.0) == pytest.approx(more, abs=1e-6)
    assert other.half_band(20.0) == pytest.approx(one.half_band(20.0), abs=1e-6)


@pytest.mark.slow  # makes hundreds of series, for their truth is known
@pytest.mark.parametrize("maker", [straight, wandering])
@pytest.mark.parametrize(("points", "ahead"), [(3, 1), (6, 3), (12, 5)])
def test_the_band_holds_about_four_times_in_five(maker: object, points: int, ahead: int) -> None:
    coverage = measure(maker, points, ahead, rounds=400).coverage  # type: ignore[arg-type]
    assert coverage >= 0.74
