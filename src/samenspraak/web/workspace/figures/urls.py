# /afspraken/…/cijfers/, /afspraken/…/kengetallen/, /doel/, /grenzen/ and /lijsten/
from __future__ import annotations

from django.urls import path

from samenspraak.web.workspace.figures import (
    agreed,
    extracts,
    key_figures,
    limits,
    municipal,
    own_figures,
    planning,
    views,
)

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
    path("afspraken/<uuid:public_id>/kengetallen/", key_figures.key_figures, name="key-figures"),
    path("afspraken/<uuid:public_id>/kengetallen/<str:code>/", key_figures.key_figure, name="key-figure"),
    path("kengetallen/eigen/", own_figures.own_figures, name="own-figures"),
    path("kengetallen/eigen/nieuw/", own_figures.new, name="own-figure-new"),
    path("kengetallen/eigen/<int:number>/", own_figures.change, name="own-figure"),
    path("kengetallen/eigen/<int:number>/intrekken/", own_figures.withdraw, name="own-figure-withdraw"),
    path("kengetallen/gemeente/", municipal.numbers, name="municipal-numbers"),
    path("kengetallen/gemeente/<int:number>/intrekken/", municipal.withdraw, name="municipal-number-withdraw"),
    path("lijsten/", extracts.extracts, name="extracts"),
    path("lijsten/aanleveren/", extracts.new, name="extract-new"),
    path("lijsten/<uuid:public_id>/", extracts.extract, name="extract"),
    path("lijsten/<uuid:public_id>/indeling/", extracts.map_columns, name="extract-columns"),
    path("lijsten/<uuid:public_id>/tellen/", extracts.confirm, name="extract-confirm"),
    path("lijsten/<uuid:public_id>/wegdoen/", extracts.discard, name="extract-discard"),
    path("lijsten/<uuid:public_id>/terugnemen/", extracts.withdraw, name="extract-withdraw"),
    path("afspraken/<uuid:public_id>/cijfers/beleid/", agreed.policy, name="figures-policy"),
    path("doel/<uuid:public_id>/verdeling/", agreed.shares, name="target-shares"),
    path("doel/<uuid:public_id>/breuk/<int:number>/intrekken/", agreed.withdraw_break, name="target-break-withdraw"),
    path("getal/<int:number>/terzijde/", agreed.dismiss, name="number-dismiss"),
    path("getal/<int:number>/terughalen/", agreed.restore, name="number-restore"),
    path("grenzen/", limits.parameters, name="parameters"),
    path("grenzen/<int:number>/terugnemen/", limits.withdraw, name="parameter-withdraw"),
]
