"""Tables as the file marks them, with their header told from their rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from samenspraak.core.extraction.blocks import BlockKind
from samenspraak.core.extraction.outline import PlacedBlock
from samenspraak.core.extraction.result import FoundTable, SourceSpan
from samenspraak.core.extraction.source import Table
from samenspraak.core.extraction.tables.cells import Value, is_year, number_of_cell, value_of, with_years_as_text
from samenspraak.core.extraction.tables.printed import CAPTION, title_of

LONGEST_HEADER = 60  # characters of a column's name
LONGEST_CAPTION = 160
RUNNING_TEXT = 150  # characters per cell on average, from which a table only lays text out
FEWEST_ROWS = 2  # the header counted
SIGNING = re.compile(
    r"^(?:namens|voor akkoord|de heer|mevrouw|dhr\.?|mw\.?|mevr\.?|handtekening|naam|functie)\b", re.IGNORECASE
)
SIGNING_SHARE = 0.3  # of the cells
CONTENTS = re.compile(r"^inhoud(?:sopgave|sopgaaf)?\b", re.IGNORECASE)

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's texts with its header taken off."""

    caption: str | None
    columns: tuple[str, ...]
    rows: Rows


def native_tables(placed: Sequence[PlacedBlock], is_other: Callable[[Table, str | None], bool]) -> list[FoundTable]:
    """Return the tables with data; `is_other` says of a table and the heading above it that it holds something else."""
    result: list[FoundTable] = []
    pages: list[int] = []  # where each of them ends
    title: str | None = None
    joins = False  # nothing stood between the last table and here
    for entry in placed:
        block = entry.block
        if block.table is None:
            title, joins = _title_after(title, block.kind, block.text), False
            continue
        if is_other(block.table, title) or (found := _data_table(block.table, title)) is None:
            joins = False
            continue
        if joins and _runs_on(result[-1], found, block.table.page - pages[-1]):
            result[-1] = _joined(result[-1], found)
        else:
            result.append(found)
            pages.append(block.table.page)
        pages[-1], joins = block.table.page, True
    return result


def _title_after(title: str | None, kind: BlockKind, text: str) -> str | None:
    if kind is BlockKind.HEADING:
        return title_of(text)
    caption = CAPTION.match(text) if len(text) <= LONGEST_CAPTION else None
    return (caption["words"] or text) if caption else title


def _data_table(table: Table, title: str | None) -> FoundTable | None:
    texts = [[cell.text.strip() for cell in row] for row in table.rows]
    if title and CONTENTS.match(title):
        return None
    grid = grid_of(texts)
    if grid is None or _is_signing(texts):
        return None
    rows = with_years_as_text([[value_of(text) for text in row] for row in grid.rows])
    return FoundTable(
        title=grid.caption or title,
        columns=grid.columns,
        rows=tuple(tuple(row) for row in rows),
        span=SourceSpan(table.page, table.start, table.end),
    )


def grid_of(texts: Rows) -> Grid | None:
    """Return a table's header and rows; None when it holds less than two rows or columns, or running text."""
    rows = _squared([row for row in texts if any(row)])
    caption = None
    if len(rows) > FEWEST_ROWS and rows[0][0] and not any(rows[0][1:]) and sum(map(bool, rows[1])) > 1:
        caption = " ".join(rows[0][0].split())
        rows = rows[1:]
    if len(rows) < FEWEST_ROWS or len(rows[0]) < 2:
        return None
    filled = [text for row in rows for text in row if text]
    if sum(map(len, filled)) > RUNNING_TEXT * len(filled):
        return None
    size = _header_rows(rows)
    columns = _names(rows[:size]) if size else ("",) * len(rows[0])
    return Grid(caption, columns, rows[size:]) if len(rows) > size else None


def _squared(rows: Rows) -> Rows:
    """Return rows of equal length without the columns in which nothing stands."""
    width = max((len(row) for row in rows), default=0)
    even = [row + [""] * (width - len(row)) for row in rows]
    kept = [column for column in range(width) if any(row[column] for row in even)]
    return [[row[column] for column in kept] for row in even]


def _header_rows(rows: Rows) -> int:
    """Return how many rows at the top are header: none, one, or two (names above names)."""
    if not _names_columns(rows[0]):
        return 0
    spans = not all(rows[0][1:])
    if (
        spans
        and len(rows) > 2
        and _names_columns(rows[1])
        and any(map(_counts, rows[2]))
        and not _is_label_row(rows[1])
    ):
        return 2
    below = [text for row in rows[1:] for text in row]
    if any(map(_counts, below)) or len(rows) > 2:
        return 1
    return 1 if _longer_below(rows) and not re.search(r"\d", "".join(rows[0])) else 0


def _names_columns(row: list[str]) -> bool:
    filled = [text for text in row if text]
    return (
        len(filled) > 1
        and all(
            len(text) <= LONGEST_HEADER and not text.endswith(".") and (number_of_cell(text) is None or is_year(text))
            for text in filled
        )
        and not re.search(r"\d", "".join(text for text in filled if not re.search(r"(?:19|20)\d\d|[QT][1-4]", text)))
    )


def _is_label_row(row: list[str]) -> bool:
    return sum(map(bool, row)) == 1


def _longer_below(rows: Rows) -> bool:
    return max(len(text) for row in rows[1:] for text in row) > 1.5 * max(map(len, rows[0]))


def _counts(text: str) -> bool:
    return number_of_cell(text) is not None and not is_year(text)


def _names(rows: Rows) -> tuple[str, ...]:
    """Return a name per column; of two rows the upper name stands before each lower one that it spans."""
    if len(rows) == 1:
        return tuple(" ".join(text.split()) for text in rows[0])
    names: list[str] = []
    over = ""
    for upper, lower in zip(*rows, strict=True):
        over = upper or over
        names.append(" ".join(f"{over} {lower}".split()))
    return tuple(names)


def _is_signing(texts: Rows) -> bool:
    filled = [text for row in texts for text in row if text]
    return sum(bool(SIGNING.match(text)) for text in filled) >= SIGNING_SHARE * len(filled)


def _runs_on(first: FoundTable, again: FoundTable, pages: int) -> bool:
    """Say whether a table is the rest, on the next page, of the one before it."""
    if pages != 1 or len(first.columns) != len(again.columns):
        return False
    return again.columns == first.columns or not any(again.columns)


def _joined(first: FoundTable, rest: FoundTable) -> FoundTable:
    rows: tuple[tuple[Value, ...], ...] = first.rows + rest.rows
    return FoundTable(first.title, first.columns, rows, SourceSpan(first.span.page, first.span.start, rest.span.end))
