# /hulp/
from __future__ import annotations

from django.urls import path

from samenspraak.web.workspace.help import views

urlpatterns = [
    path("", views.start, name="help"),
    path("beeld/<str:name>", views.image, name="help-image"),
    path("<slug:name>/", views.chapter, name="help-chapter"),
]
