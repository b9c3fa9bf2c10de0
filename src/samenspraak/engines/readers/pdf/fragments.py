"""Pieces of print on one page: runs of text on one base line, with their place.

pdfium breaks text into lines, and mostly does it well. Where a "line" of it turns out to be crooked (a run of
small bullets under each other, text printed sideways, letters stacked), it is taken apart by character here;
what it breaks too often (a raised digit, a list marker) is put together in `joining`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from samenspraak.engines.readers.pdf.frame import Turn
from samenspraak.engines.readers.pdf.glyphs import Glyphs

# A line ends at a line break, or at U+FFFE: pdfium's sign for a hyphen at the line's end, which swallows the break.
_HYPHEN = "\ufffe"
_PRINTED = re.compile("[^\r\n\ufffe]+\ufffe?|\ufffe")
_RAISED = 0.5  # font sizes that a raised or lowered character may leave the base line
_ASTRAY = 0.3  # font sizes that a base line may pass outside of the last character's box and still be its own
_BEYOND = 50.0  # points
_BELOW = 0.22  # share of the font size that a line reaches below its base line
_ABOVE = 0.78


@dataclass(slots=True)
class Fragment:
    """Text on one base line in reading coordinates (points from the top left, downwards)."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    is_bold: bool = False
    turn: Turn = Turn.UPRIGHT
    top: float = 0.0
    bottom: float = 0.0
    # Where the text stands in the page's text: (offset here, position there, length).
    spans: list[tuple[int, int, int]] = field(default_factory=list)
    column: int = 0

    def __post_init__(self) -> None:
        if not self.bottom:
            self.top = self.baseline - _ABOVE * self.size
            self.bottom = self.baseline + _BELOW * self.size

    def position(self, place: int) -> int | None:
        """Where the character at `place` stands in the page's text; None for a space that was put in."""
        for here, there, length in self.spans:  # one, for nearly all
            if here <= place < here + length:
                return there + place - here
        return None


def read_fragments(glyphs: Glyphs) -> list[Fragment]:
    """Return the fragments of a page in the order in which the file draws them."""
    fragments: list[Fragment] = []
    width, height = glyphs.frame.width, glyphs.frame.height
    for start, end in _printed(glyphs.text):
        straight = _straight(glyphs, start, end)
        if straight is None:
            fragments += [piece for piece in _taken_apart(glyphs, start, end) if _is_on_paper(piece, width, height)]
        elif _is_on_paper(straight, width, height):
            fragments.append(straight)
    return fragments


def _printed(text: str) -> Iterator[tuple[int, int]]:
    """Return where the printed lines of a page begin and end, white space around them left out."""
    begin = 0
    for line in text.split("\n"):
        end = begin + len(line)
        # Most lines hold one piece and their line break: seen much faster than the pieces are found.
        is_one = _HYPHEN not in line and "\r" not in line[:-1]
        pieces = ((begin, end),) if is_one else (match.span() for match in _PRINTED.finditer(text, begin, end))
        for first, last in pieces:
            printed = text[first:last]
            stripped = printed.rstrip()
            if stripped:
                yield last - len(printed.lstrip()), first + len(stripped)
        begin = end + 1


def part_of(fragment: Fragment, glyphs: Glyphs, start: int, end: int) -> Fragment | None:
    """Return the piece of a fragment between two positions of the page's text; None when that is blank."""
    words = glyphs.text[start:end]
    start, end = end - len(words.lstrip()), start + len(words.rstrip())
    if end <= start:
        return None
    left = glyphs.rectangle(start)[0]
    right = glyphs.rectangle(end - 1)[2]
    return Fragment(
        glyphs.text[start:end],
        left,
        max(left, right),
        fragment.baseline,
        fragment.size,
        fragment.is_bold,
        fragment.turn,
        spans=[(0, start, end - start)],
    )


def _straight(glyphs: Glyphs, start: int, end: int) -> Fragment | None:
    """Return a line that runs from left to right on one base line, judged by its two ends; None if it does not."""
    last = end - 1
    if last - start < 2:
        return None
    x, baseline, top, right, bottom = glyphs.ends(start, last)
    set_size = glyphs.set_size(start)
    size = set_size * glyphs.scale(start)
    if right <= x or not top - _ASTRAY * size <= baseline <= bottom + _ASTRAY * size:
        return None
    if glyphs.set_size(last) != set_size:
        # A note digit, a drop letter: what most of the line has is its size.
        middle = (start + last) // 2
        size, baseline = sorted([(size, baseline), _measure(glyphs, last), _measure(glyphs, middle)])[1]
    is_bold = glyphs.is_bold(start) and glyphs.is_bold(last)
    return Fragment(
        glyphs.text[start:end],
        x,
        right,
        baseline,
        size,
        is_bold,
        Turn.UPRIGHT,
        baseline - _ABOVE * size,
        baseline + _BELOW * size,
        [(0, start, end - start)],
    )


def _measure(glyphs: Glyphs, position: int) -> tuple[float, float]:
    """Return the size of a character and the base line it stands on."""
    return glyphs.size(position), glyphs.baseline(position)


def _taken_apart(glyphs: Glyphs, start: int, end: int) -> list[Fragment]:
    """Divide a crooked line where the text turns, jumps back, or leaves its base line."""
    pieces: list[_Piece] = []
    for position in range(start, end):
        if glyphs.text[position].isspace():
            continue
        letter = _letter(glyphs, position)
        if pieces and pieces[-1].takes(letter):
            pieces[-1].add(letter)
        else:
            pieces.append(_Piece([letter]))
    return [piece.fragment(glyphs) for piece in pieces]


@dataclass(slots=True)
class _Letter:
    position: int
    turn: Turn
    along: float  # how far it stands in the direction of the text
    across: float  # the base line it stands on
    size: float
    box: tuple[float, float, float, float]
    reach: float  # where it ends, in the direction of the text


def _letter(glyphs: Glyphs, position: int) -> _Letter:
    turn = glyphs.turn(position)
    x, y = glyphs.origin(position)
    box = glyphs.rectangle(position)
    along, across, reach = {
        Turn.UPRIGHT: (x, y, box[2]),
        Turn.DOWNWARDS: (y, -x, box[3]),
        Turn.UPSIDE_DOWN: (-x, -y, -box[0]),
        Turn.UPWARDS: (-y, x, -box[1]),
    }[turn]
    return _Letter(position, turn, along, across, glyphs.size(position), box, reach)


@dataclass(slots=True)
class _Piece:
    letters: list[_Letter]

    def takes(self, letter: _Letter) -> bool:
        """Whether the letter runs on; a raised or lowered one may leave the base line by half its size."""
        first, last = self.letters[0], self.letters[-1]
        size = max(first.size, letter.size)
        return (
            letter.turn is first.turn
            and abs(letter.across - first.across) <= _RAISED * size
            and letter.along >= last.along - 0.5 * size
            and letter.along <= last.reach + 10 * size
        )

    def add(self, letter: _Letter) -> None:
        self.letters.append(letter)

    def fragment(self, glyphs: Glyphs) -> Fragment:
        first, last = self.letters[0], self.letters[-1]
        largest = max(self.letters, key=lambda letter: letter.size)
        upright = first.turn is Turn.UPRIGHT
        return Fragment(
            glyphs.text[first.position : last.position + 1],
            min(letter.box[0] for letter in self.letters),
            max(letter.box[2] for letter in self.letters),
            largest.across if upright else max(letter.box[3] for letter in self.letters),
            largest.size,
            glyphs.is_bold(first.position) and glyphs.is_bold(last.position),
            first.turn,
            0.0 if upright else min(letter.box[1] for letter in self.letters),
            0.0 if upright else max(letter.box[3] for letter in self.letters),
            [(0, first.position, last.position + 1 - first.position)],
        )


def _is_on_paper(fragment: Fragment, width: float, height: float) -> bool:
    """Whether a fragment touches the page; what runs off it is counted to a little beyond the edge only."""
    # Printers' marks beside the page, and the far-off places that damaged files name. Not a number is nowhere.
    if not (
        fragment.right >= 0
        and fragment.left <= width
        and fragment.bottom >= 0
        and fragment.top <= height
        and 0 < fragment.size < math.inf
    ):
        return False
    fragment.left = max(fragment.left, -_BEYOND)
    fragment.right = min(fragment.right, width + _BEYOND)
    return True
