"""The mended words at a place in the raw text, to quote from a document as a person would."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from samenspraak.core.extraction.source import Cell, Line, SourceText


class Quotes:
    """The lines and cells of a document by their place, so that each of many quotes is found quickly."""

    def __init__(self, source: SourceText) -> None:
        self._raw = source.raw
        self._parts = sorted(_parts(source), key=lambda part: (part.start, part.end))
        self._starts = [part.start for part in self._parts]
        self._ends = list(accumulate((part.end for part in self._parts), max))

    def between(self, start: int, end: int) -> str:
        """Return the words from one raw offset to another, mended, with single spaces; the raw ones where none stand.

        What is no part of the running text (a running head, a page number) is raw text only.
        """
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        words = " ".join(_within(part, start, end) for part in self._parts[first:last])
        return " ".join((words.strip() or self._raw[start:end]).split())


def _parts(source: SourceText) -> Iterator[Line | Cell]:
    for item in source.flow:
        if isinstance(item, Line):
            yield item
        else:
            yield from (cell for row in item.rows for cell in row if cell.text)


def _within(part: Line | Cell, start: int, end: int) -> str:
    if start <= part.start and part.end <= end:
        return part.text
    if isinstance(part, Line):
        return "".join(char for index, char in enumerate(part.text) if start <= part.origin(index) < end)
    # A cell does not say where each of its letters comes from: as long as the raw text, they stand one for one.
    if len(part.text) == part.end - part.start:
        return part.text[max(0, start - part.start) : max(0, end - part.start)]
    return part.text if start < part.end and part.start < end else ""
