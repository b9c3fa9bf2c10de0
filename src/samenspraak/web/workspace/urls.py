"""The addresses of the signed-in pages: Dutch words for those who read them."""

from __future__ import annotations

from django.urls import include, path
from django.views.generic import RedirectView

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="agreements"), name="start"),
    path("", include("samenspraak.web.workspace.accounts.urls")),
    path("", include("samenspraak.web.workspace.agreements.urls")),
    path("", include("samenspraak.web.workspace.search.urls")),
    path("", include("samenspraak.web.workspace.monitoring.urls")),
    path("", include("samenspraak.web.workspace.figures.urls")),
    path("", include("samenspraak.web.workspace.reports.urls")),
    path("documenten/", include("samenspraak.web.workspace.documents.urls")),
    path("nakijken/", include("samenspraak.web.workspace.review.urls")),
    path("berichten/", include("samenspraak.web.workspace.mail.urls")),
    path("organisaties/", include("samenspraak.web.workspace.people.urls")),
    path("hulp/", include("samenspraak.web.workspace.help.urls")),
    path("ontwerp/", include("samenspraak.web.design.urls")),
]
