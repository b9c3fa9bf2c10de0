"""Tables as their drawn lines show them: from rules and fills to rows, columns and cells.

Rules that cross belong to one grid. Every rule cuts the whole grid; neighbouring slots with no rule drawn
between them are one cell, so a cell may span rows and columns, and a table need not have an outer border.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from samenspraak.engines.readers.pdf.rules import Drawing, Fill, Rule, is_white

_SNAP = 3.0  # points: rules nearer than this are one rule (double lines, borders of neighbouring cells)
_REACH = 3.0  # points that a rule may fall short of the one it should meet
_SHORTEST = 5.0  # points; shorter strokes are drawing, not ruling
_COVERED = 0.8  # share of a slot's side that must be drawn to divide it from its neighbour
_OVERHANG = 10.0  # points that rules stick out before an undrawn outer column counts
_TALLEST_TITLE = 80.0  # points: a full-width cell above or below the rows that is taller is no part of the table
_WHOLE_PAGE = 0.85  # share of the page's width and height: a background, not a cell
_MOST_CROSSINGS = 250_000  # pairs of rules to compare; beyond it is a drawing
_LEAST_FILL = 8.0  # points: a lower or narrower fill is a highlight or a bullet
_SHADE = 0.4  # share of a cell that a plain area must cover to be its background
_MARK = 0.02  # the same for a coloured shape (a traffic light) in an empty cell


@dataclass(frozen=True, slots=True)
class Slot:
    """One cell of a grid: rows and columns from (included) to (excluded)."""

    row: int
    column: int
    row_end: int
    column_end: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of a table, in points: `ys` divide rows, `xs` columns; `owner[row][column]` is the slot there."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owner: tuple[tuple[Slot, ...], ...]

    @property
    def slots(self) -> list[Slot]:
        """The cells, row by row."""
        return [
            slot
            for row, owners in enumerate(self.owner)
            for column, slot in enumerate(owners)
            if (slot.row, slot.column) == (row, column)
        ]

    def slot_at(self, x: float, y: float) -> Slot | None:
        """Return the cell around a point; None outside the table."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if 0 <= row < len(self.owner) and 0 <= column < len(self.owner[0]):
            return self.owner[row][column]
        return None

    def bounds(self, slot: Slot | None = None) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a cell, or of the whole table."""
        if slot is None:
            return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]
        return self.xs[slot.column], self.ys[slot.row], self.xs[slot.column_end], self.ys[slot.row_end]


def find_grids(drawing: Drawing, page_width: float, page_height: float, continued: Grid | None = None) -> list[Grid]:
    """Return the grids of a page from the top down: two rows and two columns at least.

    One row is enough for the first one when the last grid of the page before, `continued`, has its columns.
    """
    if not drawing.may_hold_table(least_rows=1 if continued else 2):
        return []
    cells = [fill for fill in drawing.fills if _may_be_cell(fill, page_width, page_height)]
    horizontals = _snapped(
        [*drawing.horizontals, *(Rule(y, f.left, f.right) for f in cells for y in (f.top, f.bottom))]
    )
    verticals = _snapped([*drawing.verticals, *(Rule(x, f.top, f.bottom) for f in cells for x in (f.left, f.right))])
    if len(horizontals) * len(verticals) > _MOST_CROSSINGS:
        return []
    found = [grid for group in _crossing(horizontals, verticals) if (grid := _grid(*group)) is not None]
    found.sort(key=lambda grid: grid.ys[0])
    return [
        grid
        for place, grid in enumerate(found)
        if len(grid.ys) > 2 or (place == 0 and continued is not None and same_columns(grid, continued))
    ]


def same_columns(grid: Grid, other: Grid) -> bool:
    """Whether two grids have their columns at the same places: a table that goes on."""
    return len(grid.xs) == len(other.xs) and all(
        abs(one - two) <= 2 * _SNAP for one, two in zip(grid.xs, other.xs, strict=True)
    )


def shading(bounds: tuple[float, float, float, float], fills: list[Fill], *, is_empty: bool) -> str | None:
    """Return the colour behind a cell ("#rrggbb"), or of a coloured shape in an empty one; None for white."""
    left, top, right, bottom = bounds
    area = max(1.0, (right - left) * (bottom - top))
    for fill in reversed(fills):  # what is drawn last lies on top
        width = min(right, fill.right) - max(left, fill.left)
        height = min(bottom, fill.bottom) - max(top, fill.top)
        if width <= 0 or height <= 0:
            continue
        share = width * height / area
        if fill.is_plain and share >= _SHADE:
            return None if is_white(fill.color) else fill.color
        is_inside = width * height >= 0.9 * fill.area
        if is_empty and is_inside and share >= _MARK and not is_white(fill.color):
            return fill.color
    return None


def _may_be_cell(fill: Fill, page_width: float, page_height: float) -> bool:
    width, height = fill.right - fill.left, fill.bottom - fill.top
    return (
        fill.is_plain
        and width >= _LEAST_FILL
        and height >= _LEAST_FILL
        and not (width > _WHOLE_PAGE * page_width and height > _WHOLE_PAGE * page_height)
        and not is_white(fill.color)
    )


def _snapped(rules: Iterable[Rule]) -> list[Rule]:
    """Put rules at nearly the same place on one line, and join the pieces that touch."""
    lines: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if lines and rule.at - lines[-1][0].at <= _SNAP:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    return [piece for line in lines for piece in _pieces(line)]


def _pieces(line: list[Rule]) -> list[Rule]:
    at = sum(rule.at for rule in line) / len(line)
    pieces: list[Rule] = []
    for rule in sorted(line, key=lambda rule: rule.start):
        if pieces and rule.start <= pieces[-1].end + _REACH:
            pieces[-1] = Rule(at, pieces[-1].start, max(pieces[-1].end, rule.end))
        else:
            pieces.append(Rule(at, rule.start, rule.end))
    return [piece for piece in pieces if piece.end - piece.start >= _SHORTEST]


def _crossing(horizontals: list[Rule], verticals: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Group the rules that hang together through crossings."""
    parent = list(range(len(horizontals) + len(verticals)))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for i, across in enumerate(horizontals):
        for j, down in enumerate(verticals, start=len(horizontals)):
            if (
                across.start - _REACH <= down.at <= across.end + _REACH
                and down.start - _REACH <= across.at <= down.end + _REACH
            ):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for node in range(len(parent)):
        is_down = node >= len(horizontals)
        groups[root(node)][is_down].append(verticals[node - len(horizontals)] if is_down else horizontals[node])
    return list(groups.values())


def _grid(horizontals: list[Rule], verticals: list[Rule]) -> Grid | None:
    if not (horizontals and verticals):
        return None
    xs, ys = _cuts(verticals, horizontals), _cuts(horizontals, verticals)
    if len(xs) < 3 or len(ys) < 2:
        return None
    owner = _owners(xs, ys, horizontals, verticals)
    first, last = _rows_of_table(owner, ys)
    return _without_idle_cuts(xs, ys, owner, first, last)


def _cuts(rules: list[Rule], crossing: list[Rule]) -> list[float]:
    """Return where rules cut, with the outer edge where the crossing rules stick out beyond the last one."""
    cuts = sorted({rule.at for rule in rules})
    start, end = min(rule.start for rule in crossing), max(rule.end for rule in crossing)
    if start < cuts[0] - _OVERHANG:
        cuts.insert(0, start)
    if end > cuts[-1] + _OVERHANG:
        cuts.append(end)
    return cuts


def _owners(xs: list[float], ys: list[float], horizontals: list[Rule], verticals: list[Rule]) -> list[list[Slot]]:
    """Say for each place of the grid which cell it belongs to: neighbours without a rule between are one."""
    rows, columns = len(ys) - 1, len(xs) - 1
    walls_right = _walls(xs, ys, verticals)
    walls_below = _walls(ys, xs, horizontals)
    owner: list[list[Slot | None]] = [[None] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if owner[row][column] is None:
                _claim(owner, row, column, walls_right, walls_below)
    return [[slot for slot in owners if slot is not None] for owners in owner]


def _walls(cuts: list[float], steps: list[float], rules: list[Rule]) -> set[tuple[int, int]]:
    """Return (cut, step) pairs: a rule is drawn on the cut along that step."""
    number = {at: index for index, at in enumerate(cuts)}
    walls = set()
    for rule in rules:
        for step in range(len(steps) - 1):
            start, end = steps[step], steps[step + 1]
            if min(end, rule.end) - max(start, rule.start) >= _COVERED * (end - start):
                walls.add((number[rule.at], step))
    return walls


def _claim(
    owner: list[list[Slot | None]],
    row: int,
    column: int,
    walls_right: set[tuple[int, int]],
    walls_below: set[tuple[int, int]],
) -> None:
    """Give a place, and what is open to its right and below, to a new rectangular cell."""
    column_end = column + 1
    while column_end < len(owner[0]) and owner[row][column_end] is None and (column_end, row) not in walls_right:
        column_end += 1
    row_end = row + 1
    while row_end < len(owner) and all(
        owner[row_end][place] is None and (row_end, place) not in walls_below for place in range(column, column_end)
    ):
        row_end += 1
    slot = Slot(row, column, row_end, column_end)
    for r in range(row, row_end):
        for c in range(column, column_end):
            owner[r][c] = slot


def _rows_of_table(owner: list[list[Slot]], ys: list[float]) -> tuple[int, int]:
    """Leave out what a frame around table and text adds: tall full-width cells at the top and the bottom."""
    first, last = 0, len(owner)

    def is_text(row: int) -> bool:
        slot = owner[row][0]
        return slot.column_end == len(owner[row]) and ys[slot.row_end] - ys[slot.row] > _TALLEST_TITLE

    while first < last and is_text(first):
        first = owner[first][0].row_end
    while first < last and is_text(last - 1):
        last = owner[last - 1][0].row
    return first, last


def _without_idle_cuts(xs: list[float], ys: list[float], owner: list[list[Slot]], first: int, last: int) -> Grid | None:
    """Drop cuts at which no cell begins, and renumber; None when no row or fewer than two columns are left."""
    slots = {slot for row in range(first, last) for slot in owner[row]}
    rows, columns = sorted({slot.row for slot in slots}), sorted({slot.column for slot in slots})
    if not rows or len(columns) < 2:
        return None
    row_of = {old: new for new, old in enumerate(rows)}
    column_of = {old: new for new, old in enumerate(columns)}
    renumbered = {
        slot: Slot(
            row_of[slot.row],
            column_of[slot.column],
            sum(row < slot.row_end for row in rows),
            sum(column < slot.column_end for column in columns),
        )
        for slot in slots
    }
    return Grid(
        (*(xs[column] for column in columns), xs[-1]),
        (*(ys[row] for row in rows), ys[last]),
        tuple(tuple(renumbered[owner[row][column]] for column in columns) for row in rows),
    )
