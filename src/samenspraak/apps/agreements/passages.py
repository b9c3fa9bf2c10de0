"""Places in a document: from offsets in the raw text to text and rectangles on a page."""

from __future__ import annotations

from collections.abc import Sequence

from samenspraak.apps.agreements.pages import Mark
from samenspraak.apps.documents.models import SourcePage


def joined_text(pages: Sequence[SourcePage]) -> tuple[str, int]:
    """Return the raw text of successive pages with the offset of its first character."""
    return "".join(page.raw for page in pages), pages[0].start if pages else 0


def marks_on(page: SourcePage, start: int, end: int) -> tuple[Mark, ...]:
    """Return a rectangle for each line of a page that a stretch of the raw text touches."""
    return tuple(_mark(page, line, start, end) for line in page.lines if line[0] < end and line[1] > start)


def _mark(page: SourcePage, line: Sequence[float], start: int, end: int) -> Mark:
    first, last, left, top, right, bottom = line
    if "\n" not in page.raw[int(first) - page.start : int(last) - page.start]:
        # Of a line that is touched in part, the part: letters are about equally wide on the whole.
        per_letter = (right - left) / max(1, last - first)
        right = left + per_letter * (min(end, last) - first)
        left += per_letter * (max(start, first) - first)
    return Mark(left=round(left, 1), top=top, width=round(right - left, 1), height=round(bottom - top, 1))


def overlaps(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Whether two stretches share a character."""
    return start < other_end and other_start < end
