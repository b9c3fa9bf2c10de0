"""Commitments in tables as the file marks them: columns told by their header, or by what they hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from samenspraak.core.extraction.candidate import Candidate
from samenspraak.core.extraction.markers import code_of, number_of
from samenspraak.core.extraction.monitor_header import column_of
from samenspraak.core.extraction.outline import Place
from samenspraak.core.extraction.party_phrase import PartyPhrase
from samenspraak.core.extraction.result import CommitmentKind, SourceSpan
from samenspraak.core.extraction.shading import light_of
from samenspraak.core.extraction.source import Cell, Table

HEADER_ROWS = 2  # a header stands in the first or the second row
CODED_SHARE = 0.6  # of a column's cells that must be codes when there is no header
LONGEST_TITLE = 110
LONG_CELL = 40  # characters on average in a column that holds statements


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what, and the first row below the header."""

    kinds: dict[str, int]
    first_row: int


def columns_of(table: Table, parties: PartyPhrase) -> Columns | None:
    """Return the columns of a table that holds commitments; None for any other table."""
    for index, row in enumerate(table.rows[:HEADER_ROWS]):
        kinds: dict[str, int] = {}
        for column, cell in enumerate(row):
            kind = column_of(cell.text)
            if kind:
                kinds.setdefault(kind, column)
        if _is_header(kinds) and len(table.rows) > index + 1:
            return Columns(kinds, index + 1)
    return _by_content(table, parties)


def _is_header(kinds: dict[str, int]) -> bool:
    others = kinds.keys() & {"code", "parties", "lead", "deadline", "priority", "rating", "progress"}
    return "text" in kinds and bool(others)


def _by_content(table: Table, parties: PartyPhrase) -> Columns | None:
    """Without a header: a column of codes and a column of statements, perhaps one of parties."""
    width = max((len(row) for row in table.rows), default=0)
    kinds: dict[str, int] = {}
    for column in range(width):
        cells = [row[column].text.strip() for row in table.rows if column < len(row)]
        filled = [text for text in cells if text]
        if not filled:
            continue
        if "code" not in kinds and sum(map(_is_code, filled)) >= max(2, CODED_SHARE * len(filled)):
            kinds["code"] = column
        elif "parties" not in kinds and sum(map(parties.is_whole, filled)) >= CODED_SHARE * len(filled):
            kinds["parties"] = column
        elif "text" not in kinds and sum(map(len, filled)) >= LONG_CELL * len(filled):
            kinds["text"] = column
    return Columns(kinds, 0) if {"code", "text"} <= kinds.keys() else None


def _is_code(text: str) -> bool:
    first = text.split("\n", 1)[0]
    code = code_of(first)
    return bool(code) and code.width >= len(first.rstrip()) if code else False


def rows_of(table: Table, columns: Columns, place: Place) -> list[Candidate]:
    """Return a candidate per row; a row without a code of its own continues the one above."""
    result: list[Candidate] = []
    for row in table.rows[columns.first_row :]:
        candidate = _row(table, row, columns, place)
        if candidate is None:
            continue
        result.append(candidate)
    return result


def _row(table: Table, row: Sequence[Cell], columns: Columns, place: Place) -> Candidate | None:
    def words(kind: str) -> str | None:
        column = columns.kinds.get(kind)
        return row[column].text.strip() or None if column is not None and column < len(row) else None

    statement = words("text")
    if not statement or (column_of(statement) and len(statement) < LONG_CELL):
        return None
    code, rest = _code(words("code"), statement)
    title, text = _title(rest)
    tracks = bool({"progress", "rating"} & columns.kinds.keys())
    cell = row[columns.kinds["text"]]
    return Candidate(
        text=text,
        span=SourceSpan(table.page, cell.start, cell.end),
        place=place,
        kind=_kind(code, tracks=tracks),
        code=code,
        title=words("title") or title,
        column=words("parties"),
        lead=words("lead"),
        term=words("deadline"),
        priority=words("priority"),
        progress=words("progress"),
        rating=light_of(row, columns.kinds.get("rating")) if tracks else None,
        rating_text=words("rating"),
        order=min(c.start for c in row),
        in_monitor=tracks,
    )


def _kind(code: str | None, *, tracks: bool) -> CommitmentKind:
    if tracks:
        return CommitmentKind.MONITOR
    return CommitmentKind.ANNUAL if (code or "").startswith("J") else CommitmentKind.FRAMEWORK


def _code(printed: str | None, statement: str) -> tuple[str | None, str]:
    """Return the code of its own column, or the one with which the statement begins."""
    if printed:
        words = " ".join(printed.split())
        found = code_of(words) or number_of(f"{words} X")
        return (found.normal if found else words.rstrip(".")), statement
    found = code_of(statement)
    if found:
        return found.normal, statement[found.width :].strip()
    return None, statement


def _title(statement: str) -> tuple[str | None, str]:
    """A cell's first paragraph is its title when it is short and no sentence."""
    first, _, rest = statement.partition("\n")
    first = first.strip()
    is_title = rest.strip() and len(first) <= LONGEST_TITLE and not re.search(r"[.;:,]$", first)
    return (first, rest.strip()) if is_title else (None, statement)
