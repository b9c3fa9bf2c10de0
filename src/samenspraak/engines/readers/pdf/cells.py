"""The text of a ruled table: every piece of print goes to the cell that it stands in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from samenspraak.engines.readers.pdf.fragments import Fragment, part_of
from samenspraak.engines.readers.pdf.frame import Turn
from samenspraak.engines.readers.pdf.glyphs import Glyphs
from samenspraak.engines.readers.pdf.ordering import downwards
from samenspraak.engines.readers.pdf.ruled_tables import Grid, Slot, same_columns

_MIDDLE = 0.3  # share of the font size above the base line where a letter has its middle
_WORD = re.compile(r"\S+")
_GAP_IN_WORD = 0.2  # font sizes of white between letters
_LEAST_FILLED = 0.25  # share of the cells that hold text; a grid emptier than that is a drawing or a form


@dataclass(slots=True)
class PrintedTable:
    """A ruled table with the fragments in each of its cells, in reading order."""

    grid: Grid
    content: dict[Slot, list[Fragment]]

    @property
    def top(self) -> float:
        return self.grid.ys[0]

    @property
    def bottom(self) -> float:
        return self.grid.ys[-1]


def take_tables(
    grids: list[Grid], fragments: list[Fragment], glyphs: Glyphs, continued: Grid | None = None
) -> tuple[list[PrintedTable], list[Fragment]]:
    """Return the tables with their text, and the fragments that stand in none of them."""
    tables: list[PrintedTable] = []
    for grid in grids:
        content: dict[Slot, list[Fragment]] = defaultdict(list)
        outside: list[Fragment] = []
        for fragment in fragments:
            for slot, piece in _divided(fragment, grid, glyphs):
                if slot is None:
                    outside.append(piece)
                else:
                    content[slot].append(piece)
        if _is_table(grid, content, continued):
            tables.append(PrintedTable(grid, {slot: downwards(pieces) for slot, pieces in content.items()}))
            fragments = outside
    return tables, fragments


def _is_table(grid: Grid, content: dict[Slot, list[Fragment]], continued: Grid | None) -> bool:
    """Whether there is text enough; what goes on with the columns of the page before may leave one empty."""
    filled = set(content)
    if continued is not None and same_columns(grid, continued):
        return bool(filled)
    return (
        len(filled) >= _LEAST_FILLED * len(grid.slots)
        and len({slot.row for slot in filled}) > 1
        and len({slot.column for slot in filled}) > 1
    )


def _divided(fragment: Fragment, grid: Grid, glyphs: Glyphs) -> Iterable[tuple[Slot | None, Fragment]]:
    """Divide a fragment over the cells that it runs through (None: outside the table)."""
    left, top, right, bottom = grid.bounds()
    middle = _middle(fragment)
    if not (top <= middle <= bottom and fragment.right > left and fragment.left < right):
        return [(None, fragment)]
    first, last = grid.slot_at(fragment.left + 0.5, middle), grid.slot_at(fragment.right - 0.5, middle)
    if first is last and (first is not None or fragment.turn is not Turn.UPRIGHT):
        return [(first, fragment)]
    return _by_word(fragment, grid, glyphs)


def _by_word(fragment: Fragment, grid: Grid, glyphs: Glyphs) -> list[tuple[Slot | None, Fragment]]:
    middle = _middle(fragment)
    runs: list[tuple[Slot | None, int, int]] = []  # cell, first and end position in the page's text
    for _, span_start, length in fragment.spans:
        for word in _WORD.finditer(glyphs.text, span_start, span_start + length):
            for start, end in _parts_of_word(word.start(), word.end(), fragment.size, glyphs):
                x = (glyphs.rectangle(start)[0] + glyphs.rectangle(end - 1)[2]) / 2
                slot = grid.slot_at(x, middle)
                if start > span_start and runs and runs[-1][0] is slot:
                    runs[-1] = (slot, runs[-1][1], end)
                else:
                    runs.append((slot, start, end))
    pieces = ((slot, part_of(fragment, glyphs, start, end)) for slot, start, end in runs)
    return [(slot, piece) for slot, piece in pieces if piece is not None]


def _parts_of_word(start: int, end: int, size: float, glyphs: Glyphs) -> list[tuple[int, int]]:
    """Divide what pdfium takes for one word where white shows: figures of neighbouring cells, printed close.

    A word that sticks out of its cell shows none, and stays whole.
    """
    edges = [glyphs.rectangle(position) for position in range(start, end)]
    cuts = [
        start + place
        for place, (one, other) in enumerate(pairwise(edges), start=1)
        if other[0] - one[2] >= _GAP_IN_WORD * size
    ]
    return list(pairwise([start, *cuts, end]))


def _middle(fragment: Fragment) -> float:
    if fragment.turn is Turn.UPRIGHT:
        return fragment.baseline - _MIDDLE * fragment.size
    return (fragment.top + fragment.bottom) / 2


def paragraphs(texts: list[str], fragments: list[Fragment], right_edge: float) -> str:
    """Join the mended texts of a cell: a line feed where a paragraph ends, a space where a line was full."""
    result = texts[0] if texts else ""
    for (above, below), text in zip(pairwise(fragments), texts[1:], strict=True):
        if _starts_paragraph(above, below, right_edge):
            result += "\n" + text
        elif _is_divided_word(result, text):
            result = result[:-1] + text
        else:
            result += " " + text
    return result


def _starts_paragraph(above: Fragment, below: Fragment, right_edge: float) -> bool:
    """Whether the first word of the line below would have fitted on the one above."""
    if abs(below.baseline - above.baseline) <= _MIDDLE * below.size:
        return False  # pieces of one line
    if below.baseline - above.baseline > 1.9 * max(above.size, below.size) or _BULLET.match(below.text):
        return True
    letter = (below.right - below.left) / max(1, len(below.text))
    word = len(below.text.split(" ", 1)[0]) + 1
    return above.right + word * letter < right_edge - 2 * letter and above.right + 4 * letter < right_edge


_BULLET = re.compile(r"[•▪‣·●\-–—\ue000-\uf8ff] |\(?\d{1,2}[.)] ")


def _is_divided_word(above: str, below: str) -> bool:
    # "woning-" + "bouw" is one word, "huur-" + "en zorgtoeslag" is not.
    return (
        len(above) > 1
        and above[-1] == "-"
        and above[-2].isalpha()
        and below[:1].islower()
        and below.split(" ", 1)[0] not in {"en", "of", "tot", "dan", "als", "noch"}
    )
