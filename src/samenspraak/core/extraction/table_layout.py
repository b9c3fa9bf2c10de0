"""Tables that only lay text out (an icon beside a paragraph, a frame around one) are read as text."""

from __future__ import annotations

from collections.abc import Sequence

from samenspraak.core.extraction.source import Cell, Line, Table

WIDEST = 3  # columns that hold text
LONG = 60  # characters of a cell that holds running text


def without_layout_tables(flow: Sequence[Line | Table]) -> list[Line | Table]:
    """Return the flow with tables that only lay text out replaced by their paragraphs."""
    result: list[Line | Table] = []
    for element in flow:
        if isinstance(element, Table) and _is_layout(element):
            result += [line for row in element.rows for cell in row for line in _lines(cell, element.page)]
        else:
            result.append(element)
    return result


def _is_layout(table: Table) -> bool:
    """One column of running text, or one cell per row that holds any text to speak of."""
    filled = [[cell for cell in row if len(cell.text.strip()) > 2] for row in table.rows]
    width = max((len(cells) for cells in filled), default=0)
    if width == 0:
        return True
    longest = max(len(cell.text) for cells in filled for cell in cells)
    return width == 1 and (longest > LONG or len(table.rows) == 1) and max(map(len, table.rows)) <= WIDEST


def _lines(cell: Cell, page: int) -> list[Line]:
    lines: list[Line] = []
    offset = 0
    for part in cell.text.split("\n"):
        origins = tuple(min(cell.start + offset + index, max(cell.start, cell.end - 1)) for index in range(len(part)))
        if part.strip():
            start = origins[0]
            lines.append(
                Line(part, page, start, min(cell.end, start + len(part)), origins, 1.0, is_paragraph=True, box=cell.box)
            )
        offset += len(part) + 1
    return lines
