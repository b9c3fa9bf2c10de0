# /afspraken/…/cijfers/, /doel/ and /grenzen/
from __future__ import annotations

from django.urls import path

from samenspraak.web.workspace.figures import limits, planning, views

urlpatterns = [
    path("afspraken/<uuid:public_id>/cijfers/", views.figures, name="figures"),
    path("afspraak/<uuid:public_id>/doel/", planning.new, name="target-new"),
    path("doel/<uuid:public_id>/", views.target, name="target"),
    path("doel/<uuid:public_id>/wijzigen/", planning.change, name="target-change"),
    path("doel/<uuid:public_id>/intrekken/", planning.withdraw, name="target-withdraw"),
    path("doel/<uuid:public_id>/breuk/", planning.mark_break, name="target-break"),
    path(
        "doel/<uuid:public_id>/meting/<int:number>/intrekken/", views.withdraw_observation, name="observation-withdraw"
    ),
    path("grenzen/", limits.parameters, name="parameters"),
    path("grenzen/<int:number>/terugnemen/", limits.withdraw, name="parameter-withdraw"),
]
