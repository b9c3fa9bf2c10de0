"""HTML tables: rows of cells with their background, spanning cells repeated."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from samenspraak.engines.readers.cell_shading import dot_color
from samenspraak.engines.readers.flow_builder import CellText
from samenspraak.engines.readers.html.elements import HEADINGS, background, is_hidden
from samenspraak.engines.readers.html.page_walker import PageWalker
from samenspraak.engines.readers.paragraph_writer import Paragraph
from samenspraak.engines.readers.safe_xml import whole_number

_WIDEST = 64  # columns
_TALLEST_SPAN = 10_000  # rows
_CELLS = ("td", "th")


@dataclass(slots=True)
class _Spanning:
    """The rest of a cell that spans rows."""

    cell: CellText
    rows_left: int


def is_data(table: etree._Element) -> bool:
    """Tell a table of data from one that only lays out the page or frames a text."""
    if table.get("role") in ("presentation", "none"):
        return False
    if next(table.iterdescendants("table", *HEADINGS), None) is not None:
        return False
    return any(len(row.findall("td")) + len(row.findall("th")) > 1 for row in table.iter("tr"))


def rows(table: etree._Element) -> list[list[CellText]]:
    """Return the rows of a table; what spans columns or rows is repeated with empty text."""
    spanning: dict[int, _Spanning] = {}
    return [_row(row, spanning) for row in table.iter("tr") if not is_hidden(row)]


def _row(row: etree._Element, spanning: dict[int, _Spanning]) -> list[CellText]:
    cells: list[CellText] = []
    _continue(cells, spanning)
    for element in row.iterchildren(*_CELLS):
        if len(cells) >= _WIDEST:
            break
        cell = _cell(element, row)
        empty = replace(cell, paragraphs=())
        width = whole_number(element.get("colspan"), 1, least=1, most=_WIDEST - len(cells))
        height = whole_number(element.get("rowspan"), 1, least=1, most=_TALLEST_SPAN)
        if height > 1:
            spanning.update({column: _Spanning(empty, height) for column in range(len(cells), len(cells) + width)})
        cells.extend([cell, *[empty] * (width - 1)])
        _continue(cells, spanning)
    _count_down(spanning)
    return cells


def _continue(cells: list[CellText], spanning: dict[int, _Spanning]) -> None:
    """Fill the columns that a cell of a row above still takes."""
    while len(cells) in spanning:
        cells.append(spanning[len(cells)].cell)


def _count_down(spanning: dict[int, _Spanning]) -> None:
    for column in list(spanning):
        spanning[column].rows_left -= 1
        if not spanning[column].rows_left:
            del spanning[column]


def _cell(element: etree._Element, row: etree._Element) -> CellText:
    paragraphs: list[Paragraph] = []
    walker = PageWalker(paragraphs.append, lambda _table: False)
    walker.walk(element)
    texts = tuple(part.text for paragraph in paragraphs for part in paragraph.labelled_parts())
    shading = background(element) or background(row) or dot_color("".join(texts), walker.colors_seen)
    return CellText(texts, shading)
