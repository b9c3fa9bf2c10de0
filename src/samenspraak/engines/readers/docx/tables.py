"""Word tables: rows of cells with their shading, merged cells repeated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from samenspraak.engines.readers.cell_shading import dot_color
from samenspraak.engines.readers.docx.namespaces import hex_color, value, w
from samenspraak.engines.readers.docx.paragraphs import ParagraphReader, ReadParagraph
from samenspraak.engines.readers.flow_builder import CellText
from samenspraak.engines.readers.safe_xml import whole_number

_WIDEST_SPAN = 63  # columns; Word allows no more


@dataclass(frozen=True, slots=True)
class _ReadCell:
    cell: CellText
    width: int
    continues: bool  # the lower part of a cell that spans rows


class TableReader:
    """Reads the tables of a document; `on_paragraph` is called with every paragraph in them."""

    def __init__(self, paragraphs: ParagraphReader, on_paragraph: Callable[[ReadParagraph], None]) -> None:
        self._paragraphs = paragraphs
        self._on_paragraph = on_paragraph
        self._first_page: int | None = None

    def read(self, table: etree._Element) -> tuple[list[list[CellText]], int | None]:
        """Return the rows of a `w:tbl` and the page of its first words; a spanning cell is repeated with empty text."""
        self._first_page = None
        return list(self._rows(table)), self._first_page

    def _rows(self, table: etree._Element) -> Iterator[list[CellText]]:
        for row in rows_of(table):
            properties = row.find(w("trPr"))
            cells = [CellText()] * _skipped(properties, "gridBefore")
            for element in cells_of(row):
                read = self._cell(element)
                empty = replace(read.cell, paragraphs=())
                cells.append(empty if read.continues else read.cell)
                cells.extend([empty] * (read.width - 1))
            cells.extend([CellText()] * _skipped(properties, "gridAfter"))
            if cells:
                yield cells

    def _cell(self, element: etree._Element) -> _ReadCell:
        properties = element.find(w("tcPr"))
        paragraphs = list(self._paragraphs_in(element))
        merge = None if properties is None else properties.find(w("vMerge"))
        texts = tuple(part.text for read in paragraphs for part in read.paragraph.labelled_parts())
        colors = {color for read in paragraphs for color in read.inline.colors}
        cell = CellText(texts, _shading(properties) or dot_color("".join(texts), colors))
        width = whole_number(value(properties, "gridSpan"), 1, least=1, most=_WIDEST_SPAN)
        return _ReadCell(cell, width, merge is not None and merge.get(w("val"), "continue") == "continue")

    def _paragraphs_in(self, cell: etree._Element) -> Iterator[ReadParagraph]:
        """Read the paragraphs of a cell, those of tables and boxes inside it included."""
        stack = list(reversed(cell))
        while stack:
            element = stack.pop()
            if element.tag == w("p"):
                read = self._paragraphs.read(element)
                self._note(read)
                yield read
                stack.extend(reversed(read.inline.boxes))
            elif element.tag not in (w("del"), w("moveFrom")):
                stack.extend(reversed(element))

    def _note(self, read: ReadParagraph) -> None:
        self._on_paragraph(read)
        if self._first_page is None:
            self._first_page = next((part.page for part in read.paragraph.parts if not part.is_blank), None)


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows that a reader of the final document sees."""
    for row in _unwrapped(table, w("tr")):
        properties = row.find(w("trPr"))
        if properties is None or properties.find(w("del")) is None:
            yield row


def cells_of(row: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells of a row that a reader of the final document sees."""
    for cell in _unwrapped(row, w("tc")):
        properties = cell.find(w("tcPr"))
        if properties is None or properties.find(w("cellDel")) is None:
            yield cell


def is_frame(table: etree._Element) -> bool:
    """Tell whether a table is a box drawn round running text: no row has two cells."""
    return all(len(list(cells_of(row))) <= 1 for row in rows_of(table))


def _unwrapped(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield children with a tag, also those inside content controls and custom markup."""
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        if element.tag == tag:
            yield element
        elif element.tag in (w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo")):
            stack.extend(reversed(element))


def _skipped(properties: etree._Element | None, tag: str) -> int:
    return whole_number(value(properties, tag), 0, least=0, most=_WIDEST_SPAN)


def _shading(properties: etree._Element | None) -> str | None:
    shading = None if properties is None else properties.find(w("shd"))
    if shading is None:
        return None
    # A solid pattern covers the fill with its own colour.
    return hex_color(shading.get(w("color") if shading.get(w("val")) == "solid" else w("fill")))
