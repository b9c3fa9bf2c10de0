"""Writing down that organisations go on as one: choose, look at what changes, do it, and take it back."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samenspraak.apps.agreements.queries import organisation_for
from samenspraak.apps.monitoring.successions.actions import merge_organisations, undo_merger
from samenspraak.apps.monitoring.successions.queries import candidates_for, chosen_for, merger_of, merger_preview
from samenspraak.apps.parties.errors import NoRight
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.parties.queries import Right, may
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.request import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def organisation_merger(request: SignedInRequest, number: int) -> HttpResponse:
    successor = _coordinated(request, number)
    typed = request.POST if request.method == "POST" else request.GET
    chosen = chosen_for(request.user, successor, _numbers(typed.getlist("organisaties")))
    on, reason = _day(typed.get("vanaf", "")), typed.get("waarom", "").strip()
    fault = ""
    if request.method == "POST":
        try:
            merge_organisations(organisations=chosen, successor=successor, on=on, reason=reason, by=request.user)
        except SamenspraakError as error:
            fault = error.message
        else:
            messages.success(request, _("De fusie is vastgelegd."))
            return redirect("organisation", number)
    context = {
        "organisation": successor,
        "candidates": candidates_for(request.user, successor),
        "chosen": {one.pk for one in chosen},
        "preview": merger_preview(chosen, successor, on) if chosen else None,
        "asked": "vanaf" in typed,
        "on": on,
        "reason": reason,
        "fault": fault,
        "section": "organisations",
    }
    return render(request, "people/merger.html", context, status=409 if fault else 200)


@require_POST
def merger_undo(request: SignedInRequest, number: int, merger: int) -> HttpResponse:
    found = merger_of(_coordinated(request, number), merger)
    try:
        undo_merger(merger=found, reason=request.POST.get("waarom", ""), by=request.user)
    except NoRight:
        raise
    except SamenspraakError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("De fusie is teruggedraaid."))
    return redirect("organisation", number)


def _coordinated(request: SignedInRequest, number: int) -> Organisation:
    organisation = organisation_for(request.user, number)
    if not may(request.user, Right.CONFIRM_ORGANISATION, organisation):
        raise NoRight(_("Uw rol bij deze organisatie geeft dit recht niet."))
    return organisation


def _numbers(typed: list[str]) -> set[int]:
    return {int(number) for number in typed if number.isascii() and number.isdigit() and len(number) < 12}


def _day(typed: str) -> date:
    """Return the day that was typed; today when it is none."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return timezone.localdate()
