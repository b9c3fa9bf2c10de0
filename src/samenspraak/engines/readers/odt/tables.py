"""OpenDocument tables: rows of cells with their shading, merged cells repeated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from lxml import etree

from samenspraak.engines.readers.cell_shading import dot_color
from samenspraak.engines.readers.flow_builder import CellText
from samenspraak.engines.readers.odt.namespaces import q
from samenspraak.engines.readers.odt.paragraphs import ReadParagraph
from samenspraak.engines.readers.odt.styles import Styles
from samenspraak.engines.readers.safe_xml import whole_number

# A sheet pasted into a text may say that an empty row is repeated a million times.
_MOST_COLUMNS = 64
_MOST_REPEATED_ROWS = 100
_ROW_GROUPS = frozenset(q(f"table:{tag}") for tag in ("table-header-rows", "table-rows", "table-row-group"))
_CELLS = (q("table:table-cell"), q("table:covered-table-cell"))


class TableReader:
    """Reads tables; `paragraphs_in` yields what stands in a cell, boxes and inner tables included."""

    def __init__(self, styles: Styles, paragraphs_in: Callable[[etree._Element], Iterator[ReadParagraph]]) -> None:
        self._styles = styles
        self._paragraphs_in = paragraphs_in

    def read(self, table: etree._Element) -> tuple[list[list[CellText]], int | None]:
        """Return the rows and the page of the first words; a covered cell is empty and shaded as its neighbour is."""
        rows: list[list[CellText]] = []
        page: int | None = None
        for row in rows_of(table):
            cells, row_page = self._row(row)
            page = page or row_page
            if cells:
                rows.extend([cells] * _repeated(row, "table:number-rows-repeated", _MOST_REPEATED_ROWS))
        return rows, page

    def _row(self, row: etree._Element) -> tuple[list[CellText], int | None]:
        cells: list[CellText] = []
        page: int | None = None
        for element in row.iterchildren(*_CELLS):
            cell, cell_page = self._cell(element, row)
            page = page or cell_page
            cells.extend([cell] * _repeated(element, "table:number-columns-repeated", _MOST_COLUMNS))
        return list(islice(cells, _MOST_COLUMNS)), page

    def _cell(self, element: etree._Element, row: etree._Element) -> tuple[CellText, int | None]:
        read = list(self._paragraphs_in(element))
        parts = [part for one in read for part in one.paragraph.labelled_parts()]
        shading = self._shading(element, "table-cell") or self._shading(row, "table-row")
        if shading is None:
            colors = {color for one in read for color in one.inline.colors}
            shading = dot_color("".join(part.text for part in parts), colors)
        page = next((part.page for part in parts if not part.is_blank), None)
        is_covered = element.tag == q("table:covered-table-cell")
        return CellText(() if is_covered else tuple(part.text for part in parts), shading), page

    def _shading(self, element: etree._Element, family: str) -> str | None:
        return self._styles.look(family, element.get(q("table:style-name"))).background


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows, header rows and grouped rows included."""
    stack = list(reversed(table))
    while stack:
        element = stack.pop()
        if element.tag == q("table:table-row"):
            yield element
        elif element.tag in _ROW_GROUPS:
            stack.extend(reversed(element))


def is_frame(table: etree._Element) -> bool:
    """Tell whether a table is a box drawn round running text: no row has two cells."""
    return all(
        sum(_repeated(cell, "table:number-columns-repeated", 2) for cell in row.iterchildren(*_CELLS)) <= 1
        for row in rows_of(table)
    )


def _repeated(element: etree._Element, attribute: str, most: int) -> int:
    return whole_number(element.get(q(attribute)), 1, least=1, most=most)
