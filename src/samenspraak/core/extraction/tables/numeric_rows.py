"""Rows of numbers that became plain text: a label or a year, then at least two values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from samenspraak.core.extraction.blocks import BlockKind
from samenspraak.core.extraction.result import FoundTable
from samenspraak.core.extraction.tables.cells import (
    DASH,
    NUMBER,
    Value,
    counts,
    is_unknown,
    is_year,
    parsed,
    with_years_as_text,
)
from samenspraak.core.extraction.tables.column_names import column_names, names_columns
from samenspraak.core.extraction.tables.printed import CAPTION, FAR, PrintedLine, span_of, titled_above

LONGEST_LABEL = 70  # characters
FEWEST_VALUES = 2
FEWEST_ROWS = 3  # without a header
MOST_HEADER_LINES = 6
SHARE = re.compile(r"\d+(?:,\d+)?\s?%")
AMOUNT = re.compile(r"€\s?\d[\d.,]*(?:\s(?:mln|miljoen)\.?)?(?:,-)?")
ENDS_IN_LETTERS = frozenset({"mln", "miljoen", "ntb", "tb", "tbd", "tbg", "nb", "nnb", "pm", "bepalen"})
UNKNOWN_ENDS = frozenset(word[-2:] for word in ENDS_IN_LETTERS)
TOTAL_LABEL = re.compile(r"^(?:(?:sub)?totaal\b|samen$|som$)", re.IGNORECASE)
TOTAL = re.compile(
    r"^(?P<label>(?:sub)?totaal(?: \S+){0,4}?|samen|som)\s+(?P<values>\d[\d.,]*(?: \d[\d.,]*)*)$", re.IGNORECASE
)
TOKEN = re.compile(rf"{AMOUNT.pattern}|{SHARE.pattern}|\S+")
SENTENCE = re.compile(r"[.;:]$|[,;]\s|\b(?:wordt|worden|zijn|heeft|hebben|is|zal|zullen)\b")
FULL = re.compile(r"\S+(?: \S+){9,}")  # ten words are running text, no label


@dataclass(slots=True)
class Row:
    """A label with its values, and the lines that print them."""

    label: str
    values: list[Value]
    lines: list[PrintedLine] = field(default_factory=list)


def numeric_tables(lines: Sequence[PrintedLine], names: Sequence[str]) -> list[FoundTable]:
    """Return the tables in a stretch of lines; `names` are the organisations that may head a column."""
    result: list[FoundTable] = []
    index = 0
    while index < len(lines):
        # Most lines are no row, and a table begins with one. What ends in a word is none.
        text = lines[index].text
        if (text[-2:].isalpha() and text[-2:].lower() not in UNKNOWN_ENDS) or row_of(text) is None:
            index += 1
            continue
        rows, stop = _rows_from(lines, index)
        table = _table(lines, index, rows, names) if len(rows) >= FEWEST_VALUES else None
        if table:
            result.append(table)
        index = stop if table else index + 1
    return result


def _rows_from(lines: Sequence[PrintedLine], index: int) -> tuple[list[Row], int]:
    """Return the rows of the table that begins here, as many values in each, and where it stops."""
    rows: list[Row] = []
    while index < len(lines):
        row, size = _row_at(lines, index, in_table=bool(rows))
        if row is None:
            break
        if rows and len(row.values) != len(rows[0].values):
            whole = _under_counts(row, rows)
            if whole is None:
                break
            row = whole
        rows.append(row)
        index += size
    return rows, index


def _row_at(lines: Sequence[PrintedLine], index: int, *, in_table: bool) -> tuple[Row | None, int]:
    """Read one row, whose label may have been broken over two lines."""
    line = lines[index]
    row = row_of(line.text)
    if row:
        row.lines = [line]
        return row, 1
    total = TOTAL.match(line.text) if in_table else None
    if total:
        return Row(total["label"], [_value(token) for token in total["values"].split()], [line]), 1
    below = lines[index + 1] if index + 1 < len(lines) else None
    broken = in_table and below and line.reads_as_title and len(line.text) <= LONGEST_LABEL
    rest = row_of(below.text) if broken and below and below.text[:1].islower() else None
    if rest is None or below is None or line.opens_section:
        return None, 0
    return Row(f"{line.text} {rest.label}", rest.values, [line, below]), 2


def row_of(text: str) -> Row | None:
    """Read a line as a label and its values; None for running text and for a row of years (a header)."""
    last = text.rsplit(None, 1)[-1] if text else ""
    bare = last.rstrip(".,;:)")
    if bare.isalpha() and bare.lower() not in ENDS_IN_LETTERS:
        return None
    tokens = TOKEN.findall(text)
    cut = len(tokens)
    while cut and is_value(tokens[cut - 1]):
        cut -= 1
    if cut == 0 and tokens and is_year(tokens[0]):
        cut = 1
    values = tokens[cut:]
    label = " ".join(tokens[:cut])
    if not label or len(values) < FEWEST_VALUES or all(map(is_year, values)):
        return None
    if len(label) > LONGEST_LABEL or SENTENCE.search(label) or FULL.search(label):
        return None
    return Row(label, [_value(token) for token in values])


def is_value(token: str) -> bool:
    """Say whether a word of a row is a value: a number, a share, an amount, an unknown, a dash."""
    patterns = (NUMBER, SHARE, AMOUNT, DASH)
    return is_unknown(token) or any(pattern.fullmatch(token) for pattern in patterns)


def _value(token: str) -> Value:
    return parsed(token) if NUMBER.fullmatch(token) else token


def _under_counts(total: Row, rows: Sequence[Row]) -> Row | None:
    """Set the fewer values of a total under the columns that count something: not under years or shares."""
    width = len(rows[0].values)
    counting = [
        column
        for column in range(width)
        if all(isinstance(row.values[column], float) and not _is_year_cell(row.values[column]) for row in rows)
    ]
    if not TOTAL_LABEL.match(total.label) or len(counting) != len(total.values):
        return None
    values: list[Value] = [None] * width
    for column, value in zip(counting, total.values, strict=True):
        values[column] = value
    return Row(total.label, values, total.lines)


def _is_year_cell(value: Value) -> bool:
    return isinstance(value, float) and value.is_integer() and is_year(f"{value:.0f}")


def _table(lines: Sequence[PrintedLine], index: int, rows: list[Row], names: Sequence[str]) -> FoundTable | None:
    labels = _labels(rows, names)
    count = len(labels[0]) + len(rows[0].values) - 1
    begin, columns = _header(lines, index, count, names)
    if len(rows) < FEWEST_ROWS and not any(columns):
        return None
    if len({row.label for row in rows}) < len(rows) or not any(counts(value) for row in rows for value in row.values):
        return None
    values = with_years_as_text([list(row.values) for row in rows])
    return FoundTable(
        title=titled_above(lines, begin),
        columns=columns,
        rows=tuple((*label, *cells) for label, cells in zip(labels, values, strict=True)),
        span=span_of([*lines[begin:index], *(line for row in rows for line in row.lines)]),
    )


def _labels(rows: Sequence[Row], names: Sequence[str]) -> list[tuple[str | None, ...]]:
    """Return the labels; where each ends in an organisation's name ("Zuidrand De Kade") that is a column of its own."""
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    owned = re.compile(rf"(.+?)\s+({known})") if known else None
    parts = [owned.fullmatch(row.label) if owned else None for row in rows]
    if not any(parts) or not all(part or TOTAL_LABEL.match(row.label) for part, row in zip(parts, rows, strict=True)):
        return [(row.label,) for row in rows]
    return [(part[1], part[2]) if part else (row.label, None) for part, row in zip(parts, rows, strict=True)]


def _header(lines: Sequence[PrintedLine], index: int, count: int, names: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    """Return where the header above the first row begins and what it names; index and empty names without one."""
    first = index
    while first and index - first < MOST_HEADER_LINES:
        above = lines[first - 1]
        if above.page != lines[index].page or _ends_header(above):
            break
        if above.kind is BlockKind.HEADING and not names_columns(above.text, count, names):
            break
        first -= 1
        parted = first == 0 or above.space_before > FAR or above.kind is BlockKind.HEADING
        header = [line.text for line in lines[first:index]]
        found = column_names(header, count, names, stands_apart=lines[index].space_before > FAR) if parted else ()
        if any(found):
            return first, found
    return index, ("",) * (count + 1)


def _ends_header(line: PrintedLine) -> bool:
    if line.opens_section or CAPTION.match(line.text) or not line.reads_as_title:
        return True
    return bool(SENTENCE.search(line.text) or FULL.search(line.text) or row_of(line.text))
