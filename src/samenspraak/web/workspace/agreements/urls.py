# /afspraken/ and /afspraak/
from __future__ import annotations

from django.urls import path

from samenspraak.web.workspace.agreements import changing, exchanging, own_views, selecting, views

urlpatterns = [
    path("afspraken/", views.agreement_list, name="agreements"),
    path("afspraken/<uuid:public_id>/", views.agreement_detail, name="agreement"),
    path("afspraken/<uuid:public_id>/bevindingen/", views.finding_list, name="findings"),
    path("afspraken/<uuid:public_id>/tabellen/", views.table_list, name="tables"),
    path("afspraken/<uuid:public_id>/begrippen/", views.glossary_list, name="glossary"),
    path("afspraken/<uuid:public_id>/ophalen/<slug:kind>/", exchanging.export, name="register-export"),
    path("afspraken/<uuid:public_id>/terugbrengen/", exchanging.offer, name="table-offer"),
    path("afspraken/<uuid:public_id>/kolommen/", own_views.remember_columns, name="columns"),
    path("afspraken/<uuid:public_id>/weergaven/", own_views.view_list, name="saved-views"),
    path("weergave/<uuid:public_id>/", own_views.change, name="saved-view"),
    path("weergave/<uuid:public_id>/verwijderen/", own_views.delete, name="saved-view-delete"),
    path("afspraken/<uuid:public_id>/samen-wijzigen/", selecting.change, name="selection-change"),
    path("afspraken/<uuid:public_id>/samen-gewijzigd/<uuid:change>/", selecting.done, name="selection-done"),
    path("tabel/<uuid:public_id>/", exchanging.preview, name="table"),
    path("afspraak/<uuid:public_id>/", views.commitment_detail, name="commitment"),
    path("afspraak/<uuid:public_id>/wijzigen/", changing.change, name="commitment-change"),
    path("afspraak/<uuid:public_id>/terugzetten/", changing.undo, name="commitment-undo"),
    path("afspraak/<uuid:public_id>/versie/<int:number>/", changing.version, name="commitment-version"),
]
