"""Key figures of the national stock, beside SQL and pandas by hand; memory; and taking in a file of 200,000 rows.

`python -m bench figures`. The data are made once, into a folder of the machine's temporary directory (some 270 MB), and kept there.
"""

# ruff: noqa: E501 - rows of results

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

from bench.figures_by_hand import frame, pandas_by_hand, sql_by_hand
from bench.national_stock import YEARS, make
from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.core.measurement.key_figures.limits import limits_of
from samenspraak.core.measurement.key_figures.sql import figures_query
from samenspraak.engines.extracts.taking import Question, take_in
from samenspraak.engines.knowledge.key_figures import load_key_figures
from samenspraak.engines.knowledge.parameters import load_parameters
from samenspraak.engines.warehouse.computing import compute
from samenspraak.engines.warehouse.on_duckdb import DuckDb, open_duckdb, parquet
from samenspraak.engines.warehouse.snapshots import snapshot_path

FOLDER = Path(tempfile.gettempdir()) / "samenspraak-bench-figures"
BY = ("association", "municipality")
YEAR, RUNS, ROWS = 2025, 3, 200_000
STOCK = [figure for figure in load_key_figures() if figure.subject is Subject.STOCK]


def measure() -> list[str]:
    """Return the rows."""
    make(FOLDER)
    parameters = load_parameters()
    source = parquet([snapshot_path(FOLDER, Subject.STOCK, YEAR, "national")])
    with DuckDb(FOLDER) as engine, open_duckdb() as other:
        present = engine.columns(Subject.STOCK, YEAR)
        declared = figures_query(STOCK, by=BY, limits=limits_of(parameters, YEAR), present=present).text
        by_hand = sql_by_hand(source)
        _compare(engine, declared, other, by_hand, source)
        ours, hand = _in_turn(lambda: engine.rows(declared), lambda: other.execute(by_hand).fetchall())
        whole = _time(
            lambda: compute(engine, load_key_figures(), years=[YEAR], groupings=[BY], parameters=parameters), 1
        )
        twelve = _time(lambda: compute(engine, load_key_figures(), years=YEARS, parameters=parameters), 1)
        twelve_hand = _time(lambda: [other.execute(sql_by_hand(_source(year))).fetchall() for year in YEARS], 1)
    with open_duckdb(memory="8GB") as third:
        reading = _time(lambda: frame(third, source), 1)
        stock = frame(third, source)
        counting = _time(lambda: pandas_by_hand(stock), 1)
    return [
        f"{len(load_key_figures())} figures, {2_400_000:,} dwellings a year, per association and municipality; wall time, busy machines count double",
        f"one year, stock, declared     {ours:6.2f} s",
        f"one year, stock, SQL by hand  {hand:6.2f} s   declared is {ours / hand:.2f} times this (wanted: at most 1.5)",
        f"one year, stock, pandas       {reading + counting:6.2f} s   {(reading + counting) / ours:.1f} times declared (wanted: at least 10); {reading:.2f} s of it is reading",
        f"one year, all figures with allocations, divided and protected  {whole:6.2f} s",
        f"twelve years, all figures of the country                      {twelve:6.2f} s, SQL by hand for the stock {twelve_hand:.2f} s",
        f"peak memory of one year and of twelve: {_peak('one')} and {_peak('twelve')} MB (wanted: under 2000)",
        f"taking in a CSV of {ROWS:,} rows: {_intake():.2f} s (wanted: under 5)",
    ]


def _source(year: int) -> str:
    return parquet([snapshot_path(FOLDER, Subject.STOCK, year, "national")])


def _compare(engine: DuckDb, declared: str, other: duckdb.DuckDBPyConnection, by_hand: str, source: str) -> None:
    """Refuse to time what counts differently."""
    first = {row[:2]: row[2] for row in engine.rows(declared)}
    rows = {row[:2]: [int(cell or 0) for cell in row[2:]] for row in other.execute(by_hand).fetchall()}
    frames = pandas_by_hand(frame(other, source))
    by_pandas = {place: [int(cell) for cell in row] for place, row in zip(frames.index, frames.to_numpy(), strict=True)}
    if {place: sums[0] for place, sums in rows.items()} != first or by_pandas != rows:
        raise SystemExit("the three ways do not count the same")


def _in_turn(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """Return the medians of two that take turns, so that what else the machine does hits both."""
    one()
    other()
    pairs = [(_time(one, 1), _time(other, 1)) for _ in range(RUNS)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def _time(action: Callable[[], object], runs: int) -> float:
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        action()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


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
        question = Question(Subject.STOCK, YEAR, {}, load_parameters())
        return statistics.median(
            _time(lambda number=number: take_in(path, question, Path(folder) / f"kept{number}"), 1)
            for number in range(RUNS)  # type: ignore[misc]
        )


def _peak(what: str) -> int:
    """Return the peak memory in MB of a process of its own."""
    done = subprocess.run([sys.executable, "-m", "bench.figures", what], capture_output=True, text=True, check=True)
    return int(done.stdout)


if __name__ == "__main__":
    with DuckDb(FOLDER) as warehouse:
        asked = [YEAR] if sys.argv[1] == "one" else YEARS
        compute(warehouse, load_key_figures(), years=asked, groupings=[BY], parameters=load_parameters())
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
