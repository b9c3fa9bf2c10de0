"""A measurement says by itself what does not hold."""

from __future__ import annotations

import pytest

from bench.pages.verdict import Visited, faults, first_visit_rows, holds, opening_row, page_row, summary

GOOD = {"name": "x", "status": 200, "queries": 15, "p50": 20.0, "p95": 30.0, "database": 5.0, "sent": 9000}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, []),
        ({"status": 404}, [("answers", "404")]),
        ({"queries": 16}, [("queries", "16")]),
        ({"database": 4.9}, [("times the database", "4.1")]),
        ({"p95": 151.0}, [("p95", "151")]),
        ({"p50": 30.0, "database": 9.0}, [("growth", "1.5")]),
    ],
)
def test_each_demand_is_checked(change: dict[str, float], said: list[tuple[str, str]]) -> None:
    assert list(faults(Visited(GOOD | change, GOOD))) == said


def test_a_page_of_words_alone_is_not_compared_with_a_database() -> None:
    handbook = GOOD | {"queries": 3, "database": 1.0}
    assert holds(Visited(handbook, handbook))
    assert "no data" in page_row(Visited(handbook, handbook))


def test_the_lists_of_the_whole_country_are_held_against_as_many_rows() -> None:
    slower = GOOD | {"p50": 30.0, "database": 9.0}
    assert list(faults(Visited(slower, GOOD))) == [("growth", "1.5")]
    everything = slower | {"name": "agreements (all)"}
    assert holds(Visited(everything, GOOD))
    assert holds(Visited(everything, GOOD, GOOD | {"p50": 25.0}))
    assert list(faults(Visited(everything, GOOD, GOOD | {"p50": 24.0}))) == [("growth", "1.2")]


def test_what_the_lists_of_the_whole_country_take_in_one_municipality_stands_beside_it() -> None:
    row = page_row(
        Visited(GOOD | {"name": "agreements (all)", "p50": 15.0}, GOOD | {"p50": 10.0}, GOOD | {"p50": 12.5})
    )
    assert " 1.50 " in row
    assert row.endswith("(1.20 with as many rows)")


def test_in_short_it_says_how_many_hold_what_nothing_is_under_and_which_do_not() -> None:
    slow, busy = GOOD | {"name": "slow", "p95": 160.0}, GOOD | {"name": "busy", "queries": 17, "p95": 155.0}
    lowest = GOOD | {"p50": 2.0, "database": 0.5}
    assert list(summary([Visited(GOOD, GOOD), Visited(slow, GOOD), Visited(busy)], lowest)) == [
        "1 of 3 pages hold all demands",
        "a page with only who signed in: 2.0 ms, of which the database 0.50: 4.0 times, before a word is written",
        "p95, 2: slow 160, busy 155",
        "queries, 1: busy 17",
    ]


@pytest.mark.parametrize(("seconds", "verdict"), [(1.0, ": holds"), (2.0, ": DOES NOT HOLD")])
def test_opening_a_round_takes_about_a_second(seconds: float, verdict: str) -> None:
    assert opening_row({"commitments": 120, "queries": 16, "seconds": seconds}).endswith(verdict)


@pytest.mark.parametrize(("size", "verdict"), [(150_000, ": holds"), (150_001, ": DOES NOT HOLD")])
def test_a_first_visit_is_weighed_with_all_that_it_loads(size: int, verdict: str) -> None:
    first, _parts = first_visit_rows({"heaviest": "agreements", "sent": {"/afspraken/": 1000, "/a.css": size - 1000}})
    assert first.endswith(verdict)
