"""The pages of reports: a draft is written in, a report is adopted, a file is taken along."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspraak.apps.reports import actions, queries
from samenspraak.apps.reports.errors import MayNotWriteReports
from samenspraak.apps.reports.pages import FORMATS, DraftPage, WrittenFile
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.reports.forms import HouseStyleForm
from samenspraak.web.workspace.request import SignedInRequest

HISTORY = "verloop"  # asks for the annex with who changed what when
FIELD = "passage-"  # in front of a passage's place in the form


@require_safe
def report_list(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    page = queries.reports_for(request.user, public_id)
    context = {"page": page, "head": page.head, "formats": list(FORMATS), "tab": "reports", "section": "agreements"}
    return render(request, "reports/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: SignedInRequest, public_id: UUID, kind: str) -> HttpResponse:
    chosen = queries.kind_named(kind)
    page = queries.draft_page(request.user, public_id, chosen)
    if request.method == "POST":
        texts = {
            passage.key: request.POST[f"{FIELD}{number}"]
            for number, passage in enumerate(page.passages)
            if f"{FIELD}{number}" in request.POST and request.POST.get(f"sleutel-{number}") == passage.key
        }
        round_ = queries.round_for(request.user, public_id)
        try:
            actions.write_passages(
                round_=round_, kind=chosen, texts=texts, seen_version=_version(request), by=request.user
            )
        except MayNotWriteReports as error:
            raise PermissionDenied(error.message) from error
        except SamenspraakError as error:
            # What was typed stays on the page, beside what somebody else wrote meanwhile.
            context = _draft_context(queries.draft_page(request.user, public_id, chosen), texts) | {
                "refused": str(error)
            }
            return render(request, "reports/draft.html", context, status=409)
        messages.success(request, _("Bewaard."))
        return redirect("report-draft", public_id, kind)
    return render(request, "reports/draft.html", _draft_context(page, {}))


def _draft_context(page: DraftPage, typed: dict[str, str]) -> dict[str, object]:
    return {
        "page": page,
        "head": page.head,
        "typed": typed,
        "rows": [
            (number, passage, typed.get(passage.key, passage.text)) for number, passage in enumerate(page.passages)
        ],
        "formats": list(FORMATS),
        "tab": "reports",
        "section": "agreements",
    }


def _version(request: HttpRequest) -> int:
    seen = request.POST.get("versie", "")
    return int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 9 else -1


@require_POST
def adopt(request: SignedInRequest, public_id: UUID, kind: str) -> HttpResponse:
    chosen = queries.kind_named(kind)
    round_ = queries.round_for(request.user, public_id)
    try:
        actions.adopt_edition(
            round_=round_,
            kind=chosen,
            seen_version=_version(request),
            by=request.user,
            with_history=HISTORY in request.POST,
        )
    except MayNotWriteReports as error:
        raise PermissionDenied(error.message) from error
    except SamenspraakError as error:
        if isinstance(error, Http404):
            raise
        messages.error(request, str(error))
        return redirect("report-draft", public_id, kind)
    messages.success(request, _("Vastgesteld. Deze uitgave verandert niet meer."))
    return redirect("reports", public_id)


@require_safe
def draft_file(request: SignedInRequest, public_id: UUID, kind: str, form: str) -> HttpResponse:
    chosen = queries.kind_named(kind)
    try:
        return _as_file(queries.draft_file(request.user, public_id, chosen, form, with_history=HISTORY in request.GET))
    except SamenspraakError as error:
        return _refused(request, error, public_id)


@require_safe
def edition_file(request: SignedInRequest, public_id: UUID, form: str) -> HttpResponse:
    return _as_file(queries.edition_file(request.user, public_id, form))


def _refused(request: HttpRequest, error: SamenspraakError, public_id: UUID) -> HttpResponse:
    if isinstance(error, Http404):
        raise error
    messages.error(request, str(error))
    return redirect("reports", public_id)


def _as_file(written: WrittenFile) -> HttpResponse:
    response = HttpResponse(written.content, content_type=written.media_type)
    # Always to be saved: a report may hold what anybody typed, and carries a style of its own.
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=written.name) or "attachment"
    )
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def house_style(request: SignedInRequest, number: int) -> HttpResponse:
    organisation, style = queries.house_style_for(request.user, number)
    form = HouseStyleForm(request.POST or None, request.FILES or None, initial={"accent": style.accent})
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["template"]
        content = b"" if form.cleaned_data["remove"] else upload.read() if upload else None
        try:
            actions.set_house_style(
                organisation=organisation,
                accent=form.cleaned_data["accent"],
                template=content,
                template_name=upload.name if upload else "",
                by=request.user,
            )
        except SamenspraakError as error:
            form.add_error("template" if error.code == "E712" else "accent", str(error))
        else:
            messages.success(request, _("De huisstijl is bewaard."))
            return redirect("house-style", number)
    context = {"organisation": organisation, "style": style, "form": form, "section": "people"}
    return render(request, "reports/house_style.html", context)
