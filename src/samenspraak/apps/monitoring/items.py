"""The rows of a monitor: what each party says of each commitment, and what the whole comes to."""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import date
from enum import Enum
from typing import TypeVar

from django.db.models import Model, Prefetch, QuerySet

from samenspraak.apps.agreements.models import CommitmentParty, CommitmentQuantity
from samenspraak.apps.monitoring.models import Evidence, Progress, Reaction, Round, RoundItem
from samenspraak.apps.monitoring.pages import EvidenceView, MonitorItem, ReactionView, ReportView
from samenspraak.core.assessment.policy import Assessment, Facts, Policy, assess
from samenspraak.core.assessment.standing import Standing
from samenspraak.core.assessment.whole import is_disputed, light_of_the_whole
from samenspraak.core.vocabulary.quantity import Bound
from samenspraak.core.vocabulary.traffic_light import TrafficLight

TITLE_LENGTH = 120
Row = TypeVar("Row", bound=Model)


class Part(Enum):
    """What a page may leave unread of its rows: there it is empty, so only where nobody shows it."""

    EVIDENCE = "evidence"
    LEADS = "leads"
    COMPUTED = "computed"  # the quantities from which a light is computed


def monitor_items(
    rounds: Sequence[Round], *, today: date, unread: Container[Part] = ()
) -> dict[int, tuple[MonitorItem, ...]]:
    """Return every commitment of these rounds in order, by the round's number (six queries for all of them)."""
    found: dict[int, list[MonitorItem]] = {round_.pk: [] for round_ in rounds}
    if rounds:
        for item in with_reports(RoundItem.objects.filter(round__in=rounds), unread=unread):
            found[item.round_id].append(item_view(item, today=today))
    return {number: tuple(items) for number, items in found.items()}


def with_reports(items: QuerySet[RoundItem], *, unread: Container[Part] = ()) -> QuerySet[RoundItem]:
    """Return the same rows with all that `item_view` needs; each part that is left unread saves a query."""
    evidence = _read(Evidence.objects.order_by("pk"), Part.EVIDENCE, unread)
    leads = _read(CommitmentParty.objects.order_by("order"), Part.LEADS, unread)
    quantities = _read(CommitmentQuantity.objects.order_by("order"), Part.COMPUTED, unread)
    reports = Progress.objects.select_related("party", "reported_by").order_by("party__order")
    reactions = Reaction.objects.select_related("party", "person", "replaced_by").order_by("at", "pk")
    return (
        items.select_related("commitment")
        .prefetch_related(
            Prefetch("reports", reports.prefetch_related(Prefetch("evidence", evidence))),
            Prefetch("reactions", reactions),
            Prefetch("commitment__parties", leads),
            Prefetch("commitment__quantities", quantities),
        )
        .order_by("order")
    )


def _read(rows: QuerySet[Row], part: Part, unread: Container[Part]) -> QuerySet[Row]:
    return rows.none() if part in unread else rows


def item_view(item: RoundItem, *, today: date) -> MonitorItem:
    """Return one row; fetched by `with_reports`."""
    commitment = item.commitment
    reports = tuple(report_view(progress) for progress in item.reports.all())
    reactions = tuple(_reaction_view(reaction) for reaction in item.reactions.all())
    is_reported = any(report.is_reported for report in reports)
    lights = [report.light for report in reports]
    whole = whole_light(lights, is_reported=is_reported, written=item.written_light, settled=item.settled_light)
    others = [light for r in reactions if not r.is_replaced and (light := _light(r.light)) is not None]
    computed = _computed(item, reports, today)
    return MonitorItem(
        public_id=item.public_id,
        commitment_id=commitment.public_id,
        code=commitment.code,
        title=commitment.title or shortened(commitment.text),
        text=commitment.text,
        theme=commitment.theme,
        heading=commitment.heading,
        leads=tuple(p.name for p in commitment.parties.all() if p.role == CommitmentParty.Role.LEAD),
        priority=commitment.priority,
        asked_because=item.asked_because,
        due_on=commitment.deadline_on,
        reports=reports,
        reactions=reactions,
        written_light=item.written_light,
        written_text=item.written_text,
        settled_light=item.settled_light,
        settled_text=item.settled_text,
        light=whole or "",
        computed_light=computed.light or "",
        computed_reason=computed.reason.value,
        is_disputed=not item.settled_light and is_disputed(whole, others),
    )


def whole_light(lights: Sequence[str], *, is_reported: bool, written: str, settled: str) -> TrafficLight | None:
    """Return the light of a row: settled by the meeting, or else the weakest part, or else as the document has it."""
    if settled or not is_reported:
        return _light(settled or written)
    return light_of_the_whole([_light(light) for light in lights])


def shortened(text: str) -> str:
    """Return the beginning of a text as a name for it."""
    words = " ".join(text.split())
    return words if len(words) <= TITLE_LENGTH else words[:TITLE_LENGTH].rsplit(" ", 1)[0] + "…"


def report_view(progress: Progress) -> ReportView:
    """Return what one party says."""
    return ReportView(
        progress_id=progress.pk,
        party_id=progress.party_id,
        party=progress.party.name,
        side=progress.party.side,
        light=progress.light,
        standing=progress.standing,
        text=progress.text,
        next_step=progress.next_step,
        actual=progress.figures.get("actual"),
        expected=progress.figures.get("expected"),
        as_of=progress.figures.get("as_of", ""),
        version=progress.version,
        reported_at=progress.reported_at,
        reported_by="" if progress.reported_by is None else str(progress.reported_by),
        evidence=tuple(EvidenceView(e.public_id, e.name, e.url, e.sha256) for e in progress.evidence.all()),
    )


def _reaction_view(reaction: Reaction) -> ReactionView:
    return ReactionView(
        reaction_id=reaction.pk,
        party_id=reaction.party_id,
        party=reaction.party.name,
        side=reaction.party.side,
        person=str(reaction.person),
        light=reaction.light,
        text=reaction.text,
        at=reaction.at,
        is_replaced=hasattr(reaction, "replaced_by"),
        is_withdrawal=reaction.is_withdrawal,
    )


def _light(value: str) -> TrafficLight | None:
    return TrafficLight(value) if value else None


def _computed(item: RoundItem, reports: Sequence[ReportView], today: date) -> Assessment:
    """Compute from what is unmistakable: one number in the commitment, and one party that reports on it."""
    quantities = list(item.commitment.quantities.all())
    said = [report for report in reports if report.is_reported]
    only = said[0] if len(reports) == 1 and said else None
    standings = {report.standing for report in said}
    facts = Facts(
        standing=Standing(standings.pop()) if len(standings) == 1 and "" not in standings else None,
        due_on=item.commitment.deadline_on,
        target=quantities[0].value if len(quantities) == 1 else None,
        bound=Bound(quantities[0].bound) if len(quantities) == 1 else Bound.MIN,
        actual=only.actual if only else None,
        expected=only.expected if only else None,
        reported_on=max((report.reported_at.date() for report in said if report.reported_at), default=None),
    )
    return assess(facts, Policy(), today)
