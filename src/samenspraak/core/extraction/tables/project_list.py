"""Lists of building projects that became plain text: a name, how many dwellings, perhaps when; subtotals and totals.

A row stands on one line ("Plan Zuid 46 woningen Oplevering 2027") or its cells stand below each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from samenspraak.core.extraction.blocks import BlockKind
from samenspraak.core.extraction.result import FoundTable
from samenspraak.core.extraction.tables.cells import Value, amount_in
from samenspraak.core.extraction.tables.printed import FAR, NUMBER_BEFORE, PrintedLine, span_of, title_of
from samenspraak.core.extraction.tables.project_rows import (
    COUNT_HEADER,
    LONGEST_NAME,
    QUANTITY,
    Project,
    count_of,
    is_header,
    is_name,
    is_when,
)
from samenspraak.core.vocabulary.hints import DIGIT, Texts

FEWEST_ROWS = 3
MOST_WAITING = 3  # groups of lines without a number that may stand between two rows
# Asked before the longer QUANTITY: what is counted, and that it is not known how many.
DWELLING_WORDS = tuple("woning appart eenhe unit studio vhe".split())
UNKNOWN_WORDS = (*"ntb n.t t.b n.b nader onbekend".split(), "n. t", "t. b", "n. b")
REACH = 12  # lines around a number in which its name, its category and the title of its list stand
SUBTOTAL, TOTAL = "subtotaal", "totaal"
TOTAL_NAME = re.compile(r"^(?P<sub>sub)?totaal\b", re.IGNORECASE)


@dataclass(slots=True)
class ProjectList:
    """A list as far as it was read, and the groups of lines that wait for what they belong to."""

    rows: list[Project] = field(default_factory=list)
    waiting: list[list[PrintedLine]] = field(default_factory=list)
    category: str | None = None
    title: str | None = None
    count_name: str = "aantal woningen"

    def wait(self, line: PrintedLine) -> None:
        """Let a line wait, with the line right above it when nothing parts them."""
        if self.waiting and line.space_before <= FAR:
            self.waiting[-1].append(line)
        else:
            self.waiting.append([line])
        words = _words(self.waiting[-1])
        if is_header(words):
            self.waiting.pop()
            self.count_name = words if COUNT_HEADER.match(words) else self.count_name
            self.take_category(has_header=True)

    def take_category(self, *, has_header: bool = False) -> None:
        """What waits above a row is its category; above the first row, the title comes before it."""
        groups, self.waiting = self.waiting, []
        if not groups:
            return
        if self.rows or len(groups) > 1 or (has_header and not _is_heading(groups[0])):
            self.category = _words(groups.pop())
        if groups and not self.rows:
            self.title = title_of(_words(groups[-1]))


def project_tables(lines: Sequence[PrintedLine]) -> list[FoundTable]:
    """Return the project lists in a stretch of lines."""
    result: list[FoundTable] = []
    quantities = _quantities_in(lines)
    near = _near(quantities)
    current: ProjectList | None = None
    for index, line in enumerate(lines):
        if index not in near:
            result += _closed(current)
            current = None
            continue
        is_open = current is not None and (current.rows or current.waiting)
        if not is_open and quantities[index] is None and not line.reads_as_title:
            current = None  # running text
            continue
        current = current or ProjectList()
        if _read(current, line, quantities[index]):
            continue
        result += _closed(current)
        current = ProjectList()
        if line.reads_as_title and not line.marker:
            current.wait(line)
    return result + _closed(current)


def _quantities_in(lines: Sequence[PrintedLine]) -> list[re.Match[str] | None]:
    found: list[re.Match[str] | None] = [None] * len(lines)
    lowered = [line.text.lower() for line in lines]
    texts = Texts(lowered)
    counting = [index for index in texts.having(DWELLING_WORDS) if DIGIT.search(lowered[index])]
    for index in {*counting, *texts.having(UNKNOWN_WORDS)}:
        line = lines[index]
        if not line.marker and len(line.text) <= 2 * LONGEST_NAME:
            found[index] = QUANTITY.search(line.text)
    return found


def _near(quantities: Sequence[re.Match[str] | None]) -> set[int]:
    """Return the lines close enough to a number of dwellings to belong to its list; no others are looked at."""
    counting = [index for index, quantity in enumerate(quantities) if quantity]
    return {line for index in counting for line in range(index - REACH, index + REACH + 1)}


def _read(found: ProjectList, line: PrintedLine, quantity: re.Match[str] | None) -> bool:
    """Take a line into the list; False when it cannot belong to one."""
    if line.marker or len(line.text) > 2 * LONGEST_NAME or line.opens_section:
        return False
    if quantity:
        return _read_row(found, line, quantity)
    goes_on = bool(found.waiting) and line.space_before <= FAR and line.kind is not BlockKind.ITEM
    if not line.reads_as_title and not goes_on:
        return False
    last = found.rows[-1] if found.rows else None
    if last and last.is_open and not found.waiting and is_when(line.text):
        last.term, last.is_open = line.text, False
        last.lines.append(line)
        return True
    found.wait(line)
    if not found.rows:
        del found.waiting[:-MOST_WAITING]
    return (
        len(found.waiting) <= MOST_WAITING and len(_words(found.waiting[-1])) <= 2 * LONGEST_NAME
        if found.waiting
        else True
    )


def _read_row(found: ProjectList, line: PrintedLine, quantity: re.Match[str]) -> bool:
    before, after = line.text[: quantity.start()].strip(" :–-"), line.text[quantity.end() :].strip(" ,;:()–-")
    above: list[PrintedLine] = []
    if not before and found.waiting:
        above = found.waiting.pop()
    name = NUMBER_BEFORE.sub("", before or _words(above))
    if not is_name(name) or (after and not is_when(after)):
        return False
    found.take_category()
    found.rows.append(Project(found.category, name, count_of(quantity), after or None, [*above, line], not before))
    return True


def _is_heading(group: Sequence[PrintedLine]) -> bool:
    return group[0].kind is BlockKind.HEADING or group[0].opens_section


def _words(lines: Sequence[PrintedLine]) -> str:
    return " ".join(line.text for line in lines)


def _closed(found: ProjectList | None) -> list[FoundTable]:
    """Return the table that was read, if it holds enough rows to be one."""
    rows = found.rows if found else []
    if (
        not found
        or len(rows) < FEWEST_ROWS
        or len({row.name for row in rows}) < 2
        or not any(amount_in(row.count) for row in rows)
    ):
        return []
    _mark_totals(rows)
    lines = [line for row in rows for line in row.lines]
    cells: list[tuple[Value, ...]] = [(row.category, row.name, row.count, row.term) for row in rows]
    names = ("categorie", "project", found.count_name.lower(), "realisatie")
    kept = [column for column in range(4) if column in (1, 2) or any(row[column] for row in cells)]
    return [
        FoundTable(
            title=found.title or lines[0].heading,
            columns=tuple(names[column] for column in kept),
            rows=tuple(tuple(row[column] for column in kept) for row in cells),
            span=span_of(lines),
        )
    ]


def _mark_totals(rows: list[Project]) -> None:
    """Name the rows that add others up: by their label, by a term they share with others, or by their number."""
    parts: list[Project] = []  # since the last total, and in none
    for row in rows:
        same_term = [part for part in parts if part.term == row.name]
        if found := TOTAL_NAME.match(row.name):
            row.category, parts = (SUBTOTAL if found["sub"] else TOTAL), []
        elif same_term:
            row.category, row.term = SUBTOTAL, row.name
            parts = [part for part in parts if part not in same_term]
        elif _adds_up(parts, row):
            row.category, parts = SUBTOTAL, []
        else:
            parts.append(row)


def _adds_up(parts: list[Project], row: Project) -> bool:
    """Say whether a row is the sum of those before it, or the only number below rows that are all unknown."""
    own = amount_in(row.count)
    if own is None or len(parts) < 2 or row.term:
        return False
    amounts = [amount_in(part.count) for part in parts]
    if not any(amounts):
        return True
    return all(amounts) and sum(amount[0] for amount in amounts if amount) == own[0]
