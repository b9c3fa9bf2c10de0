"""Small documents for the tests of mending."""

from __future__ import annotations

from itertools import pairwise

from samenspraak.core.extraction.source import Box, Line, PageSize, SourceText, Table
from samenspraak.engines.readers.repair.edits import Flow, texts
from samenspraak.engines.readers.repair.wording import Wording

A4 = PageSize(595, 842)


def flow_of(*lines: str, page: int = 1, space_before: float = 0.0) -> Flow:
    """Return lines that follow each other in a raw text, divided by line ends."""
    flow, start = [], 0
    for text in lines:
        flow.append(Line(text, page, start, start + len(text), space_before=space_before))
        start += len(text) + 1
    return tuple(flow)


def wording_of(*lines: str) -> Wording:
    """Return a document of lines that follow each other."""
    return Wording(flow_of(*lines))


def paged_flow(*pages: list[str], with_boxes: bool = False) -> Flow:
    """Return the lines of several pages; with boxes they fill the page from its upper to its lower border."""
    flow, start = [], 0
    for number, lines in enumerate(pages, 1):
        step = (A4.height - 80) / max(1, len(lines) - 1)
        for index, text in enumerate(lines):
            top = 30 + index * step
            box = Box(60, top, 540, top + 12) if with_boxes else None
            flow.append(Line(text, number, start, start + len(text), box=box, size=10.0 if box else None))
            start += len(text) + 1
    return tuple(flow)


def source_of(flow: Flow, raw: str | None = None) -> SourceText:
    """Return a document with this flow; the raw text is the lines, unless it is given."""
    raw = "\n".join(texts(flow)) if raw is None else raw
    pages = max((item.page for item in flow), default=1)
    return SourceText("afspraken.txt", "0" * 64, "text/plain", raw, flow, page_count=pages)


def joined(document: Flow | Wording) -> list[str]:
    """Return the texts of a document."""
    return list(texts(document.flow if isinstance(document, Wording) else document))


def are_places_true(flow: Flow, raw_length: int) -> bool:
    """Tell whether every character points into the raw text, and never back."""
    lines = [item for item in flow if not isinstance(item, Table)]
    for line in lines:
        places = [line.origin(index) for index in range(len(line.text))]
        if places != sorted(places) or any(not line.start <= place < max(line.end, 1) for place in places):
            return False
        if not 0 <= line.start <= line.end <= raw_length:
            return False
    return all(upper.end <= lower.start for upper, lower in pairwise(lines))
