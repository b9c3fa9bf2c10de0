"""Who is a party to an agreement: joining, leaving, and a new lead where one is gone."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.agreements.queries import agreement_for
from samenspraak.apps.monitoring.asking.actions import name_lead
from samenspraak.apps.monitoring.errors import PartiesStay
from samenspraak.apps.monitoring.queries import item_for, party_in
from samenspraak.apps.monitoring.successions.actions import join_agreement, leave_agreement
from samenspraak.apps.monitoring.successions.queries import parties_for
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.parties.queries import organisation_named
from samenspraak.web.workspace.monitoring.refusals import said_on_page
from samenspraak.web.workspace.monitoring.typed import day_in, uuid_in
from samenspraak.web.workspace.request import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def agreement_parties(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    page = parties_for(request.user, public_id)
    if request.method == "POST":
        if not page.may_manage:
            raise PermissionDenied
        with said_on_page(request, _("Dat is vastgelegd.")):
            _change(request, agreement_for(request.user, public_id))
        return redirect("agreement-parties", public_id)
    context = {"page": page, "kinds": Organisation.Kind, "section": "agreements"}
    return render(request, "monitoring/parties.html", context)


def _change(request: SignedInRequest, agreement: Agreement) -> None:
    typed, reason = request.POST, request.POST.get("reason", "")
    act = typed.get("act", "")
    if act == "lead":
        found = uuid_in(typed.get("item", ""))
        if found is None:
            raise PartiesStay(_("Kies een afspraak die geen trekker meer heeft."))
        party = party_in(agreement, typed.get("party", ""))
        name_lead(item=item_for(request.user, found), party=party, reason=reason, by=request.user)
        return
    on = day_in(typed.get("on", ""))
    if on is None:
        raise PartiesStay(_("Vul in vanaf welke dag."))
    if act == "leave":
        party = party_in(agreement, typed.get("party", ""))
        leave_agreement(party=party, on=on, reason=reason, by=request.user)
    else:
        organisation = _known(typed.get("name", ""), typed.get("kind", ""))
        join_agreement(agreement=agreement, organisation=organisation, on=on, reason=reason, by=request.user)


def _known(name: str, kind: str) -> Organisation:
    """Return the organisation that goes by this name; raises PartiesStay when nobody added it yet."""
    found = organisation_named(name, Organisation.Kind(kind)) if kind in Organisation.Kind.values else None
    if found is None:
        raise PartiesStay(_("Deze organisatie staat hier nog niet. Voeg haar eerst toe bij Organisaties."))
    return found
