"""Changes to the text of lines and cells that keep every character tied to its place in the raw text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from samenspraak.core.extraction.source import Cell, Line, Table

Flow = tuple[Line | Table, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in the place of the characters from `start` up to `end`; start == end inserts."""

    start: int
    end: int
    text: str


Finder = Callable[[str], Sequence[Edit]]


def texts(flow: Flow) -> Iterator[str]:
    """Return every line of text in the flow, the paragraphs of table cells included."""
    for item in flow:
        if isinstance(item, Line):
            yield item.text
        else:
            yield from (part for row in item.rows for cell in row for part in cell.text.split("\n"))


def edit_flow(flow: Flow, find: Finder) -> Flow:
    """Apply to every line and cell the edits that `find` proposes for its text, in ascending order."""
    return tuple(
        _edit_table(item, find) if isinstance(item, Table) else edit_line(item, find(item.text)) for item in flow
    )


def edit_line(line: Line, edits: Sequence[Edit]) -> Line:
    """Return the line with its edits made; what came out of a character keeps that character's place."""
    if not edits:
        return line
    pieces: list[str] = []
    origins: list[int] = []
    done = 0
    for edit in edits:
        pieces += (line.text[done : edit.start], edit.text)
        origins.extend(line.origin(index) for index in range(done, edit.start))
        origins.extend(_places(line, edit))
        done = edit.end
    pieces.append(line.text[done:])
    origins.extend(line.origin(index) for index in range(done, len(line.text)))
    return replace(line, text="".join(pieces), origins=tuple(origins))


def _places(line: Line, edit: Edit) -> Iterator[int]:
    """Return the places of the new characters: those of the old ones, the last one shared by what is left over."""
    last = max(edit.end - 1, edit.start) if edit.end > edit.start else max(edit.start - 1, 0)
    for index in range(len(edit.text)):
        yield line.origin(min(edit.start + index, last))


def _edit_table(table: Table, find: Finder) -> Table:
    rows = tuple(tuple(_edit_cell(cell, find) for cell in row) for row in table.rows)
    return table if rows == table.rows else replace(table, rows=rows)


def _edit_cell(cell: Cell, find: Finder) -> Cell:
    edits = find(cell.text)
    return replace(cell, text=edited(cell.text, edits)) if edits else cell


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Return the text with its edits made."""
    pieces: list[str] = []
    done = 0
    for edit in edits:
        pieces += (text[done : edit.start], edit.text)
        done = edit.end
    return "".join((*pieces, text[done:]))
