"""Key figures that a municipality declares itself, tried on its data before they are kept."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspraak.apps.figures.extracts.actions import set_own_figure, withdraw_own_figure
from samenspraak.apps.figures.extracts.queries import (
    Trial,
    columns_to_ask_for,
    municipalities_of,
    own_figure_for,
    own_figures_for,
    tried,
)
from samenspraak.apps.figures.models import Extract, OwnKeyFigure
from samenspraak.apps.parties.models import Organisation
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.request import SignedInRequest

_UNITS = (
    ("share", _("aandeel")),
    ("dwellings", _("aantal woningen")),
    ("allocations", _("aantal toewijzingen")),
    ("per_thousand", _("per duizend")),
    ("eur_per_month", _("euro per maand")),
)
_TEXTS = ("code", "subject", "unit", "name", "definition", "count", "of", "total")


class OwnFigureForm(forms.Form):
    """A figure in the form in which the shipped ones are declared."""

    organisation = forms.TypedChoiceField(label=_("Van welke gemeente"), coerce=int)
    name = forms.CharField(label=_("Naam"), max_length=200)
    definition = forms.CharField(
        label=_("Omschrijving"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
        help_text=_("Zo precies dat een ander hetzelfde zou tellen."),
    )
    code = forms.CharField(
        label=_("Code"), max_length=40, help_text=_("Hoofdletters, cijfers en punten. OWN. komt er vanzelf voor.")
    )
    subject = forms.ChoiceField(label=_("Wat wordt geteld"), choices=Extract.Subject.choices)
    unit = forms.ChoiceField(label=_("Eenheid"), choices=_UNITS)
    count = forms.CharField(
        label=_("Teller: welke rijen"),
        required=False,
        max_length=1000,
        help_text=_("Bijvoorbeeld: eind en prijsklasse in (GOE, BETL). Leeg: alle rijen."),
    )
    of = forms.CharField(
        label=_("Noemer: van welke rijen"),
        required=False,
        max_length=1000,
        help_text=_("Bij een aantal blijft dit leeg. Leeg bij een aandeel: van alle rijen."),
    )
    total = forms.CharField(
        label=_("Op te tellen kolom"), required=False, max_length=60, help_text=_("Leeg: rijen tellen.")
    )

    def __init__(
        self, organisations: list[Organisation], data: QueryDict | None = None, initial: dict[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial=initial, label_suffix="")
        self.fields["organisation"].choices = [(one.pk, one.name) for one in organisations]  # type: ignore[attr-defined]

    def texts(self) -> dict[str, str]:
        """Return the declaration as it is kept."""
        return {name: self.cleaned_data[name].strip() for name in _TEXTS if self.cleaned_data[name].strip()}


@require_safe
def own_figures(request: SignedInRequest) -> HttpResponse:
    _organisations(request)
    return render(request, "figures/own_figures.html", {"rows": own_figures_for(request.user), "section": "figures"})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: SignedInRequest) -> HttpResponse:
    return _form_page(request, None, {})


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: SignedInRequest, number: int) -> HttpResponse:
    found = own_figure_for(request.user, number)
    return _form_page(request, found, found.form | {"organisation": found.organisation_id, "code": found.code})


@require_POST
def withdraw(request: SignedInRequest, number: int) -> HttpResponse:
    found = own_figure_for(request.user, number)
    try:
        withdraw_own_figure(figure=found, by=request.user)
    except SamenspraakError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _now("Het eigen kengetal is ingetrokken. Wat ermee is geteld blijft te lezen."))
    return redirect("own-figures")


def _form_page(request: SignedInRequest, found: OwnKeyFigure | None, initial: dict[str, Any]) -> HttpResponse:
    organisations = _organisations(request)
    form = OwnFigureForm(organisations, request.POST if request.method == "POST" else None, initial)
    trial: Trial | None = None
    if form.is_bound and form.is_valid():
        organisation = next(one for one in organisations if one.pk == form.cleaned_data["organisation"])
        try:
            if "try" in request.POST:
                trial = tried(organisation, form.texts())
            else:
                set_own_figure(organisation=organisation, form=form.texts(), instead_of=found, by=request.user)
                messages.success(request, _now("Het kengetal is bewaard. De lijsten worden ermee geteld."))
                return redirect("own-figures")
        except SamenspraakError as error:
            form.add_error(None, f"{error.where}: {error.message}" if error.where else error.message)
    context = {"form": form, "found": found, "trial": trial, "columns": columns_to_ask_for(), "section": "figures"}
    return render(request, "figures/own_figure.html", context)


def _organisations(request: SignedInRequest) -> list[Organisation]:
    found = municipalities_of(request.user)
    if not found:
        raise PermissionDenied(_now("Een eigen kengetal komt van een coördinator van een gemeente."))
    return found
