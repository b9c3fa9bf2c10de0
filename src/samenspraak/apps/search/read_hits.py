"""Searching: the right first, in the same query as the words."""

from __future__ import annotations

import re
from dataclasses import replace

from django.db.models import F, QuerySet

from samenspraak.apps.agreements.models import AgreementParty, Commitment
from samenspraak.apps.agreements.queries import visible_agreements
from samenspraak.apps.parties.models import Person
from samenspraak.apps.search.facets import Counts, counts_of, facets_of
from samenspraak.apps.search.hits import hits_of
from samenspraak.apps.search.matching import BEST_FIRST, matching
from samenspraak.apps.search.models import SearchEntry
from samenspraak.apps.search.pages import NO_THEME, PAGE_LENGTH, SearchPage, Wanted
from samenspraak.apps.search.suggestions import meant_questions
from samenspraak.core.search.question import Question, asked
from samenspraak.engines.knowledge.word_forms import word_forms

LAST_PAGE = 500  # further than anybody leafs
_ORDERS = {
    "relevance": BEST_FIRST,
    "newest": (F("year").desc(nulls_last=True), "rank", "pk"),
    "oldest": (F("year").asc(nulls_last=True), "rank", "pk"),
}


def search(person: Person, wanted: Wanted) -> SearchPage:
    """Return what somebody may see of what they look for (a bounded number of queries).

    When no text has everything that was asked, texts that have part of it come instead, with what may have been meant.
    """
    question = asked(wanted.text, word_forms)
    if not question.wanted:
        return _page(wanted, question, visible_entries(person).none(), {}, is_asked=False)
    entries = narrowed(visible_entries(person), wanted)
    found = matching(entries, question)
    counts = counts_of(found)
    if counts.get("kind"):
        return _page(wanted, question, found, counts)
    meant = meant_questions(visible_entries(person), question, wanted.text)
    if len(question.wanted) > 1:
        found = matching(entries, question, some=True)
        counts = counts_of(found)
    return replace(_page(wanted, question, found, counts), meant=meant, is_looser=bool(counts.get("kind")))


def visible_entries(person: Person) -> QuerySet[SearchEntry]:
    """Return what somebody may find: of the agreements that they may see, and nothing else."""
    if not person.is_active:
        return SearchEntry.objects.none()
    if person.is_administrator:
        return SearchEntry.objects.all()
    return SearchEntry.objects.filter(agreement__in=visible_agreements(person).order_by().values("pk"))


def narrowed(entries: QuerySet[SearchEntry], wanted: Wanted) -> QuerySet[SearchEntry]:
    """Return what is left when somebody narrows a search down; an unknown value leaves nothing."""
    if not _is_known(wanted):
        return entries.none()
    if wanted.kind:
        entries = entries.filter(kind=wanted.kind)
    if wanted.theme == NO_THEME:
        entries = entries.filter(theme="", commitment__isnull=False)
    elif wanted.theme:
        entries = entries.filter(theme=wanted.theme)
    if wanted.commitment_kind:
        entries = entries.filter(commitment_kind=wanted.commitment_kind)
    if wanted.year:
        entries = entries.filter(year=int(wanted.year))
    if wanted.party:
        named = AgreementParty.objects.filter(name=wanted.party.replace("\x00", "")[:300])
        entries = entries.filter(agreement__in=named.values("agreement"))
    return entries


def _is_known(wanted: Wanted) -> bool:
    """Tell whether everything that a search is narrowed down by exists."""
    return (
        wanted.kind in {"", *SearchEntry.Kind.values}
        and wanted.theme in {"", NO_THEME, *Commitment.Theme.values}
        and wanted.commitment_kind in {"", *Commitment.Kind.values}
        and re.fullmatch(r"(?:[12][0-9]{3})?", wanted.year) is not None
    )


def _entries(found: QuerySet[SearchEntry], page: int) -> list[SearchEntry]:
    """Return one page of entries; their numbers first, because only these have to be sorted."""
    numbers = list(found.values_list("pk", flat=True)[(page - 1) * PAGE_LENGTH : page * PAGE_LENGTH])
    entries = SearchEntry.objects.in_bulk(numbers)
    return [entries[number] for number in numbers]


def _page(
    wanted: Wanted, question: Question, found: QuerySet[SearchEntry], counts: Counts, *, is_asked: bool = True
) -> SearchPage:
    total = sum(counts.get("kind", {}).values())
    page_count = min(LAST_PAGE, max(1, -(-total // PAGE_LENGTH)))
    page = min(max(wanted.page, 1), page_count)
    order = _ORDERS.get(wanted.sort, _ORDERS["relevance"])
    entries = _entries(found.order_by(*order), page) if total else []
    return SearchPage(
        wanted=wanted,
        is_asked=is_asked,
        hits=hits_of(entries, question) if entries else (),
        facets=facets_of(counts),
        total=total,
        page=page,
        page_count=page_count,
        meant=(),
        is_looser=False,
    )
