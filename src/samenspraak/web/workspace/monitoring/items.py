"""One commitment in a round: what each party says, reactions, evidence, what the meeting settled."""

from __future__ import annotations

import io
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samenspraak.apps.monitoring import actions, queries
from samenspraak.apps.monitoring.asking.actions import ask_again, leave_out_party, name_lead
from samenspraak.apps.monitoring.asking.queries import asking_of
from samenspraak.apps.monitoring.errors import ChangedMeanwhile, NotYourWords
from samenspraak.apps.monitoring.models import Light, Progress, RoundItem, Standing
from samenspraak.apps.monitoring.pages import ReportView
from samenspraak.apps.parties.queries import Right
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.monitoring.refusals import Refused, refused_report
from samenspraak.web.workspace.monitoring.typed import FIELDS, report_from, speaking_party, whole_number_in
from samenspraak.web.workspace.request import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def item(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    if request.method == "POST":
        found = queries.item_for(request.user, public_id)
        if request.accepts("text/html"):
            return _said(request, found)
        return _autosaved(request, found)
    return _item_page(request, public_id)


def _item_page(request: SignedInRequest, public_id: UUID, refused: Refused | None = None) -> HttpResponse:
    page = queries.item_page(request.user, public_id)
    mine = {number for number, _name in page.may_report}
    context = {
        "page": page,
        "item": page.item,
        "head": page.head,
        "asking": asking_of(page),
        "moments": queries.moments_of(request.user, page.item.commitment_id),
        "own_reports": [report for report in page.item.reports if report.party_id in mine],
        "refused": refused,
        "lights": Light,
        "standings": Standing,
        "section": "agreements",
    }
    return render(request, "monitoring/item.html", context, status=409 if refused else 200)


def _autosaved(request: SignedInRequest, found: RoundItem) -> JsonResponse:
    """Answer the desk's own script: the new version, or why it was not kept."""
    try:
        saved = _report(request, found)
    except NotYourWords as error:
        return JsonResponse({"message": error.message}, status=403)
    except SamenspraakError as error:
        answer = {"message": error.message, "code": error.code}
        if isinstance(error, ChangedMeanwhile):
            answer["theirs"] = _stands_there(request, found).text
        return JsonResponse(answer, status=409)
    return JsonResponse({"version": saved.version})


def _stands_there(request: SignedInRequest, found: RoundItem) -> ReportView:
    """Return what the party for which somebody typed has said by now."""
    party = speaking_party(request.user, found.round.agreement, Right.REPORT, request.POST.get("party", ""))
    reports = queries.item_page(request.user, found.public_id).item.reports
    return next(report for report in reports if report.party_id == party.pk)


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
    """Do what a form asks; what is refused is shown with the words that were typed, so that they are not lost."""
    act = request.POST.get("act", "")
    try:
        _ACTS.get(act, _report)(request, found)
    except NotYourWords as error:
        raise PermissionDenied(error.message) from error
    except SamenspraakError as error:
        if isinstance(error, Http404):
            raise
        return _item_page(request, found.public_id, _refused(request, found, error))
    messages.success(request, _("Dat is bewaard."))
    return redirect("round", found.round.public_id) if act == "drop" else redirect("round-item", found.public_id)


def _refused(request: SignedInRequest, found: RoundItem, error: SamenspraakError) -> Refused:
    typed = request.POST
    if typed.get("act"):
        return Refused(str(error), typed.get("text", ""))
    there = _stands_there(request, found) if isinstance(error, ChangedMeanwhile) else None
    party = speaking_party(request.user, found.round.agreement, Right.REPORT, typed.get("party", ""))
    values = {name: typed.get(name, "") for name in FIELDS}
    return refused_report(error, values, party=party.pk, now=there)


def _react(request: SignedInRequest, found: RoundItem) -> None:
    typed = request.POST
    party = speaking_party(request.user, found.round.agreement, Right.REACT, typed.get("party", ""))
    light = typed.get("light", "")
    actions.react(
        item=found,
        party=party,
        text=typed.get("text", ""),
        light=light if light in Light.values else "",
        replaces=queries.reaction_in(found, typed["replaces"]) if typed.get("replaces") else None,
        by=request.user,
    )


def _withdraw(request: SignedInRequest, found: RoundItem) -> None:
    reaction = queries.reaction_in(found, request.POST.get("replaces", ""))
    actions.withdraw_reaction(reaction=reaction, reason=request.POST.get("text", ""), by=request.user)


def _drop(request: SignedInRequest, found: RoundItem) -> None:
    actions.drop_commitment(item=found, reason=request.POST.get("text", ""), by=request.user)


def _ask(request: SignedInRequest, found: RoundItem) -> None:
    party = queries.party_in(found.round.agreement, request.POST.get("party", ""))
    name_lead(item=found, party=party, reason=request.POST.get("text", ""), by=request.user)


def _leave_out(request: SignedInRequest, found: RoundItem) -> None:
    party = queries.party_in(found.round.agreement, request.POST.get("party", ""))
    leave_out_party(item=found, party=party, reason=request.POST.get("text", ""), by=request.user)


def _ask_again(request: SignedInRequest, found: RoundItem) -> None:
    party = queries.party_in(found.round.agreement, request.POST.get("party", ""))
    ask_again(item=found, party=party, by=request.user)


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


_ACTS = {
    "react": _react,
    "withdraw": _withdraw,
    "settle": _settle,
    "evidence": _add_evidence,
    "drop": _drop,
    "ask": _ask,
    "leave-out": _leave_out,
    "ask-again": _ask_again,
}


@require_safe
def evidence_file(request: SignedInRequest, public_id: UUID) -> FileResponse:
    """Hand the file over to be kept, never to be opened in the page."""
    evidence = queries.evidence_for(request.user, public_id)
    with evidence.file.open("rb") as file:  # at most 20 MB
        content = io.BytesIO(file.read())
    return FileResponse(content, as_attachment=True, filename=evidence.name)
