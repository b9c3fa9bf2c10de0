"""Suppresses the small numbers in values of figures about people, for all groupings that are shown together.

What is shown together has to be protected together: a reader subtracts one table from the other. The equations are: a
share's whole is its numerator and the rest; the figures of one partition are their whole; what can be placed and what
cannot are the whole; and a coarse group is the sum of the finer groups inside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from samenspraak.core.measurement.key_figures.conditions import All, Condition, Not
from samenspraak.core.measurement.key_figures.declaration import FigureUnit, KeyFigure, Measure
from samenspraak.core.measurement.key_figures.results import SUPPRESSED, FigureValue, ValueState
from samenspraak.core.measurement.key_figures.sql import within
from samenspraak.core.measurement.suppression import Equation, suppress

# One number: what was counted, and for whom and when. Both are numbers themselves: there are hundreds of thousands.
Cell = tuple[int, int]
Places = frozenset[tuple[str, str | None]]
Counted = tuple[frozenset[Condition], str | None]  # what has to hold, in whatever order it was written; what is summed


@dataclass(frozen=True, slots=True)
class _Plan:
    """What the numbers of a figure count. The rest of a share is counted by nobody, but follows."""

    numerator: int
    whole: int | None
    rest: int | None
    left_out: int | None
    partition: str

    def cells_at(self, spot: int) -> tuple[Cell, Cell | None, Cell | None, Cell | None]:
        """Return the cells of numerator, whole, rest and what was left out."""
        whole, rest, left_out = (
            None if kind is None else (kind, spot) for kind in (self.whole, self.rest, self.left_out)
        )
        return (self.numerator, spot), whole, rest, left_out


class _Kinds:
    """Numbers for what is counted: the same for the same conditions."""

    def __init__(self) -> None:
        self.counted: dict[Counted | tuple[Counted, Counted], int] = {}

    def plan(self, figure: KeyFigure) -> _Plan:
        """Return the numbers of a figure's parts."""
        numerator = _counted(within(figure))
        left_out = None if figure.left_out is None else self._number(_counted(figure.left_out))
        if figure.unit is not FigureUnit.SHARE or not isinstance(figure.denominator, Measure):
            return _Plan(self._number(numerator), None, None, left_out, "")
        whole = _counted(figure.denominator)
        rest = self._number((whole, numerator))
        return _Plan(self._number(numerator), self._number(whole), rest, left_out, figure.partition)

    def _number(self, counted: Counted | tuple[Counted, Counted]) -> int:
        return self.counted.setdefault(counted, len(self.counted))


@dataclass(slots=True)
class _Spots:
    """Numbers for groups of a year: the same whatever the order in which somebody groups."""

    of_group: dict[Hashable, int] = field(default_factory=dict)
    of_places: dict[tuple[int, Places], int] = field(default_factory=dict)

    def number(self, value: FigureValue) -> int:
        """Return the number of a value's group and year."""
        key = (value.year, value.groups, value.group)
        found = self.of_group.get(key)
        if found is None:
            places = frozenset(zip(value.groups, value.group, strict=True))
            found = self.of_places.setdefault((value.year, places), len(self.of_places))
            self.of_group[key] = found
        return found


def protected(values: Sequence[FigureValue], figures: Iterable[KeyFigure]) -> list[FigureValue]:
    """Return the values with what is too small, or would give it away, made unknown to the reader."""
    kinds, spots = _Kinds(), _Spots()
    plans = {figure.code: kinds.plan(figure) for figure in figures if figure.is_personal}
    cells: dict[Hashable, int] = {}
    equations: list[Equation] = []
    partitions: dict[tuple[Cell, str], list[Cell]] = defaultdict(list)
    for value in values:
        plan = plans.get(value.code)
        if plan is not None and value.numerator is not None:
            equations.extend(_inside(plan, value, spots.number(value), cells, partitions))
    equations.extend(_partitioned(cells, partitions))
    equations.extend(_placed(cells, kinds, len(spots.of_places)))
    equations.extend(_grouped(cells, len(kinds.counted), spots))
    hidden = suppress(cells, equations)
    return [
        _shown(value, plans[value.code], spots.number(value), hidden) if value.code in plans else value
        for value in values
    ]


def _inside(
    plan: _Plan,
    value: FigureValue,
    spot: int,
    cells: dict[Hashable, int],
    partitions: dict[tuple[Cell, str], list[Cell]],
) -> Iterator[Equation]:
    numerator, whole, rest, left_out = plan.cells_at(spot)
    counted = cells[numerator] = _people(value.numerator)
    if left_out is not None:
        cells[left_out] = _people(value.left_out)
    if whole is None or rest is None:
        return
    among = cells[whole] = _people(value.denominator)
    cells[rest] = among - counted
    yield Equation(whole, (numerator, rest))
    if plan.partition:
        partitions[whole, plan.partition].append(numerator)


def _people(count: Fraction | None) -> int:
    """Return a count of allocations or evictions: always a whole number."""
    return int(count or 0)


def _partitioned(
    cells: Mapping[Hashable, int], partitions: Mapping[tuple[Cell, str], Sequence[Cell]]
) -> Iterator[Equation]:
    """A partition of which all figures were asked for adds up to its whole; of some it does when the rest is empty."""
    for (whole, _), found in partitions.items():
        parts = tuple(dict.fromkeys(found))
        if sum(cells[part] for part in parts) == cells[whole]:
            yield Equation(whole, parts)


def _placed(cells: Mapping[Hashable, int], kinds: _Kinds, spot_count: int) -> Iterator[Equation]:
    """Where one measure says that something is so, another that it is not, and a third neither: two are the third."""
    for counted, kind in kinds.counted.items():
        parts, total = counted
        if not isinstance(parts, frozenset):
            continue  # the rest of a share
        for part in sorted(parts, key=repr):  # always in the same order, so that always the same is hidden
            if not isinstance(part, Not):
                continue
            beside = kinds.counted.get(((parts - {part}) | {part.part}, total))  # type: ignore[arg-type]
            whole = kinds.counted.get((parts - {part}, total))  # type: ignore[arg-type]
            if beside is None or whole is None:
                continue
            for spot in range(spot_count):
                three = (whole, spot), (kind, spot), (beside, spot)
                if all(cell in cells for cell in three) and cells[three[0]] == cells[three[1]] + cells[three[2]]:
                    yield Equation(three[0], three[1:])


def _counted(measure: Measure) -> Counted:
    """Return what has to hold, each once, and what is summed."""
    found: set[Condition] = set()
    todo = [measure.where] if measure.where is not None else []
    while todo:
        condition = todo.pop()
        if isinstance(condition, All):
            todo.extend(condition.parts)
        else:
            found.add(condition)
    return frozenset(found), measure.total_of


def _grouped(cells: Mapping[Hashable, int], kind_count: int, spots: _Spots) -> Iterator[Equation]:
    """A group is the sum of the groups inside it, for every pair of groupings of which one is finer."""
    by_grouping: dict[tuple[frozenset[str], int], list[tuple[Places, int]]] = defaultdict(list)
    for (year, places), spot in spots.of_places.items():
        by_grouping[frozenset(name for name, _ in places), year].append((places, spot))
    for (coarse, year), wholes in by_grouping.items():
        for (fine, other_year), parts in by_grouping.items():
            if year != other_year or not coarse < fine:
                continue
            inside: dict[Places, list[int]] = defaultdict(list)
            for places, spot in parts:
                inside[frozenset(place for place in places if place[0] in coarse)].append(spot)
            for places, spot in wholes:
                for kind in range(kind_count):
                    found = tuple((kind, each) for each in inside[places] if (kind, each) in cells)
                    if found and (kind, spot) in cells:
                        yield Equation((kind, spot), found)


def _shown(value: FigureValue, plan: _Plan, spot: int, hidden: frozenset[Hashable]) -> FigureValue:
    if value.numerator is None:
        return value
    numerator, whole, rest, left_out = plan.cells_at(spot)
    shown = replace(value, left_out=None) if left_out in hidden else value
    if numerator not in hidden and whole not in hidden and rest not in hidden:
        return shown
    return replace(
        shown,
        state=ValueState.SUPPRESSED,
        value=None,
        numerator=None if numerator in hidden else value.numerator,
        denominator=None if whole is not None and whole in hidden else value.denominator,
        reason=SUPPRESSED,
    )
