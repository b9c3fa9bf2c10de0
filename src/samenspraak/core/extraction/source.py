"""What a reader hands to extraction: a document's text as lines and tables, each with its place.

A reader keeps two texts apart. The *raw* text is what the file says, damage included; every offset in
Samenspraak counts in it, so that a passage can always be shown as it stands in the source. The text of
a `Line` is the *mended* one: broken ligatures repaired, words divided over two lines joined.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from samenspraak.core.light_values import light_value


class Box(NamedTuple):
    """A rectangle on a page, in points (1/72 inch), measured from the page's top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@light_value
class Line:
    """One printed line (PDF, plain text) or one paragraph (DOCX, ODT, HTML: `is_paragraph`)."""

    text: str
    page: int  # counted from 1; formats without pages have one page
    start: int  # offset in the raw text of the first character
    end: int  # offset after the last character
    origins: tuple[int, ...] | None = None  # raw offset per character of `text`; None: start + index
    space_before: float = 0.0  # white space above, in blank lines (0 = next line of the same paragraph)
    indent: float = 0.0  # distance from the column's left edge, in average characters
    box: Box | None = None
    size: float | None = None  # font size in points
    is_bold: bool = False
    heading_level: int | None = None  # 1 is the highest; only where the format says so
    list_level: int | None = None  # 1 is the outermost; only where the format says so
    is_paragraph: bool = False

    def origin(self, index: int) -> int:
        """Return the raw offset of the character at `index` (may be len(text): the end)."""
        if index >= len(self.text):
            return self.end
        return self.start + index if self.origins is None else self.origins[index]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a cell that spans several columns or rows is repeated with empty text."""

    text: str  # paragraphs inside the cell are separated by "\n"
    start: int
    end: int
    shading: str | None = None  # background as "#rrggbb"; None when the file gives none
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table as the file marks it (DOCX, ODT, HTML) or as its ruled lines show it (PDF)."""

    rows: tuple[tuple[Cell, ...], ...]
    page: int
    start: int
    end: int
    box: Box | None = None


class RepairKind(StrEnum):
    """What was mended before the text was understood."""

    LIGATURE = "ligature"
    HYPHENATION = "hyphenation"
    OCR = "ocr"
    RUNNING_HEAD = "running_head"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Repair:
    """One kind of mending, with how often it was done. An empty `after` says that text was set aside."""

    kind: RepairKind
    before: str
    after: str
    count: int


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class SourceText:
    """A document as read: nothing understood yet, nothing lost."""

    name: str  # the file's name without its folder
    sha256: str
    media_type: str
    raw: str
    flow: tuple[Line | Table, ...]  # in reading order; running heads and page numbers left out
    page_sizes: tuple[PageSize, ...] = ()  # empty for formats without pages
    page_count: int = 1
    repairs: tuple[Repair, ...] = ()
    notices: tuple[str, ...] = field(default=())  # plain Dutch sentences on what could not be read
