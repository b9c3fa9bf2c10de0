"""Sheets as XLSX: typed cells, a head that stays in view, and rows that leave memory as they are written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import IO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from samenspraak.engines.writers.cells import Cell, Sheet, plain

LONGEST_CELL = 32_767  # Excel's own limit
CUT = " […]"  # stands at the end of a text that Excel cannot hold whole


def write_xlsx(file: IO[bytes], sheets: Sequence[Sheet]) -> None:
    """Write a workbook; a text can never become a formula, a link or a number."""
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "dd-mm-yyyy",
    }
    with Workbook(file, options) as book:
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "dd-mm-yyyy", "valign": "top"})
        for sheet in sheets:
            _write(book.add_worksheet(sheet.title), sheet, head=head, body=body, day=day)


def _write(page: Worksheet, sheet: Sheet, *, head: Format, body: Format, day: Format) -> None:
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    for index, column in enumerate(sheet.columns):
        page.set_column(index, index, column.width)
        page.write_string(0, index, column.name, head)
    last = 0
    for last, row in enumerate(sheet.rows, start=1):
        for index, cell in enumerate(row):
            _write_cell(page, last, index, cell, body=body, day=day)
    page.autofilter(0, 0, last, max(0, len(sheet.columns) - 1))


def _write_cell(page: Worksheet, row: int, index: int, cell: Cell, *, body: Format, day: Format) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, date):
        page.write_datetime(row, index, cell, day)
    elif isinstance(cell, int | float):
        page.write_number(row, index, cell, body)
    else:
        page.write_string(row, index, _fitted(plain(cell)), body)


def _fitted(text: str) -> str:
    """Return a text that Excel takes; it counts in UTF-16, so a sign outside the first plane counts twice."""
    if len(text) <= LONGEST_CELL // 2 or len(text.encode("utf-16-le")) // 2 <= LONGEST_CELL:
        return text
    short = text.encode("utf-16-le")[: 2 * (LONGEST_CELL - len(CUT))]
    return short.decode("utf-16-le", errors="ignore") + CUT
