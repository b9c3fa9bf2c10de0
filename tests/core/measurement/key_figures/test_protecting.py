"""What is suppressed cannot be had by adding and subtracting whatever else is shown, in any combination.

Not by the equations of the code under test: a reader knows what each shown number counts. So shown numbers are sums
over kinds of rows in places, and a hidden number is given away when it is a combination of shown ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspraak.core.measurement.key_figures.columns import COLUMNS, ColumnKind, Subject
from samenspraak.core.measurement.key_figures.conditions import All, Any, Condition, IsOneOf, IsUnknown, IsYes, Not
from samenspraak.core.measurement.key_figures.declaration import KeyFigure, Measure
from samenspraak.core.measurement.key_figures.protecting import protected
from samenspraak.core.measurement.key_figures.results import FigureValue, ValueState
from samenspraak.core.measurement.key_figures.sql import within
from samenspraak.engines.knowledge.key_figures import load_key_figures

FIGURES = [figure for figure in load_key_figures() if figure.subject is Subject.ALLOCATIONS]
PRIME = 2**61 - 1
Row = dict[str, str | int | None]
Vector = list[int]
Counts = dict[tuple[str, str], list[int]]  # how many rows of each kind a place has
PLACES = [(municipality, district) for municipality in ("GM1", "GM2") for district in ("W1", "W2", "W3")]
GROUPINGS = ((), ("municipality",), ("municipality", "district"), ("district",))


def holds(condition: Condition, row: Row) -> bool | None:
    """Return whether a condition holds, as SQL says it: with unknown."""
    match condition:
        case IsUnknown(column):
            return row[column] is None
        case IsYes(column):
            return None if row[column] is None else row[column] == 1
        case IsOneOf(column, codes):
            return None if row[column] is None else row[column] in codes
        case Not(part):
            found = holds(part, row)
            return None if found is None else not found
        case All(parts):
            answers = [holds(part, row) for part in parts]
            return False if False in answers else None if None in answers else True
        case Any(parts):
            answers = [holds(part, row) for part in parts]
            return True if True in answers else None if None in answers else False


def kinds_of_rows(count: int) -> list[Row]:
    """Return rows of all sorts: enough that what adds up here adds up always."""
    chance = Random(7)
    choices: dict[str, Sequence[str | int | None]] = {
        column.name: (*column.codes, None) if column.kind is ColumnKind.CODE else (0, 1, None)
        for column in COLUMNS[Subject.ALLOCATIONS]
        if column.kind in {ColumnKind.CODE, ColumnKind.FLAG}
    }
    likely = {
        "priority": ("URG", "BIN", None),
        "priority_detail": ("STA", "KRN", None),
        "more_target_group": ("STH", None),
        "model": ("DIS", "AAN", None),
    }
    return [{name: chance.choice(likely.get(name, codes)) for name, codes in choices.items()} for _ in range(count)]


ROWS = kinds_of_rows(300)


def counted_in(measure: Measure) -> Vector:
    return [int(measure.where is None or holds(measure.where, row) is True) for row in ROWS]


def measures_in(figure: KeyFigure) -> list[Measure | None]:
    return [within(figure), figure.denominator if isinstance(figure.denominator, Measure) else None, figure.left_out]


VECTORS = {measure: counted_in(measure) for figure in FIGURES for measure in measures_in(figure) if measure is not None}


def reduced(rows: Sequence[Vector]) -> list[Vector]:
    """Return a basis in echelon form."""
    basis: list[Vector] = []
    for row in rows:
        left = remainder(row, basis)
        pivot = next((place for place, cell in enumerate(left) if cell), None)
        if pivot is not None:
            inverse = pow(left[pivot], -1, PRIME)
            basis.append([cell * inverse % PRIME for cell in left])
    return basis


def remainder(row: Vector, basis: Sequence[Vector]) -> Vector:
    left = row
    for known in basis:
        pivot = known.index(1)
        if left[pivot]:
            times = left[pivot]
            left = [(cell - times * other) % PRIME for cell, other in zip(left, known, strict=True)]
    return left


def told_apart() -> list[int]:
    """Return the rows that are needed to tell all measures apart."""
    return [next(place for place, cell in enumerate(row) if cell) for row in reduced(list(VECTORS.values()))]


NEEDED = told_apart()


def values_of(counts: Counts) -> list[FigureValue]:
    """Return the figures of all groupings, unprotected."""
    found = []
    for groups in GROUPINGS:
        for group in sorted({tuple(named(place)[name] for name in groups) for place in PLACES}):
            inside = [place for place in PLACES if tuple(named(place)[name] for name in groups) == group]
            for figure in FIGURES:
                numerator, denominator, left_out = (_sum(counts, inside, each) for each in measures_in(figure))
                found.append(
                    FigureValue(
                        figure.code,
                        1,
                        figure.unit,
                        2025,
                        groups,
                        group,
                        ValueState.KNOWN,
                        None,
                        numerator,
                        denominator,
                        left_out,
                    )
                )
    return found


def _sum(counts: Counts, inside: Sequence[tuple[str, str]], measure: Measure | None) -> Fraction | None:
    if measure is None:
        return None
    vector = VECTORS[measure]
    return Fraction(sum(count * one for place in inside for count, one in zip(counts[place], vector, strict=True)))


def named(place: tuple[str, str]) -> dict[str, str]:
    return {"municipality": place[0], "district": place[1]}


def functional(measure: Measure, value: FigureValue) -> Vector:
    """Return a number as a combination of kinds of rows in places."""
    wanted = dict(zip(value.groups, value.group, strict=True))
    return [
        VECTORS[measure][kind] if all(named(place)[name] == wanted[name] for name in wanted) else 0
        for place in PLACES
        for kind in NEEDED
    ]


@st.composite
def stocks(draw: st.DrawFn) -> Counts:
    chance = Random(draw(st.integers(0, 10**6)))
    most = draw(st.sampled_from([1, 2, 30]))
    few = chance.sample(range(len(ROWS)), draw(st.integers(3, 60)))
    return {place: [chance.randrange(most + 1) if kind in few else 0 for kind in range(len(ROWS))] for place in PLACES}


@pytest.mark.slow  # solves some hundreds of equations for each example
@settings(max_examples=6, deadline=None)
@given(stocks())
def test_no_combination_of_shown_numbers_gives_a_hidden_one(counts: Counts) -> None:
    before = values_of(counts)
    after = protected(before, FIGURES)
    shown: dict[tuple[int, ...], None] = {}
    hidden: dict[tuple[int, ...], str] = {}
    for was, is_now, figure in zip(before, after, FIGURES * (len(before) // len(FIGURES)), strict=True):
        pairs = [
            (was.numerator, is_now.numerator),
            (was.denominator, is_now.denominator),
            (was.left_out, is_now.left_out),
        ]
        for (count, left), measure in zip(pairs, measures_in(figure), strict=True):
            if measure is not None:
                vector = tuple(functional(measure, was))
                if left is not None:
                    assert not 0 < left < 5, figure.code
                    shown[vector] = None
                elif count:
                    hidden[vector] = figure.code
    basis = reduced([list(vector) for vector in shown])
    given_away = {code for vector, code in hidden.items() if not any(remainder(list(vector), basis))}
    assert given_away == set()
    assert hidden or not any(0 < (value.numerator or 0) < 5 for value in before)
