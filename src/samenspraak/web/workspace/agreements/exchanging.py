"""The register as a table: fetching it, bringing it back, and seeing what that would change."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from samenspraak.apps.agreements import queries
from samenspraak.apps.agreements.exchange.actions import apply_table, offer_table
from samenspraak.apps.agreements.models import CommitmentVersion
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.agreements import addresses
from samenspraak.web.workspace.request import SignedInRequest

LARGEST_TABLE = 20_000_000  # bytes
ROWS_SHOWN = 200
NATURES = [one for one in CommitmentVersion.Nature if one != CommitmentVersion.Nature.UNDO]


@require_GET
def export(request: SignedInRequest, public_id: UUID, kind: str) -> HttpResponseBase:
    """Give the commitments that a filter finds as a file."""
    wanted = addresses.wanted_commitments(request.GET)
    file = queries.export_table(request.user, public_id, wanted=wanted, kind=kind)
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"', "X-Content-Type-Options": "nosniff"}
    return StreamingHttpResponse(file.pieces, content_type=file.media_type, headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Take in a table; nothing of it is done before somebody saw what it would change."""
    agreement = queries.agreement_to_edit(request.user, public_id)
    fault = ""
    if request.method == "POST":
        file = request.FILES.get("table")
        fault = _fault_of(file)
        if isinstance(file, UploadedFile) and not fault:
            try:
                name = file.name or ""
                table = offer_table(agreement=agreement, name=name, content=file.read(), by=request.user)
            except SamenspraakError as error:
                fault = error.sentence
            else:
                return redirect("table", table.public_id)
    context = {"agreement": agreement, "fault": fault, "section": "agreements"}
    return render(request, "agreements/table_offer.html", context)


def _fault_of(file: object) -> str:
    if not isinstance(file, UploadedFile):
        return _("Kies eerst een bestand.")
    return _("Dit bestand is te groot voor een tabel.") if (file.size or 0) > LARGEST_TABLE else ""


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Show what a table would change, and do it when asked."""
    table = queries.offered_table(request.user, public_id)
    if request.method == "POST":
        nature = request.POST.get("nature", "")
        try:
            counts = apply_table(
                table=table,
                nature=CommitmentVersion.Nature(nature) if nature in NATURES else CommitmentVersion.Nature.CORRECTION,
                reason=request.POST.get("reason", ""),
                by=request.user,
            )
        except SamenspraakError as error:
            messages.error(request, error.sentence)
            return redirect("table", public_id)
        number = counts["new"] + counts["changed"]
        said = ngettext("%(number)s rij is doorgevoerd.", "%(number)s rijen zijn doorgevoerd.", number)
        messages.success(request, said % {"number": number})
        return redirect("agreement", table.agreement.public_id)
    page = queries.table_page(request.user, public_id)
    found = page.differences
    context = {
        "page": page,
        "groups": [(kind, found.of(kind)[:ROWS_SHOWN], len(found.of(kind))) for kind in queries.ROW_KINDS],
        "to_apply": len(found.of(queries.RowKind.NEW)) + len(found.of(queries.RowKind.CHANGED)),
        "natures": NATURES,
        "section": "agreements",
    }
    return render(request, "agreements/table.html", context)
