"""What a table that comes back would change: row by row, before anything is changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from operator import itemgetter
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
from samenspraak.apps.agreements.views_of_rows import beginning
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
    by_id = {commitment.public_id: commitment for commitment in current}
    register = _Register(by_id, _shared(current), {}, earlier, words)
    same = _Untouched(heads, register)
    rows = []
    for number, cells in enumerate(table[1:], start=2):
        untouched = same.row(number, cells)
        if untouched is not None:
            rows.append(untouched)
            continue
        named = {head: cell for head, cell in zip(heads, cells, strict=False) if head in BY_NAME}
        if any(cell not in (None, "") for cell in named.values()):
            rows.append(_row(number, named, register))
    missing = tuple((UUID(key), register.name_of(one)) for key, one in by_id.items() if key not in register.seen)
    return Differences(tuple(rows), missing, tuple(head for head in heads if head and head not in BY_NAME))


def _shared(current: Sequence[Kept]) -> frozenset[str]:
    """Return the titles that tell no commitment apart from the others: a heading above several is no name."""
    titles = [one.values["title"] for one in current]
    times = Counter(title for one, title in zip(current, titles, strict=True) if not one.values["code"])
    return frozenset(
        title for one, title in zip(current, titles, strict=True) if times[title] > 1 or title == one.values["heading"]
    )


@dataclass(frozen=True, slots=True)
class _Register:
    by_id: Mapping[str, Kept]
    shared: frozenset[str]
    seen: dict[str, int]
    earlier: Mapping[tuple[int, int], Values]
    words: Words

    def name_of(self, one: Kept) -> str:
        code, title = one.values["code"], one.values["title"]
        own = "" if not code and title in self.shared else title
        return f"{code} {own or beginning(one.values['text'])}".strip()


class _Untouched:
    """Most rows come back as they went out; that is seen at once, and only the others are looked at cell by cell."""

    def __init__(self, heads: Sequence[str], register: _Register) -> None:
        place = {head: at for at, head in enumerate(heads)}
        shown = [(at, place[column.name]) for at, column in enumerate(FIELDS, start=1) if column.name in place]
        self._register = register
        self._id, self._version, self._reason = place[ID], place.get(VERSION), place.get(REASON)
        self._width = 1 + max(place[head] for head in place if head in BY_NAME)
        # The ID goes before the cells on both sides.
        self._of_now = itemgetter(0, *(at for at, _there in shown))
        self._of_back = itemgetter(self._id, *(there for _at, there in shown))

    def row(self, number: int, cells: Sequence[Cell]) -> TableRow | None:
        """Return the row, when it says of a commitment what it says now; otherwise None, whatever it says."""
        if len(cells) < self._width:
            return None
        key = cells[self._id]
        if not isinstance(key, str) or key not in self._register.by_id or key in self._register.seen:
            return None
        one = self._register.by_id[key]
        if self._version is not None and str(cells[self._version]) not in ("", str(one.version)):
            return None
        now, back = self._of_now([key, *cells_of(one.values, self._register.words)]), self._of_back(cells)
        # In CSV a number and a day are text.
        if back != now and back != tuple(map(str, now)):
            return None
        self._register.seen[key] = number
        return TableRow(
            number,
            RowKind.UNCHANGED,
            self._register.name_of(one),
            {},
            commitment=UUID(key),
            version=one.version,
            reason="" if self._reason is None else _reason(cells[self._reason]),
        )


def _reason(cell: Cell) -> str:
    return str(cell or "").strip()


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
    reason = _reason(cells.get(REASON))
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
    current = dict(zip((column.name for column in FIELDS), cells_of(base, register.words), strict=True))
    values, changes = _differing(cells, current, base, register.words)
    known = {"commitment": UUID(commitment.public_id), "version": version, "name": register.name_of(commitment)}
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
