"""The addresses of the application and one more: a page that asks who signed in, and says nothing.

What it takes is what no page can be under, whatever is on it.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

ADDRESS = "/meten/wie/"
NAME = "who-signed-in"


def who(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=200 if request.user.is_authenticated else 403)


urlpatterns = [
    path("", include("samenspraak.config.urls")),
    path(ADDRESS.removeprefix("/"), who, name=NAME),
]
