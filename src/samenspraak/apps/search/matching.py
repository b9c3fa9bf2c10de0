"""From a question to what the database understands: only letters, digits and full stops of our own making reach it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from samenspraak.apps.search.models import SearchEntry
from samenspraak.core.search.question import Clause, Phrase, Question, Word

# As written counts most, then another form of the word, then a part of a compound.
BEST_FIRST: tuple[str, ...] = ("rank", "pk")
_FTS5_WEIGHTS = "8.0, 3.0, 1.0"
_TSVECTOR_WEIGHTS = "{0.0, 0.1, 0.4, 1.0}"  # D, C, B, A


def matching(entries: QuerySet[SearchEntry], question: Question, *, some: bool = False) -> QuerySet[SearchEntry]:
    """Return the entries that have everything that is asked, or with `some` at least one thing; with their `rank`.

    The lower the rank, the better.
    """
    if not question.wanted:
        return entries.none()
    if connection.vendor == "postgresql":
        return _in_vectors(entries, tsquery(question, some=some))
    return _in_columns(entries, fts5(question, some=some))


def _in_columns(entries: QuerySet[SearchEntry], query: str) -> QuerySet[SearchEntry]:
    found = entries.extra(
        tables=["search_words"],
        where=["search_words.rowid = search_searchentry.id", "search_words MATCH %s"],
        params=[query],
    )
    ranked: QuerySet[SearchEntry] = found.annotate(rank=RawSQL(f"bm25(search_words, {_FTS5_WEIGHTS})", ()))  # noqa: S611 weights of ours
    return ranked


def _in_vectors(entries: QuerySet[SearchEntry], query: str) -> QuerySet[SearchEntry]:
    found = entries.extra(where=["search_searchentry.words @@ %s::tsquery"], params=[query])
    # 1: a long text does not win by its length alone.
    rank = RawSQL("-ts_rank(%s::float4[], search_searchentry.words, %s::tsquery, 1)", (_TSVECTOR_WEIGHTS, query))
    ranked: QuerySet[SearchEntry] = found.annotate(rank=rank)
    return ranked


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
