"""Numbers of a whole municipality, by which shares are divided: entering one, and taking one back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from samenspraak.apps.figures.errors import MayNotSetTargets
from samenspraak.apps.figures.extracts.queries import municipalities_of
from samenspraak.apps.figures.models import MunicipalNumber
from samenspraak.apps.figures.municipal.actions import set_municipal_number, withdraw_municipal_number
from samenspraak.apps.figures.municipal.queries import municipal_number_for, municipal_numbers_for
from samenspraak.apps.parties.models import Organisation
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.figures.forms import NumberField, day_field
from samenspraak.web.workspace.request import SignedInRequest

PLACE, KIND, YEAR = "gemeente", "wat", "jaar"


class NumberForm(forms.Form):
    """A number of a municipality in a year."""

    organisation = forms.TypedChoiceField(label=_("Gemeente"), coerce=int)
    kind = forms.ChoiceField(label=_("Wat is geteld"), choices=MunicipalNumber.Kind.choices)
    year = forms.IntegerField(label=_("Jaar"), min_value=2000, max_value=2100)
    value = NumberField(label=_("Aantal"))
    on = day_field(
        label=_("Peildatum"),
        help_text=_("Alle woningen: op 31 december of de 1 januari erna. Nieuwe woningen: tot en met deze dag."),
    )
    source = forms.CharField(
        label=_("Bron"),
        max_length=500,
        help_text=_("Bijvoorbeeld: CBS, tabel 81955NED, opgehaald op 3 maart 2025."),
    )
    is_provisional = forms.BooleanField(label=_("Het aantal is nog voorlopig"), required=False)

    def __init__(
        self, organisations: list[Organisation], data: QueryDict | None = None, initial: dict[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial=initial, label_suffix="")
        self.fields["organisation"].choices = [(one.pk, one.name) for one in organisations]  # type: ignore[attr-defined]

    def clean_value(self) -> int:
        value = self.cleaned_data["value"]
        if value != int(value):
            raise forms.ValidationError(_now("Schrijf een heel getal, zoals 10.500."))
        return int(value)


@require_http_methods(["GET", "HEAD", "POST"])
def numbers(request: SignedInRequest) -> HttpResponse:
    organisations = municipalities_of(request.user)
    if not organisations:
        raise PermissionDenied(_now("De aantallen van een gemeente komen van een coördinator van die gemeente."))
    form = NumberForm(organisations, request.POST if request.method == "POST" else None, _proposed(request))
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            set_municipal_number(
                organisation=next(one for one in organisations if one.pk == said["organisation"]),
                kind=said["kind"],
                year=said["year"],
                value=said["value"],
                on=said["on"],
                source=said["source"],
                is_final=not said["is_provisional"],
                by=request.user,
            )
        except SamenspraakError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, _now("Het aantal is bewaard. De kengetallen van dat jaar worden ermee berekend."))
            return redirect("municipal-numbers")
    context = {"page": municipal_numbers_for(request.user), "form": form, "section": "figures"}
    context |= {"place": PLACE, "kind": KIND, "year": YEAR}
    return render(request, "figures/municipal_numbers.html", context, status=422 if form.errors else 200)


@require_POST
def withdraw(request: SignedInRequest, number: int) -> HttpResponse:
    found = municipal_number_for(request.user, number)
    try:
        withdraw_municipal_number(number=found, reason=request.POST.get("reason", ""), by=request.user)
    except MayNotSetTargets as error:
        raise PermissionDenied(error.message) from error
    except SamenspraakError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _now("Het aantal is ingetrokken; het blijft te lezen, met de reden."))
    return redirect("municipal-numbers")


def _proposed(request: SignedInRequest) -> dict[str, Any]:
    """Return what a link to the form already says: the number that a key figure lacks."""
    asked = request.GET.get(YEAR, "")
    year = int(asked) if asked in {str(one) for one in range(2000, 2101)} else timezone.localdate().year - 1
    found: dict[str, Any] = {"year": year, "on": f"{year}-12-31", "kind": request.GET.get(KIND, "")}
    return found | {"organisation": request.GET.get(PLACE, "")}
