"""Saying what a figure should be: confirming a target, changing it, marking a break, taking it out."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samenspraak.apps.agreements.models import Agreement, Commitment, CommitmentQuantity
from samenspraak.apps.figures import actions, queries
from samenspraak.apps.figures.errors import MayNotSetTargets
from samenspraak.apps.figures.extracts.queries import figures_of
from samenspraak.apps.figures.models import Target
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.design.units import unit_name
from samenspraak.web.workspace.figures.forms import TargetForm
from samenspraak.web.workspace.figures.typed import as_lines, shown
from samenspraak.web.workspace.figures.views import COLUMN
from samenspraak.web.workspace.request import SignedInRequest

LIKE = "als"  # a target that is to be set for another party as well
NUMBER = "getal"  # the number of the commitment that a target is made of
_MOST_DIGITS = 9


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    commitment = queries.commitment_for(request.user, public_id)
    asked = request.GET.get(NUMBER, "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= _MOST_DIGITS else 0
    like = _same_for_another(request, commitment)
    quantity = queries.quantity_of(commitment, number) if number else None
    proposed = like or _proposed(commitment, quantity)
    return _form_page(request, commitment, None, proposed | _path_from_table(request, commitment))


def _same_for_another(request: SignedInRequest, commitment: Commitment) -> dict[str, Any]:
    """Return a target of the same commitment to be set for another party as well; empty when none is asked for."""
    asked = request.GET.get(LIKE, "")
    if not asked:
        return {}
    same = [target for target in commitment.targets.select_related("party") if str(target.public_id) == asked]
    return _as_it_is(same[0]) | {"seen": 0, "party": None, "path": ""} if same else {}


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    target = queries.target_for(request.user, public_id)
    return _form_page(
        request, target.commitment, target, _as_it_is(target) | _path_from_table(request, target.commitment)
    )


def _form_page(
    request: SignedInRequest, commitment: Commitment, target: Target | None, initial: dict[str, Any]
) -> HttpResponse:
    parties = queries.parties_to_choose(commitment)
    if not queries.may_plan(request.user, commitment, parties):
        raise PermissionDenied(_("Alleen een coördinator van een van de partijen kan dit vastleggen."))
    figures = figure_choices(commitment.agreement)
    form = TargetForm(parties, figures, request.POST if request.method == "POST" else None, initial)
    if form.is_bound and form.is_valid():
        try:
            kept = actions.set_target(
                commitment=commitment,
                values=form.values(),
                target=target,
                seen_version=form.cleaned_data["seen"],
                by=request.user,
            )
        except SamenspraakError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, _("De streefwaarde is vastgelegd."))
            return redirect("target", kept.public_id)
    context = {
        "form": form,
        "commitment": commitment,
        "target": target,
        "columns": queries.columns_of(commitment.agreement),
        "asked": [(name, request.GET[name]) for name in (LIKE, NUMBER) if name in request.GET],
        "column": COLUMN,
        "section": "agreements",
    }
    return render(request, "figures/target_form.html", context)


def figure_choices(agreement: Agreement) -> list[tuple[str, str]]:
    """Return the key figures that a target can follow, by code."""
    is_english = (get_language() or "").startswith("en")
    return [
        (code, f"{figure.name_en if is_english else figure.name} ({code})")
        for code, figure in figures_of(agreement).items()
    ]


def _proposed(commitment: Commitment, quantity: CommitmentQuantity | None) -> dict[str, Any]:
    """Return what a number of a commitment seems to ask: a proposal that a person mends and confirms."""
    agreement = commitment.agreement
    first = commitment.year or agreement.period_start
    last = commitment.year or agreement.period_end
    found: dict[str, Any] = {"first_year": first, "last_year": last, "definition_version": "1", "seen": 0}
    if quantity is None:
        return found
    unit, _slash, pace = quantity.unit.partition("/")
    is_yearly, is_share = pace == "year", unit == "percent"
    return found | {
        "from_text": quantity.text,
        "label": quantity.subject or commitment.title or commitment.text[:200],
        "unit": unit_name(unit if is_yearly else quantity.unit),
        "bound": quantity.bound,
        "value": shown(queries.number_in(f"{quantity.value:.15g}")),
        "nature": Target.Nature.STOCK if is_share else Target.Nature.FLOW,
        "timing": Target.Timing.EVERY_YEAR if is_yearly or is_share else Target.Timing.IN_TOTAL,
    }


def _as_it_is(target: Target) -> dict[str, Any]:
    same = (
        "label bound nature timing first_year last_year price_year definition definition_version from_text key_figure"
    )
    return {name: getattr(target, name) for name in same.split()} | {
        "seen": target.version,
        "party": target.party_id,
        "unit": unit_name(target.unit),
        "value": shown(queries.exact(target.value)),
        "signal_value": shown(queries.exact(target.signal_value)),
        "path": as_lines((step.year, queries.exact(step.value)) for step in target.path.all()),
    }


def _path_from_table(request: SignedInRequest, commitment: Commitment) -> dict[str, str]:
    if COLUMN not in request.GET:
        return {}
    found = queries.column_in(commitment.agreement, request.GET[COLUMN])
    return {} if found is None else {"path": as_lines(found[1])}


@require_POST
def withdraw(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    target = queries.target_for(request.user, public_id)
    try:
        actions.withdraw_target(
            target=target, seen_version=target.version, reason=request.POST.get("reason", ""), by=request.user
        )
    except SamenspraakError as error:
        return _refused(request, error, public_id)
    messages.success(request, _("De streefwaarde wordt niet meer gevolgd."))
    return redirect("figures", target.commitment.agreement.public_id)


@require_POST
def mark_break(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    target = queries.target_for(request.user, public_id)
    if not queries.may_plan(request.user, target.commitment):
        raise PermissionDenied
    try:
        on = date.fromisoformat(request.POST.get("on", ""))
    except ValueError:
        messages.error(request, _("Kies de dag vanaf wanneer anders is geteld."))
        return redirect("target", public_id)
    try:
        actions.mark_break(target=target, on=on, reason=request.POST.get("reason", ""), by=request.user)
    except SamenspraakError as error:
        return _refused(request, error, public_id)
    messages.success(request, _("De breuk in de reeks is aangegeven."))
    return redirect("target", public_id)


def _refused(request: SignedInRequest, error: SamenspraakError, public_id: UUID) -> HttpResponse:
    if isinstance(error, MayNotSetTargets):
        raise PermissionDenied(error.message) from error
    messages.error(request, error.message)
    return redirect("target", public_id)
