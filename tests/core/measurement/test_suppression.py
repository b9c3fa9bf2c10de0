"""What is suppressed cannot be computed back, by subtracting nor by trying out."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspraak.core.measurement.suppression import THRESHOLD, Equation, computable, suppress

Cells = dict[Hashable, int]


def test_a_small_cell_takes_another_one_with_it() -> None:
    cells: Cells = {"a": 3, "b": 40, "c": 60, "all": 103}
    assert suppress(cells, [Equation("all", ("a", "b", "c"))]) == {"a", "b"}


def test_five_and_nought_are_shown() -> None:
    cells: Cells = {"a": 5, "b": 0, "all": 5}
    assert suppress(cells, [Equation("all", ("a", "b"))]) == frozenset()


def test_two_small_cells_that_are_too_small_together_need_a_third() -> None:
    # Two cells that add up to 2, neither empty, are 1 and 1: hiding both hides nothing.
    cells: Cells = {"a": 1, "b": 1, "c": 50, "all": 52}
    assert suppress(cells, [Equation("all", ("a", "b", "c"))]) == {"a", "b", "c"}


def test_a_whole_is_hidden_where_there_is_nothing_else_to_hide_behind() -> None:
    cells: Cells = {"a": 2, "b": 0, "all": 2}
    assert suppress(cells, [Equation("all", ("a", "b"))]) == {"a", "all"}


def test_what_follows_from_several_tables_together_is_hidden_too() -> None:
    # Each equation hides two cells, but the three together give all of them away.
    equations = [Equation("s", ("a", "b")), Equation("t", ("b", "c")), Equation("u", ("a", "c"))]
    assert computable(equations, {"a", "b", "c"}) == {"a", "b", "c"}
    cells: Cells = {"a": 4, "b": 4, "c": 4, "s": 8, "t": 8, "u": 8}
    hidden = suppress(cells, equations)
    assert {"a", "b", "c"} < hidden
    assert computable(equations, set(hidden)) == set()


def square(values: Sequence[int], width: int) -> tuple[Cells, list[Equation]]:
    """Return a table with its row totals, column totals and grand total."""
    height = len(values) // width
    cells: Cells = {(row, column): values[row * width + column] for row in range(height) for column in range(width)}
    equations = [Equation(("row", row), tuple((row, column) for column in range(width))) for row in range(height)]
    equations += [Equation(("column", c), tuple((row, c) for row in range(height))) for c in range(width)]
    equations += [Equation("all", tuple(("row", row) for row in range(height)))]
    equations += [Equation("all", tuple(("column", c) for c in range(width)))]
    for equation in equations:
        cells[equation.whole] = sum(cells[part] for part in equation.parts)
    return cells, equations


counts = st.one_of(st.integers(0, 8), st.integers(0, 200))


@given(st.lists(counts, min_size=12, max_size=12))
def test_nothing_hidden_follows_from_adding_and_subtracting(values: list[int]) -> None:
    cells, equations = square(values, 4)
    hidden = suppress(cells, equations)
    assert {cell for cell, count in cells.items() if 0 < count < THRESHOLD} <= hidden
    assert computable(equations, set(hidden)) == set()


def solutions(cells: Cells, equations: list[Equation], hidden: frozenset[Hashable], most: int) -> Iterator[Cells]:
    """Yield every table of 2 by 2 that a reader can think of: hidden is not empty, what is shown is as shown."""
    inner = [(row, column) for row in range(2) for column in range(2)]
    for numbers in product(*(range(1, most) if cell in hidden else [cells[cell]] for cell in inner)):
        tried: Cells = dict(zip(inner, numbers, strict=True))
        for equation in equations[:-2]:
            tried[equation.whole] = sum(tried[part] for part in equation.parts)
        tried["all"] = sum(tried["row", row] for row in range(2))
        if all(tried[cell] == count for cell, count in cells.items() if cell not in hidden):
            yield tried


@pytest.mark.slow  # goes through thousands of tables
@settings(max_examples=30)
@given(st.lists(st.integers(0, 9), min_size=4, max_size=4))
def test_a_reader_who_tries_all_tables_is_left_with_more_than_one_number(values: list[int]) -> None:
    cells, equations = square(values, 2)
    hidden = suppress(cells, equations)
    possible = list(solutions(cells, equations, hidden, most=11))
    assert cells in possible
    for cell in hidden:
        assert len({tried[cell] for tried in possible}) > 1
