"""The page on which an organisation says how its reports look."""

from __future__ import annotations

import base64

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samenspraak.apps.reports import actions, queries
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.reports.forms import HouseStyleForm
from samenspraak.web.workspace.request import SignedInRequest

# Which field a refusal belongs to.
_FIELDS = {"E712": "template", "E713": "logo"}


@require_http_methods(["GET", "HEAD", "POST"])
def house_style(request: SignedInRequest, number: int) -> HttpResponse:
    organisation, style = queries.house_style_for(request.user, number)
    form = HouseStyleForm(request.POST or None, request.FILES or None, initial={"accent": style.accent})
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_house_style(
                organisation=organisation,
                accent=form.cleaned_data["accent"],
                template=_upload(form, "template", "remove"),
                logo=_upload(form, "logo", "remove_logo"),
                by=request.user,
            )
        except SamenspraakError as error:
            form.add_error(_FIELDS.get(error.code, "accent"), str(error))
        else:
            messages.success(request, _("De huisstijl is bewaard."))
            return redirect("house-style", number)
    context = {"organisation": organisation, "style": style, "form": form, "section": "people"}
    if style.logo:
        context["logo"] = f"data:image/png;base64,{base64.b64encode(bytes(style.logo)).decode()}"
    return render(request, "reports/house_style.html", context)


def _upload(form: forms.Form, name: str, removing: str) -> queries.Upload | None:
    """Return the file that was handed in, an empty one to take away what there is, or None to keep it."""
    if form.cleaned_data[removing]:
        return queries.Upload("", b"")
    file = form.cleaned_data[name]
    return queries.Upload(file.name, file.read()) if file else None
