"""Searching: the right first, in the same query as the words."""

from __future__ import annotations

import re
from dataclasses import replace

from samenspraak.apps.agreements.models import Agreement, AgreementParty, Commitment
from samenspraak.apps.agreements.queries import visible_agreements
from samenspraak.apps.parties.models import Person
from samenspraak.apps.search.facets import counts_of, facets_of
from samenspraak.apps.search.hits import entries_of, hits_of
from samenspraak.apps.search.lookup import Found, look_up
from samenspraak.apps.search.matching import Scope
from samenspraak.apps.search.models import SearchEntry, SearchShape
from samenspraak.apps.search.pages import NO_THEME, PAGE_LENGTH, SearchPage, Wanted
from samenspraak.apps.search.suggestions import meant_questions
from samenspraak.core.search.question import Question, asked
from samenspraak.engines.knowledge.word_forms import word_forms

LAST_PAGE = 500  # further than anybody leafs
_SORTS = ("relevance", "newest", "oldest")


def search(person: Person, wanted: Wanted) -> SearchPage:
    """Return what somebody may see of what they look for (a bounded number of queries).

    When no text has everything that was asked, texts that have part of it come instead, with what may have been meant.
    """
    question = asked(wanted.text, word_forms)
    if not question.wanted:
        return _page(wanted, question, Found(), 1, is_asked=False)
    scope = narrowed(visible_entries(person), wanted)
    found, page = _found(scope, question, wanted)
    if found.total:
        return _page(wanted, question, found, page)
    meant = meant_questions(visible_entries(person), question, wanted.text)
    if len(question.wanted) > 1:
        found, page = _found(scope, question, wanted, some=True)
    return replace(_page(wanted, question, found, page), meant=meant, is_looser=bool(found.total))


def visible_entries(person: Person) -> Scope:
    """Return what somebody may find: of the agreements that they may see, and nothing else."""
    if person.is_active and person.is_administrator:
        return Scope()
    return Scope((visible_agreements(person),))


def narrowed(scope: Scope, wanted: Wanted) -> Scope:
    """Return what is left when somebody narrows a search down; an unknown value leaves nothing."""
    if not _is_known(wanted):
        return Scope((Agreement.objects.none(),))
    shapes = SearchShape.objects.all()
    if wanted.kind:
        shapes = shapes.filter(kind=wanted.kind)
    if wanted.theme == NO_THEME:
        shapes = shapes.filter(theme="", kind__in=(SearchEntry.Kind.COMMITMENT, SearchEntry.Kind.PROGRESS))
    elif wanted.theme:
        shapes = shapes.filter(theme=wanted.theme)
    if wanted.commitment_kind:
        shapes = shapes.filter(commitment_kind=wanted.commitment_kind)
    if wanted.year:
        shapes = shapes.filter(year=int(wanted.year))
    agreements = scope.agreements
    if wanted.party:
        named = AgreementParty.objects.filter(name=wanted.party.replace("\x00", "")[:300])
        agreements = (*agreements, Agreement.objects.filter(pk__in=named.values("agreement")))
    return Scope(agreements, shapes if wanted.is_narrowed else None)


def _is_known(wanted: Wanted) -> bool:
    """Tell whether everything that a search is narrowed down by exists."""
    return (
        wanted.kind in {"", *SearchEntry.Kind.values}
        and wanted.theme in {"", NO_THEME, *Commitment.Theme.values}
        and wanted.commitment_kind in {"", *Commitment.Kind.values}
        and re.fullmatch(r"(?:[12][0-9]{3})?", wanted.year) is not None
    )


def _found(scope: Scope, question: Question, wanted: Wanted, *, some: bool = False) -> tuple[Found, int]:
    """Return what was found and which page of it: the nearest, when there is no such page."""
    sort = wanted.sort if wanted.sort in _SORTS else "relevance"
    page = min(max(wanted.page, 1), LAST_PAGE)
    start = (page - 1) * PAGE_LENGTH
    found = look_up(scope, question, some=some, sort=sort, start=start, length=PAGE_LENGTH)
    if found.numbers or not found.total:
        return found, page
    page = _page_count(found)
    start = (page - 1) * PAGE_LENGTH
    return look_up(scope, question, some=some, sort=sort, start=start, length=PAGE_LENGTH), page


def _page_count(found: Found) -> int:
    return min(LAST_PAGE, max(1, -(-found.total // PAGE_LENGTH)))


def _page(wanted: Wanted, question: Question, found: Found, page: int, *, is_asked: bool = True) -> SearchPage:
    return SearchPage(
        wanted=wanted,
        is_asked=is_asked,
        hits=hits_of(entries_of(found.numbers), question),
        facets=facets_of(counts_of(found) if found.total else {}),
        total=found.total,
        page=page if found.total else 1,
        page_count=_page_count(found),
        meant=(),
        is_looser=False,
    )
