"""The pages of rounds: the right first (in the query), one query call, one template."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.agreements.queries import agreement_for
from samenspraak.apps.monitoring import actions, queries
from samenspraak.apps.monitoring.errors import NothingToAsk
from samenspraak.apps.monitoring.models import Consultation, Light, Round
from samenspraak.apps.monitoring.pages import MonitorFilter, MonitorItem
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.parties.queries import Right
from samenspraak.core.assessment.advice_clock import advice_clock
from samenspraak.core.assessment.reciprocity import Side
from samenspraak.web.workspace.agreements.addresses import THEMES
from samenspraak.web.workspace.monitoring.refusals import said_on_page
from samenspraak.web.workspace.monitoring.typed import (
    due_day,
    period_from,
    speaking_party,
    whole_number_in,
)
from samenspraak.web.workspace.request import SignedInRequest

SHOWS = {"rood-en-geel": "attention", "verschil": "disputed", "zonder-nieuws": "silent", "van-ons": "mine"}
BOARD = "bord"


@require_http_methods(["GET", "HEAD", "POST"])
def round_list(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    page = queries.rounds_for(request.user, public_id)
    if request.method == "POST":
        return _on_agreement(request, public_id)
    context = {"page": page, "lights": Light, "today": timezone.localdate(), "section": "agreements"}
    return render(request, "monitoring/rounds.html", context)


def _on_agreement(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Open a round, take a monitor over, or say what a colour means."""
    if not queries.rounds_for(request.user, public_id).may_manage:
        raise PermissionDenied
    agreement, typed = agreement_for(request.user, public_id), request.POST
    if typed.get("act") == "legend":
        return _set_legend(request, public_id)
    made: list[Round] = []
    with said_on_page(request):
        act = actions.import_monitor_round if typed.get("act") == "import" else actions.open_round
        made.append(act(agreement=agreement, period=period_from(typed), due_on=due_day(typed), by=request.user))
    return redirect("round", made[0].public_id) if made else redirect("rounds", public_id)


def _set_legend(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    agreement = agreement_for(request.user, public_id)
    with said_on_page(request, _("De legenda is bewaard.")):
        for light in Light:
            word, meaning = (request.POST.get(f"{light.value}-{part}", "").strip() for part in ("word", "meaning"))
            if word:
                actions.set_legend(agreement=agreement, light=light, word=word, definition=meaning, by=request.user)
    return redirect("rounds", public_id)


@require_safe
def quality(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    page = queries.quality_for(request.user, public_id)
    balance = page.balance
    sides = [(Organisation.Kind(side.value), balance.leads[side], balance.takes_part[side]) for side in Side]
    return render(request, "monitoring/quality.html", {"page": page, "sides": sides, "section": "agreements"})


@require_http_methods(["GET", "HEAD", "POST"])
def monitor(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    if request.method == "POST":
        return _on_round(request, queries.round_for(request.user, public_id))
    asked = request.GET
    edition = whole_number_in(asked.get("vaststelling", "")) or None
    theme = THEMES.get(asked.get("thema", ""), "")
    wanted = MonitorFilter(show=SHOWS.get(asked.get("toon", ""), ""), theme=theme)
    page = queries.monitor_for(request.user, public_id, wanted=wanted, edition=edition)
    context = {
        "page": page,
        "head": page.head,
        "groups": _by_theme(page.items),
        "shows": [(word, page.show_counts[show]) for word, show in SHOWS.items()],
        "shown": asked.get("toon", ""),
        "view": BOARD if asked.get("weergave") == BOARD else "",
        "columns": [*Light.values, ""],
        "section": "agreements",
    }
    return render(request, "monitoring/monitor.html", context)


def _by_theme(items: Sequence[MonitorItem]) -> list[tuple[str, list[MonitorItem]]]:
    """Return the rows of each theme together, themes in the order in which they first come."""
    groups: dict[str, list[MonitorItem]] = {}
    for item in items:
        groups.setdefault(item.theme, []).append(item)
    return list(groups.items())


def _on_round(request: SignedInRequest, round_: Round) -> HttpResponse:
    """Do what a coordinator asks of a round."""
    typed, by = request.POST, request.user
    act = typed.get("act", "")
    if not queries.monitor_for(by, round_.public_id).may_manage:
        raise PermissionDenied
    with said_on_page(request, _("Dat is gedaan.")):
        if act == "lock":
            actions.lock_round(round_=round_, by=by)
        elif act == "adopt":
            actions.adopt_round(round_=round_, adopted_in=typed.get("adopted_in", ""), by=by)
        elif act == "nudge":
            party = queries.party_in(round_.agreement, typed.get("party", ""))
            actions.nudge_party(round_=round_, party=party, by=by)
        elif act == "answer":
            _answer(request, round_)
        elif act == "ask":
            actions.ask_commitment(round_=round_, commitment=_chosen(round_, typed.get("what", "")), by=by)
        else:
            actions.reopen_round(round_=round_, reason=typed.get("reason", ""), by=by)
    return redirect("desk") if typed.get("next") == "desk" else redirect("round-course", round_.public_id)


def _chosen(round_: Round, code: str) -> Commitment:
    """Return the commitment with a printed number; raises NothingToAsk when none or several go by it."""
    words = " ".join(code.split())
    found = Commitment.objects.filter(agreement=round_.agreement, code__iexact=words, state="accepted")
    if not words or len(found) != 1:
        raise NothingToAsk("Er is niet precies één afspraak met dit nummer. Schrijf het zoals in het document.")
    return found[0]


def _answer(request: SignedInRequest, round_: Round) -> None:
    asked = queries.party_in(round_.agreement, request.POST.get("party", ""))
    mine = speaking_party(request.user, round_.agreement, Right.REACT, "")
    row = Consultation.objects.get(round=round_, party=asked)
    actions.answer_position(consultation=row, party=mine, text=request.POST.get("text", ""), by=request.user)


@require_safe
def round_course(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    page = queries.monitor_for(request.user, public_id)
    missing = sum(not item.is_complete for item in page.items)
    reports = [report for item in page.items for report in item.reports]
    unapproved = sum(report.is_reported and not report.is_approved for report in reports)
    context = {"page": page, "head": page.head, "missing": missing, "unapproved": unapproved, "section": "agreements"}
    return render(request, "monitoring/course.html", context)


@require_safe
def comparison(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    page = queries.comparison_for(request.user, public_id, earlier_id=request.GET.get("met", ""))
    return render(request, "monitoring/comparison.html", {"page": page, "head": page.head, "section": "agreements"})


@require_http_methods(["GET", "HEAD", "POST"])
def reading(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Show a round in plain words, in ten minutes; a party gives its position here."""
    if request.method == "POST":
        return _take_position(request, queries.round_for(request.user, public_id))
    both = queries.monitor_with_earlier(request.user, public_id)
    page = both.monitor
    own = {number for number, _name in page.my_parties}
    mine = next((row for row in page.consultations if row.party_id in own), None)
    given_on = page.head.locked_at or page.head.opened_at
    clock = None
    # The law gives its weeks to tenants; other parties say where they stand without a clock.
    if (
        page.head.state == Round.State.LOCKED
        and mine is not None
        and mine.side == Organisation.Kind.TENANTS_ORGANISATION
    ):
        advised = timezone.localdate(mine.given_at) if mine.given_at else None
        answered = timezone.localdate(mine.answered_at) if mine.answered_at else None
        clock = advice_clock(timezone.localdate(given_on), advised, answered, timezone.localdate())
    context = {
        "page": page,
        "head": page.head,
        "comparison": both.comparison,
        "attention": [item for item in page.items if item.light in {"amber", "red"} or item.is_disputed],
        "mine": mine,
        "clock": clock,
        "positions": [p for p in Consultation.Position if p != Consultation.Position.WAITING],
        "section": "agreements",
    }
    return render(request, "monitoring/reading.html", context)


def _take_position(request: SignedInRequest, round_: Round) -> HttpResponse:
    typed = request.POST
    with said_on_page(request, _("Uw standpunt is vastgelegd.")):
        party = speaking_party(request.user, round_.agreement, Right.REACT, typed.get("party", ""))
        position = typed.get("position", "")
        known = Consultation.Position(position if position in Consultation.Position.values else "waiting")
        actions.take_position(round_=round_, party=party, position=known, text=typed.get("text", ""), by=request.user)
    return redirect("round-reading", round_.public_id)
