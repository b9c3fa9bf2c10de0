"""A round that the page tests know: made when the first page asks for it."""

from __future__ import annotations

from datetime import date
from typing import Any

from samenspraak.apps.monitoring import actions
from samenspraak.apps.monitoring.models import Evidence, Progress, Round, RoundItem
from samenspraak.core.vocabulary.round_period import PeriodKind, period_of
from tests.web.cast import Cast


def open_round(cast: Cast) -> Round:
    """Return a new round over the first tertial of 2027."""
    period = period_of(PeriodKind.TERTIAL, 2027, 1)
    assert period is not None
    return actions.open_round(agreement=cast.agreement, period=period, due_on=date(2027, 5, 15), by=cast.noor)


def round_of(cast: Cast) -> Round:
    """Return a round in which the association reported and the municipality reacted."""
    found = Round.objects.filter(agreement=cast.agreement).first()
    if found is not None:
        return found
    made = open_round(cast)
    item = made.items.order_by("order")[0]
    progress = actions.report_progress(
        item=item,
        party=cast.agreement.parties.get(side="housing_association"),
        report=actions.Report(
            light="amber", standing="action_needed", text="Het bezwaar loopt nog.", next_step="Zitting"
        ),
        seen_version=0,
        by=cast.bas,
    )
    actions.add_evidence_file(progress=progress, name="besluit.pdf", content=b"%PDF-1.7", by=cast.bas)
    actions.react(
        item=item,
        party=cast.agreement.parties.get(side="municipality"),
        light="red",
        text="Er is nog niets te zien.",
        by=cast.noor,
    )
    return made


def of_round(cast: Cast) -> list[Any]:
    return [round_of(cast).public_id]


def first_item(cast: Cast) -> RoundItem:
    """Return the row on which something was said."""
    return round_of(cast).items.order_by("order")[0]


def of_item(cast: Cast) -> list[Any]:
    return [first_item(cast).public_id]


def of_evidence(cast: Cast) -> list[Any]:
    round_of(cast)
    return [Evidence.objects.get(url="").public_id]


def of_task(cast: Cast) -> list[Any]:
    return [first_item(cast).reports.order_by("pk")[0].pk]


def said(cast: Cast) -> Progress:
    """Return what the association says."""
    return first_item(cast).reports.get(version__gt=0)
