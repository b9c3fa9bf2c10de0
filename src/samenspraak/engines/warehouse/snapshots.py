"""Snapshots: Parquet files that are written once and then only read."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile

import duckdb

from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.core.measurement.key_figures.raw_columns import RAW, SQL_TYPES
from samenspraak.engines.warehouse.errors import SnapshotExists
from samenspraak.engines.warehouse.on_duckdb import open_duckdb

Value = str | int | date | None


def snapshot_path(folder: Path, subject: Subject, year: int, name: str) -> Path:
    """Return where a snapshot stands; the name tells deliveries of one year apart."""
    return folder / f"{subject}-{year}-{name}.parquet"


def write_snapshot(connection: duckdb.DuckDBPyConnection, query: str, path: Path) -> None:
    """Write what a query gives, whole or not at all; raises SnapshotExists rather than write over one."""
    if path.exists():
        raise SnapshotExists("Deze gegevens zijn al ingelezen. Wat erop rust, verandert niet meer.", where=path.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".part")
    try:
        quoted = str(draft).replace("'", "''")
        connection.execute(f"COPY ({query}) TO '{quoted}' (FORMAT parquet, COMPRESSION zstd)")
        os.link(draft, path)  # fails where somebody else was first
    except FileExistsError:
        raise SnapshotExists("Deze gegevens zijn al ingelezen.", where=path.name) from None
    finally:
        draft.unlink(missing_ok=True)


def snapshot_of_rows(rows: Iterable[Sequence[Value]], columns: Sequence[str], subject: Subject, path: Path) -> None:
    """Write rows that a program made; for files of people there is `engines.extracts`."""
    known = RAW[subject]
    with open_duckdb() as connection, NamedTemporaryFile("w", suffix=".csv", newline="", encoding="utf-8") as passage:
        csv.writer(passage).writerows(rows)
        passage.flush()
        typed = ", ".join(f"'{name}': '{SQL_TYPES[known[name].kind]}'" for name in columns)
        given = f"read_csv('{passage.name}', header = false, nullstr = '', columns = {{{typed}}})"
        write_snapshot(connection, f"SELECT * FROM {given}", path)
