"""Writing the index, as each database wants it: FTS5 with three columns, or a tsvector with weights.

On PostgreSQL the three sorts of words stand in one vector, told apart by a sign before the word and by their weight:
as written (A), =stem (B), ~part of a compound (C). So both databases find exactly the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db import connection

from samenspraak.apps.search.models import SearchEntry, SearchShape, SearchWord
from samenspraak.apps.search.numbers import numbers_for
from samenspraak.apps.search.sources import Source
from samenspraak.core.search.forms import Indexed, indexed
from samenspraak.engines.knowledge.word_forms import word_forms

LAST_POSITION = 16_383  # PostgreSQL knows no further place in a text
_AT_A_TIME = 500
_COLUMNS = ("id", "kind", "agreement_id", "commitment_id", "page_id", "theme", "commitment_kind", "year", "digest")

Values = dict[str, str | int | None]
WordCounts = Counter[tuple[bool, str]]  # whether it is a stem, and the word


def add(sources: Sequence[Source]) -> WordCounts:
    """Index texts that are not in the index; return in how many of them each word occurs."""
    found = [indexed(source.text, word_forms) for source in sources]
    write = _write_vectors if connection.vendor == "postgresql" else _write_columns
    write([_values(number, source) for number, source in zip(numbers_for(sources), sources, strict=True)], found)
    counts: WordCounts = Counter()
    for source, words in zip(sources, found, strict=True):
        counts.update((False, word) for word in set(words.exact) if word.isalpha())
        if source.kind is SearchEntry.Kind.COMMITMENT:
            counts.update((True, word) for word in {*words.stems, *words.parts})
    return counts


def _write_columns(entries: Sequence[Values], found: Sequence[Indexed]) -> None:
    SearchEntry.objects.bulk_create([SearchEntry(**entry) for entry in entries], _AT_A_TIME)
    rows = [
        (entry["id"], " ".join(words.exact), " ".join(words.stems), " ".join(words.parts))
        for entry, words in zip(entries, found, strict=True)
    ]
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO search_words (rowid, exact, stem, part) VALUES (%s, %s, %s, %s)", rows)


def _write_vectors(entries: Sequence[Values], found: Sequence[Indexed]) -> None:
    holes = ", ".join(["%s"] * len(_COLUMNS))
    statement = (
        f"INSERT INTO search_searchentry ({', '.join(_COLUMNS)}, words) "  # noqa: S608 the names are ours
        f"VALUES ({holes}, %s::tsvector)"
    )
    rows = [(*entry.values(), vector_of(words)) for entry, words in zip(entries, found, strict=True)]
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)


def vector_of(words: Indexed) -> str:
    """Return the words as PostgreSQL reads a tsvector: 'as':1A 'written':2A '=stem':1B '~part':1C."""
    kinds = (("", words.exact, "A"), ("=", words.stems, "B"), ("~", words.parts, "C"))
    return " ".join(
        f"'{sign}{word}':{min(place, LAST_POSITION)}{weight}"
        for sign, row, weight in kinds
        for place, word in enumerate(row, start=1)
    )


def _values(number: int, source: Source) -> Values:
    values = (
        number,
        source.kind.value,
        source.agreement_id,
        source.commitment_id,
        source.page_id,
        source.theme,
        source.commitment_kind,
        source.year,
        source.digest,
    )
    return dict(zip(_COLUMNS, values, strict=True))


def count_words(counts: WordCounts) -> None:
    """Add to how many texts each word occurs in; in a fixed order, so that two writers never block each other."""
    rows = [(word, is_stem, count) for (is_stem, word), count in sorted(counts.items())]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO search_searchword (word, is_stem, count) VALUES (%s, %s, %s) "
            "ON CONFLICT (is_stem, word) DO UPDATE SET count = search_searchword.count + excluded.count",
            rows,
        )


def replace_words(counts: WordCounts) -> None:
    """Forget the words that were counted before, and keep these."""
    SearchWord.objects.all().delete()
    rows = (SearchWord(word=word, is_stem=is_stem, count=count) for (is_stem, word), count in sorted(counts.items()))
    SearchWord.objects.bulk_create(rows, batch_size=_AT_A_TIME)


def let_database_look() -> None:
    """Let the database look how much there is now: its plans for a new index are else those of an empty one."""
    with connection.cursor() as cursor:
        for model in (SearchEntry, SearchWord, SearchShape):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")


def remove(entries: Iterable[int]) -> None:
    """Take entries out of the index; the database itself lets go of their words."""
    SearchEntry.objects.filter(pk__in=list(entries)).delete()
