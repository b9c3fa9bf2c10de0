"""The text of a document on pages, with the place of every line: as reading a PDF would give it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

WIDTH = 92  # characters of a line
LINES = 44  # of a page
LEFT, TOP, LINE_HEIGHT, CHARACTER = 72.0, 70.0, 15.5, 4.9


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page; `lines` are [start, end, left, top, right, bottom], as the records keep them."""

    number: int
    start: int
    end: int
    raw: str
    lines: list[list[float]]


class Leaves:
    """Text that grows, paragraph by paragraph."""

    def __init__(self, head: str) -> None:
        self._lines: list[str] = []
        self._length = 0
        self.put(head.strip())

    def put(self, paragraph: str) -> tuple[int, int, int]:
        """Add a paragraph; return the page on which it begins, and where it begins and ends in the text."""
        page, start = len(self._lines) // LINES + 1, self._length
        for line in textwrap.wrap(paragraph, WIDTH):
            self._lines.append(line + "\n")
            self._length += len(line) + 1
        return page, start, self._length - 1

    def pages(self) -> Iterator[Leaf]:
        """Yield the pages."""
        start = 0
        for first in range(0, len(self._lines), LINES):
            lines = self._lines[first : first + LINES]
            raw = "".join(lines)
            yield Leaf(first // LINES + 1, start, start + len(raw), raw, list(_placed(lines, start)))
            start += len(raw)


def _placed(lines: list[str], start: int) -> Iterator[list[float]]:
    for index, line in enumerate(lines):
        top = round(TOP + index * LINE_HEIGHT, 1)
        end = start + len(line) - 1
        yield [start, end, LEFT, top, round(LEFT + CHARACTER * len(line), 1), top + 11]
        start = end + 1
