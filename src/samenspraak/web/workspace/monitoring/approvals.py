"""The page on which a coordinator consents to what parties report: many at once, and back again."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from samenspraak.apps.monitoring import queries
from samenspraak.apps.monitoring.approvals.actions import approve_reports, withdraw_approvals
from samenspraak.apps.monitoring.errors import NotYourWords
from samenspraak.apps.monitoring.models import Round
from samenspraak.web.workspace.monitoring.refusals import said_on_page
from samenspraak.web.workspace.monitoring.typed import whole_number_in
from samenspraak.web.workspace.request import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def round_approval(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    try:
        page = queries.approvals_for(request.user, public_id)
    except NotYourWords as error:
        raise PermissionDenied(error.message) from error
    if request.method == "POST":
        return _decide(request, queries.round_for(request.user, public_id))
    context = {"page": page, "head": page.head, "section": "agreements"}
    return render(request, "monitoring/approval.html", context)


def _decide(request: SignedInRequest, round_: Round) -> HttpResponse:
    typed = request.POST
    with said_on_page(request):
        if typed.get("act") == "take-back":
            numbers = {whole_number_in(number) for number in typed.get("reports", "").split(",")}
            count = withdraw_approvals(round_=round_, reports=numbers, by=request.user)
            messages.success(request, _counted(count, _("Het akkoord is teruggenomen:")))
        else:
            keys = typed.get("shown", "").split(",") if typed.get("act") == "all" else typed.getlist("chosen")
            count, changed = approve_reports(round_=round_, seen=_seen(keys), by=request.user)
            messages.success(request, _counted(count, _("U ging akkoord:")))
            if changed:
                messages.warning(request, _counted(changed, _("Intussen gewijzigd, bekijk opnieuw:")))
    return redirect("round-approval", round_.public_id)


def _counted(count: int, what: str) -> str:
    return f"{what} " + ngettext("%(count)s melding.", "%(count)s meldingen.", count) % {"count": count}


def _seen(keys: Iterable[str]) -> dict[int, int]:
    """Return the versions that somebody read, by the number of the report."""
    pairs = (key.partition(":") for key in keys)
    return {whole_number_in(number): whole_number_in(version) for number, _colon, version in pairs}
