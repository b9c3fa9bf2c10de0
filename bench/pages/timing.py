"""How long a page takes, beside what the database alone needs for the same questions in the same run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection

from bench.pages.asking import REQUESTS
from bench.pages.kinds import Kind
from bench.pages.visitor import Visitor

FEWEST = 10
MOST_SECONDS = 12.0  # for a page: one that takes longer is visited less often, so that a run ends
Asked = list[tuple[str, Any]]


@dataclass(frozen=True, slots=True)
class Measured:
    """A kind of page: milliseconds, numbers of queries and bytes as sent."""

    name: str
    status: int
    queries: int
    p50: float
    p95: float
    database: float  # the median of asking the same again, all queries of the page together
    sent: int
    visits: int


def measure(kind: Kind, visitor: Visitor, requests: int = REQUESTS) -> Measured:
    """Visit a page so many times, after visits that are not counted, and ask the database the same in between."""
    first = visitor.get(kind.address)
    asked = _asked(visitor, kind.address)
    times: list[float] = []
    alone: list[float] = []
    until = time.perf_counter() + MOST_SECONDS
    while len(times) < requests and (len(times) < FEWEST or time.perf_counter() < until):
        begin = time.perf_counter()
        visitor.get(kind.address)
        times.append(time.perf_counter() - begin)
        connection.ensure_connection()
        alone.append(_ask_again(asked))
    return Measured(
        name=kind.name,
        status=first.status,
        queries=len(asked),
        p50=1000 * statistics.median(times),
        p95=1000 * statistics.quantiles(times, n=20, method="inclusive")[-1],
        database=1000 * statistics.median(alone),
        sent=len(first.body),
        visits=len(times),
    )


def _asked(visitor: Visitor, address: str) -> Asked:
    """Return the questions that a visit puts to the database."""
    asked: Asked = []

    def listen(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: ANN401, FBT001 Django's signature
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        visitor.get(address)
    return asked


def _ask_again(asked: Asked) -> float:
    """Return the seconds that the database and its driver need; what is no question (BEGIN, UPDATE) is left out."""
    begin = time.perf_counter()
    for sql, params in asked:
        if sql.lstrip("( \n").upper().startswith(("SELECT", "WITH")):
            with connection.cursor() as cursor:
                cursor.cursor.execute(sql, params or ())
                cursor.cursor.fetchall()
    return time.perf_counter() - begin
