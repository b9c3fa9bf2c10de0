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
    return tuple(
        Mark(left=left, top=top, width=round(right - left, 1), height=round(bottom - top, 1))
        for line_start, line_end, left, top, right, bottom in page.lines
        if line_start < end and line_end > start
    )


def overlaps(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Whether two stretches share a character."""
    return start < other_end and other_start < end
