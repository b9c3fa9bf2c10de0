from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samenspraak.web.workspace.request import SignedInRequest


@require_safe
def start(request: SignedInRequest) -> HttpResponse:
    return render(request, "help/start.html", {"section": "help"})
