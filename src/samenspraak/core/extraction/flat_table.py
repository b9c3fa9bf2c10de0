"""Tables that became text: a header of column names, then rows whose cells come one after another.

Only the order of the words is left. A row begins with the next number (or a code); its other columns are told by
what they hold: a phrase that is nothing but parties, a phrase that is nothing but a term, and the statement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from samenspraak.core.extraction.blocks import Block, BlockKind, joined
from samenspraak.core.extraction.headings import SECTION, Stance, is_bare_theme, stance_of
from samenspraak.core.extraction.markers import number_of
from samenspraak.core.extraction.monitor_header import LONGEST, column_of
from samenspraak.core.extraction.party_phrase import PartyPhrase
from samenspraak.core.extraction.source import Line
from samenspraak.core.extraction.terms import is_term

FEWEST_ROWS = 3
LONGEST_HEADER = 8  # column names
LONGEST_NAME = 24  # characters of a second column of the same kind
LONGEST_TAIL = 4  # lines that say who and when
FEWEST_CELLS = 3  # of a row that begins with who and ends with when
ROW = re.compile(r"^(?P<number>\d{1,3}(?:\.\d{1,2})?)\.?(?=\s|$)\s*")


@dataclass(slots=True)
class Row:
    """One row as found: its number and its lines, the number left out."""

    number: str
    start: int
    lines: list[tuple[Line, int]] = field(default_factory=list)
    has_result: bool = False  # the header named a column of indicators
    blocks: list[Block] = field(default_factory=list)  # of a row without a number
    is_whole: bool = True  # a row without a number is whole when it has said who and when


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a row."""

    text: list[tuple[Line, int]]
    parties: str | None
    term: str | None
    result: str | None = None  # the column of indicators, behind the others


@dataclass(frozen=True, slots=True)
class _Header:
    """The columns of a table in their order, and whether its rows begin with a number."""

    columns: tuple[str, ...] = ()
    has_numbers: bool = True


def flat_rows(blocks: list[Block], parties: PartyPhrase) -> tuple[list[Row], list[Block]]:
    """Return the rows of flattened tables and the blocks outside them, both in order."""
    rows: list[Row] = []
    outside: list[Block] = []
    header = _Header()
    inside = False
    index = 0
    while index < len(blocks):
        size, columns = _header(blocks, index)
        if size:
            index += size
            header, inside = _Header(columns, "code" in columns or _has_number(blocks, index)), True
            continue
        block = blocks[index]
        index += 1
        if inside and not header.has_numbers and not _ends_unnumbered(blocks, index - 1, rows):
            _add_unnumbered(rows, block, header.columns, parties)
        elif inside and header.has_numbers and not _ends_table(block, rows):
            _add(rows, block, has_result="indicator" in header.columns)
        else:
            opens = inside and bool(SECTION.match(block.text))
            outside.append(replace(block, kind=BlockKind.HEADING) if opens else block)
            inside = False
    cut = [block for row in rows if not row.is_whole for block in row.blocks]
    rows = [row for row in rows if row.is_whole]
    if len(rows) < FEWEST_ROWS or not header.columns:
        return [], blocks
    return rows, sorted([*outside, *cut], key=lambda block: block.start) if cut else outside


def _has_number(blocks: list[Block], index: int) -> bool:
    """Say whether the first row below a header begins with a number."""
    return index >= len(blocks) or bool(ROW.match(blocks[index].text))


def _ends_unnumbered(blocks: list[Block], index: int, rows: list[Row]) -> bool:
    """Say whether a block ends a table without numbers: a chapter, or a heading above the next table."""
    block = blocks[index]
    if _ends_table(block, rows) or (block.kind is BlockKind.HEADING and number_of(block.text)):
        return True
    return block.kind is BlockKind.HEADING and _header(blocks, index + 1)[0] > 0


def _add_unnumbered(rows: list[Row], block: Block, columns: tuple[str, ...], parties: PartyPhrase) -> None:
    """Deal a block's lines out to rows: one that has said who, and when if there is a column for it, is whole."""
    for piece in block.pieces:
        if not rows or rows[-1].is_whole:
            rows.append(Row("", piece.line.start, is_whole=False))
        row = rows[-1]
        row.lines.append((piece.line, piece.skip))
        if not row.blocks or row.blocks[-1] is not block:
            row.blocks.append(block)
        row.is_whole = _is_whole(row, columns, parties)


def _is_whole(row: Row, columns: tuple[str, ...], parties: PartyPhrase) -> bool:
    last = row.lines[-1][0].text[row.lines[-1][1] :]
    if columns[0] in ("parties", "lead"):
        return "deadline" in columns and len(row.lines) >= FEWEST_CELLS and is_term(last)
    for split in range(max(1, len(row.lines) - LONGEST_TAIL), len(row.lines)):
        if found := _tail(joined(row.lines[split:])[0], parties):
            return found[1] is not None or "deadline" not in columns
    return False


def _header(blocks: list[Block], index: int) -> tuple[int, tuple[str, ...]]:
    """Return how many blocks a header takes from here, and its columns in order; 0 when there is none."""
    if index >= len(blocks):
        return 0, ()
    block = blocks[index]
    if block.kind is BlockKind.TABLE or block.marker:
        return 0, ()
    kinds = _kinds_in_line(block.text)
    if _is_header(kinds):
        return 1, tuple(kinds)
    kinds = {}
    for size in range(LONGEST_HEADER):
        if index + size >= len(blocks) or not (kind := column_of(blocks[index + size].text)):
            break
        if kind in kinds and len(blocks[index + size].text) > LONGEST_NAME:
            break  # "Inzet van budgetcoaches ..." is the first row and no column "Inzet"
        kinds[kind] = None
    return (size, tuple(kinds)) if _is_header(kinds) else (0, ())


def _is_header(kinds: dict[str, None]) -> bool:
    return len(kinds) >= 3 and "text" in kinds and bool(kinds.keys() & {"parties", "lead"})


def _kinds_in_line(text: str) -> dict[str, None]:
    """Return the kinds of columns, in order, when a short line is made of column names only."""
    words = text.split() if len(text) <= LONGEST else []
    if not 3 <= len(words) <= LONGEST_HEADER:
        return {}
    kinds: dict[str, None] = {}
    for word in words:
        if not (kind := column_of(word)):
            return {}
        kinds[kind] = None
    return kinds


def _ends_table(block: Block, rows: list[Row]) -> bool:
    """A new section ends a table; its cells often read as headings themselves ("Q2 2026", "Corporaties")."""
    number = number_of(block.text)
    if number and block.kind is BlockKind.HEADING and not number.family:
        if SECTION.match(block.text[number.width :]):
            return True
        # "3 Betaalbaarheid" below the rows 2.1, 2.2, ...: a number of another sort than theirs.
        if rows and rows[-1].number.count(".") > number.number.count("."):
            return True
    if block.kind is BlockKind.TABLE or SECTION.match(block.text) or is_bare_theme(block.text):
        return True
    return block.kind is BlockKind.HEADING and stance_of(block.text) in (Stance.EXCLUDED, Stance.CONTEXT)


def _add(rows: list[Row], block: Block, *, has_result: bool) -> None:
    """Deal a block's lines out to rows: a line that begins with the next number opens one."""
    for piece in block.pieces:
        text = piece.line.text
        found = ROW.match(text) if piece.skip == 0 else None
        if found and _is_next(rows, found["number"]) and not is_term(text):
            rows.append(Row(found["number"], piece.line.start, has_result=has_result))
            if found.end() < len(text):
                rows[-1].lines.append((piece.line, found.end()))
        elif rows:
            rows[-1].lines.append((piece.line, piece.skip))


def _is_next(rows: list[Row], number: str) -> bool:
    if not rows or not rows[-1].number:
        return True
    last = [int(part) for part in rows[-1].number.split(".")]
    this = [int(part) for part in number.split(".")]
    if len(last) != len(this):
        return False
    return (
        this == [*last[:-1], last[-1] + 1]
        or (len(this) == 2 and this[1] == 1 and this[0] == last[0] + 1)
        or this == [1]
    )


def cells_of(row: Row, parties: PartyPhrase) -> Cells:
    """Take a row apart: parties and term stand at its end (or the parties at its beginning)."""
    if row.has_result and (cells := _with_result(row, parties)):
        return cells
    for split in range(1, len(row.lines)):
        found = _tail(joined(row.lines[split:])[0], parties)
        if found:
            return Cells(row.lines[:split], *found)
    for split in range(1, min(4, len(row.lines))):
        head = joined(row.lines[:split])[0]
        if parties.is_whole(head) and split < len(row.lines):
            rest = Row(row.number, row.start, lines=row.lines[split:])
            inner = cells_of(rest, parties)
            return Cells(inner.text, head, inner.term)
    for split in range(len(row.lines) - 1, 0, -1):
        if is_term(joined(row.lines[split:])[0]):
            return Cells(row.lines[:split], None, joined(row.lines[split:])[0])
    return Cells(row.lines, None, None)


def _with_result(row: Row, parties: PartyPhrase) -> Cells | None:
    """Take a row apart that has an indicator behind its parties and its term: lines that are nothing but these."""
    for split in range(1, len(row.lines) - 1):
        for end in range(len(row.lines) - 1, split, -1):
            found = _tail(joined(row.lines[split:end])[0], parties)
            if found and found[0] and found[1]:
                return Cells(row.lines[:split], *found, joined(row.lines[end:])[0])
    return None


def _tail(text: str, parties: PartyPhrase) -> tuple[str | None, str | None] | None:
    """Read "Gemeente, De Kade Q2 2026" as parties and term; None when it is anything else."""
    if parties.is_whole(text):
        return text, None
    match = parties.at_start(text)
    if match and is_term(text[match.end() :]):
        return match[0], text[match.end() :].strip()
    for cut in [found.end() for found in re.finditer(r"\S+", text)][:5]:
        if is_term(text[:cut]) and parties.is_whole(text[cut:]):
            return text[cut:].strip(), text[:cut]
    return None
