# /nakijken/
from __future__ import annotations

from django.urls import path

from samenspraak.web.workspace.review import views

urlpatterns = [
    path("", views.review_list, name="reviews"),
    path("<uuid:public_id>/", views.overview, name="review"),
    path("<uuid:public_id>/gegevens/", views.facts, name="review-facts"),
    path("<uuid:public_id>/gemist/", views.missed, name="review-missed"),
    path("voorstel/<uuid:public_id>/", views.proposal, name="proposal"),
    path("voorstel/<uuid:public_id>/splitsen/", views.split, name="proposal-split"),
]
