"""A stock and allocations that fit on a page, written as tables, and the way to put them before an engine."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.core.measurement.key_figures.raw_columns import RAW, RawKind
from samenspraak.engines.warehouse.snapshots import Value, snapshot_of_rows, snapshot_path

Table = tuple[list[str], list[list[str]]]


def table(text: str) -> Table:
    """Return the head and the rows of a table drawn with bars; empty cells are not known."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return lines[0], [line for line in lines[1:] if not set("".join(line)) <= {"-"}]


def value(text: str, kind: RawKind) -> Value:
    """Return a cell as it is stored."""
    if text == "":
        return None
    if kind is RawKind.CENTS:
        return round(float(text) * 100)
    if kind is RawKind.SHARE:
        return int(text) * 100
    if kind is RawKind.FLAG:
        return {"yes": 1, "no": 0}[text]
    if kind is RawKind.DAY:
        return date.fromisoformat(text)
    return int(text) if kind is RawKind.WHOLE else text


def write(folder: Path, subject: Subject, year: int, text: str) -> Path:
    """Write a table as a snapshot and return the file."""
    head, rows = table(text)
    columns = ["edition", *head]
    known = RAW[subject]
    stored = [[year, *(value(cell, known[name].kind) for name, cell in zip(head, row, strict=True))] for row in rows]
    path = snapshot_path(folder, subject, year, "small")
    snapshot_of_rows(stored, columns, subject, path)
    return path
