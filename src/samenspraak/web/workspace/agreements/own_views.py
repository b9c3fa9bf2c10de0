"""Choosing columns, and keeping a view of the register under a name."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samenspraak.apps.agreements import queries
from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.own_views.actions import change_view, choose_columns, delete_view, save_view
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.agreements import columns
from samenspraak.web.workspace.request import SignedInRequest


@require_POST
def remember_columns(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Keep which columns somebody wants to see in every register."""
    agreement = queries.agreement_of_views(request.user, public_id)
    choose_columns(columns=columns.names_of(request.POST.getlist("kolom")), by=request.user)
    messages.success(request, _("Deze kolommen ziet u voortaan in elk register."))
    return _list_of(agreement.public_id, _choices(request))


@require_http_methods(["GET", "HEAD", "POST"])
def view_list(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Show the saved views of an agreement, and save another."""
    agreement = queries.agreement_of_views(request.user, public_id)
    fault, name = "", request.POST.get("name", "")
    address = _choices(request)
    if request.method == "POST":
        is_shared = "is_shared" in request.POST
        try:
            view = save_view(agreement=agreement, name=name, address=address, is_shared=is_shared, by=request.user)
        except SamenspraakError as error:
            fault = error.message
        else:
            messages.success(request, _("De weergave “%(name)s” is bewaard.") % {"name": view.name})
            return _list_of(public_id, address)
    page = queries.views_page(request.user, agreement)
    context = {"page": page, "fault": fault, "name": name, "address": address, "section": "agreements"}
    return render(request, "agreements/views.html", context)


@require_POST
def change(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Give a saved view another name, or share it with the others or not."""
    view = queries.own_view(request.user, public_id)
    name, is_shared = request.POST.get("name", ""), "is_shared" in request.POST
    try:
        change_view(view=view, name=name, is_shared=is_shared, by=request.user)
    except NotFound:
        raise
    except SamenspraakError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("De weergave is aangepast."))
    return redirect("saved-views", view.agreement.public_id)


@require_POST
def delete(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Take a saved view away."""
    view = queries.own_view(request.user, public_id)
    delete_view(view=view, by=request.user)
    messages.success(request, _("De weergave “%(name)s” is verwijderd.") % {"name": view.name})
    return redirect("saved-views", view.agreement.public_id)


def _choices(request: SignedInRequest) -> str:
    """Return the choices that a form sends along; whatever else stands there is left out."""
    return columns.only_choices(QueryDict(request.POST.get("address", ""))).urlencode()


def _list_of(agreement: UUID, address: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('agreement', args=[agreement])}?{address}#lijst")
