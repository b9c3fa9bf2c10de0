"""From a question to what the database understands: only letters, digits and full stops of our own making reach it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from samenspraak.apps.search.models import SearchShape
from samenspraak.apps.search.numbers import AGREEMENT_OF_GROUP, GROUP_OF, SHAPE_OF_GROUP
from samenspraak.core.search.question import Clause, Phrase, Question, Word

_FTS5_WEIGHTS = "8.0, 3.0, 1.0"  # as written, another form of the word, a part of a compound
_TSVECTOR_WEIGHTS = "{0.0, 0.1, 0.4, 1.0}"  # D, C, B, A

Statement = tuple[str, tuple[str | int, ...]]


@dataclass(frozen=True, slots=True)
class Scope:
    """Among which entries somebody looks: of agreements that are in each of these, and of these shapes (None: any)."""

    agreements: tuple[QuerySet[Any], ...] = ()  # of numbers
    shapes: QuerySet[SearchShape] | None = None


def matching(scope: Scope, question: Question, *, some: bool = False) -> Statement:
    """Return the statement for `id` and `rank` of the entries that have all that is asked, or with `some` part of it.

    The lower the rank, the better. Raises EmptyResultSet when it is sure that nothing can be found.
    """
    if not question.wanted:
        raise EmptyResultSet
    make = _in_vectors if connection.vendor == "postgresql" else _in_columns
    return make(scope, question, some=some)


def _in_columns(scope: Scope, question: Question, *, some: bool) -> Statement:
    narrowed, params = _narrowed(scope, "rowid", AGREEMENT_OF_GROUP.format(GROUP_OF.format("rowid")))
    statement = (
        f"SELECT rowid AS id, bm25(search_words, {_FTS5_WEIGHTS}) AS rank FROM search_words "  # noqa: S608 names of ours
        f"WHERE search_words MATCH %s{narrowed}"
    )
    return statement, (fts5(question, some=some), *params)


def _in_vectors(scope: Scope, question: Question, *, some: bool) -> Statement:
    narrowed, params = _narrowed(scope, "id", "agreement_id")
    # 1: a long text does not win by its length alone.
    statement = (
        "SELECT id, -ts_rank(%s::float4[], words, %s::tsquery, 1) AS rank FROM search_searchentry "  # noqa: S608 names of ours
        f"WHERE words @@ %s::tsquery{narrowed}"
    )
    query = tsquery(question, some=some)
    return statement, (_TSVECTOR_WEIGHTS, query, query, *params)


def _narrowed(scope: Scope, number: str, agreement: str) -> Statement:
    """Return the conditions of a scope on an entry's number, the right first."""
    wanted: list[tuple[str, QuerySet[Any, Any]]] = [
        (agreement, agreements.order_by().values("pk")) for agreements in scope.agreements
    ]
    if scope.shapes is not None:
        wanted.append((SHAPE_OF_GROUP.format(GROUP_OF.format(number)), scope.shapes.order_by().values("pk")))
    conditions = ""
    params: list[str | int] = []
    for expression, numbers in wanted:
        statement, own = numbers.query.sql_with_params()
        conditions += f" AND {expression} IN ({statement})"
        params.extend(own)
    return conditions, tuple(params)


def fts5(question: Question, *, some: bool = False) -> str:
    """Return a question in the language of SQLite's FTS5."""
    joint = " OR " if some else " AND "
    wanted = joint.join(_columns_of(clause) for clause in question.wanted)
    excluded = " OR ".join(_columns_of(clause) for clause in question.excluded)
    return f"({wanted}) NOT ({excluded})" if excluded else wanted


def _columns_of(clause: Clause) -> str:
    return "(" + " OR ".join(_column_terms(wanted) for wanted in clause.any_of) + ")"


def _column_terms(wanted: Word | Phrase) -> str:
    if isinstance(wanted, Phrase):
        return f'exact : "{" ".join(wanted.forms)}"'
    shorter = [f'stem : "{stem}"' for stem in wanted.shorter]
    return " OR ".join((f'exact : "{wanted.form}"', f'stem : "{wanted.stem}"', f'part : "{wanted.stem}"', *shorter))


def tsquery(question: Question, *, some: bool = False) -> str:
    """Return a question in the language of PostgreSQL's tsquery."""
    joint = " | " if some else " & "
    wanted = joint.join(_lexemes_of(clause) for clause in question.wanted)
    excluded = " | ".join(_lexemes_of(clause) for clause in question.excluded)
    return f"({wanted}) & !({excluded})" if excluded else wanted


def _lexemes_of(clause: Clause) -> str:
    return "(" + " | ".join(_lexemes(wanted) for wanted in clause.any_of) + ")"


def _lexemes(wanted: Word | Phrase) -> str:
    if isinstance(wanted, Phrase):
        return " <-> ".join(f"'{form}'" for form in wanted.forms)
    shorter = [f"'={stem}'" for stem in wanted.shorter]
    return " | ".join((f"'{wanted.form}'", f"'={wanted.stem}'", f"'~{wanted.stem}'", *shorter))


def any_stem(stems: Iterable[str]) -> Question:
    """Return the question for texts that have at least one of these stems, in a compound too."""
    return Question((Clause(tuple(Word(stem, stem) for stem in stems)),))
