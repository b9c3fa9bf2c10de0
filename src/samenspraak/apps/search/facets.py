"""How many hits there are of each sort: one query, over what the person may see only."""

from __future__ import annotations

from collections import defaultdict

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet, TextChoices
from django.utils.text import capfirst

from samenspraak.apps.agreements.models import AgreementParty, Commitment
from samenspraak.apps.search.models import SearchEntry
from samenspraak.apps.search.pages import NO_THEME, FacetCount, Facets

PARTIES_SHOWN = 30
_HITS = ("kind", "theme", "commitment_kind", "year", "agreement_id")

Counts = dict[str, dict[str, int]]


def counts_of(found: QuerySet[SearchEntry]) -> Counts:
    """Return for each facet its values with how many hits have them; "kind" adds up to all hits."""
    try:
        hits, params = found.order_by().values_list(*_HITS).query.sql_with_params()
    except EmptyResultSet:  # who may see nothing, or asks for what does not exist
        return {}
    party = AgreementParty._meta.db_table
    # The hits are found and grouped once; both databases keep the groups for the counts that follow.
    statement = f"""
        WITH hits(kind, theme, commitment_kind, year, agreement) AS ({hits}),
        groups AS MATERIALIZED (
            SELECT kind, theme, commitment_kind, year, agreement, COUNT(*) AS n FROM hits GROUP BY 1, 2, 3, 4, 5
        )
        SELECT 'kind', kind, CAST(SUM(n) AS INTEGER) FROM groups GROUP BY kind
        UNION ALL SELECT 'theme', theme, CAST(SUM(n) AS INTEGER) FROM groups
            WHERE kind IN ('commitment', 'progress') GROUP BY theme
        UNION ALL SELECT 'commitment_kind', commitment_kind, CAST(SUM(n) AS INTEGER) FROM groups
            WHERE commitment_kind <> '' GROUP BY commitment_kind
        UNION ALL SELECT 'year', CAST(year AS VARCHAR(8)), CAST(SUM(n) AS INTEGER) FROM groups
            WHERE year IS NOT NULL GROUP BY year
        UNION ALL SELECT * FROM (
            SELECT 'party', p.name, CAST(SUM(g.n) AS INTEGER) AS total
            FROM (SELECT agreement, SUM(n) AS n FROM groups GROUP BY agreement) g
            JOIN (SELECT DISTINCT agreement_id, name FROM {party}) p ON p.agreement_id = g.agreement
            GROUP BY p.name ORDER BY total DESC, p.name LIMIT {PARTIES_SHOWN}
        ) AS parties
    """  # noqa: S608 made by the ORM, with names of our own tables
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        rows = cursor.fetchall()
    counts: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for facet, value, count in rows:
        counts[facet][value] = count
    return counts


def facets_of(counts: Counts) -> Facets:
    """Return the counts in words, in the order in which they are listed."""
    return Facets(
        kinds=_chosen(counts, "kind", SearchEntry.Kind),
        themes=_themes(counts),
        parties=tuple(FacetCount(name, name, count) for name, count in counts.get("party", {}).items()),
        years=tuple(
            FacetCount(year, year, count)
            for year, count in sorted(counts.get("year", {}).items(), key=lambda row: int(row[0]), reverse=True)
        ),
        commitment_kinds=_chosen(counts, "commitment_kind", Commitment.Kind),
    )


def _chosen(counts: Counts, facet: str, choices: type[TextChoices]) -> tuple[FacetCount, ...]:
    found = counts.get(facet, {})
    return tuple(
        FacetCount(choice.value, capfirst(str(choice.label)), found[choice.value])
        for choice in choices
        if choice.value in found
    )


def _themes(counts: Counts) -> tuple[FacetCount, ...]:
    named = _chosen(counts, "theme", Commitment.Theme)
    without = counts.get("theme", {}).get("")
    return (*named, FacetCount(NO_THEME, "", without)) if without else named
