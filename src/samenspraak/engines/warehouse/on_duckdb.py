"""DuckDB inside this process, over Parquet files that are only read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

import duckdb

from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.engines.warehouse.engine import Row

MEMORY = "1GB"
_NAME = re.compile(r"(?P<subject>stock|allocations)-(?P<year>\d{4})-[\w-]+\.parquet")


class DuckDb:
    """All snapshots in a folder as the tables `stock` and `allocations`."""

    def __init__(self, folder: Path, *, memory: str = MEMORY, threads: int | None = None) -> None:
        self._connection = open_duckdb(memory=memory, threads=threads)
        self._files: dict[tuple[Subject, int], list[Path]] = {}
        for path in sorted(folder.glob("*.parquet")):
            if match := _NAME.fullmatch(path.name):
                self._files.setdefault((Subject(match["subject"]), int(match["year"])), []).append(path)
        for subject in Subject:
            files = [path for (each, _), paths in self._files.items() if each is subject for path in paths]
            if files:
                self._connection.execute(f"CREATE VIEW {subject} AS SELECT * FROM {parquet(files)}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def years(self, subject: Subject) -> list[int]:
        """Return the years of which there is data."""
        return sorted(year for each, year in self._files if each is subject)

    def rows(self, text: str) -> list[Row]:
        return list(self._connection.execute(text).fetchall())

    def table(self, subject: Subject, year: int, /) -> str:
        """Return a view of the files of one year: a query of ten parts would open those of all years ten times."""
        files = self._files.get((subject, year))
        if not files:
            return subject.value
        name = f"{subject}_{year}"
        self._connection.execute(f"CREATE VIEW IF NOT EXISTS {name} AS SELECT * FROM {parquet(files)}")
        return name

    def columns(self, subject: Subject, year: int) -> frozenset[str]:
        found = [self._columns_of(path) for path in self._files.get((subject, year), ())]
        return frozenset.intersection(*found) if found else frozenset()

    def _columns_of(self, path: Path) -> frozenset[str]:
        text = f"DESCRIBE SELECT * FROM {parquet([path])}"
        return frozenset(row[0] for row in self._connection.execute(text).fetchall())


def open_duckdb(*, memory: str = MEMORY, threads: int | None = None) -> duckdb.DuckDBPyConnection:
    """Return a connection in memory that loads no extensions and takes no more memory than said."""
    connection = duckdb.connect(
        config={
            "memory_limit": memory,
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "preserve_insertion_order": "false",
        }
    )
    if threads is not None:
        connection.execute(f"SET threads = {threads}")
    return connection


def parquet(files: Iterable[Path]) -> str:
    """Return the expression that reads files as one table."""
    listed = ", ".join("'" + str(path).replace("'", "''") + "'" for path in files)
    return f"read_parquet([{listed}], union_by_name = true)"
