from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from samenspraak.web.workspace.help import handbook
from samenspraak.web.workspace.request import SignedInRequest

_DAY = 60 * 60 * 24


@require_safe
def start(request: SignedInRequest) -> HttpResponse:
    return render(request, "help/start.html", {"section": "help", **_contents(handbook.START)})


@require_safe
def chapter(request: SignedInRequest, name: str) -> HttpResponse:
    return render(request, "help/chapter.html", {"section": "help", **_contents(name)})


@require_safe
@cache_control(private=True, max_age=_DAY)
def image(request: SignedInRequest, name: str) -> HttpResponse:
    path = handbook.image_path(name)
    if path is None:
        raise Http404
    return HttpResponse(path.read_bytes(), content_type="image/png")


def _contents(name: str) -> dict[str, object]:
    chosen = handbook.chapter(name)
    if chosen is None:
        raise Http404
    return {"chapter": chosen, "chapters": [handbook.chapter(other) for other in handbook.chapter_names()]}
