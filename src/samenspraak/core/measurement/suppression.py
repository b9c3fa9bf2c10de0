"""Small numbers of people are not shown, nor what would give them away by adding and subtracting.

Cells are exact counts; an equation says that some cells add up to another. A cell of 1 to 4 is suppressed. Then more
cells are, until no suppressed cell follows from what is shown: in no equation one alone, in none a set too small to
hide in, and in no combination of equations (checked by elimination). Nought is shown: it says nothing of anybody.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

THRESHOLD = 5  # cells under this are suppressed
# What is hidden together in one equation counts this many at least: so each of its parts can be more than one number.
HIDDEN_TOGETHER = 2 * THRESHOLD
# Whether a cell can be computed does not depend on this prime but by a chance of 1 in 2^61.
_PRIME = 2**61 - 1


@dataclass(frozen=True, slots=True)
class Equation:
    """The parts add up to the whole; all are names of cells."""

    whole: Hashable
    parts: tuple[Hashable, ...]

    @property
    def cells(self) -> tuple[Hashable, ...]:
        """Return all cells of the equation."""
        return (self.whole, *self.parts)


def suppress(cells: Mapping[Hashable, int], equations: Sequence[Equation]) -> frozenset[Hashable]:
    """Return the cells that may not be shown."""
    hidden = {cell for cell, count in cells.items() if 0 < count < THRESHOLD}
    by_cell: dict[Hashable, list[int]] = {}
    for number, equation in enumerate(equations):
        for cell in equation.cells:
            by_cell.setdefault(cell, []).append(number)
    todo = _touched(hidden, by_cell)
    while True:
        _close(cells, equations, by_cell, hidden, todo)
        given_away = computable([equations[number] for number in _touched(hidden, by_cell)], hidden)
        if not given_away:
            return frozenset(hidden)
        cell = min(given_away, key=repr)
        more = _smallest_beside(cells, [equations[number] for number in by_cell[cell]], hidden)
        if (
            more is None
        ):  # nothing is left to hide it behind: the equation would be hidden whole, and then it gives nothing
            return frozenset(hidden | {cell for number in by_cell[cell] for cell in equations[number].cells})
        hidden.add(more)
        todo = list(by_cell[more])


def _touched(hidden: set[Hashable], by_cell: Mapping[Hashable, list[int]]) -> list[int]:
    """Return the equations in which something is hidden: the others give nothing away."""
    return sorted({number for cell in hidden for number in by_cell.get(cell, ())})


def _close(
    cells: Mapping[Hashable, int],
    equations: Sequence[Equation],
    by_cell: Mapping[Hashable, list[int]],
    hidden: set[Hashable],
    todo: list[int],
) -> None:
    """Hide more until every equation hides nothing, or enough."""
    while todo:
        equation = equations[todo.pop()]
        while not _hides_enough(cells, equation, hidden):
            more = _smallest_beside(cells, [equation], hidden)
            if more is None:
                break
            hidden.add(more)
            todo.extend(by_cell[more])


def _hides_enough(cells: Mapping[Hashable, int], equation: Equation, hidden: set[Hashable]) -> bool:
    """Tell whether an equation hides nothing, or more than one cell and in these enough people."""
    inside = [cell for cell in equation.cells if cell in hidden]
    if not inside:
        return True
    if len(inside) == 1:
        return False
    if equation.whole in hidden:
        return True  # neither the whole nor a part follows from the other parts alone
    return sum(cells[cell] for cell in inside) >= HIDDEN_TOGETHER


def _smallest_beside(
    cells: Mapping[Hashable, int], equations: Iterable[Equation], hidden: set[Hashable]
) -> Hashable | None:
    """Return the smallest cell that is shown and not empty: parts first, because a whole hides more."""
    parts = {cell for equation in equations for cell in equation.parts if cell not in hidden and cells[cell] > 0}
    wholes = {equation.whole for equation in equations if equation.whole not in hidden and cells[equation.whole] > 0}
    for candidates in (parts, wholes):
        if candidates:
            return min(candidates, key=lambda cell: (cells[cell], repr(cell)))
    return None


def computable(equations: Sequence[Equation], hidden: set[Hashable]) -> set[Hashable]:
    """Return the hidden cells that follow from the shown ones by adding and subtracting equations."""
    rows = []
    for equation in equations:
        row: dict[Hashable, int] = {}
        for cell in equation.parts:
            if cell in hidden:
                row[cell] = row.get(cell, 0) + 1
        if equation.whole in hidden:
            row[equation.whole] = row.get(equation.whole, 0) - 1
        if row := {cell: value for cell, value in row.items() if value}:
            rows.append(row)
    return {next(iter(row)) for row in _eliminated(rows) if len(row) == 1}


def _eliminated(rows: list[dict[Hashable, int]]) -> list[dict[Hashable, int]]:
    """Return the rows in reduced form: each has one cell that no other row has. Arithmetic is modulo a large prime."""
    reduced: dict[Hashable, dict[Hashable, int]] = {}
    users: dict[Hashable, set[Hashable]] = {}
    for row in rows:
        left = dict(row)
        for pivot in [cell for cell in left if cell in reduced]:
            if pivot in left:
                _subtract(left, reduced[pivot], left[pivot])
        if not left:
            continue
        pivot = min(left, key=lambda cell: len(users.get(cell, ())))
        inverse = pow(left[pivot], -1, _PRIME)
        left = {cell: value * inverse % _PRIME for cell, value in left.items()}
        for other in list(users.get(pivot, ())):
            held = reduced[other]
            if pivot in held:
                before = set(held)
                _subtract(held, left, held[pivot])
                for cell in before - set(held):
                    users[cell].discard(other)
                for cell in set(held) - before:
                    users.setdefault(cell, set()).add(other)
        reduced[pivot] = left
        for cell in left:
            users.setdefault(cell, set()).add(pivot)
    return list(reduced.values())


def _subtract(row: dict[Hashable, int], other: Mapping[Hashable, int], times: int) -> None:
    for cell, value in other.items():
        rest = (row.get(cell, 0) - times * value) % _PRIME
        if rest:
            row[cell] = rest
        else:
            row.pop(cell, None)
