"""Changing a commitment that stands in the register; two people's changes; looking back and undoing."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samenspraak.apps.agreements import queries
from samenspraak.apps.agreements.errors import ChangedMeanwhile
from samenspraak.apps.agreements.models import CommitmentVersion
from samenspraak.apps.agreements.revisions.actions import revise_commitment, undo_revision
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.agreements.change_form import BOUNDS, MINE, THEIRS, ChangeForm
from samenspraak.web.workspace.request import SignedInRequest

CONFLICT = 409


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Show a commitment to change, and keep the change; where another came first, show both."""
    page = queries.edit_page(request.user, public_id)
    form = ChangeForm(page, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            if form.undecided() or not _is_kept(request, public_id, form):
                return _both(request, public_id, form)
        except SamenspraakError as error:
            form.add_error(None, error.sentence)
        else:
            messages.success(request, _("De wijziging is bewaard als een nieuwe versie."))
            return redirect("commitment", public_id)
    context = {"page": page, "form": form, "bounds": BOUNDS, "section": "agreements"}
    return render(request, "agreements/change.html", context)


def _is_kept(request: SignedInRequest, public_id: UUID, form: ChangeForm) -> bool:
    """Keep the change; tell whether that went, or another came first."""
    try:
        _keep(request, public_id, form)
    except ChangedMeanwhile:
        return False
    return True


def _keep(request: SignedInRequest, public_id: UUID, form: ChangeForm) -> None:
    revise_commitment(
        commitment=queries.commitment_to_edit(request.user, public_id),
        values=form.values(),
        seen=form.cleaned_data["seen"],
        nature=CommitmentVersion.Nature(form.cleaned_data["nature"]),
        reason=form.cleaned_data["reason"],
        by=request.user,
    )


def _both(request: SignedInRequest, public_id: UUID, form: ChangeForm) -> HttpResponse:
    base = form.base()
    page = queries.collision_page(request.user, public_id, mine=form.values(), seen=base)
    context = {"page": page, "sent": form.sent_on(), "base": base, "mine": MINE, "theirs": THEIRS}
    return render(request, "agreements/collision.html", {**context, "section": "agreements"}, status=CONFLICT)


@require_POST
def undo(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Take the last change of a commitment back, if it is still the one that was seen."""
    commitment = queries.commitment_to_edit(request.user, public_id)
    asked = request.POST.get("seen", "")
    seen = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 0
    try:
        undo_revision(commitment=commitment, seen=seen, by=request.user)
    except SamenspraakError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("De laatste wijziging is ongedaan gemaakt. Wat er stond is teruggezet."))
    return redirect("commitment", public_id)


@require_GET
def version(request: SignedInRequest, public_id: UUID, number: int) -> HttpResponse:
    """Show a commitment as it stood in an earlier version."""
    page = queries.version_page(request.user, public_id, number)
    return render(request, "agreements/version.html", {"page": page, "section": "agreements"})
