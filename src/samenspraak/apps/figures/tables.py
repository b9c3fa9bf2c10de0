"""Tables of a document that hold a number per year: a column of such a table fills in a path or measurements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from samenspraak.apps.agreements.models import Agreement, AgreementTable
from samenspraak.apps.figures.pages import TableColumn

_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST_YEARS = 2
_MOST_TABLES = 60  # a document with more has no table that somebody looks for here

YearCells = list[tuple[int, Decimal | None]]


def columns_of(agreement: Agreement) -> tuple[TableColumn, ...]:
    """Return the columns of an agreement's tables that have a number per year (one query)."""
    return tuple(
        TableColumn(f"{table.pk}.{index}", f"{table.title or '?'}: {name}")
        for table in _tables(agreement)
        for index, name in enumerate(table.columns)
        if index > 0 and len(_cells(table, index)) >= _FEWEST_YEARS
    )


def column_in(agreement: Agreement, key: str) -> tuple[str, YearCells] | None:
    """Return where a column stands and its years with their numbers; None is to be determined."""
    for table in _tables(agreement):
        for index, name in enumerate(table.columns):
            if key == f"{table.pk}.{index}":
                return f"{table.title}, {name}, bladzijde {table.page}", _cells(table, index)
    return None


def _tables(agreement: Agreement) -> Iterator[AgreementTable]:
    yield from AgreementTable.objects.filter(source__agreement=agreement).order_by("source", "order")[:_MOST_TABLES]


def _cells(table: AgreementTable, index: int) -> YearCells:
    found = []
    for row in table.rows:
        year = _YEAR.fullmatch(_text(row[0])) if len(row) > index else None
        if year:
            found.append((int(year[0]), number_in(_text(row[index]))))
    return found


def _text(cell: object) -> str:
    """Return a cell as text; a whole number without the point that JSON may give it."""
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell if cell is not None else "").strip()


def number_in(text: str) -> Decimal | None:
    """Return a number as people write it here (1.417 or 62,5), None for what is no number."""
    plain = text.strip().removesuffix("%").strip()
    if re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain):
        plain = plain.replace(".", "")
    try:
        found = Decimal(plain.replace(",", "."))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
