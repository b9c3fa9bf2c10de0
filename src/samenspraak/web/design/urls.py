# /ontwerp/
from __future__ import annotations

from django.urls import path

from samenspraak.web.design import views

urlpatterns = [
    path("", views.gallery, name="gallery"),
    path("huisstijl.css", views.own_theme_file, name="own-theme"),
]
