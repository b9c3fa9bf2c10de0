"""What a sheet is made of, whatever the format: columns with a kind, and rows of plain values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias

Cell: TypeAlias = str | int | float | date | None
Row: TypeAlias = Sequence[Cell]

# What XML 1.0 cannot hold; a sheet with one such character is refused by every program.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class CellKind(Enum):
    """How a column is set: text, a whole number, or a day."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, and its width in characters."""

    name: str
    width: int = 16
    kind: CellKind = CellKind.TEXT


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook; `rows` may be read once, so that a long table is never in memory."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Row]


def plain(text: str) -> str:
    """Return text that every format can hold; a line ends with a line feed."""
    if text.isprintable():  # nothing of what follows is; said many times faster
        return text
    return _NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
