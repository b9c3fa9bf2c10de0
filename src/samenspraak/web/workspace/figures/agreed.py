"""What parties agree about figures: shares of a whole, the policy of the lights, and numbers that are no target."""

from __future__ import annotations

import re
from decimal import Decimal
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from samenspraak.apps.agreements.queries import agreement_for
from samenspraak.apps.figures import actions, queries
from samenspraak.apps.figures.errors import MayNotSetTargets
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.figures.forms import NumberField
from samenspraak.web.workspace.figures.typed import shown
from samenspraak.web.workspace.request import SignedInRequest

_PART = re.compile(r"\s*(?P<name>.+?)\s*[:;\t]\s*(?P<number>[-\d.,]+)\s*")


class SharesForm(forms.Form):
    """By which key a whole is divided, and over whom."""

    key = forms.CharField(label=_("Verdeelsleutel"), max_length=200, help_text=_("Zoals: woningen op 1 januari 2025."))
    source = forms.CharField(label=_("Bron"), max_length=500)
    parts = forms.CharField(
        label=_("Wie, met de sleutel"),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=10_000,
        help_text=_("Eén per regel, zoals “Waterhoven: 12.500”."),
    )

    def clean_parts(self) -> list[tuple[str, Decimal]]:
        found = []
        for line in self.cleaned_data["parts"].splitlines():
            match = _PART.fullmatch(line)
            number = queries.number_in(match["number"]) if match else None
            if line.strip() and (match is None or number is None):
                raise forms.ValidationError(
                    _now("“%(line)s” is geen naam met een getal. Schrijf het als Waterhoven: 12.500.")
                    % {"line": line.strip()[:80]}
                )
            if match and number is not None:
                found.append((match["name"][:200], number))
        return found


class PolicyForm(forms.Form):
    """The numbers by which measurements are judged."""

    tolerance = NumberField(
        label=_("Tot hoeveel procent ernaast is geel"), help_text=_("Van het doel, of van de hele weg ernaartoe.")
    )
    outdated_days = forms.IntegerField(label=_("Na hoeveel dagen is een meting verouderd"), min_value=1, max_value=9999)


@require_http_methods(["GET", "HEAD", "POST"])
def shares(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    page = queries.shares_page(request.user, public_id)
    lines = "\n".join(f"{one.name}: {shown(one.key)}" for one in page.shares)
    initial = {"key": page.key, "source": page.source, "parts": lines}
    form = SharesForm(request.POST if request.method == "POST" else None, initial=initial, label_suffix="")
    if request.method == "POST" and not page.may_edit:
        raise PermissionDenied(_now("Alleen een coördinator van een van de partijen kan dit vastleggen."))
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        target = queries.target_for(request.user, public_id)
        try:
            actions.set_sharing_out(
                target=target, key=said["key"], source=said["source"], parts=said["parts"], by=request.user
            )
        except SamenspraakError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, _now("De verdeling is vastgelegd."))
            return redirect("target-shares", public_id)
    return render(request, "figures/shares.html", {"page": page, "form": form, "section": "agreements"})


@require_http_methods(["GET", "HEAD", "POST"])
def policy(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    page = queries.figures_for(request.user, public_id)
    if not page.may_edit:
        raise PermissionDenied(_now("Alleen een coördinator van een van de partijen kan dit vastleggen."))
    initial = {"tolerance": shown(Decimal(f"{page.tolerance_percent:g}")), "outdated_days": page.outdated_days}
    form = PolicyForm(request.POST if request.method == "POST" else None, initial=initial, label_suffix="")
    if form.is_bound and form.is_valid():
        try:
            actions.set_measuring_policy(
                agreement=agreement_for(request.user, public_id),
                tolerance_percent=form.cleaned_data["tolerance"],
                outdated_days=form.cleaned_data["outdated_days"],
                by=request.user,
            )
        except SamenspraakError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, _now("Het beleid is vastgelegd."))
            return redirect("figures", public_id)
    return render(request, "figures/policy.html", {"page": page, "form": form, "section": "agreements"})


@require_POST
def dismiss(request: SignedInRequest, number: int) -> HttpResponse:
    quantity = queries.quantity_for(request.user, number)
    try:
        actions.dismiss_number(quantity=quantity, by=request.user)
    except MayNotSetTargets as error:
        raise PermissionDenied(error.message) from error
    messages.success(request, _now("Het getal is terzijde gelegd. Onderaan haalt u het terug."))
    return redirect("figures", quantity.commitment.agreement.public_id)


@require_POST
def restore(request: SignedInRequest, number: int) -> HttpResponse:
    dismissed = queries.dismissed_for(request.user, number)
    agreement = dismissed.commitment.agreement
    try:
        actions.restore_number(dismissed=dismissed, by=request.user)
    except MayNotSetTargets as error:
        raise PermissionDenied(error.message) from error
    messages.success(request, _now("Het getal staat er weer."))
    return redirect("figures", agreement.public_id)


@require_POST
def withdraw_break(request: SignedInRequest, public_id: UUID, number: int) -> HttpResponse:
    series_break = queries.break_for(request.user, public_id, number)
    try:
        actions.withdraw_break(series_break=series_break, reason=request.POST.get("reason", ""), by=request.user)
    except MayNotSetTargets as error:
        raise PermissionDenied(error.message) from error
    except SamenspraakError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _now("De breuk is ingetrokken. Cijfers van ervoor en erna vergelijken weer."))
    return redirect("target", public_id)
