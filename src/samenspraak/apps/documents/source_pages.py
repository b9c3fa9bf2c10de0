"""From a document as read to the rows that let a passage be shown: one per page, or per leaf of text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from samenspraak.apps.documents.models import Document, SourcePage
from samenspraak.core.extraction.source import Box, Cell, Line, SourceText, Table

LEAF_LENGTH = 6_000  # characters; what a format without pages shows at a time
_PAGE_BREAK = "\f"
_NUL = "\x00"  # PostgreSQL keeps no NUL; a blank keeps the offsets

PlacedLine = list[float]  # start, end, left, top, right, bottom


def has_pages(source: SourceText) -> bool:
    """Whether page numbers of this document mean something to a reader."""
    return bool(source.page_sizes) or source.page_count > 1


def source_pages(document: Document, source: SourceText) -> Iterator[SourcePage]:
    """Yield unsaved rows that together hold the whole raw text, in order."""
    bounds = _page_bounds(source) if has_pages(source) else _leaf_bounds(source.raw)
    lines = _lines_by_page(source)
    for number, (start, end) in enumerate(bounds, start=1):
        size = source.page_sizes[number - 1] if number <= len(source.page_sizes) else None
        yield SourcePage(
            document=document,
            number=number,
            start=start,
            end=end,
            raw=source.raw[start:end].replace(_NUL, " "),
            width=None if size is None else size.width,
            height=None if size is None else size.height,
            lines=lines.get(number, []),
        )


def _page_bounds(source: SourceText) -> list[tuple[int, int]]:
    """Return where each page begins and ends; a page without text is empty."""
    breaks = [index + 1 for index, char in enumerate(source.raw) if char == _PAGE_BREAK]
    if len(breaks) == source.page_count - 1:
        return list(pairwise([0, *breaks, len(source.raw)]))
    # Without a break between each two pages the first line of a page tells where it begins.
    firsts: dict[int, int] = {}
    for item in source.flow:
        firsts[item.page] = min(item.start, firsts.get(item.page, item.start))
    starts = [len(source.raw)]
    for number in range(source.page_count, 1, -1):
        # A page without lines begins where the next one does, so that it is empty itself.
        starts.append(min(starts[-1], firsts.get(number, starts[-1])))
    return list(pairwise([0, *reversed(starts)]))


def _leaf_bounds(raw: str) -> list[tuple[int, int]]:
    """Return leaves of some LEAF_LENGTH characters that end at the end of a line where there is one."""
    starts = [0]
    while len(raw) - starts[-1] > LEAF_LENGTH:
        limit = starts[-1] + LEAF_LENGTH
        line_end = raw.rfind("\n", starts[-1] + 1, limit)
        starts.append(line_end + 1 if line_end > 0 else limit)
    return list(pairwise([*starts, len(raw)]))


def _lines_by_page(source: SourceText) -> dict[int, list[PlacedLine]]:
    found: dict[int, list[PlacedLine]] = {}
    for item in source.flow:
        for place in _placed(item):
            found.setdefault(item.page, []).append(place)
    return found


def _placed(item: Line | Table) -> Iterator[PlacedLine]:
    parts: tuple[Line | Cell, ...] = (
        (item,) if isinstance(item, Line) else tuple(cell for row in item.rows for cell in row if cell.text)
    )
    for part in parts:
        if part.box is not None:
            yield [part.start, part.end, *_rounded(part.box)]


def _rounded(box: Box) -> tuple[float, float, float, float]:
    return round(box.left, 1), round(box.top, 1), round(box.right, 1), round(box.bottom, 1)
