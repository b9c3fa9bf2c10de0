"""Documents and parties for the tests of extraction, made from Dutch text. All names and sentences are invented.

The municipality of Waterhoven agrees with Woonstichting De Linde and Rietveld Wonen, and with the tenants'
organisations Huurdersraad De Linde and Huurdersvereniging Rietveld (HVR).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import dedent

from samenspraak.core.extraction.actors import Actors
from samenspraak.core.extraction.blocks import Block, BlockKind, joined
from samenspraak.core.extraction.cast import Cast
from samenspraak.core.extraction.headings import mark_headings
from samenspraak.core.extraction.knowledge import Knowledge
from samenspraak.core.extraction.paragraphs import blocks_of
from samenspraak.core.extraction.party_phrase import PartyPhrase
from samenspraak.core.extraction.result import Extraction
from samenspraak.core.extraction.source import Cell, Line, SourceText, Table
from samenspraak.core.extraction.understand import extract
from samenspraak.core.vocabulary.municipality import Municipality
from samenspraak.engines.knowledge.loading import load_knowledge

WATERHOVEN = Municipality("GM9901", "Waterhoven", "ZH")
ZANDHOEK = Municipality("GM9902", "Zandhoek (ZH.)", "ZH")
KNOWLEDGE = Knowledge((WATERHOVEN, ZANDHOEK), (), load_knowledge().weights)
CAST = Cast(
    municipalities=("Waterhoven",),
    housing_associations=("De Linde", "Rietveld Wonen"),
    tenants_organisations=("Huurdersraad De Linde", "Huurdersvereniging Rietveld"),
    aliases={"HVR": "Huurdersvereniging Rietveld"},
)
ACTORS = Actors(CAST)
PARTIES = PartyPhrase(CAST.names)


def source_of(text: str) -> SourceText:
    """Return a text file as read: a line a printed line, a form feed on a line of its own a new page."""
    raw = dedent(text).strip("\n")
    lines = tuple(_lines(raw))
    return SourceText("document.txt", "0", "text/plain", raw, lines, page_count=lines[-1].page if lines else 1)


def _lines(raw: str) -> Iterator[Line]:
    page, blank = 1, 0
    for match in re.finditer(r"[^\n]*", raw):
        words = match[0].strip()
        if match[0].strip(" ") == "\f":
            page += 1
        elif words:
            start = match.start() + match[0].index(words)
            indent = float(start - match.start())
            yield Line(words, page, start, start + len(words), space_before=float(blank), indent=indent)
            blank = 0
        elif match.end() < len(raw) and raw[match.start() - 1 : match.start()] == "\n":
            blank += 1


def blocks_in(text: str) -> list[Block]:
    """Return a text's blocks with its headings marked."""
    return mark_headings(blocks_of(source_of(text).flow), PARTIES)


def understood(text: str) -> Extraction:
    """Return all that is extracted from a text."""
    return extract(source_of(text), KNOWLEDGE)


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, *, page: int = 1, start: int = 0) -> Block:
    """Return one block that stands on lines of its own."""
    lines = [Line(part, page, start + at, start + at + len(part)) for at, part in _placed(text)]
    return Block(kind, *joined([(line, 0) for line in lines]))


def _placed(text: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"[^\n]+", text):
        yield match.start(), match[0]


def table(*rows: tuple[str, ...], shading: dict[tuple[int, int], str] | None = None) -> Table:
    """Return a table as a file marks it; `shading` gives the fill of a (row, column)."""
    cells: list[tuple[Cell, ...]] = []
    at = 0
    for row_index, row in enumerate(rows):
        made = []
        for column, text in enumerate(row):
            made.append(Cell(text, at, at + len(text), (shading or {}).get((row_index, column))))
            at += len(text) + 1
        cells.append(tuple(made))
    return Table(tuple(cells), 1, 0, max(0, at - 1))
