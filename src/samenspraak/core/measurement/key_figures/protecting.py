"""Suppresses the small numbers in values of figures about people, for all groupings that are shown together.

What is shown together has to be protected together: a reader subtracts one table from the other. The equations are: a
share's whole is its numerator and the rest; the figures of one partition are their whole; what can be placed and what
cannot are the whole; and a coarse group is the sum of the finer groups inside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from samenspraak.core.measurement.key_figures.conditions import All, Condition, Not
from samenspraak.core.measurement.key_figures.declaration import FigureUnit, KeyFigure, Measure
from samenspraak.core.measurement.key_figures.results import SUPPRESSED, FigureValue, ValueState
from samenspraak.core.measurement.key_figures.sql import within
from samenspraak.core.measurement.suppression import Equation, suppress

Places = frozenset[tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Cell:
    """One number: what was counted, for whom and when. The rest of a share is counted by nobody, but follows."""

    measure: Measure
    places: Places
    year: int
    rest_of: Measure | None = None


def protected(values: Sequence[FigureValue], figures: Iterable[KeyFigure]) -> list[FigureValue]:
    """Return the values with what is too small, or would give it away, made unknown to the reader."""
    personal = {figure.code: figure for figure in figures if figure.is_personal}
    cells: dict[Hashable, int] = {}
    equations: list[Equation] = []
    partitions: dict[Hashable, list[Cell]] = defaultdict(list)
    for value in values:
        figure = personal.get(value.code)
        if figure is not None and value.numerator is not None:
            equations.extend(_inside(figure, value, cells, partitions))
    equations.extend(_partitioned(cells, partitions))
    equations.extend(_placed(cells))
    equations.extend(_grouped(cells))
    hidden = suppress(cells, equations)
    return [_shown(value, personal[value.code], hidden) if value.code in personal else value for value in values]


def _places(value: FigureValue) -> Places:
    return frozenset(zip(value.groups, value.group, strict=True))


def _cells_of(figure: KeyFigure, value: FigureValue) -> tuple[Cell, Cell | None, Cell | None, Cell | None]:
    """Return the cells of numerator, denominator, rest and what was left out."""
    places, year = _places(value), value.year
    numerator = Cell(within(figure), places, year)
    left_out = Cell(figure.left_out, places, year) if figure.left_out is not None else None
    if figure.unit is not FigureUnit.SHARE or not isinstance(figure.denominator, Measure):
        return numerator, None, None, left_out
    whole = Cell(figure.denominator, places, year)
    return numerator, whole, Cell(figure.denominator, places, year, rest_of=within(figure)), left_out


def _inside(
    figure: KeyFigure, value: FigureValue, cells: dict[Hashable, int], partitions: dict[Hashable, list[Cell]]
) -> Iterator[Equation]:
    numerator, whole, rest, left_out = _cells_of(figure, value)
    cells[numerator] = _people(value.numerator)
    if left_out is not None:
        cells[left_out] = _people(value.left_out)
    if whole is None or rest is None:
        return
    cells[whole] = _people(value.denominator)
    cells[rest] = cells[whole] - cells[numerator]
    yield Equation(whole, (numerator, rest))
    if figure.partition:
        partitions[whole, figure.partition].append(numerator)


def _people(count: Fraction | None) -> int:
    """Return a count of allocations or evictions: always a whole number."""
    return int(count or 0)


def _partitioned(cells: Mapping[Hashable, int], partitions: Mapping[Hashable, Sequence[Cell]]) -> Iterator[Equation]:
    """A partition of which all figures were asked for adds up to its whole; of some it does when the rest is empty."""
    for key, parts in partitions.items():
        whole = key[0] if isinstance(key, tuple) else key
        if sum(cells[part] for part in parts) == cells[whole]:
            yield Equation(whole, tuple(dict.fromkeys(parts)))


def _placed(cells: Mapping[Hashable, int]) -> Iterator[Equation]:
    """Where one measure says that something is so, another that it is not, and a third neither: two are the third."""
    by_parts: dict[tuple[frozenset[Condition], str | None, Places, int], Cell] = {}
    for cell in cells:
        if isinstance(cell, Cell) and cell.rest_of is None:
            by_parts[_conjuncts(cell.measure), cell.measure.total_of, cell.places, cell.year] = cell
    for (parts, total, places, year), cell in by_parts.items():
        for part in parts:
            if not isinstance(part, Not):
                continue
            beside = by_parts.get(((parts - {part}) | {part.part}, total, places, year))
            whole = by_parts.get((parts - {part}, total, places, year))
            if beside is not None and whole is not None and cells[whole] == cells[cell] + cells[beside]:
                yield Equation(whole, (cell, beside))


def _conjuncts(measure: Measure) -> frozenset[Condition]:
    """Return what has to hold, each once."""
    found: set[Condition] = set()
    todo = [measure.where] if measure.where is not None else []
    while todo:
        condition = todo.pop()
        if isinstance(condition, All):
            todo.extend(condition.parts)
        else:
            found.add(condition)
    return frozenset(found)


def _grouped(cells: Mapping[Hashable, int]) -> Iterator[Equation]:
    """A group is the sum of the groups inside it, for every pair of groupings of which one is finer."""
    by_grouping: dict[tuple[frozenset[str], int], list[Cell]] = defaultdict(list)
    for cell in cells:
        if isinstance(cell, Cell):
            by_grouping[frozenset(name for name, _ in cell.places), cell.year].append(cell)
    for (coarse, year), wholes in by_grouping.items():
        for (fine, other_year), parts in by_grouping.items():
            if year != other_year or not coarse < fine:
                continue
            inside: dict[tuple[Measure, Measure | None, Places], list[Cell]] = defaultdict(list)
            for part in parts:
                places = frozenset(place for place in part.places if place[0] in coarse)
                inside[part.measure, part.rest_of, places].append(part)
            for whole in wholes:
                found = inside[whole.measure, whole.rest_of, whole.places]
                if found:
                    yield Equation(whole, tuple(found))


def _shown(value: FigureValue, figure: KeyFigure, hidden: frozenset[Hashable]) -> FigureValue:
    if value.numerator is None:
        return value
    numerator, whole, rest, left_out = _cells_of(figure, value)
    shown = replace(value, left_out=None) if left_out in hidden else value
    if not hidden & {numerator, whole, rest}:
        return shown
    return replace(
        shown,
        state=ValueState.SUPPRESSED,
        value=None,
        numerator=None if numerator in hidden else value.numerator,
        denominator=None if whole is not None and whole in hidden else value.denominator,
        reason=SUPPRESSED,
    )
