from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samenspraak.apps.agreements.queries import agreements_of, organisation_for, organisations_for
from samenspraak.apps.audit.queries import history_of
from samenspraak.apps.monitoring.successions.queries import mergers_of
from samenspraak.apps.parties.actions import (
    add_organisation,
    change_organisation,
    confirm_organisation,
    demand_second_factor,
)
from samenspraak.apps.parties.errors import NoRight
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.parties.queries import Right, may, people_page
from samenspraak.apps.reports.queries import years_of
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.people.forms import ChangeOrganisationForm, InviteForm, NewOrganisationForm
from samenspraak.web.workspace.request import SignedInRequest

READ_AND_SEND = require_http_methods(["GET", "HEAD", "POST"])
SECTION = {"section": "organisations"}


@require_GET
def organisation_list(request: SignedInRequest) -> HttpResponse:
    context = {
        "organisations": organisations_for(request.user),
        "may_add": may(request.user, Right.CONFIRM_ORGANISATION),
        **SECTION,
    }
    return render(request, "people/list.html", context)


@require_GET
def organisation_detail(request: SignedInRequest, number: int) -> HttpResponse:
    return render_organisation(request, organisation_for(request.user, number))


def render_organisation(
    request: SignedInRequest,
    organisation: Organisation,
    *,
    form: InviteForm | None = None,
    link: str = "",
    status: int = 200,
) -> HttpResponse:
    """Show an organisation, with a form to invite that may hold an error, or the link of an invitation just made."""
    people = people_page(request.user, organisation)
    context = {
        "organisation": organisation,
        "kind": Organisation.Kind(organisation.kind),
        "agreements": agreements_of(request.user, organisation),
        "people": people,
        "form": form or InviteForm(roles=people.roles_to_give if people else ()),
        "link": link,
        "may_change": may(request.user, Right.CONFIRM_ORGANISATION, organisation),
        "may_confirm": may(request.user, Right.CONFIRM_ORGANISATION),
        "may_demand": may(request.user, Right.MANAGE_SIGN_IN, organisation),
        "account_years": years_of(request.user, organisation) if people else (),
        "may_style": may(request.user, Right.EDIT_REGISTER, organisation),
        "mergers": mergers_of(organisation),
        "history": history_of(organisation) if people else (),
        **SECTION,
    }
    return render(request, "people/detail.html", context, status=status)


@READ_AND_SEND
def organisation_new(request: SignedInRequest) -> HttpResponse:
    _demand_any(request, Right.CONFIRM_ORGANISATION)
    form = NewOrganisationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data | {"kind": Organisation.Kind(form.cleaned_data["kind"])}
        try:
            add_organisation(**data, by=request.user)
        except SamenspraakError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, _("De organisatie is toegevoegd. Bevestig haar als de naam klopt."))
            return redirect("organisations")
    return render(request, "people/new.html", {"form": form, **SECTION})


@READ_AND_SEND
def organisation_change(request: SignedInRequest, number: int) -> HttpResponse:
    organisation = organisation_for(request.user, number)
    if not may(request.user, Right.CONFIRM_ORGANISATION, organisation):
        raise NoRight(_("Uw rol bij deze organisatie geeft dit recht niet."))
    initial = {
        "name": organisation.name,
        "other_names": "\n".join(organisation.other_names),
        "cbs_code": organisation.cbs_code,
        "l_number": organisation.l_number,
        "kvk_number": organisation.kvk_number,
    }
    form = ChangeOrganisationForm(request.POST or None, initial=initial, kind=organisation.kind)
    if request.method == "POST" and form.is_valid():
        try:
            change_organisation(
                organisation=organisation,
                name=form.cleaned_data["name"],
                other_names=form.names(),
                codes=form.codes(),
                by=request.user,
            )
        except SamenspraakError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, _("De gegevens zijn bewaard."))
            return redirect("organisation", number)
    # The action may have left a name on it that was refused.
    shown = organisation_for(request.user, number) if form.is_bound else organisation
    return render(request, "people/change.html", {"form": form, "organisation": shown, **SECTION})


@require_POST
def organisation_confirm(request: SignedInRequest, number: int) -> HttpResponse:
    organisation = organisation_for(request.user, number)
    _demand_any(request, Right.CONFIRM_ORGANISATION)
    confirm_organisation(organisation=organisation, other_names=tuple(organisation.other_names), by=request.user)
    messages.success(request, _("De organisatie is bevestigd. Documenten die haar noemen, worden nu herkend."))
    return redirect("organisation", number)


@require_POST
def organisation_second_factor(request: SignedInRequest, number: int) -> HttpResponse:
    organisation = organisation_for(request.user, number)
    demand_second_factor(organisation=organisation, required="required" in request.POST, by=request.user)
    messages.success(request, _("De keuze voor de tweede factor is bewaard."))
    return redirect("organisation", number)


def _demand_any(request: SignedInRequest, right: Right) -> None:
    if not may(request.user, right):
        raise NoRight(_("Uw rol geeft dit recht niet. Vraag de coördinator van uw organisatie."))
