"""The pages of documents. What may be seen follows from the agreements a document belongs to."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from samenspraak.apps.agreements import queries
from samenspraak.web.workspace.agreements.addresses import page_number
from samenspraak.web.workspace.documents.uploads import runs_context
from samenspraak.web.workspace.request import SignedInRequest

_PICTURE_WIDTH = 1200  # pixels: sharp in a column of half a wide screen, light enough for a phone
_HOUR = 60 * 60


@require_safe
def document_list(request: SignedInRequest) -> HttpResponse:
    page = queries.documents_for(request.user, page=page_number(request.GET))
    context = {"page": page, "section": "documents", **runs_context(queries.runs_for(request.user))}
    return render(request, "documents/list.html", context)


@require_safe
def document_detail(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    page = queries.document_page(request.user, public_id, number=page_number(request.GET))
    context = {
        "page": page,
        "agreement": page.agreement,
        "document": page.document,
        "section": "agreements",
    }
    return render(request, "documents/detail.html", context)


@require_safe
@cache_control(private=True, max_age=_HOUR)
def page_picture(request: SignedInRequest, public_id: UUID, number: int) -> HttpResponse:
    picture = queries.page_picture(request.user, public_id, number=number, width=_PICTURE_WIDTH)
    return HttpResponse(picture, content_type="image/png")


@require_safe
def original_file(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    name, media_type, content = queries.original_file(request.user, public_id)
    response = HttpResponse(content, content_type=media_type)
    # Always to be saved: a page from outside, shown under our address, could act as one of ours.
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return response
