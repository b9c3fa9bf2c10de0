# /documenten/
from __future__ import annotations

from django.urls import path

from samenspraak.web.workspace.documents import views

urlpatterns = [
    path("", views.document_list, name="documents"),
    path("<uuid:public_id>/", views.document_detail, name="document"),
    path("<uuid:public_id>/bladzijde/<int:number>.png", views.page_picture, name="page-picture"),
    path("<uuid:public_id>/bestand/", views.original_file, name="original-file"),
]
