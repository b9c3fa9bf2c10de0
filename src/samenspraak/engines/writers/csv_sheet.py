"""A table as CSV for a Dutch office: UTF-8 with a mark, semicolons, and nothing that a sheet program would run."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import date
from operator import itemgetter

from samenspraak.engines.writers.cells import Sheet, plain

# Without this mark Excel takes UTF-8 for something older and shows "coÃ¶rdinator".
BYTE_ORDER_MARK = "\ufeff"
ROWS_AT_ONCE = 200
LINE_END = "\r\n"
# A cell that begins so is run as a formula by Excel and LibreOffice (OWASP: CSV injection).
_RUN = re.compile(r"'*[=+\-@\t\r\n|%]")
_BEGINS = frozenset("'=+-@|%")  # of a printable text that may be run
_first_sign = itemgetter(slice(1))


def csv_pieces(sheet: Sheet) -> Iterator[bytes]:
    """Yield the table in pieces, the head first."""
    lines = _Lines([BYTE_ORDER_MARK])
    writer = csv.writer(lines, delimiter=";", lineterminator=LINE_END)
    writer.writerow([column.name for column in sheet.columns])
    for number, row in enumerate(sheet.rows, start=1):
        cells = [cell if isinstance(cell, str) else _written(cell) for cell in row]
        line = ";".join(cells)
        if _is_plain(line, cells):
            lines.append(line + LINE_END)
        else:
            writer.writerow([disarmed(plain(cell)) if isinstance(cell, str) else _written(cell) for cell in row])
        if number % ROWS_AT_ONCE == 0:
            yield lines.taken()
    yield lines.taken()


def _is_plain(line: str, cells: Sequence[str]) -> bool:
    """Tell whether a line is what csv would write: there is nothing in it to quote, to disarm or to leave out."""
    return (
        len(cells) > 1
        and line.count(";") == len(cells) - 1
        and '"' not in line
        and line.isprintable()
        and _BEGINS.isdisjoint(map(_first_sign, cells))
    )


class _Lines(list[str]):
    """What csv writes to; a StringIO that is emptied and used again takes three times as long."""

    write = list.append

    def taken(self) -> bytes:
        piece = "".join(self).encode()
        self.clear()
        return piece


def disarmed(text: str) -> str:
    """Return a text that no sheet program runs; `armed` gives the text itself back."""
    return f"'{text}" if _RUN.match(text) else text


def armed(text: str) -> str:
    """Return what a text was before `disarmed`."""
    return text[1:] if text.startswith("'") and _RUN.match(text) else text


def _written(cell: float | date | None) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell) if isinstance(cell, int) else f"{cell:.15g}".replace(".", ",")
