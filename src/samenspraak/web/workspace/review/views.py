"""The pages of a review: the right first (in the query), one query call, one template."""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from samenspraak.apps.agreements.models import CommitmentParty, CommitmentQuantity
from samenspraak.apps.review import actions, queries
from samenspraak.apps.review.errors import ChangedMeanwhile
from samenspraak.apps.review.pages import ProposalPage
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.agreements.addresses import page_number
from samenspraak.web.workspace.request import SignedInRequest
from samenspraak.web.workspace.review.decisions import decide, seen_versions
from samenspraak.web.workspace.review.forms import (
    FactsForm,
    ProposalForm,
    missed_fields,
    missed_parties,
    party_answers,
    typed_answers,
    values_of,
)

shown_and_changed = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def review_list(request: SignedInRequest) -> HttpResponse:
    """Show what waits to be checked, and what was finished last."""
    rows, finished = queries.reviews_for(request.user), queries.finished_reviews_for(request.user)
    return render(request, "review/list.html", {"rows": rows, "finished": finished, "section": "review"})


@shown_and_changed
def overview(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Show all proposals of a document; accept many of them, or undo a step."""
    if request.method == "POST":
        return _change_overview(request, public_id)
    page = queries.overview_page(request.user, public_id)
    asked = request.GET.get("zekerheid", "")
    share = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else None
    chosen = () if share is None else queries.certain_enough(page.rows, share)
    held_back = () if share is None else queries.held_back(page.rows, share)
    context = {"page": page, "head": page.head, "share": share, "chosen": chosen, "held_back": held_back}
    return render(request, "review/overview.html", context | {"section": "review"})


def _change_overview(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    source = queries.source_to_review(request.user, public_id)
    try:
        if request.POST.get("action") == "undo":
            step = queries.step_to_undo(source, UUID(request.POST.get("step", "")))
            actions.undo_review_step(step=step, by=request.user)
            messages.success(request, _("Ongedaan gemaakt."))
        else:
            versions = _chosen(request)
            count = actions.accept_proposals(source=source, versions=versions, by=request.user)
            said = ngettext("%(count)s voorstel overgenomen.", "%(count)s voorstellen overgenomen.", count)
            messages.success(request, said % {"count": count})
    except SamenspraakError as error:
        messages.error(request, str(error))
    except ValueError:
        messages.error(request, _("Er was niets gekozen. Kies wat u wilt overnemen of ongedaan maken."))
    return redirect("review", public_id)


def _chosen(request: SignedInRequest) -> dict[UUID, int]:
    """Return which proposals in which version somebody saw when accepting them all; ValueError when none."""
    chosen = seen_versions(request)
    if not chosen:
        raise ValueError("chosen")
    return chosen


@shown_and_changed
def facts(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Show what the document says of itself and who its parties are, and confirm it."""
    page = queries.facts_page(request.user, public_id)
    form = FactsForm(request.POST or None, initial=asdict(page.facts))
    context: dict[str, object] = {"seen": request.POST.get("seen", page.seen)}
    if request.method == "POST":
        source = queries.source_to_review(request.user, public_id)
        if form.is_valid():
            try:
                actions.confirm_agreement_facts(
                    agreement=source.agreement,
                    facts=form.facts_text(),
                    seen=request.POST.get("seen", ""),
                    answers=party_answers(request.POST),
                    missed=missed_parties(request.POST),
                    by=request.user,
                )
            except ChangedMeanwhile as error:
                form.add_error(None, str(error))
                context |= {"seen": page.seen, "theirs": form.differing(page.facts)}
            except SamenspraakError as error:
                form.add_error(None, str(error))
            else:
                return _confirmed(request, public_id)
    typed = typed_answers(request.POST)
    context |= {"missed": missed_fields(request.POST), "has_missed": bool(missed_parties(request.POST))}
    context |= {"parties": [(party, typed.get(party.party_id, "")) for party in page.parties]}
    context |= {"page": page, "head": page.head, "form": form, "section": "review"}
    return render(request, "review/facts.html", context)


def _confirmed(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Say who sees the agreement now and of whom it is not known yet, and go on to the first open proposal."""
    page = queries.facts_page(request.user, public_id)
    unknown = [party.name for party in page.parties if party.organisation is None]
    if unknown:
        said = _(
            "De gegevens zijn bevestigd. Nog niet bekend is wie dit zijn: %(names)s. Zij zien de afspraken nog niet."
        )
        messages.warning(request, said % {"names": ", ".join(unknown)[:300]})
    else:
        messages.success(request, _("De gegevens zijn bevestigd. De partijen zien deze afspraken nu ook."))
    place = reverse("proposal", args=[page.first_open]) if page.first_open else reverse("review", args=[public_id])
    return HttpResponseRedirect(f"{place}?na={public_id}")  # the browser may forget what it kept of the facts


@shown_and_changed
def missed(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Show the lines of a page, and make a proposal of those that were pointed at."""
    number = page_number(request.GET)
    if request.method == "POST":
        source = queries.source_to_review(request.user, public_id)
        try:
            first, last = (int(request.POST.get(name, "")) for name in ("first", "last"))
            lines = {line.start: line for line in queries.missed_page(request.user, public_id, number=number).lines}
            start, end = min(first, last), lines[max(first, last)].end
            added = actions.add_missed_commitment(source=source, start=start, end=end, by=request.user)
        except (ValueError, KeyError):
            messages.error(request, _("Kies de eerste en de laatste regel van de afspraak."))
        except SamenspraakError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("Toegevoegd als voorstel. Kijk het na en neem het over."))
            return redirect("proposal", added.public_id)
        return HttpResponseRedirect(f"{reverse('review-missed', args=[public_id])}?bladzijde={number}")
    page = queries.missed_page(request.user, public_id, number=number)
    context = {"page": page, "head": page.head, "first": _line(request, "van"), "section": "review"}
    return render(request, "review/missed.html", context)


def _line(request: SignedInRequest, name: str) -> int | None:
    asked = request.GET.get(name, "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else None


@shown_and_changed
def proposal(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Show a proposal beside its page, and do what was decided about it."""
    form = None
    if request.method == "POST":
        form = ProposalForm(request.POST)
        answer = decide(request, public_id, form)
        if answer is not None:
            return answer
    number = page_number(request.GET) if "bladzijde" in request.GET else None
    page = queries.proposal_page(request.user, public_id, page=number)
    return render(request, "review/proposal.html", _proposal_context(page, form))


def _proposal_context(page: ProposalPage, form: ProposalForm | None) -> dict[str, object]:
    shown = form or ProposalForm(initial=values_of(page.text, page.version))
    return {
        "page": page,
        "head": page.head,
        "form": shown,
        "parties": form.typed_parties() if form else page.text.parties,
        "quantities": form.typed_quantities() if form else page.text.quantities,
        "roles": CommitmentParty.Role,
        "bounds": CommitmentQuantity.Bound,
        "section": "review",
    }


@require_safe
def split(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Show where a proposal can be cut in two."""
    page = queries.split_page(request.user, public_id)
    return render(request, "review/split.html", {"page": page, "head": page.head, "section": "review"})
