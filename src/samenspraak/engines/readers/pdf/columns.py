"""Two columns on a page: whether there are two, where the gutter is, and in which order they are read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from heapq import nsmallest
from itertools import pairwise
from statistics import median

from samenspraak.engines.readers.pdf.fragments import Fragment, part_of
from samenspraak.engines.readers.pdf.glyphs import Glyphs
from samenspraak.engines.readers.pdf.ordering import downwards

_FEWEST_LINES = 5  # on each side of a gutter
_NARROW = 0.55  # share of the text's width: a line wider than this runs over both columns
_GUTTER = 7.0  # points of white at least
_STRAY = 0.1  # share of the narrow lines that may run into the gutter
_COLUMN_CHARACTERS = 14  # median length of a line; shorter is a column of markers, codes or figures
_FULL_LINE = 0.7  # share of the column's width that makes a line full
_FULL_LINES = 0.4  # share of the lines that must be full: prose fills its column, cells of a table do not
_SIDE_BY_SIDE = 0.5  # share of the shorter column's height along which the other one stands beside it
_SAME_ROW = 0.8  # share of the right column's breaks that stand level with one on the left: it is a table
_HEAD_AND_FOOT = 0.07  # share of the page's height at the top and the bottom, which belong to no column
_WIDE_GAP = 1.2  # font sizes of white within a line that may be a gutter
_STEP = 4.0  # points: how finely the place of a gutter is told
_BREAK = 1.35  # line distances: a larger one starts a paragraph or a row


@dataclass(frozen=True, slots=True)
class Gutter:
    """The white between two columns, in points."""

    left: float
    right: float


def in_reading_order(fragments: list[Fragment], glyphs: Glyphs | None, height: float) -> list[Fragment]:
    """Return the fragments as they are read; those of a right-hand column get `column` 1."""
    if len(fragments) < 2 * _FEWEST_LINES:
        return downwards(fragments)
    # Some programs print two columns line by line across the page: such lines are cut first.
    cut = fragments if glyphs is None else _cut_at_gaps(fragments, glyphs, height)
    gutter = _find_gutter(cut, height)
    return downwards(fragments) if gutter is None else _column_by_column(cut, gutter, height)


def _find_gutter(fragments: list[Fragment], height: float) -> Gutter | None:
    body = _body(fragments, height)
    if len(body) < 2 * _FEWEST_LINES:
        return None
    # The odd web address runs off the page: the text's edges are where nearly all of it ends.
    left = sorted(fragment.left for fragment in body)[len(body) // 20]
    width = sorted(fragment.right for fragment in body)[-1 - len(body) // 20] - left
    narrow = [fragment for fragment in body if fragment.right - fragment.left <= _NARROW * width]
    starts = Counter(round(fragment.left / 3) for fragment in narrow if fragment.left > left + 0.25 * width)
    for start, count in starts.most_common(2):
        if count < _FEWEST_LINES:
            break
        gutter = _gutter_before(3.0 * start - 3, narrow)
        if gutter is not None:
            return gutter
    return None


def _gutter_before(start: float, narrow: list[Fragment]) -> Gutter | None:
    """Return the gutter left of the column that starts at `start`, when both sides are columns of prose."""
    right = [fragment for fragment in narrow if fragment.left >= start]
    left = [fragment for fragment in narrow if fragment.right <= start - _GUTTER + 3]
    if len(narrow) - len(right) - len(left) > _STRAY * len(narrow):
        return None
    if not (_is_prose(left) and _is_prose(right) and _stand_side_by_side(left, right)):
        return None
    if _are_drawn_in_turn(narrow, start) and _are_rows(left, right):
        return None
    return Gutter(max(fragment.right for fragment in left), min(fragment.left for fragment in right))


def _is_prose(column: list[Fragment]) -> bool:
    if len(column) < _FEWEST_LINES or median(len(fragment.text) for fragment in column) < _COLUMN_CHARACTERS:
        return False
    widths = sorted(fragment.right - fragment.left for fragment in column)
    widest = widths[int(0.95 * (len(widths) - 1))]
    return sum(width >= _FULL_LINE * widest for width in widths) >= _FULL_LINES * len(widths)


def _stand_side_by_side(left: list[Fragment], right: list[Fragment]) -> bool:
    tops = [min(fragment.top for fragment in column) for column in (left, right)]
    bottoms = [max(fragment.bottom for fragment in column) for column in (left, right)]
    heights = [bottom - top for top, bottom in zip(tops, bottoms, strict=True)]
    return min(bottoms) - max(tops) >= _SIDE_BY_SIDE * min(heights)


def _are_drawn_in_turn(narrow: list[Fragment], start: float) -> bool:
    """Whether the file draws left and right by turns, as it draws the rows of a table."""
    sides = [fragment.left >= start for fragment in narrow]
    return sum(one != other for one, other in pairwise(sides)) > max(3, 0.1 * len(sides))


def _are_rows(left: list[Fragment], right: list[Fragment]) -> bool:
    """Whether the breaks on both sides stand level: cells of a table without rules, to be read row by row."""
    left_breaks, right_breaks = _breaks(left), _breaks(right)
    if min(len(left_breaks), len(right_breaks)) < 3:
        return False
    level = sum(any(abs(one - other) <= 3 for other in left_breaks) for one in right_breaks)
    return level >= _SAME_ROW * len(right_breaks)


def _breaks(column: list[Fragment]) -> list[float]:
    baselines = sorted(fragment.baseline for fragment in column)
    steps = [below - above for above, below in pairwise(baselines) if below - above > 1]
    if not steps:
        return []
    usual = sorted(steps)[len(steps) // 4]
    return [below for above, below in pairwise(baselines) if below - above > _BREAK * usual]


def _column_by_column(fragments: list[Fragment], gutter: Gutter, height: float) -> list[Fragment]:
    """Read left before right, in bands between the lines that run over both."""
    ordered: list[Fragment] = []
    columns: tuple[list[Fragment], list[Fragment]] = ([], [])

    def close_band() -> None:
        ordered.extend(columns[0] + columns[1])
        columns[0].clear()
        columns[1].clear()

    middle = (gutter.left + gutter.right) / 2
    for fragment in sorted(fragments, key=lambda fragment: (fragment.baseline, fragment.left)):
        if _is_head_or_foot(fragment, height) or (fragment.left < middle - 2 and fragment.right > middle + 2):
            close_band()
            ordered.append(fragment)
        else:
            fragment.column = int(fragment.left >= middle - 2)
            columns[fragment.column].append(fragment)
    close_band()
    return ordered


def _body(fragments: list[Fragment], height: float) -> list[Fragment]:
    top, bottom = _HEAD_AND_FOOT * height, (1 - _HEAD_AND_FOOT) * height
    return [fragment for fragment in fragments if not (fragment.baseline < top or fragment.baseline > bottom)]


def _is_head_or_foot(fragment: Fragment, height: float) -> bool:
    return fragment.baseline < _HEAD_AND_FOOT * height or fragment.baseline > (1 - _HEAD_AND_FOOT) * height


def _cut_at_gaps(fragments: list[Fragment], glyphs: Glyphs, height: float) -> list[Fragment]:
    """Cut the lines of a page where most of them have a wide gap at the same place."""
    body = _body(fragments, height)
    # Every gap costs two questions to pdfium: the two widest lines are looked at before the others are.
    widest = nsmallest(min(2, len(body) // 2), body, key=_narrowness)
    if not any(_wide_gaps(fragment, glyphs) for fragment in widest):
        return fragments
    wide = sorted(body, key=_narrowness)[: len(body) // 2]
    places = Counter(
        step
        for fragment in wide
        for _, start, end in _wide_gaps(fragment, glyphs)
        for step in range(round(start / _STEP), round(end / _STEP) + 1)
    )
    step, count = max(places.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    if count < _FEWEST_LINES or count < len(wide) // 3:
        return fragments
    x = _STEP * step
    crossing = {id(fragment) for fragment in fragments if fragment.left < x < fragment.right}
    return [
        piece
        for fragment in fragments
        for piece in (_cut(fragment, x, glyphs) if id(fragment) in crossing else [fragment])
    ]


def _narrowness(fragment: Fragment) -> float:
    return fragment.left - fragment.right


def _wide_gaps(fragment: Fragment, glyphs: Glyphs) -> list[tuple[int, float, float]]:
    """Return the gaps of a line that may be a gutter: place of the space, left and right edge."""
    if len(fragment.spans) != 1:
        return []
    _, start, length = fragment.spans[0]
    gaps = []
    widest = _WIDE_GAP * fragment.size
    place = fragment.text.find(" ", 1, length - 1)
    while place > 0:
        left, right = glyphs.white(start + place)
        # What cuts a line off at its ends only makes a gap narrower.
        if right - left >= widest:
            left, right = max(left, fragment.left), min(right, fragment.right)
            if right - left >= widest:
                gaps.append((place, left, right))
        place = fragment.text.find(" ", place + 1, length - 1)
    return gaps


def _cut(fragment: Fragment, x: float, glyphs: Glyphs) -> list[Fragment]:
    for place, left, right in _wide_gaps(fragment, glyphs):
        if left - _STEP <= x <= right + _STEP:
            start = fragment.spans[0][1]
            ends = ((start, start + place), (start + place, start + len(fragment.text)))
            pieces = [part_of(fragment, glyphs, first, end) for first, end in ends]
            return [piece for piece in pieces if piece is not None]
    return [fragment]
