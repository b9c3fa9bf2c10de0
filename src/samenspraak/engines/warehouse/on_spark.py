"""Apache Spark, where a region or the state already keeps the data.

The session is given: Spark itself is not part of Samenspraak.
"""

from __future__ import annotations

from typing import Any, Protocol

from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.engines.warehouse.engine import Row, filled_columns


class Frame(Protocol):
    """What is used of a DataFrame."""

    columns: list[str]

    def collect(self) -> list[Any]:
        """Return all rows."""
        ...


class Session(Protocol):
    """What is used of a SparkSession."""

    def sql(self, sqlQuery: str) -> Frame:  # noqa: N803 - Spark's name
        """Return what a query gives."""
        ...

    def table(self, tableName: str) -> Frame:  # noqa: N803 - Spark's name
        """Return a table or view."""
        ...


class Spark:
    """A session in which `stock` and `allocations` are tables or views."""

    def __init__(self, session: Any) -> None:  # noqa: ANN401 - a SparkSession, of a package that is not asked for
        self._session: Session = session

    def rows(self, text: str) -> list[Row]:
        return [tuple(row) for row in self._session.sql(text).collect()]

    def table(self, subject: Subject, _year: int, /) -> str:
        return subject.value

    def columns(self, subject: Subject, year: int) -> frozenset[str]:
        """Return the columns in which something stands: a table has the same columns for all years."""
        names = list(self._session.table(subject.value).columns)
        return filled_columns(self, subject, year, names)
