# /zoeken/ and what is like a commitment
from __future__ import annotations

from django.urls import path

from samenspraak.web.workspace.search import views

urlpatterns = [
    path("zoeken/", views.results, name="search"),
]
