"""What an engine has to be able to do: run a text, and say which columns a year has. The text is the same on all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from samenspraak.core.measurement.key_figures.columns import Subject

Row = Sequence[Any]


class Engine(Protocol):
    """A place where stock and allocations stand as tables of those names."""

    def rows(self, text: str) -> list[Row]:
        """Return the rows of a query."""
        ...

    def table(self, subject: Subject, year: int, /) -> str:
        """Return the name under which the rows of a year are read; there may be other years in it."""
        ...

    def columns(self, subject: Subject, year: int) -> frozenset[str]:
        """Return the columns that all data of a subject and year have; empty when there are none."""
        ...


def filled_columns(engine: Engine, subject: Subject, year: int, names: Sequence[str]) -> frozenset[str]:
    """Return in which of these columns of a table something stands in a year."""
    if not names:
        return frozenset()
    listed = ", ".join(f"COUNT({name})" for name in names)
    (counts,) = engine.rows(f"SELECT {listed} FROM {subject} WHERE edition = {year}")
    return frozenset(name for name, count in zip(names, counts, strict=True) if count)
