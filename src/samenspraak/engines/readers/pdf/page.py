"""One page: from pdfium's text and drawing to lines and tables in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field

from samenspraak.core.extraction.source import PageSize
from samenspraak.core.light_values import light_value
from samenspraak.engines.readers.pdf.asides import without_asides
from samenspraak.engines.readers.pdf.cells import PrintedTable, paragraphs, take_tables
from samenspraak.engines.readers.pdf.columns import in_reading_order
from samenspraak.engines.readers.pdf.fragments import Fragment, read_fragments
from samenspraak.engines.readers.pdf.frame import Frame, Handle, page_frame
from samenspraak.engines.readers.pdf.glyphs import UNKNOWN, Glyphs
from samenspraak.engines.readers.pdf.joining import joined, with_drawn_bullets
from samenspraak.engines.readers.pdf.mending import Mended, mended
from samenspraak.engines.readers.pdf.ruled_tables import Grid, Slot, find_grids, shading
from samenspraak.engines.readers.pdf.rules import Drawing, Fill, read_drawing


@light_value
class PageLine:
    """A line with its readable text."""

    fragment: Fragment
    mended: Mended


@dataclass(frozen=True, slots=True)
class PageCell:
    """A cell's lines as the file has them, its readable text, and its colour."""

    slot: Slot
    raw_lines: tuple[str, ...]
    text: str
    shading: str | None


@dataclass(frozen=True, slots=True)
class PageTable:
    """A ruled table with its cells row by row, without the repeats of cells that span several places."""

    table: PrintedTable
    cells: tuple[PageCell, ...]


@dataclass(slots=True)
class PageContent:
    """What one page holds, in reading order."""

    frame: Frame
    items: list[PageLine | PageTable] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)
    note_digits: int = 0
    needs_recognition: bool = False  # a scan: its text is in a picture

    @property
    def size(self) -> PageSize:
        return self.frame.shown

    @property
    def last_grid(self) -> Grid | None:
        """The grid of the last table on the page: it may go on on the next."""
        tables = [item.table.grid for item in self.items if isinstance(item, PageTable)]
        return tables[-1] if tables else None

    @property
    def letter_count(self) -> int:
        """Letters and digits on the page, those in tables left out."""
        lines = (item.mended.text for item in self.items if isinstance(item, PageLine))
        return sum(_letters(line) for line in lines)


_FEW_LETTERS = 150  # a scan may carry a stamp or a signing service's line as text
_NO_LETTERS = 12
_PICTURE = 0.5  # share of the page that a picture covers at least when it is a scan
_MOST_FILLS = 2_000  # behind one table
_UNTOLD = 0.3  # share of the characters
_MANY_PATHS = 400  # letters drawn as curves are read like a scan


def read_page(page: Handle, bold_fonts: dict[bytes, bool], continued: Grid | None = None) -> PageContent:
    """Read a page (`page`: a pdfium page handle; `bold_fonts`: what is known of fonts so far).

    `continued` is the grid of a table that stands last on the page before.
    """
    frame = page_frame(page)
    glyphs = Glyphs(page, frame, bold_fonts)
    try:
        glyphs.frame = frame = frame.turned(glyphs.main_turn())
        drawing = read_drawing(page, frame)
        content = PageContent(frame, needs_recognition=_is_scan(glyphs.text, drawing, frame))
        fragments = with_drawn_bullets(joined(read_fragments(glyphs)), drawing.fills)
        grids = find_grids(drawing, frame.width, frame.height, continued)
        tables, fragments = take_tables(grids, fragments, glyphs, continued)
        fragments, asides = without_asides(fragments)
        fragments = in_reading_order(fragments, glyphs, frame.height)
        content.items = [
            _page_table(item, drawing.fills, glyphs)
            if isinstance(item, PrintedTable)
            else PageLine(item, mended(item, glyphs))
            for item in with_tables(fragments, tables)
        ]
        content.asides = asides
        content.note_digits = sum(item.mended.note_digits for item in content.items if isinstance(item, PageLine))
    finally:
        glyphs.close()
    return content


def with_tables(fragments: list[Fragment], tables: list[PrintedTable]) -> list[Fragment | PrintedTable]:
    """Put every table before the first line that stands below its top and not beside it."""
    items: list[Fragment | PrintedTable] = list(fragments)
    for table in tables:
        left, top, right, _ = table.grid.bounds()
        place = next(
            (
                place
                for place, item in enumerate(items)
                if isinstance(item, Fragment) and item.baseline > top and item.left < right and item.right > left
            ),
            None,
        )
        items.insert(_after_previous(items, table) if place is None else place, table)
    return items


def _after_previous(items: list[Fragment | PrintedTable], table: PrintedTable) -> int:
    """Return the place after the last item that ends above the table."""
    above = [place for place, item in enumerate(items) if item.bottom <= table.top + 1]
    return above[-1] + 1 if above else len(items)


def _page_table(table: PrintedTable, fills: list[Fill], glyphs: Glyphs) -> PageTable:
    _, top, _, bottom = table.grid.bounds()
    behind = [fill for fill in fills if fill.bottom > top and fill.top < bottom][-_MOST_FILLS:]
    cells = []
    for slot in table.grid.slots:
        fragments = table.content.get(slot, [])
        bounds = table.grid.bounds(slot)
        texts = [mended(fragment, glyphs).text for fragment in fragments]
        cells.append(
            PageCell(
                slot,
                tuple(fragment.text for fragment in fragments),
                paragraphs(texts, fragments, bounds[2]),
                shading(bounds, behind, is_empty=not fragments),
            )
        )
    return PageTable(table, tuple(cells))


def _is_scan(text: str, drawing: Drawing, frame: Frame) -> bool:
    if drawing.image_area >= _PICTURE * frame.width * frame.height:
        return _letters(text) < _FEW_LETTERS
    if text.count(UNKNOWN) > _UNTOLD * len(text):
        return True  # letters can be seen, but the file does not tell which they are
    return drawing.path_count >= _MANY_PATHS and _letters(text) < _NO_LETTERS


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text[: 4 * _FEW_LETTERS])
