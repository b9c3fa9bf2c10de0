"""All addresses: the signed-in pages."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("samenspraak.web.workspace.urls"))]
