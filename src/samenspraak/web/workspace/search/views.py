"""The pages of search: one query call, one template."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samenspraak.apps.search import queries
from samenspraak.web.workspace.agreements.addresses import page_number
from samenspraak.web.workspace.request import SignedInRequest
from samenspraak.web.workspace.search import addresses


@require_safe
def results(request: SignedInRequest) -> HttpResponse:
    page = queries.search(request.user, addresses.wanted_hits(request.GET))
    context = {
        "page": page,
        "search_text": page.wanted.text,
        "kinds": addresses.kinds_of_hit(page),
        "facets": addresses.facets(page),
        "section": "search",
    }
    return render(request, "search/results.html", context)


@require_safe
def similar(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    page = queries.similar_commitments(request.user, public_id, page=page_number(request.GET))
    return render(request, "search/similar.html", {"page": page, "section": "agreements"})


@require_safe
def similar_beside(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Give a piece of a page: what stands beside a commitment once it is there."""
    page = queries.similar_beside(request.user, public_id)
    return render(request, "search/_similar_beside.html", {"page": page})
