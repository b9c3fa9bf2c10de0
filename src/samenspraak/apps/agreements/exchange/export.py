"""The table of a register as a file: CSV and JSON as a stream, XLSX and ODS through a temporary file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO
from uuid import UUID

from django.utils import timezone

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.exchange.columns import COLUMNS, FIELDS
from samenspraak.apps.agreements.exchange.kept import Kept, kept
from samenspraak.apps.agreements.exchange.table_rows import row_of, words_of
from samenspraak.apps.agreements.fetch import only_agreement, register_of
from samenspraak.apps.agreements.filtering import filtered, ordered
from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.agreements.pages import CommitmentFilter
from samenspraak.apps.parties.models import Person
from samenspraak.engines.writers.cells import Cell, Column, Sheet
from samenspraak.engines.writers.csv_sheet import csv_pieces
from samenspraak.engines.writers.json_rows import json_pieces
from samenspraak.engines.writers.ods import write_ods
from samenspraak.engines.writers.xlsx import write_xlsx

PIECE = 1 << 16
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
_WRITERS: dict[str, Callable[[IO[bytes], Sequence[Sheet]], None]] = {"xlsx": write_xlsx, "ods": write_ods}


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file to send: its name, its kind and its bytes, piece by piece."""

    name: str
    media_type: str
    pieces: Iterable[bytes]


def export_table(person: Person, agreement_id: UUID, *, wanted: CommitmentFilter, kind: str) -> ExportedFile:
    """Return the commitments that a filter leaves as a file of a kind in MEDIA_TYPES; raises NotFound."""
    agreement = only_agreement(person, agreement_id)
    if kind not in MEDIA_TYPES:
        raise NotFound("In deze vorm is de tabel er niet.")
    found = ordered(filtered(register_of(agreement), wanted), wanted)
    words = words_of(agreement)
    rows = kept(found)
    pieces = _json(agreement, rows) if kind == "json" else _table(kind, (row_of(one, words) for one in rows))
    stem = re.sub(r"[^\w-]+", "-", agreement.title).strip("-").lower()[:60] or "afspraken"
    return ExportedFile(f"{stem}-{timezone.localdate():%Y-%m-%d}.{kind}", MEDIA_TYPES[kind], pieces)


def _table(kind: str, rows: Iterator[list[Cell]]) -> Iterator[bytes]:
    sheet = Sheet("Afspraken", [column.column for column in COLUMNS], rows)
    if kind == "csv":
        yield from csv_pieces(sheet)
        return
    with TemporaryFile() as file:
        _WRITERS[kind](file, [sheet, _dictionary()])
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


def _dictionary() -> Sheet:
    """Return the sheet that explains the columns."""
    rows = [(column.name, column.meaning) for column in COLUMNS]
    return Sheet("Uitleg", [Column("Kolom", 26), Column("Betekenis", 90)], rows)


def _json(agreement: Agreement, commitments: Iterable[Kept]) -> Iterator[bytes]:
    head = {
        "agreement": str(agreement.public_id),
        "title": agreement.title,
        "exported_at": timezone.now().isoformat(),
        "columns": {column.field: column.meaning for column in FIELDS},
    }
    rows = (
        {
            "id": one.public_id,
            "version": one.version,
            **one.values,
            "document": one.document,
            "page": one.page,
        }
        for one in commitments
    )
    return json_pieces(head, "commitments", rows)
