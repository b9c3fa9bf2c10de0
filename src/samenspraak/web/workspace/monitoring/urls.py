# /mijn-taken/, /afspraken/…/rondes/, /ronde/, /voortgang/ and /bewijs/
from __future__ import annotations

from django.urls import path

from samenspraak.web.workspace.monitoring import approvals, desk, items, parties, views

urlpatterns = [
    path("mijn-taken/", desk.desk, name="desk"),
    path("mijn-taken/taak/<int:number>/", desk.task, name="desk-task"),
    path("afspraken/<uuid:public_id>/rondes/", views.round_list, name="rounds"),
    path("afspraken/<uuid:public_id>/kwaliteit/", views.quality, name="agreement-quality"),
    path("afspraken/<uuid:public_id>/partijen/", parties.agreement_parties, name="agreement-parties"),
    path("ronde/<uuid:public_id>/", views.monitor, name="round"),
    path("ronde/<uuid:public_id>/vergelijken/", views.comparison, name="round-comparison"),
    path("ronde/<uuid:public_id>/lezen/", views.reading, name="round-reading"),
    path("ronde/<uuid:public_id>/verloop/", views.round_course, name="round-course"),
    path("ronde/<uuid:public_id>/akkoord/", approvals.round_approval, name="round-approval"),
    path("voortgang/<uuid:public_id>/", items.item, name="round-item"),
    path("bewijs/<uuid:public_id>/", items.evidence_file, name="evidence-file"),
]
