"""Asks an engine for figures: one query per subject, year and grouping; divided and protected afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from samenspraak.core.measurement.key_figures.classification import LIMIT_NAMES, NEEDED_LIMITS
from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.core.measurement.key_figures.declaration import KeyFigure
from samenspraak.core.measurement.key_figures.limits import YearLimits, limits_of
from samenspraak.core.measurement.key_figures.protecting import protected
from samenspraak.core.measurement.key_figures.results import FigureValue, OutsideNumbers, OutsideTotals, values_from
from samenspraak.core.measurement.key_figures.sql import OwnershipRule, figures_query, places_query
from samenspraak.core.measurement.parameters import Parameters
from samenspraak.engines.warehouse.engine import Engine, Row
from samenspraak.engines.warehouse.errors import NoSnapshot

_SUBJECTS = {Subject.STOCK: "de voorraad", Subject.ALLOCATIONS: "toewijzingen"}


def compute(  # noqa: PLR0913 - a question has these parts
    engine: Engine,
    figures: Sequence[KeyFigure],
    *,
    years: Iterable[int],
    groupings: Sequence[Sequence[str]] = ((),),
    parameters: Parameters,
    rule: OwnershipRule = OwnershipRule.IN_PROPORTION,
    outside: Mapping[int, OutsideTotals] | None = None,
) -> list[FigureValue]:
    """Return the values; what is about people is protected over all groupings of the question together."""
    values: list[FigureValue] = []
    for year in years:
        limits = limits_of(parameters, year)
        for subject in Subject:
            asked = [figure for figure in figures if figure.subject is subject]
            if asked:
                values.extend(_values(engine, asked, groupings, limits, rule, (outside or {}).get(year, {})))
    return protected(values, figures)


def _values(
    engine: Engine,
    figures: Sequence[KeyFigure],
    groupings: Sequence[Sequence[str]],
    limits: YearLimits,
    rule: OwnershipRule,
    outside: OutsideTotals,
) -> list[FigureValue]:
    subject = figures[0].subject
    present = engine.columns(subject, limits.year)
    if not present:
        raise NoSnapshot(
            f"Van {_SUBJECTS[subject]} zijn er geen gegevens over {limits.year}. Lees eerst een bestand in."
        )
    values: list[FigureValue] = []
    table = engine.table(subject, limits.year)
    for by in groupings:
        query = figures_query(
            figures,
            by=by,
            limits=limits,
            present=present,
            rule=rule,
            is_classified="units" in present,
            table=table,
        )
        numbers = outside
        if not by and outside and "municipality" in present:
            numbers = _where_there_are_rows(outside, engine.rows(places_query(subject, limits.year, table=table)))
        values.extend(values_from(query, figures, engine.rows(query.text), year=limits.year, outside=numbers))
    return values


def _where_there_are_rows(outside: OutsideTotals, rows: Iterable[Row]) -> OutsideTotals:
    """Return the numbers of the municipalities that the data are about, whatever else was given."""
    places = ["" if row[0] is None else str(row[0]) for row in rows]
    return {place: outside.get(place, OutsideNumbers()) for place in places}


def unverified_limits(
    figures: Iterable[KeyFigure], parameters: Parameters, years: Iterable[int]
) -> dict[int, list[str]]:
    """Return per year, in Dutch, the limits under these figures that were found in an indirect place only."""
    needed = {name for figure in figures for column in figure.columns() for name in NEEDED_LIMITS.get(column, ())}
    found = {year: limits_of(parameters, year).unverified(needed) for year in years}
    return {year: [LIMIT_NAMES[name] for name in names] for year, names in found.items() if names}
