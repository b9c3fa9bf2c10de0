"""Compiles key figures to one portable SQL text: exact sums of whole numbers; dividing is done afterwards, in Python.

Every word of the text is a name or code of ours, a number, or a place that cannot end a string: nothing is quoted in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samenspraak.core.measurement.key_figures.classification import WHOLE, classify, lacks_limit, lacks_raw
from samenspraak.core.measurement.key_figures.columns import COLUMNS, PLACES, ColumnKind, Subject
from samenspraak.core.measurement.key_figures.combinations import Together, put_together
from samenspraak.core.measurement.key_figures.conditions import (
    All,
    Any,
    Condition,
    IsOneOf,
    IsUnknown,
    IsYes,
    Not,
    columns_in,
)
from samenspraak.core.measurement.key_figures.declaration import FigureUnit, KeyFigure, Measure
from samenspraak.core.measurement.key_figures.errors import NoSuchGrouping
from samenspraak.core.measurement.key_figures.limits import YearLimits

GROUPINGS = tuple(column.name for column in PLACES)


class OwnershipRule(StrEnum):
    """How a unit counts that an association owns for a part."""

    IN_PROPORTION = "in_proportion"  # half owned counts for a half
    WHOLE = "whole"  # every unit counts as one


@dataclass(frozen=True, slots=True)
class Query:
    """An SQL text, what its columns mean, and which figures it cannot answer, with the reason.

    A row says which part of the sums it holds, of which group, and those sums; `sums_by_group` puts the parts together.
    """

    text: str
    groups: tuple[str, ...]
    measures: Mapping[Measure, int]  # place of the sum among all sums of a group
    unknown: Mapping[str, str]  # reason by code of a figure
    parts: tuple[int, ...]  # how many sums each part has

    def sums_by_group(self, rows: Iterable[Sequence[object]]) -> dict[tuple[str | None, ...], list[int]]:
        """Return all sums of each group, in hundredths of a per cent of a unit."""
        starts = [sum(self.parts[:part]) for part in range(len(self.parts))]
        first, total = 1 + len(self.groups), sum(self.parts)
        found: dict[tuple[str | None, ...], list[int]] = {} if self.groups else {(): [0] * total}
        for row in rows:
            group = tuple(None if cell is None else str(cell) for cell in row[1:first])
            sums = found.setdefault(group, [0] * total)
            part = int(str(row[0]))
            start, count = starts[part], self.parts[part]
            sums[start : start + count] = [int(cell) for cell in row[first : first + count]]  # type: ignore[call-overload]
        return found


def figures_query(  # noqa: PLR0913 - a question has these parts
    figures: Sequence[KeyFigure],
    *,
    by: Sequence[str],
    limits: YearLimits,
    present: frozenset[str],
    rule: OwnershipRule = OwnershipRule.IN_PROPORTION,
    is_classified: bool = False,
    table: str = "",
) -> Query:
    """Return the query for figures of one subject and year; `present` are the columns that its data have.

    The rows stand in a table with the name of the subject, unless `table` gives another name.
    """
    (subject,) = {figure.subject for figure in figures}
    refuse_unknown_groupings(by)
    classes = classify(subject, limits, present)
    missing = _missing_in_cube(subject, present, limits) if is_classified else classes.unknown
    unknown = {f.code: _reason(f, missing) for f in figures if _reason(f, missing)}
    answered = [figure for figure in figures if figure.code not in unknown]
    source = _Source(table or subject, limits.year, {} if is_classified else classes.expressions)
    sets = put_together(measures_of(answered), subject)
    if by and all(together.rows for together in sets):
        sets.append(Together((), frozenset(), ()))  # names the groups of which no row is counted
    parts: list[tuple[Together, list[str]]] = []
    measures: dict[Measure, int] = {}
    for together in sets:
        sums = {measure: _sum(measure, besides, rule) for measure, besides in together.measures}
        start, texts = sum(len(each) for _, each in parts), list(dict.fromkeys(sums.values()))
        measures |= {measure: start + texts.index(text) for measure, text in sums.items()}
        parts.append((together, texts))
    text = _text(source, by, parts, rule)
    return Query(text, tuple(by), measures, unknown, tuple(len(each) for _, each in parts))


def measures_of(figures: Iterable[KeyFigure]) -> Iterable[Measure]:
    """Yield every measure that figures are made of; of a share the numerator counts within the denominator."""
    for figure in figures:
        yield within(figure)
        if isinstance(figure.denominator, Measure):
            yield figure.denominator
        if figure.left_out is not None:
            yield figure.left_out


def within(figure: KeyFigure) -> Measure:
    """Return the numerator as it is counted."""
    if figure.unit is not FigureUnit.SHARE or not isinstance(figure.denominator, Measure):
        return figure.numerator
    parts = [part for part in (figure.denominator.where, figure.numerator.where) if part is not None]
    return Measure(All(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None)


def cube_query(subject: Subject, limits: YearLimits, present: frozenset[str]) -> str:
    """Return the query that keeps classes and counts only: no unit, day, income or household is left.

    In the order of places: what is counted per place is read faster then.
    """
    classes = classify(subject, limits, present)
    keys = [c.name for c in COLUMNS[subject] if c.kind is not ColumnKind.TOTAL and c.name not in classes.unknown]
    totals = [c.name for c in COLUMNS[subject] if c.kind is ColumnKind.TOTAL and c.name not in classes.unknown]
    sums = [
        f"CAST(SUM({name}) AS BIGINT) AS {name}" for total in totals for name in (f"{total}_units", f"{total}_owned")
    ]
    counts = ["CAST(SUM(units) AS BIGINT) AS units", "CAST(SUM(owned) AS BIGINT) AS owned"]
    columns = [*keys, *(n for t in totals for n in (f"{t}_units", f"{t}_owned")), "units", "owned"]
    inner = _inner(classes.expressions, set(columns))
    listed = ", ".join([f"{limits.year} AS edition", *keys, *counts, *sums])
    source = f"{inner}\n  FROM {subject}\n  WHERE edition = {limits.year}"
    return f"SELECT {listed}\nFROM ({source}) AS classified\nGROUP BY {', '.join(keys)}\nORDER BY {', '.join(keys)}"


def places_query(subject: Subject, year: int, *, table: str = "") -> str:
    """Return the query for the municipalities in which there are rows; one of them may be unknown."""
    source = f"{table or subject} WHERE edition = {year}"
    return f"SELECT DISTINCT municipality FROM {source} ORDER BY municipality"  # noqa: S608 - all ours


def refuse_unknown_groupings(by: Sequence[str]) -> None:
    """Refuse to group by anything but places."""
    for name in by:
        if name not in GROUPINGS:
            raise NoSuchGrouping(f"Groeperen naar “{name}” kan niet. Kies uit: {', '.join(GROUPINGS)}.")


@dataclass(frozen=True, slots=True)
class _Source:
    """The rows of a year, and how their columns follow from what is stored."""

    table: str
    year: int
    expressions: Mapping[str, str]

    def select(self, used: set[str], rows: Sequence[Condition]) -> str:
        """Return rows as a table, with only what is asked for."""
        inner = _inner(self.expressions, used | {column for part in rows for column in columns_in(part)}) or "SELECT *"
        source = f"({inner}\n  FROM {self.table}\n  WHERE edition = {self.year}) AS classified"
        return f"{source}\n  WHERE {condition_sql(All(tuple(rows)))}" if rows else source


def _text(
    source: _Source, by: Sequence[str], parts: Sequence[tuple[Together, Sequence[str]]], rule: OwnershipRule
) -> str:
    """Return one text: the parts below each other, with noughts where another part has more sums."""
    width = max((len(sums) for _, sums in parts), default=0)
    texts = [
        _part(source, by, number, together, [*sums, *["0"] * (width - len(sums))], rule)
        for number, (together, sums) in enumerate(parts)
    ]
    return "\nUNION ALL\n".join(texts) or f"SELECT 0 AS part FROM {source.table} WHERE false"  # noqa: S608 - ours


def _part(
    source: _Source, by: Sequence[str], number: int, together: Together, sums: Sequence[str], rule: OwnershipRule
) -> str:
    """Return what counts rows per combination of columns, and then adds up the combinations that a measure looks at."""
    keys = list(dict.fromkeys([*by, *sorted(together.columns)]))
    weights = sorted({_weight(measure, rule)[0] for measure, _ in together.measures})
    counted = [f"CAST(SUM({weight}) AS BIGINT) AS {weight}" for weight in weights]
    rows = source.select({*keys, *weights}, together.rows)
    inner = f"SELECT {', '.join([*keys, *counted])}\n  FROM {rows}"  # noqa: S608 - all ours
    if keys:
        inner += f"\n  GROUP BY {', '.join(keys)}"
    listed = [f"CAST({text} AS BIGINT) AS m{place}" for place, text in enumerate(sums)]
    columns = ",\n  ".join([f"{number} AS part", *by, *listed])
    lines = [f"SELECT {columns}", f"FROM ({inner}) AS combined"]
    if by:
        lines.append(f"GROUP BY {', '.join(by)}")
    return "\n".join(lines)


def _inner(expressions: Mapping[str, str], used: set[str]) -> str:
    """Return the classification, with only what is asked for."""
    wanted = [(name, text) for name, text in expressions.items() if name in used]
    return (
        "SELECT " + ",\n    ".join(f"{text} AS {name}" if text != name else name for name, text in wanted)
        if wanted
        else ""
    )


def _sum(measure: Measure, besides: Sequence[Condition], rule: OwnershipRule) -> str:
    column, times = _weight(measure, rule)
    weight = column if times == 1 else f"{column} * {times}"
    if not besides:
        return f"COALESCE(SUM({weight}), 0)"
    return f"COALESCE(SUM(CASE WHEN {condition_sql(All(tuple(besides)))} THEN {weight} ELSE 0 END), 0)"


def _weight(measure: Measure, rule: OwnershipRule) -> tuple[str, int]:
    """Return the column that is summed, and by what it has to be multiplied to count in parts of a unit."""
    if measure.total_of == "evictions":
        return "evictions_units", WHOLE  # people put out of their homes are not counted by halves
    if rule is OwnershipRule.IN_PROPORTION:
        return f"{measure.total_of}_owned" if measure.total_of else "owned", 1
    return f"{measure.total_of}_units" if measure.total_of else "units", WHOLE


def condition_sql(condition: Condition) -> str:
    """Return a condition as SQL; unknown stays unknown, and what is unknown is not counted."""
    match condition:
        case IsOneOf(column, codes):
            listed = ", ".join(f"'{_literal(code)}'" for code in codes)
            return f"{column} = {listed}" if len(codes) == 1 else f"{column} IN ({listed})"
        case IsYes(column):
            return f"{column} = 1"
        case IsUnknown(column):
            return f"{column} IS NULL"
        case Not(part):
            return f"NOT ({condition_sql(part)})"
        case All(parts):
            return " AND ".join(f"({condition_sql(part)})" for part in parts)
        case Any(parts):
            return " OR ".join(f"({condition_sql(part)})" for part in parts)


def _literal(code: str) -> str:
    """Return a text that ends no string on any engine; the language lets no such text through."""
    if "'" in code or "\\" in code:
        raise ValueError(code)
    return code


def _missing_in_cube(subject: Subject, present: frozenset[str], limits: YearLimits) -> dict[str, str]:
    names = {c.name: f"{c.name}_units" if c.kind is ColumnKind.TOTAL else c.name for c in COLUMNS[subject]}
    return {
        name: lacks_limit(name, limits) or lacks_raw(name, subject)
        for name, held in names.items()
        if held not in present
    }


def _reason(figure: KeyFigure, missing: Mapping[str, str]) -> str:
    return next((missing[column] for column in sorted(figure.columns()) if column in missing), "")
