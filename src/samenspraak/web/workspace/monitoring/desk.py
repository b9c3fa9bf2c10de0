"""My desk: everything that waits for a person, and one form to do it all."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from samenspraak.apps.monitoring import actions, queries
from samenspraak.apps.monitoring.models import Light, Standing
from samenspraak.apps.monitoring.pages import DeskPage, DeskRow, ReportView
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.monitoring.refusals import Refused, refused_report
from samenspraak.web.workspace.monitoring.typed import FIELDS, report_from, whole_number_in
from samenspraak.web.workspace.request import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: SignedInRequest) -> HttpResponse:
    page = queries.desk_of(request.user)
    refused: dict[int, Refused] = {}
    lost: list[str] = []
    if request.method == "POST":
        errors, lost = _save_all(request, page), _written_too_late(request.POST, page)
        if not errors and not lost:
            return redirect("desk")
        page = queries.desk_of(request.user)  # as it stands now, beside what was typed
        refused = _refused(request.POST, page, errors)
    context = {
        "page": page,
        "refused": refused,
        "lost": lost,
        "lights": Light,
        "standings": Standing,
        "section": "desk",
    }
    return render(request, "monitoring/desk.html", context, status=409 if refused or lost else 200)


@require_safe
def task(request: SignedInRequest, number: int) -> HttpResponse:
    """Lead a link from a mail to one thing on the desk: what stands behind # does not survive signing in."""
    place = queries.task_place(request.user, number)
    if place.is_on_desk:
        return redirect(f"{reverse('desk')}#taak-{number}")
    return redirect("round-item", place.item_id)


def _save_all(request: SignedInRequest, page: DeskPage) -> dict[int, SamenspraakError]:
    """Keep every row that was changed; return why those that were refused were not kept, by their number."""
    refused: dict[int, SamenspraakError] = {}
    kept = 0
    for row in (row for round_ in page.rounds for row in round_.rows):
        if not _is_changed(request.POST, row.report):
            continue
        try:
            _save(request, row)
        except SamenspraakError as error:
            refused[row.report.progress_id] = error
        else:
            kept += 1
    if kept:
        words = ngettext("%(count)s afspraak is bijgewerkt.", "%(count)s afspraken zijn bijgewerkt.", kept)
        messages.success(request, words % {"count": kept})
    return refused


def _save(request: SignedInRequest, row: DeskRow) -> None:
    prefix = f"{row.report.progress_id}-"
    actions.report_progress(
        item=queries.item_for(request.user, row.item.public_id),
        party=queries.party_in(queries.round_for(request.user, row.head.public_id).agreement, str(row.report.party_id)),
        report=report_from(request.POST, prefix),
        seen_version=whole_number_in(request.POST.get(f"{prefix}version", "")),
        by=request.user,
    )


def _is_changed(typed: Mapping[str, str], report: ReportView) -> bool:
    """Whether a row was on the form, and says something else than what is kept."""
    prefix = f"{report.progress_id}-"
    if f"{prefix}version" not in typed:
        return False
    said = report_from(typed, prefix)
    figures = {"actual": report.actual, "expected": report.expected, "as_of": report.as_of}
    known = {name: value for name, value in figures.items() if value not in (None, "")}
    now = (said.light, said.standing, said.text, said.next_step, said.figures)
    return now != (report.light, report.standing, report.text, report.next_step, known)


def _refused(typed: Mapping[str, str], page: DeskPage, errors: Mapping[int, SamenspraakError]) -> dict[int, Refused]:
    rows = [row.report for round_ in page.rounds for row in round_.rows if row.report.progress_id in errors]
    return {
        report.progress_id: refused_report(
            errors[report.progress_id], _typed(typed, report.progress_id), party=report.party_id, now=report
        )
        for report in rows
    }


def _written_too_late(typed: Mapping[str, str], page: DeskPage) -> list[str]:
    """Return the words that were typed for rows which are no longer asked: their round was closed meanwhile."""
    asked = {f"{row.report.progress_id}-version" for round_ in page.rounds for row in round_.rows}
    gone = [name.removesuffix("version") for name in typed if name.endswith("-version") and name not in asked]
    return [text for prefix in gone if (text := typed.get(f"{prefix}text", "").strip())]


def _typed(typed: Mapping[str, str], number: int) -> dict[str, str]:
    return {name: typed.get(f"{number}-{name}", "") for name in FIELDS}
