"""The pages of agreements: the right first (in the query), one query call, one template."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samenspraak.apps.agreements import queries
from samenspraak.apps.agreements.pages import AgreementPage, CommitmentFilter
from samenspraak.apps.monitoring.queries import advice_on, moments_of
from samenspraak.web.workspace.agreements import addresses, columns
from samenspraak.web.workspace.agreements.questions import QUESTIONS
from samenspraak.web.workspace.request import SignedInRequest


@require_safe
def agreement_list(request: SignedInRequest) -> HttpResponse:
    """Show the agreements that one may see, or those with a word in their title or a party."""
    text = request.GET.get("zoek", "")[: addresses.LONGEST_SEARCH].strip()
    page = queries.agreements_for(request.user, text=text, page=addresses.page_number(request.GET))
    return render(request, "agreements/list.html", {"page": page, "text": text, "section": "agreements"})


@require_safe
def agreement_detail(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Show the register of an agreement: by theme or as a table, as the address asks."""
    wanted = addresses.wanted_commitments(request.GET)
    page = queries.agreement_page(request.user, public_id, wanted=wanted)
    return render(request, "agreements/detail.html", _detail(request, page))


def _detail(request: SignedInRequest, page: AgreementPage) -> dict[str, object]:
    wanted, documents = page.filter, page.agreement.documents
    # Where there is one text without pages, every row would say the same.
    has_sources = len(documents) > 1 or any(document.has_pages for document in documents)
    shown = columns.shown_columns(request.GET, page, has_sources=has_sources)
    headings = columns.headings(request.GET, page, shown)
    return {
        "page": page,
        "agreement": page.agreement,
        "view": addresses.view_of(request.GET),
        "kept": addresses.kept(request.GET),
        "has_sources": has_sources,
        "names_documents": len(documents) > 1,
        "largest_theme": max((row.count for row in page.theme_counts), default=1),
        "has_codes": any(row.code for row in page.rows),
        "has_ratings": any(row.rating for row in page.rows),
        "is_filtered": wanted
        != CommitmentFilter(sort=wanted.sort, is_descending=wanted.is_descending, page=wanted.page),
        "columns": columns.choosable(shown),
        "headings": headings,
        "cells": tuple(columns.Cells(heading.name, heading.label) for heading in headings),
        "has_priorities": "priority" in shown,
        "is_remembered": page.own.columns == shown,
        "choices": [pair for pair in columns.pairs(request.GET) if pair[0] not in {"kolom", "weergave"}],
        "view_address": columns.view_address(request.GET, shown),
        "export_kinds": ["xlsx", "ods", "csv", "json"],
        "may_edit": page.may_edit,
        "section": "agreements",
    }


@require_safe
def commitment_detail(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Show a commitment beside the passage it comes from."""
    page = queries.commitment_page(request.user, public_id)
    context = {
        "page": page,
        "agreement": page.agreement,
        "moments": moments_of(request.user, public_id),
        "advice": advice_on(page),
        "section": "agreements",
    }
    return render(request, "agreements/commitment.html", context)


@require_safe
def finding_list(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Show what a careful reader would ask about the documents of an agreement, all of it or of one kind."""
    page = queries.findings_for(request.user, public_id, kind=request.GET.get("soort", ""))
    names = len(page.agreement.documents) > 1
    context = {"page": page, "agreement": page.agreement, "questions": QUESTIONS, "names_documents": names}
    return render(request, "agreements/findings.html", {**context, "section": "agreements"})


@require_safe
def table_list(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Show the tables of the documents."""
    page = queries.tables_for(request.user, public_id)
    context = {"page": page, "agreement": page.agreement, "section": "agreements"}
    return render(request, "agreements/tables.html", context)


@require_safe
def glossary_list(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Show the terms that the documents explain."""
    page = queries.glossary_for(request.user, public_id)
    context = {"page": page, "agreement": page.agreement, "section": "agreements"}
    return render(request, "agreements/glossary.html", context)
