"""The list of agreements, and an agreement with its commitments."""

from __future__ import annotations

from collections import Counter
from typing import TypeVar
from uuid import UUID

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from samenspraak.apps.agreements.codes import code_key
from samenspraak.apps.agreements.fetch import agreement_for, register_of, with_head
from samenspraak.apps.agreements.models import (
    Agreement,
    AgreementDocument,
    AgreementTable,
    Commitment,
    CommitmentParty,
    GlossaryTerm,
)
from samenspraak.apps.agreements.pages import (
    NO_THEME,
    PAGE_LENGTH,
    AgreementPage,
    AgreementRow,
    AgreementsPage,
    CommitmentFilter,
    KindCount,
    PartyCount,
    ThemeCount,
)
from samenspraak.apps.agreements.views_of_rows import agreement_head, commitment_row, party_mentions
from samenspraak.apps.agreements.visibility import visible_agreements
from samenspraak.apps.documents.models import Finding
from samenspraak.apps.parties.models import Person

PARTIES_SHOWN = 100
Row = TypeVar("Row", Agreement, Commitment)

_WITHOUT_CODE_LAST = Case(When(code="", then=1), default=0)
_AS_THEMES_ARE_LISTED = Case(
    *(When(theme=theme.value, then=Value(index)) for index, theme in enumerate(Commitment.Theme)),
    default=Value(len(Commitment.Theme)),
)
# By number, not by the document itself: that would sort as documents are listed, newest first.
_IN_DOCUMENT = ("document_id", "order")
_ORDERS = {
    "document": _IN_DOCUMENT,
    "code": (_WITHOUT_CODE_LAST, "code_key", *_IN_DOCUMENT),
    "title": ("title", *_IN_DOCUMENT),
    "theme": (_AS_THEMES_ARE_LISTED, *_IN_DOCUMENT),
    "deadline": (F("deadline_on").asc(nulls_last=True), *_IN_DOCUMENT),
}


def agreements_for(person: Person, *, text: str = "", page: int = 1) -> AgreementsPage:
    """Return the agreements that a person may see, newest period first; `text` is part of a title or party name."""
    found = visible_agreements(person)
    if text := _searchable(text):
        found = found.filter(Q(title__icontains=text) | Q(parties__name__icontains=text)).distinct()
    total = found.count()
    page, page_count = _nearest_page(page, total)
    rows = tuple(_agreement_row(agreement) for agreement in _cut(_counted(with_head(found)), page))
    return AgreementsPage(rows=rows, total=total, page=page, page_count=page_count)


def agreement_page(person: Person, public_id: UUID, *, wanted: CommitmentFilter) -> AgreementPage:
    """Return an agreement with one page of its commitments; raises NotFound."""
    agreement = agreement_for(person, public_id)
    register = register_of(agreement)
    found = filtered(register, wanted)
    total = found.count()
    page, page_count = _nearest_page(wanted.page, total)
    rows = _cut(found.order_by(*_ORDERS.get(wanted.sort, _IN_DOCUMENT)).prefetch_related("parties"), page)
    themes, kinds = _themes_and_kinds(register)
    counts = _counted(Agreement.objects.filter(pk=agreement.pk)).values(*_COUNTS).get()
    return AgreementPage(
        agreement=agreement_head(agreement),
        theme_counts=themes,
        kind_counts=kinds,
        party_counts=_party_counts(register),
        **counts,
        filter=wanted,
        rows=tuple(commitment_row(row) for row in rows),
        total=total,
        page=page,
        page_count=page_count,
    )


def filtered(register: QuerySet[Commitment], wanted: CommitmentFilter) -> QuerySet[Commitment]:
    """Return the commitments that a filter leaves; an unknown value leaves none."""
    if wanted.theme:
        register = register.filter(theme="" if wanted.theme == NO_THEME else wanted.theme)
    if wanted.kind:
        register = register.filter(kind=wanted.kind)
    if wanted.party:
        named = CommitmentParty.objects.filter(name=_searchable(wanted.party))
        register = register.filter(pk__in=named.values("commitment"))
    if text := _searchable(wanted.text):
        register = register.filter(
            Q(code_key__startswith=code_key(text))
            | Q(code__icontains=text)
            | Q(title__icontains=text)
            | Q(text__icontains=text)
        )
    return register


def _searchable(text: str) -> str:
    """Return what a person typed, without what a database refuses."""
    return text.replace("\x00", "").strip()[:200]


def _nearest_page(page: int, total: int) -> tuple[int, int]:
    page_count = max(1, -(-total // PAGE_LENGTH))
    return min(max(page, 1), page_count), page_count


def _cut(rows: QuerySet[Row], page: int) -> QuerySet[Row]:
    return rows[(page - 1) * PAGE_LENGTH : page * PAGE_LENGTH]


_COUNTS = ("commitment_count", "finding_count", "table_count", "glossary_count")


def _counted(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """Return the same agreements with how much each has; subqueries, because joins would multiply the counts."""
    accepted = Commitment.objects.filter(state=Commitment.State.ACCEPTED)
    return agreements.annotate(
        commitment_count=_count_of(accepted, "agreement"),
        finding_count=_count_of(Finding.objects.all(), "document__agreement_source__agreement"),
        document_count=_count_of(AgreementDocument.objects.all(), "agreement"),
        table_count=_count_of(AgreementTable.objects.all(), "source__agreement"),
        glossary_count=_count_of(GlossaryTerm.objects.all(), "source__agreement"),
    )


def _count_of(rows: QuerySet, path: str) -> Coalesce:
    """Return the number of `rows` that lead to the agreement of the outer query."""
    per_agreement = rows.order_by().filter(**{path: OuterRef("pk")}).values(path).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(per_agreement, output_field=IntegerField()), 0)


def _themes_and_kinds(register: QuerySet[Commitment]) -> tuple[tuple[ThemeCount, ...], tuple[KindCount, ...]]:
    """Return both counts from one query, in the order in which themes and kinds are listed."""
    themes: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for theme, kind, count in register.order_by().values_list("theme", "kind").annotate(count=Count("pk")):
        themes[theme] += count
        kinds[kind] += count
    theme_counts = [ThemeCount(theme, themes[theme.value]) for theme in Commitment.Theme if themes[theme.value]]
    if themes[""]:
        theme_counts.append(ThemeCount(None, themes[""]))
    kind_counts = [KindCount(kind, kinds[kind.value]) for kind in Commitment.Kind if kinds[kind.value]]
    return tuple(theme_counts), tuple(kind_counts)


def _party_counts(register: QuerySet[Commitment]) -> tuple[PartyCount, ...]:
    named = CommitmentParty.objects.filter(commitment__in=register.order_by()).order_by()
    counts = named.values_list("name").annotate(count=Count("commitment", distinct=True)).order_by("-count", "name")
    return tuple(PartyCount(name, count) for name, count in counts[:PARTIES_SHOWN])


def _agreement_row(agreement: Agreement) -> AgreementRow:
    return AgreementRow(
        public_id=agreement.public_id,
        title=agreement.title,
        kind=Agreement.Kind(agreement.kind),
        period_start=agreement.period_start,
        period_end=agreement.period_end,
        parties=party_mentions(agreement.parties.all()),
        commitment_count=agreement.commitment_count,  # type: ignore[attr-defined]  # annotated
        finding_count=agreement.finding_count,  # type: ignore[attr-defined]
        document_count=agreement.document_count,  # type: ignore[attr-defined]
    )
