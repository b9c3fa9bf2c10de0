"""Asking the index: how many texts answer, of which sorts, and the best of them; in one statement."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.core.exceptions import EmptyResultSet
from django.db import connection, transaction

from samenspraak.apps.agreements.models import AgreementParty
from samenspraak.apps.search.matching import Scope, Statement, matching
from samenspraak.apps.search.models import SearchShape
from samenspraak.apps.search.numbers import AGREEMENT_OF_GROUP, GROUP_OF, SHAPE_OF_GROUP
from samenspraak.core.search.question import Question

PARTIES_SHOWN = 30
_PARTY = AgreementParty._meta.db_table
_SHAPE = SearchShape._meta.db_table
_ORDERS = {
    "relevance": "rank, hits.id",
    "newest": "year DESC NULLS LAST, rank, hits.id",
    "oldest": "year ASC NULLS LAST, rank, hits.id",
}


@dataclass(frozen=True, slots=True)
class Found:
    """What the index gave: numbers of entries, the best first, and how many there are of each sort in all."""

    numbers: tuple[int, ...] = ()
    shapes: dict[int, int] = field(default_factory=dict)  # the shape's number, and how many
    parties: dict[str, int] = field(default_factory=dict)  # the most first

    @property
    def total(self) -> int:
        """How many texts answer."""
        return sum(self.shapes.values())


def look_up(
    scope: Scope, question: Question, *, some: bool = False, sort: str = "relevance", start: int = 0, length: int
) -> Found:
    """Return what answers a question within a scope (one query); `sort` is relevance, newest or oldest."""
    try:
        hits, params = matching(scope, question, some=some)
    except EmptyResultSet:  # who may see nothing, or asks for what does not exist
        return Found()
    numbers: list[int] = []
    shapes: dict[int, int] = {}
    parties: dict[str, int] = {}
    for what, name, number, count in _rows((_counted(hits, sort), (*params, length, start))):
        if what == "hit":
            numbers.append(number)
        elif what == "shape":
            shapes[number] = count
        else:
            parties[name] = count
    return Found(tuple(numbers), shapes, parties)


def best_of(scope: Scope, question: Question, length: int) -> list[int]:
    """Return the numbers of the entries that answer a question best (one query)."""
    try:
        hits, params = matching(scope, question)
    except EmptyResultSet:
        return []
    statement = f"SELECT id FROM ({hits}) AS hits ORDER BY rank, id LIMIT %s"  # noqa: S608 made by us
    with _by_the_index():
        return [row[0] for row in _rows((statement, (*params, length)))]


def answers(scope: Scope, question: Question) -> bool:
    """Tell whether anything answers a question (one query)."""
    try:
        hits, params = matching(scope, question)
    except EmptyResultSet:
        return False
    return bool(_rows((f"SELECT id FROM ({hits}) AS hits LIMIT 1", params)))  # noqa: S608 made by us


def _counted(hits: str, sort: str) -> str:
    """Return the statement: the words are searched once, and what was found is grouped once for all counts."""
    joined = (
        "" if sort == "relevance" else f"JOIN {_SHAPE} s ON s.id = {SHAPE_OF_GROUP.format(GROUP_OF.format('hits.id'))}"
    )
    return f"""
        WITH hits AS MATERIALIZED ({hits}),
        groups AS MATERIALIZED (SELECT {GROUP_OF.format("id")} AS number, COUNT(*) AS n FROM hits GROUP BY 1)
        SELECT 'shape', '', {SHAPE_OF_GROUP.format("number")}, CAST(SUM(n) AS INTEGER) FROM groups GROUP BY 3
        UNION ALL SELECT * FROM (
            SELECT 'party', p.name, 0, CAST(SUM(g.n) AS INTEGER) AS total
            FROM (SELECT {AGREEMENT_OF_GROUP.format("number")} AS agreement, SUM(n) AS n FROM groups GROUP BY 1) g
            JOIN {_PARTY} p ON p.agreement_id = g.agreement
            WHERE NOT EXISTS (  -- a name on two sides of the same agreement counts once
                SELECT 1 FROM {_PARTY} o WHERE o.agreement_id = p.agreement_id AND o.name = p.name AND o.id < p.id
            )
            GROUP BY p.name ORDER BY total DESC, p.name LIMIT {PARTIES_SHOWN}
        ) AS parties
        UNION ALL SELECT * FROM (
            SELECT 'hit', '', hits.id, 0 FROM hits {joined} ORDER BY {_ORDERS[sort]} LIMIT %s OFFSET %s
        ) AS best
    """  # noqa: S608 made by us, with names of our own tables


@contextmanager
def _by_the_index() -> Iterator[None]:
    """Let PostgreSQL use the index of words: for many words at once it wrongly takes reading all texts for cheaper."""
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan TO off; SET LOCAL enable_indexscan TO off")
        yield
        cursor.execute("SET LOCAL enable_seqscan TO DEFAULT; SET LOCAL enable_indexscan TO DEFAULT")


def _rows(statement: Statement) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(*statement)
        return list(cursor.fetchall())
