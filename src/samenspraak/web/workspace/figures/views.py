"""The figures of an agreement, and one target with its measurements."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspraak.apps.figures import actions, queries
from samenspraak.apps.figures.errors import MayNotMeasure
from samenspraak.apps.figures.models import Target
from samenspraak.apps.monitoring.queries import declared_lights
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.figures.forms import MeasuringForm
from samenspraak.web.workspace.figures.typed import as_lines
from samenspraak.web.workspace.request import SignedInRequest

BESIDE = "naast"  # asks for another target beside this one
COLUMN = "kolom"  # asks for a column of a table in the document


@require_safe
def figures(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    page = queries.figures_for(request.user, public_id)
    return render(request, "figures/list.html", {"page": page, "section": "agreements"})


@require_http_methods(["GET", "HEAD", "POST"])
def target(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    form = MeasuringForm(None, initial=_from_table(request, public_id), label_suffix="")
    if request.method == "POST":
        form = MeasuringForm(request.POST, label_suffix="")
        if form.is_valid() and _is_recorded(request, public_id, form):
            messages.success(request, _("De meting is vastgelegd."))
            return redirect("target", public_id)
    page = queries.target_page(request.user, public_id, beside=request.GET.get(BESIDE, ""))
    if request.method == "POST" and not page.may_measure:
        raise PermissionDenied
    context = {
        "page": page,
        "row": page.row,
        "form": form,
        "declared": declared_lights(request.user, page.commitment_id),
        "column": COLUMN,
        "section": "agreements",
    }
    return render(request, "figures/target.html", context)


def _is_recorded(request: SignedInRequest, public_id: UUID, form: MeasuringForm) -> bool:
    """Keep the measurements; what is wrong with them is said in the form."""
    record = queries.target_for(request.user, public_id)
    try:
        measured = form.measured(is_flow=record.nature == Target.Nature.FLOW)
        actions.record_observations(target=record, measured=measured, by=request.user)
    except MayNotMeasure as error:
        raise PermissionDenied(error.message) from error
    except SamenspraakError as error:
        form.add_error(None, error.message)
        return False
    return True


def _from_table(request: SignedInRequest, public_id: UUID) -> dict[str, str]:
    """Return what a column of a table in the document says, to be looked at before it is kept."""
    if COLUMN not in request.GET:
        return {}
    record = queries.target_for(request.user, public_id)
    found = queries.column_in(record.commitment.agreement, request.GET[COLUMN])
    if found is None:
        return {}
    place, cells = found
    return {"numbers": as_lines((year, number) for year, number in cells if number is not None), "source": place[:500]}


@require_POST
def withdraw_observation(request: SignedInRequest, public_id: UUID, number: int) -> HttpResponse:
    observation = queries.observation_for(request.user, public_id, number)
    try:
        actions.withdraw_observation(observation=observation, reason=request.POST.get("reason", ""), by=request.user)
    except MayNotMeasure as error:
        raise PermissionDenied(error.message) from error
    except SamenspraakError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("De meting is ingetrokken. Zij blijft zichtbaar, met de reden."))
    return redirect("target", public_id)
