# /documenten/
from __future__ import annotations

from django.urls import path

from samenspraak.web.workspace.documents import uploads, views

urlpatterns = [
    path("", views.document_list, name="documents"),
    path("toevoegen/", uploads.upload, name="upload"),
    path("bezig/", uploads.runs, name="runs"),
    path("<uuid:public_id>/opnieuw/", uploads.read_again, name="read-again"),
    path("<uuid:public_id>/stoppen/", uploads.stop, name="stop-reading"),
    path("<uuid:public_id>/", views.document_detail, name="document"),
    path("<uuid:public_id>/bladzijde/<int:number>.png", views.page_picture, name="page-picture"),
    path("<uuid:public_id>/bestand/", views.original_file, name="original-file"),
]
