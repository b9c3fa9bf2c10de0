"""The list of agreements, and an agreement with its commitments."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from django.db.models import Case, Count, F, Q, QuerySet, Value, When

from samenspraak.apps.agreements.codes import code_key
from samenspraak.apps.agreements.counts import count_on, counted, theme_counts, themes_of
from samenspraak.apps.agreements.fetch import agreement_for, register_of, with_parties
from samenspraak.apps.agreements.models import Agreement, AgreementParty, Commitment, CommitmentParty
from samenspraak.apps.agreements.pages import (
    NO_THEME,
    AgreementPage,
    AgreementRow,
    AgreementsPage,
    CommitmentFilter,
    KindCount,
    PartyCount,
    ThemeCount,
)
from samenspraak.apps.agreements.paging import cut, nearest_page
from samenspraak.apps.agreements.titles import shared_titles
from samenspraak.apps.agreements.views_of_rows import agreement_head, commitment_row, party_mentions
from samenspraak.apps.agreements.visibility import may as may_within
from samenspraak.apps.agreements.visibility import visible_agreements
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import Right, may

PARTIES_SHOWN = 100

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
        named = AgreementParty.objects.filter(name__icontains=text)
        found = found.filter(Q(title__icontains=text) | Q(pk__in=named.values("agreement")))
    total = found.count()
    page, page_count = nearest_page(page, total)
    # Only what is shown is counted: the database would count for every agreement that it has to sort.
    shown = Agreement.objects.filter(pk__in=cut(found, page).values("pk"))
    agreements = list(counted(with_parties(shown)))
    themes = themes_of(agreements)
    rows = tuple(_agreement_row(agreement, themes[agreement.pk]) for agreement in agreements)
    may_upload = not rows and may(person, Right.UPLOAD)  # only asked where it is shown
    return AgreementsPage(rows=rows, total=total, page=page, page_count=page_count, may_upload=may_upload)


def agreement_page(person: Person, public_id: UUID, *, wanted: CommitmentFilter) -> AgreementPage:
    """Return an agreement with one page of its commitments; raises NotFound."""
    agreement = agreement_for(person, public_id)
    register = register_of(agreement)
    found = filtered(register, wanted)
    total = found.count()
    page, page_count = nearest_page(wanted.page, total)
    rows = cut(ordered(found, wanted).prefetch_related("parties"), page)
    themes, kinds = _themes_and_kinds(register)
    head = agreement_head(agreement)
    documents = {source.document_id: link for source, link in zip(agreement.sources.all(), head.documents, strict=True)}
    shared = shared_titles(agreement)
    return AgreementPage(
        agreement=head,
        theme_counts=themes,
        kind_counts=kinds,
        party_counts=_party_counts(register),
        filter=wanted,
        rows=tuple(commitment_row(row, documents[row.document_id], shared) for row in rows),
        total=total,
        may_edit=may_within(person, Right.EDIT_REGISTER, agreement),
        page=page,
        page_count=page_count,
    )


def ordered(register: QuerySet[Commitment], wanted: CommitmentFilter) -> QuerySet[Commitment]:
    """Return the commitments in the order that was asked for."""
    return register.order_by(*_ORDERS.get(wanted.sort, _IN_DOCUMENT))


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


def _themes_and_kinds(register: QuerySet[Commitment]) -> tuple[tuple[ThemeCount, ...], tuple[KindCount, ...]]:
    """Return both counts from one query, in the order in which themes and kinds are listed."""
    themes: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for theme, kind, count in register.order_by().values_list("theme", "kind").annotate(count=Count("pk")):
        themes[theme] += count
        kinds[kind] += count
    kind_counts = tuple(KindCount(kind, kinds[kind.value]) for kind in Commitment.Kind if kinds[kind.value])
    return theme_counts(themes), kind_counts


def _party_counts(register: QuerySet[Commitment]) -> tuple[PartyCount, ...]:
    named = CommitmentParty.objects.filter(commitment__in=register.order_by()).order_by()
    counts = named.values_list("name").annotate(count=Count("commitment", distinct=True)).order_by("-count", "name")
    return tuple(PartyCount(name, count) for name, count in counts[:PARTIES_SHOWN])


def _agreement_row(agreement: Agreement, themes: tuple[ThemeCount, ...]) -> AgreementRow:
    return AgreementRow(
        public_id=agreement.public_id,
        title=agreement.title,
        kind=Agreement.Kind(agreement.kind),
        period_start=agreement.period_start,
        period_end=agreement.period_end,
        parties=party_mentions(agreement.parties.all()),
        commitment_count=count_on(agreement, "commitment_count"),
        finding_count=count_on(agreement, "finding_count"),
        document_count=count_on(agreement, "document_count"),
        theme_counts=themes,
    )
