"""Reads the first sheet of a CSV, XLSX or ODS file as rows of plain values; the file's name is not believed."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date, datetime

from lxml import etree
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from samenspraak.core.errors import SamenspraakError
from samenspraak.engines.readers.zip_guard import unpack
from samenspraak.engines.writers.cells import Cell
from samenspraak.engines.writers.csv_sheet import armed
from samenspraak.engines.writers.errors import MergedCells, SheetTooLarge, UnreadableSheet

MOST_ROWS = 50_000
MOST_COLUMNS = 200
LONGEST_FIELD = 1_000_000
_SPAN = re.compile(rb"table:number-(?:columns|rows)-spanned=.(?:[2-9]|\d\d)")
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def read_back(data: bytes, *, name: str) -> list[list[Cell]]:
    """Return the rows of the first sheet, the head first; raises UnreadableSheet, MergedCells or SheetTooLarge."""
    if not data.strip():
        raise UnreadableSheet(
            "Het bestand is leeg. Haal de tabel opnieuw op en bewaar haar in uw programma.", where=name
        )
    rows = _from_workbook(data, name) if data[:2] == b"PK" else _from_csv(data, name)
    while rows and not any(cell not in (None, "") for cell in rows[-1]):
        rows.pop()
    if len(rows) > MOST_ROWS + 1 or any(len(row) > MOST_COLUMNS for row in rows):
        raise SheetTooLarge(
            f"De tabel is te groot: ten hoogste {MOST_ROWS} rijen en {MOST_COLUMNS} kolommen. Deel haar op.", where=name
        )
    return rows


def column_letter(index: int) -> str:
    """Return what a sheet program calls a column: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _from_workbook(data: bytes, name: str) -> list[list[Cell]]:
    try:
        # Unpacked once against a limit, because the reader itself has none.
        parts = unpack(data, name=name, kind="rekenblad", wanted=lambda part: part.endswith(".xml"))
        if "content.xml" in parts:
            _refuse_merged_in_ods(parts["content.xml"], name)
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            sheet = book.get_sheet_by_index(0)
            _refuse_large(sheet, name)
            _refuse_merged(sheet, name)
            return [[_cell(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    except PasswordError as error:
        raise UnreadableSheet("Het bestand is beveiligd met een wachtwoord. Haal dat eraf.", where=name) from error
    except (CalamineError, IndexError, ValueError, OSError) as error:
        raise UnreadableSheet(_UNREADABLE, where=name) from error
    except (MergedCells, SheetTooLarge):
        raise
    except SamenspraakError as error:
        raise UnreadableSheet(error.message, where=name) from error


_UNREADABLE = "Dit bestand kan niet als tabel worden gelezen. Bewaar het als XLSX, ODS of CSV en probeer het opnieuw."


def _refuse_large(sheet: CalamineSheet, name: str) -> None:
    # Before the cells are made: a sheet may claim a million empty rows.
    if sheet.total_height > MOST_ROWS * 2 or sheet.total_width > MOST_COLUMNS * 2:
        raise SheetTooLarge("De tabel is te groot, of er staat ver onder of naast de tabel nog iets.", where=name)


def _refuse_merged(sheet: CalamineSheet, name: str) -> None:
    for (row, column), _end in sheet.merged_cell_ranges or ():
        raise _merged(row, column, name)


def _refuse_merged_in_ods(content: bytes, name: str) -> None:
    if not _SPAN.search(content):
        return
    row = -1
    for _event, element in etree.iterparse(io.BytesIO(content), resolve_entities=False, no_network=True):
        if element.tag == f"{_TABLE}table-row":
            row += 1
            for column, cell in enumerate(element.iterchildren()):
                spans = (cell.get(f"{_TABLE}number-{way}-spanned", "1") for way in ("columns", "rows"))
                if any(span != "1" for span in spans):
                    raise _merged(row, column, name)
            row += int(element.get(f"{_TABLE}number-rows-repeated", "1")) - 1
            element.clear()
        if element.tag == f"{_TABLE}table":
            return  # only the first sheet counts


def _merged(row: int, column: int, name: str) -> MergedCells:
    return MergedCells(
        "Hier zijn cellen samengevoegd; dan is niet te zien bij welke afspraak de waarde hoort. Splits ze weer.",
        where=f"{name}, rij {row + 1}, kolom {column_letter(column)}",
    )


def _cell(value: object) -> Cell:
    if isinstance(value, str):  # most are
        return value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    if isinstance(value, int | float | date):
        return value
    return str(value)


def _from_csv(data: bytes, name: str) -> list[list[Cell]]:
    if b"\x00" in data:
        raise UnreadableSheet(_UNREADABLE, where=name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")  # what Excel writes when it is asked for "CSV"
    return list(_csv_rows(text, name))


def _csv_rows(text: str, name: str) -> Iterator[list[Cell]]:
    first = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=first.count)
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            yield [armed(cell) if cell[:1] == "'" else cell for cell in row]
    except csv.Error as error:
        raise UnreadableSheet(_UNREADABLE, where=f"{name}, rij {reader.line_num}") from error
