# /ronde/…/verslagen/, /verslag/ and /huisstijl/
from __future__ import annotations

from django.urls import path

from samenspraak.web.workspace.reports import views

urlpatterns = [
    path("ronde/<uuid:public_id>/verslagen/", views.report_list, name="reports"),
    path("ronde/<uuid:public_id>/verslagen/<slug:kind>/", views.draft, name="report-draft"),
    path(
        "ronde/<uuid:public_id>/verslagen/<slug:kind>/concept.<slug:form>", views.draft_file, name="report-draft-file"
    ),
    path("ronde/<uuid:public_id>/verslagen/<slug:kind>/vaststellen/", views.adopt, name="report-adopt"),
    path("verslag/<uuid:public_id>.<slug:form>", views.edition_file, name="report-edition-file"),
    path("huisstijl/<int:number>/", views.house_style, name="house-style"),
]
