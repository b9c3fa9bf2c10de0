"""The pages of reports: a draft is written in, a report is adopted, a file is taken along."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspraak.apps.reports import actions, queries
from samenspraak.apps.reports.errors import MayNotWriteReports
from samenspraak.apps.reports.models import ReportKind
from samenspraak.apps.reports.pages import FORMATS, DraftPage, WrittenFile
from samenspraak.core.errors import SamenspraakError
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
    return _written(
        request,
        lambda: queries.round_for(request.user, public_id),
        lambda: queries.draft_page(request.user, public_id, chosen),
        _round_places(public_id, kind),
    )


def _round_places(public_id: UUID, kind: str) -> dict[str, object]:
    files = [(form, reverse("report-draft-file", args=[public_id, kind, form])) for form in FORMATS]
    adopting = reverse("report-adopt", args=[public_id, kind])
    return {"files": files, "adopting": adopting, "tab": "reports", "section": "agreements"}


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: SignedInRequest, number: int, year: int) -> HttpResponse:
    about = queries.year_for(request.user, number, year)
    files = [(form, reverse("account-file", args=[number, year, form])) for form in FORMATS]
    context: dict[str, object] = {
        "files": files,
        "adopting": reverse("account-adopt", args=[number, year]),
        "section": "organisations",
    }

    def page() -> DraftPage:
        found = queries.account_page(request.user, about)
        context["account"] = found
        return found.draft

    return _written(request, lambda: about, page, context)


def _written(
    request: SignedInRequest,
    find: Callable[[], queries.Subject],
    read: Callable[[], DraftPage],
    places: dict[str, object],
) -> HttpResponse:
    """Show a draft, or keep what somebody wrote in it."""
    page = read()
    if request.method != "POST":
        return render(request, "reports/draft.html", _draft_context(page, {}) | places)
    texts = {
        passage.key: request.POST[f"{FIELD}{number}"]
        for number, passage in enumerate(page.passages)
        if f"{FIELD}{number}" in request.POST and request.POST.get(f"sleutel-{number}") == passage.key
    }
    try:
        actions.write_passages(
            about=find(), kind=page.kind, texts=texts, seen_version=_version(request), by=request.user
        )
    except MayNotWriteReports as error:
        raise PermissionDenied(error.message) from error
    except SamenspraakError as error:
        # What was typed stays on the page, beside what somebody else wrote meanwhile.
        context = _draft_context(read(), texts) | places | {"refused": str(error)}
        return render(request, "reports/draft.html", context, status=409)
    messages.success(request, _("Bewaard."))
    return redirect(request.path)


def _draft_context(page: DraftPage, typed: dict[str, str]) -> dict[str, object]:
    return {
        "page": page,
        "head": page.head,
        "typed": typed,
        "rows": [
            (number, passage, typed.get(passage.key, passage.text)) for number, passage in enumerate(page.passages)
        ],
        "formats": list(FORMATS),
    }


def _version(request: HttpRequest) -> int:
    seen = request.POST.get("versie", "")
    return int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 9 else -1


@require_POST
def adopt(request: SignedInRequest, public_id: UUID, kind: str) -> HttpResponse:
    chosen = queries.kind_named(kind)
    about = queries.round_for(request.user, public_id)
    draft_place = reverse("report-draft", args=[public_id, kind])
    return _adopted(request, about, chosen, back=draft_place, onward=reverse("reports", args=[public_id]))


@require_POST
def account_adopt(request: SignedInRequest, number: int, year: int) -> HttpResponse:
    about = queries.year_for(request.user, number, year)
    here = reverse("account", args=[number, year])
    return _adopted(request, about, queries.kind_named("account"), back=here, onward=here)


def _adopted(
    request: SignedInRequest, about: queries.Subject, kind: ReportKind, *, back: str, onward: str
) -> HttpResponse:
    try:
        actions.adopt_edition(
            about=about,
            kind=kind,
            seen_version=_version(request),
            with_history=HISTORY in request.POST,
            by=request.user,
        )
    except MayNotWriteReports as error:
        raise PermissionDenied(error.message) from error
    except SamenspraakError as error:
        if isinstance(error, Http404):
            raise
        messages.error(request, str(error))
        return redirect(back)
    messages.success(request, _("Vastgesteld. Deze uitgave verandert niet meer."))
    return redirect(onward)


@require_safe
def draft_file(request: SignedInRequest, public_id: UUID, kind: str, form: str) -> HttpResponse:
    chosen = queries.kind_named(kind)
    try:
        return _as_file(queries.draft_file(request.user, public_id, chosen, form, with_history=HISTORY in request.GET))
    except SamenspraakError as error:
        return _refused(request, error, reverse("reports", args=[public_id]))


@require_safe
def account_file(request: SignedInRequest, number: int, year: int, form: str) -> HttpResponse:
    about = queries.year_for(request.user, number, year)
    try:
        return _as_file(queries.account_file(request.user, about, form, with_history=HISTORY in request.GET))
    except SamenspraakError as error:
        return _refused(request, error, reverse("account", args=[number, year]))


@require_safe
def edition_file(request: SignedInRequest, public_id: UUID, form: str) -> HttpResponse:
    return _as_file(queries.edition_file(request.user, public_id, form))


def _refused(request: HttpRequest, error: SamenspraakError, back: str) -> HttpResponse:
    if isinstance(error, Http404):
        raise error
    messages.error(request, str(error))
    return redirect(back)


def _as_file(written: WrittenFile) -> HttpResponse:
    response = HttpResponse(written.content, content_type=written.media_type)
    # Always to be saved: a report may hold what anybody typed, and carries a style of its own.
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=written.name) or "attachment"
    )
    return response
