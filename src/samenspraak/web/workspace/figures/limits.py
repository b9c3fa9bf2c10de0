"""The limits of the law: what is known for a year, and adding what is not."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samenspraak.apps.figures import actions, queries
from samenspraak.apps.figures.errors import MayNotSetTargets
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.figures.forms import ParameterForm
from samenspraak.web.workspace.request import SignedInRequest

YEAR = "jaar"
_YEAR_DIGITS = 4


@require_http_methods(["GET", "HEAD", "POST"])
def parameters(request: SignedInRequest) -> HttpResponse:
    asked = request.GET.get(YEAR, "")
    is_year = asked.isascii() and asked.isdigit() and len(asked) == _YEAR_DIGITS and int(asked) > 0
    page = queries.parameters_for(request.user, int(asked) if is_year else None)
    form = ParameterForm(_names(), request.POST if request.method == "POST" else None)
    if request.method == "POST" and not page.may_add:
        raise PermissionDenied(_("Alleen een coördinator kan een grens toevoegen."))
    if form.is_bound and form.is_valid():
        try:
            is_share = queries.is_share(form.cleaned_data["name"])
            made = actions.add_parameter(values=form.values(is_share=is_share), by=request.user)
        except SamenspraakError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, _("De grens is toegevoegd."))
            return redirect(f"{request.path}?{YEAR}={made.valid_from.year}")
    return render(request, "figures/parameters.html", {"page": page, "form": form, "section": "parameters"})


@require_POST
def withdraw(request: SignedInRequest, number: int) -> HttpResponse:
    parameter = queries.added_parameter_for(request.user, number)
    year = parameter.valid_from.year
    try:
        actions.withdraw_parameter(parameter=parameter, by=request.user)
    except MayNotSetTargets as error:
        raise PermissionDenied(error.message) from error
    messages.success(request, _("De toegevoegde grens is teruggenomen."))
    response = redirect("parameters")
    response["Location"] += f"?{YEAR}={year}"
    return response


def _names() -> list[tuple[str, str]]:
    is_english = (get_language() or "").startswith("en")
    return [(name, english if is_english else dutch) for name, dutch, english in queries.choices_of_parameters()]
