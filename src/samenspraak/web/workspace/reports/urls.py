# /ronde/…/verslagen/, /verslag/, /verantwoording/ and /huisstijl/
from __future__ import annotations

from django.urls import path

from samenspraak.web.workspace.reports import looks, views

urlpatterns = [
    path("ronde/<uuid:public_id>/verslagen/", views.report_list, name="reports"),
    path("ronde/<uuid:public_id>/verslagen/<slug:kind>/", views.draft, name="report-draft"),
    path(
        "ronde/<uuid:public_id>/verslagen/<slug:kind>/concept.<slug:form>", views.draft_file, name="report-draft-file"
    ),
    path("ronde/<uuid:public_id>/verslagen/<slug:kind>/vaststellen/", views.adopt, name="report-adopt"),
    path("verslag/<uuid:public_id>.<slug:form>", views.edition_file, name="report-edition-file"),
    path("verantwoording/<int:number>/<int:year>/", views.account, name="account"),
    path("verantwoording/<int:number>/<int:year>/concept.<slug:form>", views.account_file, name="account-file"),
    path("verantwoording/<int:number>/<int:year>/vaststellen/", views.account_adopt, name="account-adopt"),
    path("huisstijl/<int:number>/", looks.house_style, name="house-style"),
]
