"""The key figures of an agreement, and one of them over the years."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samenspraak.apps.figures.extracts.queries import key_figure_for, key_figures_for
from samenspraak.web.workspace.request import SignedInRequest

YEAR, PLACE = "jaar", "gemeente"
_YEAR_DIGITS = 4


@require_safe
def key_figures(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    asked = request.GET.get(YEAR, "")
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == _YEAR_DIGITS else None
    page = key_figures_for(request.user, public_id, year=year, municipality=request.GET.get(PLACE, ""))
    return render(request, "figures/key_figures.html", {"page": page, "section": "agreements"})


@require_safe
def key_figure(request: SignedInRequest, public_id: UUID, code: str) -> HttpResponse:
    page = key_figure_for(request.user, public_id, code, municipality=request.GET.get(PLACE, ""))
    return render(request, "figures/key_figure.html", {"page": page, "section": "agreements"})
