"""How many hits there are of each sort, in words."""

from __future__ import annotations

from collections import Counter, defaultdict

from django.db.models import TextChoices
from django.utils.text import capfirst

from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.search.lookup import Found
from samenspraak.apps.search.models import SearchEntry, SearchShape
from samenspraak.apps.search.pages import NO_THEME, FacetCount, Facets

Counts = dict[str, dict[str, int]]


def counts_of(found: Found) -> Counts:
    """Return for each facet its values with how many hits have them (one query)."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for shape in SearchShape.objects.filter(pk__in=found.shapes):
        count = found.shapes[shape.pk]
        counts["kind"][shape.kind] += count
        if shape.kind in {SearchEntry.Kind.COMMITMENT, SearchEntry.Kind.PROGRESS}:
            counts["theme"][shape.theme] += count
        if shape.commitment_kind:
            counts["commitment_kind"][shape.commitment_kind] += count
        if shape.year is not None:
            counts["year"][str(shape.year)] += count
    return {**counts, "party": found.parties}


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
