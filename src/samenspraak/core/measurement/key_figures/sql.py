"""Compiles key figures to one portable SQL text: exact sums of whole numbers; dividing is done afterwards, in Python.

Every word of the text is a name or code of ours, a number, or a place that cannot end a string: nothing is quoted in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samenspraak.core.measurement.key_figures.classification import WHOLE, classify
from samenspraak.core.measurement.key_figures.columns import COLUMNS, PLACES, ColumnKind, Subject
from samenspraak.core.measurement.key_figures.conditions import (
    All,
    Any,
    Condition,
    IsOneOf,
    IsUnknown,
    IsYes,
    Not,
    simplified,
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
    """An SQL text, what its columns mean, and which figures it cannot answer, with the reason."""

    text: str
    groups: tuple[str, ...]
    measures: Mapping[Measure, int]  # place of the sum among the measures
    unknown: Mapping[str, str]  # reason by code of a figure


def figures_query(
    figures: Sequence[KeyFigure],
    *,
    by: Sequence[str],
    limits: YearLimits,
    present: frozenset[str],
    rule: OwnershipRule = OwnershipRule.IN_PROPORTION,
    is_classified: bool = False,
) -> Query:
    """Return the query for figures of one subject and year; `present` are the columns that its data have."""
    (subject,) = {figure.subject for figure in figures}
    refuse_unknown_groupings(by)
    classes = classify(subject, limits, present)
    missing = _missing_in_cube(subject, present) if is_classified else classes.unknown
    unknown = {f.code: _reason(f, missing) for f in figures if _reason(f, missing)}
    answered = [figure for figure in figures if figure.code not in unknown]
    sums = {measure: _sum(measure, rule) for measure in dict.fromkeys(measures_of(answered))}
    places = {text: place for place, text in enumerate(dict.fromkeys(sums.values()))}
    measures = {measure: places[text] for measure, text in sums.items()}
    used = {column for measure in measures for column in _stored(measure)}
    inner = {} if is_classified else classes.expressions
    text = _text(subject, by, limits.year, list(places), _inner(inner, {*used, *by}))
    return Query(text, tuple(by), measures, unknown)


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
    """Return the query that keeps classes and counts only: no unit, day, income or household is left."""
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
    return f"SELECT {listed}\nFROM ({source}) AS classified\nGROUP BY {', '.join(keys)}"


def refuse_unknown_groupings(by: Sequence[str]) -> None:
    """Refuse to group by anything but places."""
    for name in by:
        if name not in GROUPINGS:
            raise NoSuchGrouping(f"Groeperen naar “{name}” kan niet. Kies uit: {', '.join(GROUPINGS)}.")


def _text(subject: Subject, by: Sequence[str], year: int, sums: Sequence[str], inner: str) -> str:
    listed = [*by, *(f"CAST({text} AS BIGINT) AS m{place}" for place, text in enumerate(sums))]
    columns = ",\n  ".join(listed or ["COUNT(*) AS rows_seen"])
    lines = [f"SELECT {columns}"]
    source = f"{inner or 'SELECT *'}\n  FROM {subject}\n  WHERE edition = {year}"  # noqa: S608 - all ours
    lines.append(f"FROM ({source}) AS classified")
    if by:
        lines.append(f"GROUP BY {', '.join(by)}")
    return "\n".join(lines)


def _inner(expressions: Mapping[str, str], used: set[str]) -> str:
    """Return the classification, with only what is asked for."""
    wanted = [(name, text) for name, text in expressions.items() if name in used or name in {"units", "owned"}]
    return (
        "SELECT " + ",\n    ".join(f"{text} AS {name}" if text != name else name for name, text in wanted)
        if wanted
        else ""
    )


def _sum(measure: Measure, rule: OwnershipRule) -> str:
    weight = _weight(measure, rule)
    if measure.where is None:
        return f"COALESCE(SUM({weight}), 0)"
    return f"COALESCE(SUM(CASE WHEN {condition_sql(simplified(measure.where))} THEN {weight} ELSE 0 END), 0)"


def _weight(measure: Measure, rule: OwnershipRule) -> str:
    if measure.total_of == "evictions":
        return f"evictions_units * {WHOLE}"  # people put out of their homes are not counted by halves
    if rule is OwnershipRule.IN_PROPORTION:
        return f"{measure.total_of}_owned" if measure.total_of else "owned"
    return f"{measure.total_of or 'units'}{'_units' if measure.total_of else ''} * {WHOLE}"


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


def _stored(measure: Measure) -> Iterable[str]:
    for column in measure.columns():
        yield from (f"{column}_units", f"{column}_owned") if column == measure.total_of else (column,)


def _missing_in_cube(subject: Subject, present: frozenset[str]) -> dict[str, str]:
    names = {c.name: f"{c.name}_units" if c.kind is ColumnKind.TOTAL else c.name for c in COLUMNS[subject]}
    dutch = {c.name: c.dutch for c in COLUMNS[subject]}
    return {
        name: f"bij het inlezen was {dutch[name]} niet bekend" for name, held in names.items() if held not in present
    }


def _reason(figure: KeyFigure, missing: Mapping[str, str]) -> str:
    return next((missing[column] for column in sorted(figure.columns()) if column in missing), "")
