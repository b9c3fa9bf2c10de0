"""What somebody decided about a proposal, and where they go from there."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.review import actions, queries
from samenspraak.apps.review.errors import ChangedMeanwhile
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.request import SignedInRequest
from samenspraak.web.workspace.review.differences import differences
from samenspraak.web.workspace.review.forms import ProposalForm

Decision = Callable[[SignedInRequest, Commitment, ProposalForm], HttpResponse]


def decide(request: SignedInRequest, public_id: UUID, form: ProposalForm) -> HttpResponse | None:
    """Do what was asked; None when the form is not right and has to be shown again.

    When somebody else changed the proposal meanwhile, nothing is done: both texts are shown.
    """
    try:
        proposal = queries.proposal_to_review(request.user, public_id)
    except NotFound:
        if not queries.was_proposal(request.user, public_id):
            raise
        return _conflict(request, form, None)
    action = request.POST.get("action", "accept")
    if action == "undo":
        return _undo(request, proposal)
    if action not in _DECISIONS:
        raise SuspiciousOperation(action)
    if action not in {"skip", "split-at"} and not form.is_valid():
        return None
    try:
        return _DECISIONS[action](request, proposal, form)
    except ChangedMeanwhile:
        return _conflict(request, form, proposal)
    except SamenspraakError as error:
        messages.error(request, str(error))
        return redirect("proposal", public_id)


def _accept(request: SignedInRequest, proposal: Commitment, form: ProposalForm) -> HttpResponse:
    version = form.cleaned_data["version"]
    accepted = actions.accept_proposal(
        proposal=proposal, version=version, by=request.user, changes=form.proposal_text()
    )
    messages.success(request, _("Overgenomen: %(name)s") % {"name": str(accepted)[:90]})
    return _onwards(request, accepted)


def _accept_page(request: SignedInRequest, proposal: Commitment, form: ProposalForm) -> HttpResponse:
    """Take over the proposals that were seen on a page: this one with what was typed, the others as they stood."""
    try:
        versions = seen_versions(request)
    except ValueError:
        messages.error(request, _("Er was niets gekozen. Kies wat u wilt overnemen of ongedaan maken."))
        return redirect("proposal", proposal.public_id)
    count = actions.accept_page(
        proposal=proposal,
        version=form.cleaned_data["version"],
        versions=versions,
        changes=form.proposal_text(),
        by=request.user,
    )
    said = ngettext("%(count)s voorstel overgenomen.", "%(count)s voorstellen overgenomen.", count)
    messages.success(request, said % {"count": count})
    return _onwards(request, proposal)


def _save(request: SignedInRequest, proposal: Commitment, form: ProposalForm) -> HttpResponse:
    version = form.cleaned_data["version"]
    actions.revise_proposal(proposal=proposal, version=version, by=request.user, changes=form.proposal_text())
    messages.success(request, _("Bewaard. Het voorstel is nog niet overgenomen."))
    return _stay(proposal)


def _skip(request: SignedInRequest, proposal: Commitment, form: ProposalForm) -> HttpResponse:
    skipped = actions.skip_proposal(proposal=proposal, version=_version(request), by=request.user)
    messages.success(request, _("Overgeslagen: %(name)s") % {"name": str(skipped)[:90]})
    return _onwards(request, skipped)


def _split(request: SignedInRequest, proposal: Commitment, form: ProposalForm) -> HttpResponse:
    """Split at the cursor, with what was typed; or at a chosen place in the text as it is."""
    changes = None if request.POST.get("action") == "split-at" else form.proposal_text()
    asked = request.POST.get("position", "")
    position = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 8 else 0
    actions.split_proposal(
        proposal=proposal, version=_version(request), position=position, by=request.user, changes=changes
    )
    messages.success(request, _("Gesplitst. Dit is het eerste deel; het tweede komt hierna."))
    return _stay(proposal)


def _merge(request: SignedInRequest, proposal: Commitment, form: ProposalForm) -> HttpResponse:
    actions.merge_proposals(proposal=proposal, version=_version(request), by=request.user, changes=form.proposal_text())
    messages.success(request, _("Samengevoegd met het volgende voorstel."))
    return _stay(proposal)


def _undo(request: SignedInRequest, proposal: Commitment) -> HttpResponse:
    source = queries.source_to_review(request.user, proposal.document.public_id)
    try:
        step = actions.undo_review_step(step=queries.last_step_of(request.user, source), by=request.user)
    except SamenspraakError as error:
        messages.error(request, str(error))
        return redirect("proposal", proposal.public_id)
    messages.success(request, _("Ongedaan gemaakt: %(step)s.") % {"step": step.get_kind_display()})
    touched = step.before[:1]
    return redirect("proposal", touched[0]["public_id"]) if touched else redirect("review", source.document.public_id)


_DECISIONS: dict[str, Decision] = {
    "accept": _accept,
    "accept-page": _accept_page,
    "save": _save,
    "skip": _skip,
    "split": _split,
    "split-at": _split,
    "merge": _merge,
}


def seen_versions(request: SignedInRequest) -> dict[UUID, int]:
    """Return which proposals in which version somebody saw when accepting several; ValueError for what is no such."""
    pairs = (value.partition(":") for value in request.POST.getlist("chosen"))
    return {UUID(number): int(version) for number, _colon, version in pairs}


def _version(request: SignedInRequest) -> int:
    asked = request.POST.get("version", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 8 else 0


def _stay(proposal: Commitment) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('proposal', args=[proposal.public_id])}?na={proposal.public_id}")


def _onwards(request: SignedInRequest, proposal: Commitment) -> HttpResponse:
    """Go to the next proposal that nobody decided about; `na` says which one the browser may forget its draft of."""
    following = queries.next_open_after(proposal)
    if following is None:
        return HttpResponseRedirect(f"{reverse('review', args=[proposal.document.public_id])}?na={proposal.public_id}")
    return HttpResponseRedirect(f"{reverse('proposal', args=[following])}?na={proposal.public_id}")


def _conflict(request: SignedInRequest, form: ProposalForm, proposal: Commitment | None) -> HttpResponse:
    """Show what somebody else made of it beside what was typed here; nothing of either is lost."""
    theirs = None if proposal is None else queries.proposal_page(request.user, proposal.public_id)
    context = {
        "theirs": theirs,
        "differing": differences(form, theirs.text) if theirs is not None and form.is_valid() else (),
        "head": None if theirs is None else theirs.head,
        "form": form,
        "action": request.POST.get("action", "accept"),
        "kept": [(name, value) for name, values in request.POST.lists() if name in _KEPT for value in values],
        "section": "review",
    }
    return render(request, "review/conflict.html", context, status=409)


# What of a form goes along when somebody keeps their own text; not the version, which is the new one.
_KEPT = {
    *(name for name in ProposalForm.base_fields if name != "version"),
    *("party_name", "party_role", "position"),
    *(f"quantity_{part}" for part in ("text", "value", "unit", "bound", "subject")),
}
