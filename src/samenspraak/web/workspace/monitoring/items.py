"""One commitment in a round: what each party says, reactions, evidence, what the meeting settled."""

from __future__ import annotations

import io
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samenspraak.apps.monitoring import actions, queries
from samenspraak.apps.monitoring.errors import NotYourWords
from samenspraak.apps.monitoring.models import Light, Progress, Reaction, RoundItem, Standing
from samenspraak.apps.parties.queries import Right
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.monitoring.refusals import said_on_page
from samenspraak.web.workspace.monitoring.typed import report_from, speaking_party, whole_number_in
from samenspraak.web.workspace.request import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def item(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    found = queries.item_for(request.user, public_id)
    if request.method == "POST":
        if request.accepts("text/html"):
            return _said(request, found)
        return _autosaved(request, found)
    page = queries.item_page(request.user, public_id)
    mine = {number for number, _name in page.may_report}
    context = {
        "page": page,
        "item": page.item,
        "head": page.head,
        "moments": queries.moments_of(request.user, page.item.commitment_id),
        "own_reports": [report for report in page.item.reports if report.party_id in mine],
        "lights": Light,
        "standings": Standing,
        "section": "agreements",
    }
    return render(request, "monitoring/item.html", context)


def _autosaved(request: SignedInRequest, found: RoundItem) -> JsonResponse:
    """Answer the desk's own script: the new version, or why it was not kept."""
    try:
        saved = _report(request, found)
    except NotYourWords as error:
        return JsonResponse({"message": error.message}, status=403)
    except SamenspraakError as error:
        return JsonResponse({"message": error.message, "code": error.code}, status=409)
    return JsonResponse({"version": saved.version})


def _report(request: SignedInRequest, found: RoundItem) -> Progress:
    party = speaking_party(request.user, found.round.agreement, Right.REPORT, request.POST.get("party", ""))
    return actions.report_progress(
        item=found,
        party=party,
        report=report_from(request.POST),
        seen_version=whole_number_in(request.POST.get("version", "")),
        by=request.user,
    )


def _said(request: SignedInRequest, found: RoundItem) -> HttpResponse:
    act = request.POST.get("act", "")
    with said_on_page(request, _("Dat is bewaard.")):
        if act == "react":
            _react(request, found)
        elif act == "settle":
            _settle(request, found)
        elif act == "evidence":
            _add_evidence(request, found)
        else:
            _report(request, found)
    return redirect("round-item", found.public_id)


def _react(request: SignedInRequest, found: RoundItem) -> None:
    typed = request.POST
    party = speaking_party(request.user, found.round.agreement, Right.REACT, typed.get("party", ""))
    light = typed.get("light", "")
    earlier = Reaction.objects.filter(item=found, party=party, replaced_by=None).last()
    actions.react(
        item=found,
        party=party,
        text=typed.get("text", ""),
        light=light if light in Light.values else "",
        replaces=earlier if typed.get("replace") else None,
        by=request.user,
    )


def _settle(request: SignedInRequest, found: RoundItem) -> None:
    light = request.POST.get("light", "")
    if light not in Light.values:
        raise PermissionDenied
    actions.settle_item(item=found, light=light, text=request.POST.get("text", ""), by=request.user)


def _add_evidence(request: SignedInRequest, found: RoundItem) -> None:
    party = speaking_party(request.user, found.round.agreement, Right.REPORT, request.POST.get("party", ""))
    progress = Progress.objects.select_related("item", "party").get_or_create(item=found, party=party)[0]
    file = request.FILES.get("file")
    if file is not None:
        actions.add_evidence_file(progress=progress, name=file.name or "", content=file.read(), by=request.user)
    else:
        actions.add_evidence_link(
            progress=progress,
            url=request.POST.get("url", ""),
            name=request.POST.get("name", ""),
            by=request.user,
        )


@require_safe
def evidence_file(request: SignedInRequest, public_id: UUID) -> FileResponse:
    """Hand the file over to be kept, never to be opened in the page."""
    evidence = queries.evidence_for(request.user, public_id)
    with evidence.file.open("rb") as file:  # at most 20 MB
        content = io.BytesIO(file.read())
    return FileResponse(content, as_attachment=True, filename=evidence.name)
