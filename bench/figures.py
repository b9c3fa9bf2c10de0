"""Key figures of the national stock, beside SQL and pandas by hand; memory; and taking in a file of 200,000 rows.

`python -m bench figures`. The data are made once, into a folder of the machine's temporary directory (some 270 MB), and kept there.
"""

# ruff: noqa: E501, S608 - rows of results; SQL of our own

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd

from bench import figures_by_hand as hand
from bench.figures_by_hand import Amounts
from bench.national_stock import ALLOCATIONS, DWELLINGS, YEARS, make
from samenspraak.core.measurement.households import Household
from samenspraak.core.measurement.key_figures.classification import CLASS_LIMITS
from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.core.measurement.key_figures.limits import YearLimits, limits_of
from samenspraak.core.measurement.key_figures.sql import Query, figures_query
from samenspraak.engines.extracts.taking import Question, take_in
from samenspraak.engines.knowledge.key_figures import load_key_figures
from samenspraak.engines.knowledge.parameters import load_parameters
from samenspraak.engines.warehouse.computing import compute
from samenspraak.engines.warehouse.on_duckdb import DuckDb, open_duckdb, parquet
from samenspraak.engines.warehouse.snapshots import snapshot_path

FOLDER = Path(tempfile.gettempdir()) / "samenspraak-bench-figures"
BY = ("association", "municipality")
YEAR, RUNS, ROWS = 2025, 3, 200_000
FIGURES, PARAMETERS = load_key_figures(), load_parameters()
Action = Callable[[], object]


@dataclass(frozen=True)
class Took:
    """How long something took: on the clock, and of the processors."""

    wall: float
    processor: float

    def __str__(self) -> str:
        return f"{self.wall:7.2f} s on the clock, {self.processor:6.2f} s of processor"

    def times(self, other: Took) -> str:
        """Say how often the other fits in this."""
        return (
            f"{self.wall / other.wall:.2f} times on the clock, {self.processor / other.processor:.2f} in processor time"
        )


def measure() -> Iterator[str]:
    """Yield the rows as they are measured."""
    make(FOLDER)
    yield f"{len(FIGURES)} figures; {DWELLINGS:,} dwellings and {ALLOCATIONS:,} allocations a year; per association and municipality"
    with DuckDb(FOLDER) as engine, open_duckdb() as other:
        yield from _sums("one year, stock and allocations", [YEAR], list(Subject), engine, other)
        yield from _sums("twelve years, stock", list(YEARS), [Subject.STOCK], engine, other)
    yield from _without_reading()
    with DuckDb(FOLDER) as engine:
        for name, years in (("one year", [YEAR]), ("twelve years", list(YEARS))):
            took, values = _took(
                lambda years=years: compute(engine, FIGURES, years=years, groupings=[BY], parameters=PARAMETERS)
            )  # type: ignore[misc]
            yield f"{name}, all figures, divided, small numbers protected ({len(values):,} values)   {took}"  # type: ignore[arg-type]
            del values
    yield f"peak memory of one year and of twelve: {_peak('one')} and {_peak('twelve')} MB (wanted: under 2000)"
    yield f"taking in a CSV of {ROWS:,} rows: {_intake():.2f} s (wanted: under 5)"


def _sums(
    name: str, years: list[int], subjects: list[Subject], engine: DuckDb, other: duckdb.DuckDBPyConnection
) -> Iterator[str]:
    """Yield what the sums take in each way, reading included; refuse to time what counts differently."""
    asked = [(subject, year) for year in years for subject in subjects]
    queries = [_declared(engine, subject, year) for subject, year in asked]
    texts = [_sql(subject, year, _source(subject, year)) for subject, year in asked]
    for query, text, (subject, year) in zip(queries, texts, asked, strict=True):
        _compare(
            subject, query, engine, other.execute(text).fetchall(), _pandas(subject, year) if len(years) == 1 else None
        )
    ours, by_hand = _in_turn(
        lambda: [engine.rows(query.text) for query in queries],
        lambda: [other.execute(text).fetchall() for text in texts],
        RUNS if len(years) == 1 else 1,
    )
    yield f"{name}, declared       {ours}"
    yield f"{name}, SQL by hand    {by_hand}   declared is {ours.times(by_hand)} (wanted: at most 1.5)"
    pandas, _ = _took(lambda: [_pandas(subject, year).size for subject, year in asked])
    yield f"{name}, pandas         {pandas}   {pandas.times(ours)} declared (wanted: at least 10)"
    if len(years) > 1:
        return
    fastest, _ = _took(lambda: [_pandas(subject, year, is_fast=True).size for subject, year in asked])
    yield f"{name}, fastest pandas {fastest}   {fastest.times(ours)} declared"


def _without_reading() -> Iterator[str]:
    """Yield the same for the stock of one year that every way has in memory already."""
    amounts, path = _amounts(YEAR), _path(Subject.STOCK, YEAR)
    with open_duckdb(memory="3GB") as held:
        held.execute(f"CREATE TABLE stock AS SELECT * FROM {_source(Subject.STOCK, YEAR)}")
        with DuckDb(FOLDER) as engine:
            text = _declared(engine, Subject.STOCK, YEAR, is_held=True).text
        ours, by_hand = _in_turn(
            lambda: held.execute(text).fetchall(),
            lambda: held.execute(hand.stock_sql("stock", amounts)).fetchall(),
            RUNS,
        )
    yield f"one year, stock, already in memory, declared       {ours}"
    yield f"one year, stock, already in memory, SQL by hand    {by_hand}   declared is {ours.times(by_hand)}"
    stock = hand.stock_frame(path)
    pandas, _ = _took(lambda: hand.straightforward(stock, hand.stock_masks(stock, amounts)))
    yield f"one year, stock, already in memory, pandas         {pandas}   {pandas.times(ours)} declared"
    coded = hand.categorised(stock)
    fastest, _ = _took(lambda: hand.together(coded, hand.stock_masks(coded, amounts)))
    yield f"one year, stock, already in memory, fastest pandas {fastest}   {fastest.times(ours)} declared"


def _path(subject: Subject, year: int) -> Path:
    return snapshot_path(FOLDER, subject, year, "national")


def _source(subject: Subject, year: int) -> str:
    return parquet([_path(subject, year)])


def _declared(engine: DuckDb, subject: Subject, year: int, *, is_held: bool = False) -> Query:
    figures = [figure for figure in FIGURES if figure.subject is subject]
    present, table = engine.columns(subject, year), "" if is_held else engine.table(subject, year)
    return figures_query(figures, by=BY, limits=limits_of(PARAMETERS, year), present=present, table=table)


def _sql(subject: Subject, year: int, source: str) -> str:
    return (hand.stock_sql if subject is Subject.STOCK else hand.allocations_sql)(source, _amounts(year))


def _pandas(subject: Subject, year: int, *, is_fast: bool = False) -> pd.DataFrame:
    amounts, path = _amounts(year), _path(subject, year)
    if subject is Subject.ALLOCATIONS:
        rows = hand.allocations_frame(path)
        return (hand.together if is_fast else hand.straightforward)(rows, hand.allocation_masks(rows, amounts))
    rows = hand.stock_frame(path)
    if is_fast:
        rows = hand.categorised(rows)
        return hand.together(rows, hand.stock_masks(rows, amounts))
    return hand.straightforward(rows, hand.stock_masks(rows, amounts))


def _amounts(year: int) -> Amounts:
    """Look up what somebody would type in."""
    limits = limits_of(PARAMETERS, year)
    rents = [_cents(limits, name) for name in CLASS_LIMITS]
    households = (
        (Household.ONE_PERSON, Household.MORE_PERSONS),
        (Household.ONE_PERSON_OLDER, Household.MORE_PERSONS_OLDER),
    )
    target, *_ = [tuple(_cents(limits, "allocation_income_limit", each) for each in pair) for pair in households]
    primary, older = [tuple(_cents(limits, "appropriate_income_limit", each) for each in pair) for pair in households]
    mid = _cents(limits, "liberalisation_limit")
    return Amounts(year, tuple(rents), mid, target, primary, older)  # type: ignore[arg-type]


def _cents(limits: YearLimits, name: str, household: Household | None = None) -> int:
    found = limits.at(name, limits.last_day, household)
    return found.cents if found else 0


def _compare(
    subject: Subject, query: Query, engine: DuckDb, rows: Iterable[tuple[object, ...]], frame: pd.DataFrame | None
) -> None:
    """Refuse to time what counts differently: what is counted by hand has to be among the declared sums, and pandas the same."""
    ours = query.sums_by_group(engine.rows(query.text))
    by_hand = {(str(row[0]), str(row[1])): [int(str(cell or 0)) for cell in row[2:]] for row in rows}
    places = sorted(by_hand)
    if set(places) != set(ours):
        raise SystemExit("the declarations have other groups than SQL by hand")
    declared = set(zip(*(ours[place] for place in places), strict=True))
    columns = list(zip(*(by_hand[place] for place in places), strict=True))
    for number, column in enumerate(columns):
        parts = hand.PARTS_OF_WHOLES.get(number, ()) if subject is Subject.STOCK else ()
        rest = tuple(
            whole - sum(others) for whole, *others in zip(column, *(columns[part] for part in parts), strict=True)
        )
        if rest not in declared:
            raise SystemExit(f"sum {number} by hand is not among the declared ones")
    if frame is not None:
        in_pandas = {
            place: [int(cell) for cell in row] for place, row in zip(frame.index, frame.to_numpy(), strict=True)
        }
        if in_pandas != by_hand:
            raise SystemExit("pandas does not count the same as SQL by hand")


def _in_turn(one: Action, other: Action, runs: int) -> tuple[Took, Took]:
    """Return the medians of two that take turns, so that what else the machine does hits both."""
    one()
    other()
    pairs = [(_took(one)[0], _took(other)[0]) for _ in range(runs)]
    return _median(first for first, _ in pairs), _median(second for _, second in pairs)


def _median(all_of_them: Iterable[Took]) -> Took:
    found = list(all_of_them)
    return Took(statistics.median(took.wall for took in found), statistics.median(took.processor for took in found))


def _took(action: Action) -> tuple[Took, object]:
    begin, used = time.perf_counter(), time.process_time()
    result = action()
    return Took(time.perf_counter() - begin, time.process_time() - used), result


def _intake() -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bezit.csv"
        head = "VHE-nummer;Corporatie;Gemeente;Wijk;Netto huur;Aantal primo;Aantal ultimo;Eigendomspercentage;Zelfstandig;Energielabel;Maatschappelijk label;Toegankelijkheidslabel;Leeg sinds"
        rows = (
            f"{i};L0943;Heiloo;Centrum {i % 9};{300 + i % 90_000 / 100:.2f};1;1;100;ja;{'ABCDEFG'[i % 7]};DAEB;NUL;{'1-9-2025' if i % 50 == 0 else ''}".replace(
                ".", ","
            )
            for i in range(ROWS)
        )
        path.write_text("\n".join([head, *rows]), encoding="cp1252")
        question = Question(Subject.STOCK, YEAR, {}, PARAMETERS)
        return statistics.median(
            _took(lambda number=number: take_in(path, question, Path(folder) / f"kept{number}"))[0].wall  # type: ignore[misc]
            for number in range(RUNS)
        )


def _peak(what: str) -> int:
    """Return the peak memory in MB of a process of its own."""
    done = subprocess.run([sys.executable, "-m", "bench.figures", what], capture_output=True, text=True, check=True)
    return int(done.stdout)


if __name__ == "__main__":
    with DuckDb(FOLDER) as warehouse:
        asked = [YEAR] if sys.argv[1] == "one" else YEARS
        compute(warehouse, FIGURES, years=asked, groupings=[BY], parameters=PARAMETERS)
    # What the system says of this process alone: the other figure begins with that of the process that started it.
    (line,) = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:")]
    print(int(line.split()[1]) // 1024)
