"""Printed lines and native tables for the tests of tables, made from Dutch text."""

from __future__ import annotations

from samenspraak.core.extraction.outline import PlacedBlock, outline
from samenspraak.core.extraction.result import FoundTable
from samenspraak.core.extraction.source import Cell, Table
from samenspraak.core.extraction.tables.printed import PrintedLine, printed_lines
from tests.core.extraction.documents import PARTIES, blocks_in


def placed_in(text: str) -> list[PlacedBlock]:
    """Return a text's blocks with their places."""
    return outline(blocks_in(text), PARTIES)


def lines_in(text: str) -> list[PrintedLine]:
    """Return a text's printed lines."""
    return [line for stretch in printed_lines(placed_in(text)) for line in stretch]


def native(text: str, *, page: int = 1, start: int = 0) -> Table:
    """Return a table as a file marks it, from lines with "|" between the cells."""
    rows = [
        tuple(Cell(part.strip(), start, start + 1) for part in line.split("|")) for line in text.strip().split("\n")
    ]
    return Table(tuple(rows), page, start, start + len(text))


def rows_of(table: FoundTable) -> list[list[str | float | None]]:
    """Return a table's rows as lists, which compare well in a test."""
    return [list(row) for row in table.rows]
