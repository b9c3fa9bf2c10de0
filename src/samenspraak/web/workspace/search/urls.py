# /zoeken/ and what is like a commitment
from __future__ import annotations

from django.urls import path

from samenspraak.web.workspace.search import views

urlpatterns = [
    path("zoeken/", views.results, name="search"),
    path("afspraak/<uuid:public_id>/vergelijkbaar/", views.similar, name="similar"),
    path("afspraak/<uuid:public_id>/vergelijkbaar/ernaast/", views.similar_beside, name="similar-beside"),
]
