"""Blocks: headings, paragraphs and list items, put together from lines, each knowing where it came from."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum

from samenspraak.core.extraction.result import SourceSpan
from samenspraak.core.extraction.source import Line, Table
from samenspraak.core.light_values import light_value


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"


@light_value
class Piece:
    """One line's share of a block's text, beginning at `at`; `skip` characters of the line were left out."""

    line: Line
    at: int
    skip: int = 0


@light_value
class Block:
    """One heading, paragraph, list item or table."""

    kind: BlockKind
    text: str
    pieces: tuple[Piece, ...] = ()
    marker: str | None = None  # "•", "1.", "K 1.1": what stood before an item or heading
    level: int = 0  # of an item: 1 is the outermost; of a heading: 1 is the highest, 0 unknown
    table: Table | None = None

    @property
    def page(self) -> int:
        """Return the page on which the block begins."""
        return self.table.page if self.table else self.pieces[0].line.page

    @property
    def start(self) -> int:
        """Return the raw offset of the block's first character, its marker included."""
        return self.table.start if self.table else self.pieces[0].line.start

    @property
    def end(self) -> int:
        """Return the raw offset after the block's last character."""
        return self.table.end if self.table else self.pieces[-1].line.end

    def span(self, first: int = 0, last: int | None = None) -> SourceSpan:
        """Return the passage of text[first:last] in the raw text."""
        if self.table:
            return SourceSpan(self.table.page, self.table.start, self.table.end)
        last = len(self.text) if last is None else last
        begin = self._piece(first)
        finish = self._piece(max(first, last - 1))
        start = begin.line.origin(max(0, first - begin.at) + begin.skip)
        within = last - finish.at + finish.skip
        end = finish.line.end if within >= len(finish.line.text) else finish.line.origin(within)
        return SourceSpan(begin.line.page, start, max(start, end))

    def _piece(self, index: int) -> Piece:
        if len(self.pieces) == 1:
            return self.pieces[0]
        position = bisect_right([piece.at for piece in self.pieces], index) - 1
        return self.pieces[max(0, position)]


def joined(lines: list[tuple[Line, int]]) -> tuple[str, tuple[Piece, ...]]:
    """Join lines (each with the number of characters to skip) into one running text."""
    if len(lines) == 1:
        line, skip = lines[0]
        return line.text[skip:], (Piece(line, 0, skip),)
    text = ""
    pieces: list[Piece] = []
    for line, skip in lines:
        part = line.text[skip:]
        if text and not (text[-1] == "-" and _glued(text, part)):
            text += " "
        pieces.append(Piece(line, len(text), skip))
        text += part
    return text, tuple(pieces)


def _glued(before: str, after: str) -> bool:
    """A hyphen at the line's end joins ("ABC-organisatie"), except in "huur- en koopwoningen"."""
    if not before.endswith("-") or before.endswith(" -") or not after[:1].isalnum():
        return False
    return after.split(" ", 1)[0] not in {"en", "of", "of/en", "als", "tot"}
