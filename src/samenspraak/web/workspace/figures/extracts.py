"""Lists of stock and allocations: handing in, looking, confirming, taking back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspraak.apps.figures.errors import MayNotDeliver
from samenspraak.apps.figures.extracts.actions import (
    confirm_extract,
    deliver_extract,
    discard_extract,
    withdraw_extract,
)
from samenspraak.apps.figures.extracts.actions import map_columns as keep_columns
from samenspraak.apps.figures.extracts.queries import (
    associations_of,
    days_kept,
    extract_for,
    extract_page,
    extracts_for,
)
from samenspraak.apps.figures.models import Extract
from samenspraak.apps.parties.models import Organisation
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.design.quantities import number_words
from samenspraak.web.workspace.request import SignedInRequest

COLUMN, SAME = "kolom-", "alles-"
_LONGEST = 200


class ExtractForm(forms.Form):
    """A list to be handed in."""

    organisation = forms.TypedChoiceField(label=_("Van welke corporatie"), coerce=int)
    subject = forms.ChoiceField(label=_("Wat staat erin"), choices=Extract.Subject.choices)
    year = forms.IntegerField(
        label=_("Jaar"), min_value=2000, max_value=2100, help_text=_("Bezit telt op 31 december van dit jaar.")
    )
    is_provisional = forms.BooleanField(label=_("De cijfers zijn nog voorlopig"), required=False)
    file = forms.FileField(label=_("Bestand"), max_length=_LONGEST)

    def __init__(
        self,
        organisations: list[Organisation],
        data: QueryDict | None = None,
        files: MultiValueDict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, files, label_suffix="", initial={"year": timezone.localdate().year - 1})
        limits = {"limit": settings.LIST_BYTES // 1_000_000, "rows": number_words(settings.LIST_ROWS)}
        self.fields["file"].help_text = (
            _now("CSV, XLSX of Parquet, ten hoogste %(limit)s MB en %(rows)s rijen.") % limits
        )
        self.fields["organisation"].choices = [(one.pk, one.name) for one in organisations]  # type: ignore[attr-defined]

    def clean_file(self) -> Any:  # noqa: ANN401 - what the upload handler gives
        file = self.cleaned_data["file"]
        if file.size > settings.LIST_BYTES:
            raise forms.ValidationError(
                _now(
                    "Het bestand is %(size)s MB; hier kan het ten hoogste %(limit)s MB zijn. Lever Parquet aan, of laat"
                    " kolommen weg die niet nodig zijn."
                )
                % {"size": -(-file.size // 1_000_000), "limit": settings.LIST_BYTES // 1_000_000}
            )
        return file


@require_safe
def extracts(request: SignedInRequest) -> HttpResponse:
    context = {"page": extracts_for(request.user), "kept_days": days_kept(), "section": "figures"}
    return render(request, "figures/extracts.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: SignedInRequest) -> HttpResponse:
    organisations = associations_of(request.user)
    if not organisations:
        raise PermissionDenied(_now("Een lijst van bezit of toewijzingen komt van de woningcorporatie zelf."))
    is_sent = request.method == "POST"
    form = ExtractForm(organisations, request.POST if is_sent else None, request.FILES if is_sent else None)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            made = deliver_extract(
                organisation=next(one for one in organisations if one.pk == said["organisation"]),
                subject=said["subject"],
                year=said["year"],
                is_final=not said["is_provisional"],
                file=said["file"],
                by=request.user,
            )
        except SamenspraakError as error:
            form.add_error(None, error.message)
        else:
            return redirect("extract", made.public_id)
    context = {"form": form, "kept_days": days_kept(), "section": "figures"}
    return render(request, "figures/extract_new.html", context, status=422 if form.errors else 200)


@require_safe
def extract(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    page = extract_page(request.user, public_id)
    context = {"page": page, "row": page.row, "kept_days": days_kept(), "section": "figures"}
    return render(request, "figures/extract.html", context)


@require_POST
def map_columns(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    found = extract_for(request.user, public_id)
    return _done(request, found, lambda: keep_columns(extract=found, columns=_columns(request), by=request.user))


@require_POST
def confirm(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    found = extract_for(request.user, public_id)
    return _done(request, found, lambda: confirm_extract(extract=found, by=request.user))


@require_POST
def discard(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    found = extract_for(request.user, public_id)
    answer = _done(request, found, lambda: discard_extract(extract=found, by=request.user))
    if extract_for(request.user, public_id).status != Extract.Status.DISCARDED:
        return answer
    messages.info(request, _now("De lijst is weggedaan. Er is niets van bewaard."))
    return redirect("extracts")


@require_POST
def withdraw(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    found = extract_for(request.user, public_id)
    reason = request.POST.get("reason", "")
    return _done(request, found, lambda: withdraw_extract(extract=found, reason=reason, by=request.user))


def _done(request: SignedInRequest, found: Extract, act: Any) -> HttpResponse:  # noqa: ANN401 - a deed without arguments
    try:
        act()
    except MayNotDeliver as error:
        raise PermissionDenied(error.message) from error
    except SamenspraakError as error:
        messages.error(request, error.message)
    return redirect("extract", found.public_id)


def _columns(request: SignedInRequest) -> dict[str, str]:
    """Return the mapping that was chosen: a column of the list, or one text for all rows."""
    return dict(_chosen(request.POST))


def _chosen(sent: QueryDict) -> Iterator[tuple[str, str]]:
    for key in sent:
        text = sent.get(key, "").strip()[:_LONGEST]
        if key.startswith(COLUMN) and text and not sent.get(SAME + key.removeprefix(COLUMN), "").strip():
            yield key.removeprefix(COLUMN), text
        elif key.startswith(SAME) and text:
            yield key.removeprefix(SAME), f"={text}"
