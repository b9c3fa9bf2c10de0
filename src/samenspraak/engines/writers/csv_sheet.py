"""A table as CSV for a Dutch office: UTF-8 with a mark, semicolons, and nothing that a sheet program would run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date

from samenspraak.engines.writers.cells import Cell, Sheet, plain

# Without this mark Excel takes UTF-8 for something older and shows "coÃ¶rdinator".
BYTE_ORDER_MARK = "\ufeff"
ROWS_AT_ONCE = 200
# A cell that begins so is run as a formula by Excel and LibreOffice (OWASP: CSV injection).
_RUN = re.compile(r"'*[=+\-@\t\r\n|%]")


def csv_pieces(sheet: Sheet) -> Iterator[bytes]:
    """Yield the table in pieces, the head first."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    text.write(BYTE_ORDER_MARK)
    writer.writerow([column.name for column in sheet.columns])
    for number, row in enumerate(sheet.rows, start=1):
        writer.writerow([_written(cell) for cell in row])
        if number % ROWS_AT_ONCE == 0:
            yield _taken(text)
    yield _taken(text)


def disarmed(text: str) -> str:
    """Return a text that no sheet program runs; `armed` gives the text itself back."""
    return f"'{text}" if _RUN.match(text) else text


def armed(text: str) -> str:
    """Return what a text was before `disarmed`."""
    return text[1:] if text.startswith("'") and _RUN.match(text) else text


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return f"{cell:.15g}".replace(".", ",")
    return str(cell) if isinstance(cell, int) else disarmed(plain(cell))


def _taken(text: io.StringIO) -> bytes:
    piece = text.getvalue().encode()
    text.seek(0)
    text.truncate()
    return piece
