"""PostgreSQL, where an office already keeps the tables `stock` and `allocations`."""

from __future__ import annotations

from typing import Any

import psycopg

from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.engines.warehouse.engine import Row, filled_columns


class PostgreSql:
    """A connection to the database; only read."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection

    def rows(self, text: str) -> list[Row]:
        # The text is made of our own names and of numbers (core/measurement/key_figures/sql.py).
        return list(self._connection.execute(text.encode()).fetchall())

    def table(self, subject: Subject, _year: int, /) -> str:
        return subject.value

    def columns(self, subject: Subject, year: int) -> frozenset[str]:
        """Return the columns in which something stands: a table has the same columns for all years."""
        asked = (
            "SELECT column_name FROM information_schema.columns"
            " WHERE table_name = %s AND table_schema = ANY (current_schemas(true))"
        )
        names = [row[0] for row in self._connection.execute(asked, [subject.value]).fetchall()]
        return filled_columns(self, subject, year, names)
