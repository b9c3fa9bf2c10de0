"""What a table that comes back would change: row by row, before anything is changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from samenspraak.apps.agreements.change_pages import FieldChange
from samenspraak.apps.agreements.errors import InvalidValue, UnreadableTable
from samenspraak.apps.agreements.exchange.cell_values import same_cell, value_of
from samenspraak.apps.agreements.exchange.columns import BY_NAME, FIELDS, ID, REASON, VERSION
from samenspraak.apps.agreements.exchange.kept import Kept
from samenspraak.apps.agreements.exchange.table_rows import Words, cells_of
from samenspraak.apps.agreements.revisions.cleaning import cleaned, refuse_half_a_deadline
from samenspraak.apps.agreements.revisions.values import Values
from samenspraak.apps.agreements.views_of_rows import commitment_link
from samenspraak.engines.writers.cells import Cell

_EMPTY: Mapping[str, Any] = {"code": "", "title": "", "heading": "", "theme": "", "deadline_text": ""}


class RowKind(StrEnum):
    """What a row of the table means for the register."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"  # somebody changed the commitment after the table was fetched
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row that comes back; `number` is the row in the sheet."""

    number: int
    kind: RowKind
    name: str
    values: Mapping[str, Any]  # what it sets
    changes: tuple[FieldChange, ...] = ()
    commitment: UUID | None = None
    version: int = 0  # the version that the row was made from
    reason: str = ""
    message: str = ""  # what is wrong, with the column


@dataclass(frozen=True, slots=True)
class Differences:
    """A whole table beside the register."""

    rows: tuple[TableRow, ...]
    missing: tuple[tuple[UUID, str], ...]  # in the register, not in the table; they stay
    unknown_columns: tuple[str, ...]

    def of(self, kind: RowKind) -> tuple[TableRow, ...]:
        """Return the rows of a kind."""
        return tuple(row for row in self.rows if row.kind is kind)


def differences(
    table: Sequence[Sequence[Cell]],
    current: Sequence[Kept],
    earlier: Mapping[tuple[int, int], Values],
    words: Words,
) -> Differences:
    """Compare a table with the register; `earlier` holds the values of replaced versions. Raises UnreadableTable."""
    heads = heads_of(table)
    by_id = {str(commitment.public_id): commitment for commitment in current}
    names = _names(current)
    seen: dict[str, int] = {}
    rows = []
    for number, cells in enumerate(table[1:], start=2):
        named = {head: cell for head, cell in zip(heads, cells, strict=False) if head in BY_NAME}
        if any(cell not in (None, "") for cell in named.values()):
            rows.append(_row(number, named, _Register(by_id, names, seen, earlier, words)))
    missing = tuple((one.public_id, names[one.public_id]) for key, one in by_id.items() if key not in seen)
    return Differences(tuple(rows), missing, tuple(head for head in heads if head and head not in BY_NAME))


def _names(current: Sequence[Kept]) -> dict[UUID, str]:
    """Return by what each commitment is told apart from the others: a heading above several is no name."""
    times = Counter(one.title for one in current if not one.code)
    shared = frozenset(one.title for one in current if times[one.title] > 1 or one.title == one.heading)
    links = (commitment_link(one, shared) for one in current)
    return {link.public_id: f"{link.code} {link.title}".strip() for link in links}


@dataclass(frozen=True, slots=True)
class _Register:
    by_id: Mapping[str, Kept]
    names: Mapping[UUID, str]
    seen: dict[str, int]
    earlier: Mapping[tuple[int, int], Values]
    words: Words


def heads_of(table: Sequence[Sequence[Cell]]) -> list[str]:
    """Return the names of the columns; raises UnreadableTable for a table that is not one of ours."""
    heads = [" ".join(str(cell or "").split()) for cell in (table[0] if table else ())]
    if ID not in heads:
        raise UnreadableTable("De kolom ID ontbreekt. Haal de tabel opnieuw op en werk daarin.", where="rij 1")
    double = sorted({head for head in heads if head in BY_NAME and heads.count(head) > 1})
    if double:
        raise UnreadableTable(f"De kolom {double[0]} staat er twee keer. Verwijder er een.", where="rij 1")
    return heads


def _row(number: int, cells: Mapping[str, Cell], register: _Register) -> TableRow:
    reason = str(cells.get(REASON) or "").strip()
    key = str(cells.get(ID) or "").strip().lower()
    name = " ".join(str(cells.get(head) or "") for head in ("Nummer", "Titel")).strip() or str(cells.get("Tekst") or "")
    plain = TableRow(number, RowKind.ERROR, name[:120], {}, reason=reason)
    if key and key not in register.by_id:
        return _with(plain, message="kolom ID: dit ID hoort niet bij deze afspraken.")
    if key in register.seen:
        return _with(plain, message=f"kolom ID: dit ID staat ook in rij {register.seen[key]}.")
    try:
        if not key:
            return _new(plain, cells, register.words)
        register.seen[key] = number
        return _known(plain, cells, register.by_id[key], register)
    except (InvalidValue, ValueError) as error:
        place = f"{error.where}: " if isinstance(error, InvalidValue) and error.where else ""
        said = error.message if isinstance(error, InvalidValue) else str(error)
        return _with(plain, message=f"{place}{said}")


def _known(plain: TableRow, cells: Mapping[str, Cell], commitment: Kept, register: _Register) -> TableRow:
    version = _version(cells.get(VERSION), commitment)
    now = commitment.values
    base = now if version == commitment.version else register.earlier.get((commitment.number, version))
    if base is None:
        raise ValueError("kolom Versie: deze versie is er niet.")
    values, changes = _differing(cells, cells_of(base, register.words), base, register.words)
    known = {"commitment": commitment.public_id, "version": version, "name": register.names[commitment.public_id]}
    if not values:
        return _with(plain, kind=RowKind.UNCHANGED, **known)
    plain = _with(plain, **known)
    if base is not now:
        message = "Iemand wijzigde deze afspraak nadat de tabel is opgehaald. De rij wordt overgeslagen."
        return _with(plain, kind=RowKind.CONFLICT, values=values, changes=changes, message=message)
    refuse_half_a_deadline({**now, **values})
    return _with(plain, kind=RowKind.CHANGED, values=values, changes=changes)


def _new(plain: TableRow, cells: Mapping[str, Cell], words: Words) -> TableRow:
    values, changes = _differing(cells, {}, {}, words)
    if "kind" not in values:
        raise ValueError("kolom Soort afspraak: vul bij een nieuwe afspraak de soort in.")
    whole = {**_EMPTY, "deadline_kind": "", "deadline_on": None, "text": "", **values}
    refuse_half_a_deadline(whole)
    return _with(plain, kind=RowKind.NEW, values=values, changes=changes)


def _differing(
    cells: Mapping[str, Cell], current: Mapping[str, Cell], base: Values, words: Words
) -> tuple[dict[str, Any], tuple[FieldChange, ...]]:
    values: dict[str, Any] = {}
    changes = []
    for column in FIELDS:
        if column.name not in cells or same_cell(column, cells[column.name], current.get(column.name)):
            continue
        value = value_of(column, cells[column.name], words)
        kept = cleaned({column.field: value})[column.field]
        if column.field in base and kept == base[column.field]:
            continue
        values[column.field] = kept
        changes.append(
            FieldChange(column.field, column.name, _said(current.get(column.name)), _said(cells[column.name]))
        )
    return values, tuple(changes)


def _said(cell: Cell) -> str:
    return f"{cell:%d-%m-%Y}" if isinstance(cell, date) else str("" if cell is None else cell)


def _version(cell: Cell, commitment: Kept) -> int:
    """Return the version that a row was made from; a table without that column is about what stands there now."""
    if cell in (None, ""):
        return commitment.version
    if not re.fullmatch(r"\d{1,8}", str(cell)):
        raise ValueError("kolom Versie: dit is geen heel getal.")
    return int(str(cell))


def _with(row: TableRow, **values: Any) -> TableRow:
    return replace(row, **values)
