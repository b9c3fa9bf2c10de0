"""How much an agreement has, counted by the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import Count, F, Func, IntegerField, Model, QuerySet

from samenspraak.apps.agreements.models import Agreement, Commitment
from samenspraak.apps.agreements.pages import ThemeCount

ACCEPTED_ONES = f"agreements_commitment WHERE state = '{Commitment.State.ACCEPTED}'"
PROPOSED_ONES = f"agreements_commitment WHERE state = '{Commitment.State.PROPOSED}'"


def count_of(rows: str, of: str = "pk") -> Func:
    """Return how many `rows` (a table and a condition, which ends in "= %s") lead to a field of the outer query.

    Written out, and made once: five of these, put together from records, took 2 ms of every page of an agreement.
    """
    template = f"(SELECT COUNT(*) FROM {rows.replace('%s', '%(expressions)s')})"  # noqa: S608 `rows` is always ours
    return Func(F(of), template=template, output_field=IntegerField())


_COUNTS = {
    "commitment_count": count_of(f"{ACCEPTED_ONES} AND agreement_id = %s"),
    "finding_count": count_of(
        "documents_finding JOIN agreements_agreementdocument AS source USING (document_id)"
        " WHERE source.agreement_id = %s"
    ),
    "document_count": count_of("agreements_agreementdocument WHERE agreement_id = %s"),
    "table_count": count_of(
        "agreements_agreementtable AS found JOIN agreements_agreementdocument AS source ON source.id = found.source_id"
        " WHERE source.agreement_id = %s"
    ),
    "glossary_count": count_of(
        "agreements_glossaryterm AS found JOIN agreements_agreementdocument AS source ON source.id = found.source_id"
        " WHERE source.agreement_id = %s"
    ),
}


def counted(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """Return the same agreements with how much each has; subqueries, because joins would multiply the counts."""
    return agreements.annotate(**_COUNTS)


def accepted() -> QuerySet[Commitment]:
    """Return the commitments that stand in the register."""
    return Commitment.objects.filter(state=Commitment.State.ACCEPTED)


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
