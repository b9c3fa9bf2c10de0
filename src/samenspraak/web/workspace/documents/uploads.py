"""Handing in documents, and how far reading them is."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspraak.apps.agreements import jobs, queries
from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.jobs import Reception
from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.documents.models import ImportRun
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.documents.sentences import sentence_about
from samenspraak.web.workspace.request import SignedInRequest

NOTHING_STORED = 422


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: SignedInRequest) -> HttpResponse:
    page = queries.upload_page(request.user)
    if not page.may_upload:
        raise PermissionDenied
    chosen = (request.POST if request.method == "POST" else request.GET).get("afspraken", "")
    context = {"page": page, "chosen": chosen, "section": "documents"}
    if request.method != "POST":
        return render(request, "documents/upload.html", context)
    files = request.FILES.getlist("bestanden")
    refusals = list(_receive(request, files, _chosen_agreement(request, chosen)))
    if files and len(refusals) < len(files):
        for refusal in refusals:
            messages.error(request, refusal)
        return redirect("documents")
    if not files:
        refusals = [_("Kies eerst een of meer bestanden.")]
    return render(request, "documents/upload.html", context | {"refusals": refusals}, status=NOTHING_STORED)


def _chosen_agreement(request: SignedInRequest, chosen: str) -> Agreement | None:
    if not chosen:
        return None
    try:
        public_id = UUID(chosen)
    except ValueError:
        raise NotFound("Deze prestatieafspraken zijn er niet.") from None
    return queries.agreement_to_add_to(request.user, public_id)


def _receive(request: SignedInRequest, files: list[UploadedFile], into: Agreement | None) -> Iterator[str]:
    """Hand in each file; says of what was taken in how it went, and yields why the others were not."""
    for file in files:
        name = file.name or ""
        try:
            received = jobs.receive_upload(
                file=file.file,  # type: ignore[arg-type]  # a temporary file on disk
                name=name,
                size=file.size or 0,
                by=request.user,
                into=into,
            )
        except SamenspraakError as error:
            yield str(error)
            continue
        if received.reception is Reception.KNOWN_ELSEWHERE:
            yield sentence_about(received)
        elif received.reception is not Reception.QUEUED:
            messages.warning(request, sentence_about(received))


@require_safe
def runs(request: SignedInRequest) -> HttpResponse:
    """Answer with how far everything is; what was open in the address and is over now is said once.

    What was over before stays in the list until the page is loaded again. When something is over, the table of
    documents asks for itself again.
    """
    before, over = (set(_ids(request.GET.getlist(name))) for name in ("open", "klaar"))
    context = runs_context(queries.runs_for(request.user, also=before | over), said=over)
    response = render(request, "documents/_runs.html", context)
    if context["news"]:
        response["HX-Trigger"] = "read-over"
    return response


def runs_context(rows: tuple[queries.RunRow, ...], *, said: Collection[UUID] = ()) -> dict[str, Any]:
    """Return what the part of the page needs that says how far reading is; it asks again while something is open.

    `said` are the runs of which it was said before that they are over.
    """
    is_open = {ImportRun.Status.QUEUED, ImportRun.Status.RUNNING}
    over = [row for row in rows if row.status not in is_open]
    return {
        "runs": rows,
        "open_runs": [row for row in rows if row.status in is_open],
        "over": over,
        "news": [row for row in over if row.public_id not in said],
    }


def _ids(texts: list[str]) -> Iterator[UUID]:
    for text in texts:
        try:
            yield UUID(text)
        except ValueError:
            continue


@require_POST
def read_again(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    try:
        jobs.read_again(document_id=public_id, by=request.user)
    except NotFound:
        raise
    except SamenspraakError as error:
        messages.error(request, str(error))
    return redirect("documents")


@require_POST
def stop(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    try:
        jobs.stop_reading(document_id=public_id, by=request.user)
        messages.info(request, _("Het inlezen is gestopt. U kunt het later opnieuw laten doen."))
    except NotFound:
        raise
    except SamenspraakError as error:
        messages.error(request, str(error))
    return redirect("documents")
