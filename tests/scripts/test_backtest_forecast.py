from __future__ import annotations

import pytest

from scripts.backtest_forecast import MAKERS, PAGE, levelling_off, measure, odd_year, straight


def test_the_same_seed_makes_the_same_series() -> None:
    assert measure(straight, 3, 1, rounds=20) == measure(straight, 3, 1, rounds=20)


def test_the_page_reports_every_kind_of_series() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert all(f"| {name} | 5 jaar |" in page for name in MAKERS)


@pytest.mark.slow  # a thousand series, as the page reports them
def test_the_page_says_what_is_measured() -> None:
    result = measure(straight, 3, 1)
    cell = f"| vast tempo, met ruis | 1 jaar | {result.coverage:.0%} (± {result.half_band:.0f}) |"
    assert cell in PAGE.read_text(encoding="utf-8")


def test_a_growth_that_levels_off_is_known_to_be_missed() -> None:
    """What the page admits: were it no longer so, the page would have to say something else."""
    assert measure(levelling_off, 12, 5, rounds=100).coverage < 0.5
    assert measure(odd_year, 6, 3, rounds=100).coverage > 0.9
