"""From pages to a source text: the raw text with exact offsets, and lines and tables that point into it.

The raw text of a PDF: every line as the file has it, in reading order, each closed with a line feed; the cells
of a table's row are separated by tabs; what was set aside stands at the page's end; after every page but the
last comes a form feed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from samenspraak.core.extraction.source import Cell, Line, Repair, RepairKind, Table
from samenspraak.engines.readers.pdf.fragments import Fragment
from samenspraak.engines.readers.pdf.frame import Frame, Rounded
from samenspraak.engines.readers.pdf.layout import Layout, measure_layout
from samenspraak.engines.readers.pdf.page import PageCell, PageContent, PageLine, PageTable
from samenspraak.engines.readers.pdf.ruled_tables import Slot

_NOTE_DIGIT = "¹"
_MOST_ASIDES = 20  # different ones that are reported
_LONGEST_ASIDE = 80  # characters of it


@dataclass(slots=True)
class Composition:
    """A document's raw text in the making."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    flow: list[Line | Table] = field(default_factory=list)
    rounded: Rounded = field(default_factory=Rounded)

    def write(self, text: str) -> tuple[int, int]:
        """Append raw text; return where it begins and ends."""
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start, self.length

    @property
    def raw(self) -> str:
        return "".join(self.parts)


def compose(pages: list[PageContent]) -> Composition:
    """Put the pages together."""
    composition = Composition()
    layout = measure_layout(pages)
    for number, page in enumerate(pages):
        if number:
            composition.write("\f")
        _compose_page(composition, layout, number, page)
    return composition


def repairs_of(pages: list[PageContent]) -> tuple[Repair, ...]:
    """Report what was left out of the lines: note digits, and text beside the text."""
    repairs = []
    notes = sum(page.note_digits for page in pages)
    if notes:
        repairs.append(Repair(RepairKind.OTHER, _NOTE_DIGIT, "", notes))
    asides = Counter(aside[:_LONGEST_ASIDE] for page in pages for aside in page.asides)
    repairs += [Repair(RepairKind.OTHER, text, "", count) for text, count in asides.most_common(_MOST_ASIDES)]
    return tuple(repairs)


def _compose_page(composition: Composition, layout: Layout, number: int, page: PageContent) -> None:
    above: PageLine | PageTable | None = None
    for item in page.items:
        if isinstance(item, PageTable):
            composition.flow.append(_table(composition, item, number, page))
        else:
            start, _ = composition.write(f"{item.fragment.text}\n")
            if item.mended.text and not item.mended.text.isspace():
                space = _space_above(layout, number, item.fragment, above)
                indent = layout.indent(number, item.fragment)
                composition.flow.append(
                    _line(item, number + 1, start, (space, indent), page.frame, composition.rounded)
                )
        above = item
    for aside in page.asides:
        composition.write(aside + "\n")


def _space_above(layout: Layout, number: int, line: Fragment, above: PageLine | PageTable | None) -> float:
    if isinstance(above, PageTable):
        return layout.space_below_table(number, line, above.table.bottom)
    return layout.space_above(number, line, above.fragment if above is not None else None)


def _line(item: PageLine, page: int, start: int, white: tuple[float, float], frame: Frame, rounded: Rounded) -> Line:
    fragment, mended = item.fragment, item.mended
    text = mended.text
    origins = None if mended.origins is None else tuple(start + origin for origin in mended.origins)
    box = frame.box(fragment.left, fragment.top, fragment.right, fragment.bottom, rounded)
    # By place: this is done for every line, and names cost a third more.
    return Line(
        text, page, start, start + len(fragment.text), origins, *white, box, rounded[fragment.size], fragment.is_bold
    )


def _table(composition: Composition, item: PageTable, number: int, page: PageContent) -> Table:
    grid = item.table.grid
    by_slot = {cell.slot: cell for cell in item.cells}
    start = composition.length
    rows = []
    for row, owners in enumerate(grid.owner):
        cells = []
        for column, slot in enumerate(owners):
            if column:
                composition.write("\t")
            is_first = (slot.row, slot.column) == (row, column)
            cells.append(
                _cell(composition, by_slot[slot], slot, item, page) if is_first else _repeat(composition, by_slot[slot])
            )
        rows.append(tuple(cells))
        end = composition.length
        composition.write("\n")
    return Table(tuple(rows), number + 1, start, end, page.frame.box(*grid.bounds(), composition.rounded))


def _cell(composition: Composition, cell: PageCell, slot: Slot, item: PageTable, page: PageContent) -> Cell:
    start, end = composition.write("\n".join(cell.raw_lines))
    return Cell(cell.text, start, end, cell.shading, page.frame.box(*item.table.grid.bounds(slot), composition.rounded))


def _repeat(composition: Composition, cell: PageCell) -> Cell:
    """Return the empty stand-in of a cell that spans several places."""
    return Cell("", composition.length, composition.length, cell.shading)
