"""The list of agreements, and an agreement with its commitments."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from samenspraak.apps.agreements.counts import PROPOSED_ONES, count_of, count_on, counted, theme_counts, themes_of
from samenspraak.apps.agreements.fetch import agreement_for, register_of, with_parties
from samenspraak.apps.agreements.filtering import filtered, ordered, searchable
from samenspraak.apps.agreements.models import Agreement, AgreementParty, Commitment, CommitmentParty
from samenspraak.apps.agreements.own_views.reading import own_views
from samenspraak.apps.agreements.pages import (
    AgreementPage,
    AgreementRow,
    AgreementsPage,
    CheckedShare,
    CommitmentFilter,
    KindCount,
    PartyCount,
    ThemeCount,
)
from samenspraak.apps.agreements.paging import cut, found_on, nearest_page
from samenspraak.apps.agreements.titles import shared_titles
from samenspraak.apps.agreements.views_of_rows import agreement_head, commitment_row, party_mentions
from samenspraak.apps.agreements.visibility import may as may_within
from samenspraak.apps.agreements.visibility import may_review, visible_agreements
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import Right, may

PARTIES_SHOWN = 100
_PROPOSALS = count_of(f"{PROPOSED_ONES} AND agreement_id = %s")


def agreements_for(person: Person, *, text: str = "", page: int = 1) -> AgreementsPage:
    """Return the agreements that a person may see, newest period first; `text` is part of a title or party name."""
    found = visible_agreements(person)
    if text := searchable(text):
        named = AgreementParty.objects.filter(agreement=OuterRef("pk"), name__icontains=text)
        # A word has to be looked for in every title and name: once, to count what it finds and to show it.
        numbers, total = found_on(found.filter(Q(title__icontains=text) | Exists(named)), max(page, 1))
        page, page_count = nearest_page(page, total)
        shown = Agreement.objects.filter(pk__in=numbers)
    else:
        total = found.count()
        page, page_count = nearest_page(page, total)
        # Only what is shown is counted: the database would count for every agreement that it has to sort.
        shown = Agreement.objects.filter(pk__in=cut(found, page).values("pk"))
    agreements = list(counted(with_parties(shown)).annotate(proposal_count=_PROPOSALS))
    themes = themes_of(agreements)
    rows = tuple(_agreement_row(agreement, themes[agreement.pk]) for agreement in agreements)
    may_upload = may(person, Right.UPLOAD)
    return AgreementsPage(rows=rows, total=total, page=page, page_count=page_count, may_upload=may_upload)


def agreement_page(person: Person, public_id: UUID, *, wanted: CommitmentFilter) -> AgreementPage:
    """Return an agreement with one page of its commitments; raises NotFound."""
    agreement = agreement_for(person, public_id)
    register = register_of(agreement)
    found = filtered(register, wanted)
    total = found.count()
    page, page_count = nearest_page(wanted.page, total)
    rows = cut(ordered(found, wanted).prefetch_related("parties"), page)
    themes, kinds, years = _themes_kinds_and_years(register)
    head = agreement_head(agreement)
    documents = {source.document_id: link for source, link in zip(agreement.sources.all(), head.documents, strict=True)}
    shared = shared_titles(agreement)
    return AgreementPage(
        agreement=head,
        theme_counts=themes,
        kind_counts=kinds,
        party_counts=_party_counts(register),
        years=years,
        filter=wanted,
        rows=tuple(commitment_row(row, documents[row.document_id], shared) for row in rows),
        total=total,
        may_edit=may_within(person, Right.EDIT_REGISTER, agreement, agreement.parties.all()),
        own=own_views(person, agreement),
        checked=_checked(person, agreement),
        page=page,
        page_count=page_count,
    )


def _themes_kinds_and_years(
    register: QuerySet[Commitment],
) -> tuple[tuple[ThemeCount, ...], tuple[KindCount, ...], tuple[int, ...]]:
    """Return both counts and the years from one query, in the order in which themes and kinds are listed."""
    themes: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    years: set[int] = set()
    rows = register.order_by().values_list("theme", "kind", "year").annotate(count=Count("pk"))
    for theme, kind, year, count in rows:
        themes[theme] += count
        kinds[kind] += count
        years |= set() if year is None else {year}
    kind_counts = tuple(KindCount(kind, kinds[kind.value]) for kind in Commitment.Kind if kinds[kind.value])
    return theme_counts(themes), kind_counts, tuple(sorted(years))


def _checked(person: Person, agreement: Agreement) -> tuple[CheckedShare, ...]:
    """Return the documents of which proposals wait to be checked (one query, only where there are)."""
    sources = [source for source in agreement.sources.all() if count_on(source, "open_count")]
    is_theirs = bool(sources) and may_review(person, agreement)
    return tuple(
        CheckedShare(
            source.document.public_id,
            source.document.name,
            count_on(source, "found_count") - count_on(source, "open_count"),
            count_on(source, "found_count"),
            is_theirs,
        )
        for source in sources
    )


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
        proposal_count=count_on(agreement, "proposal_count"),
        finding_count=count_on(agreement, "finding_count"),
        document_count=count_on(agreement, "document_count"),
        theme_counts=themes,
    )
