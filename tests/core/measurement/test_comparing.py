from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.measurement.comparing import Figure, add, compare
from samenspraak.core.measurement.indicators import Difference, Indicator, Nature, Refusal
from samenspraak.core.measurement.observations import Total

NET = Indicator("net_growth", "netto groei van de voorraad", "dwelling", Nature.FLOW)
BUILT = Indicator("built", "nieuw gebouwde woningen", "dwelling", Nature.FLOW)
SHARE = Indicator("primary", "aandeel toewijzingen aan de primaire doelgroep", "percent", Nature.FLOW)
CHEAP = Indicator("cheap", "goedkope woningen", "percent", Nature.STOCK, price_year=2023)


def figure(name: str, indicator: Indicator, value: int | None, first: int = 2024, last: int = 2024) -> Figure:
    return Figure(name, indicator, None if value is None else Decimal(value), first, last)


def refused(result: object) -> Refusal:
    assert isinstance(result, Refusal)
    return result


def test_two_regional_targets_that_count_otherwise_do_not_compare() -> None:
    accord = figure("woonakkoord", NET, 11_650, 2020, 2029)
    deal = figure("woondeal", BUILT, 18_350, 2022, 2030)
    found = refused(compare(accord, deal))
    assert found.differences == (Difference.DEFINITION, Difference.PERIOD)
    assert found.sentence == (
        "Deze cijfers zijn niet te vergelijken: zij tellen iets anders "
        "(netto groei van de voorraad en nieuw gebouwde woningen), en zij gaan over een andere periode."
    )


def test_figures_that_count_the_same_compare() -> None:
    assert compare(figure("doel", BUILT, 120), figure("stand", BUILT, 95)) == -25
    assert compare(figure("doel", BUILT, 120), figure("stand", BUILT, None)) is None


@pytest.mark.parametrize(
    ("other", "difference", "said"),
    [
        (replace(CHEAP, price_year=2022), Difference.PRICE_YEAR, "het prijspeil verschilt (2023 en 2022)"),
        (replace(CHEAP, price_year=None), Difference.PRICE_YEAR, "het prijspeil verschilt (2023 en geen)"),
        (replace(CHEAP, version="2"), Difference.VERSION, "de definitie is gewijzigd (versie 1 en 2)"),
        (replace(CHEAP, nature=Nature.FLOW), Difference.NATURE, "een stand op een dag"),
        (replace(CHEAP, unit="dwelling"), Difference.UNIT, "de eenheid verschilt (percent en dwelling)"),
    ],
)
def test_every_difference_is_said(other: Indicator, difference: Difference, said: str) -> None:
    found = refused(compare(figure("a", CHEAP, 5), figure("b", other, 6)))
    assert difference in found.differences
    assert said in found.sentence


def test_a_stock_is_that_of_its_last_day_whenever_counting_began() -> None:
    assert compare(figure("a", CHEAP, 5, 2020, 2024), figure("b", CHEAP, 6, 2022, 2024)) == 1
    assert refused(compare(figure("a", CHEAP, 5, 2020, 2024), figure("b", CHEAP, 6, 2020, 2025)))


def test_a_sum_names_who_is_missing_and_does_not_count_them_as_zero() -> None:
    parts = [figure("Weller", BUILT, 474), figure("Wonen Zuid", BUILT, None), figure("Vincio", BUILT, 788)]
    assert add(parts) == Total(Decimal(1262), ("Wonen Zuid",))


def test_what_counts_otherwise_is_not_added() -> None:
    found = refused(add([figure("a", BUILT, 1), figure("b", NET, 1)]))
    assert found.sentence.startswith("Deze cijfers zijn niet op te tellen: zij tellen iets anders")
    assert found.differences == (Difference.DEFINITION,)


def test_nothing_adds_up_to_nothing_known() -> None:
    assert refused(add([])).differences == (Difference.NOTHING,)


def test_shares_are_added_by_what_was_counted_never_averaged() -> None:
    elan = Figure("Elan", SHARE, Decimal(71), 2024, 2024, Decimal(71), Decimal(100))
    pre = Figure("Pré", SHARE, Decimal(40), 2024, 2024, Decimal(8), Decimal(20))
    assert add([elan, pre]) == Total(100 * Decimal(79) / Decimal(120))
    assert refused(add([elan, figure("Pré", SHARE, 40)])).differences == (Difference.SHARE,)
    assert refused(add([figure("Elan", SHARE, None)])).differences == (Difference.SHARE,)


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=8), st.randoms())
def test_the_order_of_the_parts_does_not_matter(values: list[int], chance: object) -> None:
    parts = [figure(str(index), BUILT, value) for index, value in enumerate(values)]
    assert add(parts) == Total(Decimal(sum(values)))
    assert add(parts[::-1]) == add(parts)
