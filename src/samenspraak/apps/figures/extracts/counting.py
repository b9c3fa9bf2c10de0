"""From a list to the values of key figures: all in one question, so that they are protected together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from django.conf import settings

from samenspraak.apps.figures.extracts.divisors import kind_of, numbers_now, outside_now
from samenspraak.apps.figures.extracts.door import counts_of, file_of, kept_rows_of, rows_kept_of
from samenspraak.apps.figures.extracts.known_figures import declared_now, own_figures_now, shipped_figures
from samenspraak.apps.figures.extracts.places import code_of
from samenspraak.apps.figures.known_parameters import parameters_now
from samenspraak.apps.figures.models import ColumnMapping, Extract, KeyFigureValue, OwnKeyFigure
from samenspraak.core.errors import SamenspraakError
from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.core.measurement.key_figures.declaration import KeyFigure
from samenspraak.core.measurement.key_figures.results import FigureValue, ValueState, decimal_text
from samenspraak.engines.extracts.opening import first_cells
from samenspraak.engines.extracts.problems import Problem
from samenspraak.engines.extracts.progress import Doing, Tell, silent
from samenspraak.engines.extracts.taking import Question, Taken, look_at, take_in
from samenspraak.engines.warehouse.computing import compute
from samenspraak.engines.warehouse.on_duckdb import DuckDb

GROUPINGS = ((), ("municipality",), ("municipality", "district"))
_PER_MUNICIPALITY = "dit aandeel is er per gemeente"
_LEVELS = dict(zip(GROUPINGS, KeyFigureValue.Level, strict=True))


@dataclass(frozen=True, slots=True)
class Counted:
    """What came of a list."""

    taken: Taken
    values: Sequence[KeyFigureValue]


def look(extract: Extract, tell: Tell = silent) -> Taken:
    """Return what would be counted of a list; nothing is kept. Raises SamenspraakError."""
    return look_at(file_of(extract), _question(extract), folder=counts_of(extract.organisation), tell=tell)


def heads_of(extract: Extract, error: SamenspraakError) -> Taken:
    """Return what to choose from where no column was recognised: the cells of the first row."""
    names = tuple(dict.fromkeys(first_cells(file_of(extract))))
    problem = Problem(error.code, "", error.message, "Zeg hieronder welke kolom welke is.")
    return Taken(extract.name, 0, {}, names, (), (problem,))


def count(extract: Extract, tell: Tell = silent) -> Counted:
    """Keep the counts of a list and compute its figures; raises SamenspraakError, and then nothing is kept."""
    folder = counts_of(extract.organisation)
    kept_rows = kept_rows_of(extract.organisation)
    taken = take_in(file_of(extract), _question(extract), folder, keep=kept_rows, tell=tell)
    try:
        tell(Doing.COMPUTING, 0, 1)
        return Counted(taken, tuple(values_of(extract)))
    except BaseException:
        forget(extract)
        raise


def rests_on(year: int) -> tuple[frozenset[int], frozenset[int]]:
    """Return by which own figures and numbers of municipalities the lists of a year are counted now."""
    return (
        frozenset(each.pk for each in own_figures_now()),
        frozenset(each.pk for each in numbers_now([year]).values()),
    )


def forget(extract: Extract) -> None:
    """Remove the counts of a list, and its rows where those are kept: nobody stands for them any more."""
    for path in (*snapshots_of(extract), *rows_kept_of(extract)):
        path.unlink(missing_ok=True)


def snapshots_of(extract: Extract) -> list[Path]:
    """Return the counts that are kept of a list: of one organisation there is one list a year about a subject."""
    return list(counts_of(extract.organisation).glob(f"{extract.subject}-{extract.year}-*.parquet"))


def values_of(extract: Extract, also: Sequence[tuple[OwnKeyFigure, KeyFigure]] = ()) -> Iterator[KeyFigureValue]:
    """Yield the values of a list, not yet kept; `also` are own figures that are only tried."""
    subject = Subject(extract.subject)
    tried = {(record.organisation_id, record.code) for record, _ in also}
    own = [pair for pair in declared_now() if (pair[0].organisation_id, pair[0].code) not in tried] + list(also)
    # Two municipalities may choose the same code: in the question each has one of its own.
    asked: dict[str, tuple[OwnKeyFigure | None, KeyFigure]] = {
        figure.code: (None, figure) for figure in shipped_figures().values() if figure.subject is subject
    }
    asked |= {f"{each[1].code}#{number}": each for number, each in enumerate(own) if each[1].subject is subject}
    with DuckDb(counts_of(extract.organisation)) as engine:
        has_districts = "district" in engine.columns(subject, extract.year)
        found = compute(
            engine,
            [_coded(figure, code) for code, (_, figure) in asked.items()],
            years=[extract.year],
            groupings=GROUPINGS if has_districts else GROUPINGS[:2],
            parameters=parameters_now(),
            outside={extract.year: outside_now(extract.year)},
        )
    for each in found:
        record, figure = asked[each.code]
        if record is None or _is_about(record, each):
            yield _as_record(extract, _of_a_place(each, figure), record, figure.code)


def _coded(figure: KeyFigure, code: str) -> KeyFigure:
    return figure if figure.code == code else replace(figure, code=code)


def _of_a_place(value: FigureValue, figure: KeyFigure) -> FigureValue:
    """What is divided by a number of the municipality has no value for a whole working area: some may be lacking."""
    if value.groups or not kind_of(figure):
        return value
    return replace(value, state=ValueState.UNKNOWN, value=None, denominator=None, reason=_PER_MUNICIPALITY)


def _is_about(record: OwnKeyFigure, value: FigureValue) -> bool:
    """A municipality's own figure is about that municipality."""
    return bool(value.group) and value.group[0] == code_of(record.organisation)


def _as_record(extract: Extract, value: FigureValue, own: OwnKeyFigure | None, code: str) -> KeyFigureValue:
    places = dict(zip(value.groups, value.group, strict=True))
    return KeyFigureValue(
        extract=extract,
        own=own,
        code=code,
        version=value.version,
        unit=value.unit.value,
        level=_LEVELS[value.groups],
        municipality=places.get("municipality") or "",
        district=places.get("district") or "",
        state=value.state.value,
        value=_exact(value.value, 8),
        numerator=_exact(value.numerator, 4),
        denominator=_exact(value.denominator, 4),
        left_out=_exact(value.left_out, 4),
        reason=value.reason[:500],
    )


def _exact(number: Fraction | None, decimals: int) -> Decimal | None:
    return None if number is None else Decimal(decimal_text(number, decimals))


def key_of(extract: Extract) -> str:
    """Return what an organisation is called in counts: it keeps that when its name changes."""
    return f"organisatie {extract.organisation_id}"


def _question(extract: Extract) -> Question:
    kept = ColumnMapping.objects.filter(organisation=extract.organisation, subject=extract.subject).first()
    mapping = dict(kept.columns) if kept else {}
    mapping["association"] = f"={key_of(extract)}"
    return Question(Subject(extract.subject), extract.year, mapping, parameters_now(), settings.LIST_ROWS)
