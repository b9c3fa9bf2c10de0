"""The pages of search: one query call, one template."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samenspraak.apps.search import queries
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
