"""How much an agreement has, counted by the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import Count, IntegerField, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from samenspraak.apps.agreements.models import (
    Agreement,
    AgreementDocument,
    AgreementTable,
    Commitment,
    GlossaryTerm,
)
from samenspraak.apps.agreements.pages import ThemeCount
from samenspraak.apps.documents.models import Finding


def counted(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """Return the same agreements with how much each has; subqueries, because joins would multiply the counts."""
    return agreements.annotate(
        commitment_count=count_of(accepted(), "agreement"),
        finding_count=count_of(Finding.objects.all(), "document__agreement_source__agreement"),
        document_count=count_of(AgreementDocument.objects.all(), "agreement"),
        table_count=count_of(AgreementTable.objects.all(), "source__agreement"),
        glossary_count=count_of(GlossaryTerm.objects.all(), "source__agreement"),
    )


def accepted() -> QuerySet[Commitment]:
    """Return the commitments that stand in the register."""
    return Commitment.objects.filter(state=Commitment.State.ACCEPTED)


def count_of(rows: QuerySet, path: str) -> Coalesce:
    """Return the number of `rows` that lead to the record of the outer query."""
    per_record = rows.order_by().filter(**{path: OuterRef("pk")}).values(path).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(per_record, output_field=IntegerField()), 0)


def count_on(record: Model, name: str) -> int:
    """Return a count that `counted` gave a record; 0 when it was fetched without."""
    return int(getattr(record, name, 0))


def themes_of(agreements: Sequence[Agreement]) -> Mapping[int, tuple[ThemeCount, ...]]:
    """Return how the commitments of each agreement are spread over the themes, by its number (one query)."""
    numbers = [agreement.pk for agreement in agreements]
    found: dict[int, dict[str, int]] = {number: {} for number in numbers}
    rows = accepted().filter(agreement__in=numbers).order_by().values_list("agreement", "theme")
    for number, theme, count in rows.annotate(count=Count("pk")):
        found[number][theme] = count
    return {number: theme_counts(counts) for number, counts in found.items()}


def theme_counts(counts: Mapping[str, int]) -> tuple[ThemeCount, ...]:
    """Return the themes that have commitments, in the order in which themes are listed; those without come last."""
    named = [ThemeCount(theme, counts[theme.value]) for theme in Commitment.Theme if counts.get(theme.value)]
    return (*named, ThemeCount(None, counts[""])) if counts.get("") else tuple(named)
