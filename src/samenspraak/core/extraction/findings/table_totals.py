"""Totals and subtotals in tables that their parts do not add up to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samenspraak.core.extraction.findings.codes import TABLE_TOTAL
from samenspraak.core.extraction.findings.material import Material, cut
from samenspraak.core.extraction.result import Finding, FoundTable
from samenspraak.core.extraction.tables.cells import Value, amount_in, counts, shown
from samenspraak.core.vocabulary.numbers import format_number

SUBTOTAL = re.compile(r"^(?:sub-?totaal|tussentelling|subtotalen)\b", re.IGNORECASE)
TOTAL = re.compile(
    r"^(?:eind|generaal )?(?:totaal|totalen)\b|^(?:samen|som|tezamen|alle corporaties samen)$", re.IGNORECASE
)
PART_OF = re.compile(r"^(?:waarvan|w\.v\.|daarvan|-|–|•|o\.a\.|inclusief|incl\.)\s*", re.IGNORECASE)
# Columns that do not add up: shares, averages, prices, marks, dates.
NOT_ADDED = re.compile(
    r"%|aandeel|percentage|gemiddeld|index|cijfer|score|prijs|huur per|jaar$|datum|nr\.?$|nummer", re.IGNORECASE
)
SAME = 1e-6  # below this two numbers are the same
ABOUT = 0.1  # how far a total may be from parts of which one is "circa"

Row = tuple[Value, ...]


@dataclass(slots=True)
class Sum:
    """What was added so far: the amounts, whether one is unknown, whether one is about."""

    amount: float = 0.0
    is_known: bool = True
    is_about: bool = False
    count: int = 0
    decimals: int = 0

    def add(self, value: Value) -> None:
        """Add a cell; an unknown makes the sum unknown."""
        found = amount_in(value)
        self.count += 1
        if found is None:
            self.is_known = False
            return
        self.amount += found[0]
        self.is_about |= found[1]
        self.decimals = max(self.decimals, _decimals(found[0]))

    def differs_from(self, total: Value) -> bool:
        """Say whether a printed total cannot be this sum; False when that cannot be checked."""
        found = amount_in(total)
        if found is None or not self.is_known or self.count < 2:
            return False
        slack = ABOUT * found[0] if found[1] or self.is_about else 0.0
        # Parts rounded to a decimal may each be half of that decimal off, and so may their total.
        slack += 0.5 * (self.count + 1) * 10**-self.decimals if self.decimals else 0.0
        return abs(self.amount - found[0]) > slack + SAME


def findings(material: Material) -> Iterator[Finding]:
    """Yield a finding for every total in a table that can be checked and is wrong."""
    for table in material.tables:
        for label, total, added in (*_down(table), *_across(table)):
            yield TABLE_TOTAL.finding(
                table.span,
                table=f"‘{cut(table.title, 60)}’ " if table.title else "",
                where=material.at(table.span),
                label=label,
                total=shown(total),
                sum=format_number(added.amount),
            )


def _down(table: FoundTable) -> Iterator[tuple[str, Value, Sum]]:
    """Yield the totals below columns that differ, with what the rows add up to."""
    for column in range(len(table.columns)):
        if not NOT_ADDED.search(table.columns[column]) and any(counts(row[column]) for row in table.rows):
            yield from _column(table.rows, column)


def _column(rows: Sequence[Row], column: int) -> Iterator[tuple[str, Value, Sum]]:
    last = max((index for index, row in enumerate(rows) if _is_total(row)), default=-1)
    parts: list[Row] = []  # since the last subtotal
    subtotals: list[Row] = []
    for index, row in enumerate(rows):
        label = _label(row)
        if not _is_total(row):
            parts += [] if PART_OF.match(label) else [row]
            continue
        if index == last and not SUBTOTAL.match(label) and not _named_subtotal(row):
            added = _summed([*subtotals, *parts], column)
            whole = _summed([each for each in rows[:index] if not _is_total(each)], column)
            if added.differs_from(row[column]) and not _equals(whole, row[column]):
                yield label, row[column], added
            return
        own = [part for part in parts if label in part[1:]] or parts
        added = _summed(own, column)
        if added.differs_from(row[column]):
            yield label, row[column], added
        subtotals.append(row)
        parts = [part for part in parts if part not in own]


def _equals(added: Sum, total: Value) -> bool:
    return added.is_known and added.count > 1 and not added.differs_from(total)


def _summed(rows: Sequence[Row], column: int) -> Sum:
    result = Sum()
    for row in rows:
        result.add(row[column])
    return result


def _label(row: Row) -> str:
    """Return what a row is called: its first words, or its second when the first only say that it is a total."""
    words = [value for value in row[:2] if isinstance(value, str) and not counts(value)]
    if len(words) > 1 and words[0].lower() in {"subtotaal", "totaal"}:
        return words[1]
    return words[0] if words else shown(row[0])


def _is_total(row: Row) -> bool:
    first = next((value for value in row[:2] if isinstance(value, str)), "")
    return bool(SUBTOTAL.match(first) or TOTAL.match(first))


def _named_subtotal(row: Row) -> bool:
    return isinstance(row[0], str) and row[0].lower() == "subtotaal"


def _across(table: FoundTable) -> Iterator[tuple[str, Value, Sum]]:
    """Yield the totals in a last column that differ, when the other rows show that it adds the columns up."""
    last = len(table.columns) - 1
    if last < 3 or not TOTAL.match(table.columns[last]):
        return
    added = [(row, _across_row(row, table.columns)) for row in table.rows]
    checked = [(row, total) for row, total in added if total.is_known and isinstance(row[last], float)]
    wrong = [(row, total) for row, total in checked if total.differs_from(row[last])]
    if len(checked) >= 3 and len(wrong) < len(checked) / 2:
        yield from ((_label(row), row[last], total) for row, total in wrong)


def _across_row(row: Row, columns: Sequence[str]) -> Sum:
    result = Sum()
    for value, name in zip(row[1:-1], columns[1:-1], strict=True):
        if not NOT_ADDED.search(name):
            result.add(value)
    return result


def _decimals(number: float) -> int:
    return len(f"{number:.4f}".rstrip("0").partition(".")[2])
