"""The gallery of components, and the house style of the installation."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from samenspraak.web.design.samples import gallery_samples
from samenspraak.web.design.theme import own_theme

_DAY = 60 * 60 * 24


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    return render(request, "design/gallery.html", gallery_samples())


@require_safe
@login_not_required
@cache_control(public=True, max_age=_DAY)
def own_theme_file(request: HttpRequest) -> HttpResponse:
    theme = own_theme()
    if theme is None:
        raise Http404
    return HttpResponse(theme.path.read_bytes(), content_type="text/css; charset=utf-8")
