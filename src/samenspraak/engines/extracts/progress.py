"""How far reading a list is: what is being done, how much of it is done, and how much there is; 0: not known."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from enum import StrEnum

import duckdb

LOOK_SECONDS = 0.5


class Doing(StrEnum):
    """What is done with a list, in this order."""

    READING_BYTES = "reading bytes"  # of a CSV
    READING_ROWS = "reading rows"  # of a sheet or of Parquet
    UNDERSTANDING = "understanding"  # rows; from texts to values
    CHECKING = "checking"
    COUNTING = "counting"
    COMPUTING = "computing"  # key figures, of the counts


Tell = Callable[[Doing, int, int], None]

# Which part of the time each takes, in per cent: measured on five million rows.
_SHARES = {
    Doing.READING_BYTES: 45,
    Doing.READING_ROWS: 45,
    Doing.UNDERSTANDING: 40,
    Doing.CHECKING: 8,
    Doing.COUNTING: 4,
    Doing.COMPUTING: 3,
}
_READING = {Doing.READING_BYTES, Doing.READING_ROWS}


def silent(_doing: Doing, _done: int, _total: int) -> None:
    """Tell nobody."""


def percent_of(doing: Doing, done: int, total: int, *, is_counted: bool) -> int | None:
    """Return how far the whole is, from 0 to 99; None while it is not known how much there is.

    A list that is only looked at ends with checking, one that is counted with its key figures.
    """
    if total <= 0:
        return None
    steps = [Doing.UNDERSTANDING, Doing.CHECKING, *([Doing.COUNTING, Doing.COMPUTING] if is_counted else [])]
    steps.insert(0, doing if doing in _READING else Doing.READING_BYTES)
    before = sum(_SHARES[step] for step in steps[: steps.index(doing)]) if doing in steps else 0
    part = _SHARES[doing] * min(done, total) / total
    return min(99, int(100 * (before + part) / sum(_SHARES[step] for step in steps)))


def watched(
    connection: duckdb.DuckDBPyConnection, text: str, tell: Callable[[float], None]
) -> duckdb.DuckDBPyConnection:
    """Run a statement and tell now and then which part of it is done, from nought to one; what `tell` raises ends it.

    The statement runs beside, so that whoever is told may use a connection that belongs to this thread.
    """
    with ThreadPoolExecutor(max_workers=1) as beside:
        running, part = beside.submit(connection.execute, text), 0.0
        try:
            while wait([running], timeout=LOOK_SECONDS).not_done:
                part = max(
                    part, min(1.0, connection.query_progress() / 100)
                )  # it is -1 before it begins and at the end
                tell(part)
        except BaseException:
            connection.interrupt()
            raise
        return running.result()


def let_watch(connection: duckdb.DuckDBPyConnection) -> None:
    """Let a connection keep count of how far it is; it prints nothing."""
    connection.execute("SET enable_progress_bar = true")
    connection.execute("SET enable_progress_bar_print = false")
    connection.execute("SET progress_bar_time = 0")
