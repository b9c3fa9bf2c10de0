"""Changing several commitments at once: choose, look at what would change, do it, and undo it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from samenspraak.apps.agreements import queries
from samenspraak.apps.agreements.models import CommitmentVersion
from samenspraak.apps.agreements.queries import SelectionPage
from samenspraak.apps.agreements.revisions.actions import revise_commitments, undo_revisions
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.agreements import addresses
from samenspraak.web.workspace.agreements.exchanging import NATURES
from samenspraak.web.workspace.agreements.selection_form import SelectionForm
from samenspraak.web.workspace.request import SignedInRequest

LOOK, DO = "bekijk", "doen"
EVERYTHING = "alles"  # in the address: all that the filter in it finds
CONFLICT = 409


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Show what was chosen to change together, then what that would change, then do it."""
    is_sent = request.method == "POST"
    if not is_sent and EVERYTHING in request.GET:
        found = queries.chosen_by(request.user, public_id, wanted=addresses.wanted_commitments(request.GET))
        seen: dict[UUID, int | None] = dict.fromkeys(found)
    else:
        seen = _seen(request.POST.getlist("gezien") if is_sent else request.GET.getlist("kies"))
    page = queries.selection_page(request.user, public_id, seen=seen, values={})
    step = request.POST.get("stap", "")
    form = SelectionForm(page.frameworks, request.POST if is_sent else None)
    if step in (LOOK, DO) and form.is_valid():
        return _look_or_do(request, public_id, seen, form)
    context = {"page": page, "form": form, "is_checked": step in (LOOK, DO), "section": "agreements"}
    return render(request, "agreements/selection.html", context)


def _look_or_do(
    request: SignedInRequest, public_id: UUID, seen: dict[UUID, int | None], form: SelectionForm
) -> HttpResponse:
    fault, status = "", 200
    try:
        if request.POST.get("stap") == DO:
            change = _do(request, public_id, seen, form)
            return redirect("selection-done", public_id, change)
        page = queries.selection_page(request.user, public_id, seen=seen, values=form.values())
    except SamenspraakError as error:
        fault, status = error.sentence, CONFLICT
        page = queries.selection_page(request.user, public_id, seen=seen, values=form.values())
    context = {"page": page, "form": form, "fault": fault, "natures": NATURES, "section": "agreements"}
    context |= {"nature": request.POST.get("nature") or _fitting(page), "reason": request.POST.get("reason", "")}
    return render(request, "agreements/selection_preview.html", context, status=status)


def _fitting(page: SelectionPage) -> str:
    """Return what such a change mostly is: who only puts commitments in order, corrects nothing that was signed."""
    return CommitmentVersion.Nature.CORRECTION if page.needs_reason else CommitmentVersion.Nature.CLASSIFICATION


def _do(request: SignedInRequest, public_id: UUID, seen: dict[UUID, int | None], form: SelectionForm) -> UUID:
    nature = request.POST.get("nature", "")
    return revise_commitments(
        agreement=queries.agreement_to_edit(request.user, public_id),
        seen={one: version or 0 for one, version in seen.items()},
        values=form.values(),
        nature=CommitmentVersion.Nature(nature) if nature in NATURES else CommitmentVersion.Nature.CORRECTION,
        reason=request.POST.get("reason", ""),
        by=request.user,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def done(request: SignedInRequest, public_id: UUID, change: UUID) -> HttpResponse:
    """Show what was changed together, and undo it when asked."""
    page = queries.selection_done(request.user, public_id, change)
    if request.method == "POST":
        agreement = queries.agreement_to_edit(request.user, public_id)
        try:
            back, stayed = undo_revisions(agreement=agreement, change=change, by=request.user)
        except SamenspraakError as error:
            messages.error(request, error.message)
            return redirect("selection-done", public_id, change)
        messages.success(request, _undone(back, stayed))
        return redirect("agreement", public_id)
    return render(request, "agreements/selection_done.html", {"page": page, "section": "agreements"})


def _undone(back: int, stayed: int) -> str:
    said = ngettext("%(number)s afspraak is teruggezet.", "%(number)s afspraken zijn teruggezet.", back)
    words = said % {"number": back}
    if not stayed:
        return words
    rest = _("Daarna opnieuw gewijzigd, en daarom zo gelaten: %(number)s.") % {"number": stayed}
    return f"{words} {rest}"


def _seen(asked: Iterable[str]) -> dict[UUID, int | None]:
    """Return the commitments that were chosen, with the version that somebody saw when that is said."""
    found: dict[UUID, int | None] = {}
    for one in asked:
        name, _sign, version = one.partition(":")
        try:
            found[UUID(name)] = int(version) if version.isascii() and version.isdigit() and len(version) < 9 else None
        except ValueError:
            continue
    return found
