"""The rows of a monitor: what each party says of each commitment, and what the whole comes to."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.db.models import Value as Fixed
from django.utils import timezone

from samenspraak.apps.agreements.models import CommitmentParty, CommitmentQuantity
from samenspraak.apps.monitoring.models import AskedParty, Evidence, Progress, Reaction, Round, RoundItem
from samenspraak.apps.monitoring.pages import EvidenceView, MonitorItem, ReactionView, ReportView
from samenspraak.core.assessment.policy import Assessment, Facts, Policy, assess
from samenspraak.core.assessment.standing import Standing
from samenspraak.core.assessment.whole import is_disputed, light_of_the_whole
from samenspraak.core.vocabulary.quantity import Bound
from samenspraak.core.vocabulary.traffic_light import TrafficLight

TITLE_LENGTH = 120
AFTER_ALL = 30_000  # behind the leads of a document, however many
Value = TypeVar("Value")
_POLICY = Policy()
# What is read of each row: as plain values, because making a thousand records takes longer than finding them.
_OF_ITEM = (
    *("pk", "round", "public_id", "asked_because", "written_light", "written_text", "settled_light", "settled_text"),
    *("commitment", "commitment__public_id", "commitment__code", "commitment__title", "commitment__text"),
    *("commitment__theme", "commitment__heading", "commitment__priority", "commitment__deadline_on"),
)
_OF_REPORT = (
    *("item", "pk", "party", "party__name", "party__side", "light", "standing", "text", "next_step", "figures"),
    *("version", "reported_at", "reported_by__name", "reported_by__email"),
    *("approved_version", "approved_at", "approved_by__name", "approved_by__email"),
)
_OF_REACTION = (
    *("item", "pk", "party", "party__name", "party__side", "person__name", "person__email", "light", "text", "at"),
    *("replaced_by__pk", "is_withdrawal"),
)


class Part(Enum):
    """What a page may leave unread of its rows: there it is empty, so only where nobody shows it."""

    EVIDENCE = "evidence"
    LEADS = "leads"
    COMPUTED = "computed"  # the quantities from which a light is computed


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside rows, each by the number of what it belongs to."""

    reports: Mapping[int, list[ReportView]]
    reactions: Mapping[int, list[ReactionView]]
    leads: Mapping[int, list[str]]
    quantities: Mapping[int, list[tuple[float, str]]]


def monitor_items(
    rounds: Sequence[Round], *, today: date, unread: Container[Part] = ()
) -> dict[int, tuple[MonitorItem, ...]]:
    """Return every commitment of these rounds in order, by the round's number (six queries for all of them)."""
    found: dict[int, list[MonitorItem]] = {round_.pk: [] for round_ in rounds}
    if rounds:
        for number, item in items_of(RoundItem.objects.filter(round__in=rounds), today=today, unread=unread):
            found[number].append(item)
    return {number: tuple(items) for number, items in found.items()}


def items_of(rows: QuerySet[RoundItem], *, today: date, unread: Container[Part] = ()) -> list[tuple[int, MonitorItem]]:
    """Return these rows in order, each with the number of its round (six queries; a part left unread saves one)."""
    found = list(rows.order_by("order").values_list(*_OF_ITEM, named=True))
    items, commitments = [row.pk for row in found], {row.commitment for row in found}
    counted = CommitmentQuantity.objects.filter(commitment__in=commitments).order_by("order")
    beside = _Beside(
        reports=_reports(items, with_evidence=Part.EVIDENCE not in unread),
        reactions=_reactions(items),
        leads=_grouped(() if Part.LEADS in unread else _leads(commitments)),
        quantities=_grouped(
            (number, (value, bound))
            for number, value, bound in (
                () if Part.COMPUTED in unread else counted.values_list("commitment", "value", "bound")
            )
        ),
    )
    return [(row.round, _item(row, beside, today)) for row in found]


def _grouped(pairs: Iterable[tuple[int, Value]]) -> dict[int, list[Value]]:
    found: dict[int, list[Value]] = {}
    for number, value in pairs:
        found.setdefault(number, []).append(value)
    return found


def _leads(commitments: Collection[int]) -> Iterator[tuple[int, str]]:
    """Return the leads by commitment: as the document names them, then whom a coordinator named (one query)."""
    written = CommitmentParty.objects.filter(commitment__in=commitments, role=CommitmentParty.Role.LEAD)
    named = AskedParty.objects.filter(commitment__in=commitments, is_asked=True).annotate(order=Fixed(AFTER_ALL))
    rows = written.order_by().values_list("commitment", "name", "order")
    both = rows.union(named.order_by().values_list("commitment", "party__name", "order"), all=True)
    return ((commitment, name) for commitment, name, _order in both.order_by("order"))


def _reports(items: Sequence[int], *, with_evidence: bool) -> dict[int, list[ReportView]]:
    """Return what each party says, by row (two queries)."""
    rows = Progress.objects.filter(item__in=items).order_by("party__order").values_list(*_OF_REPORT, named=True)
    brought = Evidence.objects.filter(progress__item__in=items).order_by("pk") if with_evidence else ()
    evidence = _grouped(
        (one.progress_id, EvidenceView(one.public_id, one.name, one.url, one.sha256)) for one in brought
    )
    return _grouped((row.item, _report(row, evidence.get(row.pk, ()))) for row in rows)


def _reactions(items: Sequence[int]) -> dict[int, list[ReactionView]]:
    """Return who reacted, by row (one query)."""
    rows = Reaction.objects.filter(item__in=items).order_by("at", "pk").values_list(*_OF_REACTION, named=True)
    return _grouped((row.item, _reaction(row)) for row in rows)


def _item(row: Any, beside: _Beside, today: date) -> MonitorItem:  # noqa: ANN401 - a row of _OF_ITEM
    reports = tuple(beside.reports.get(row.pk, ()))
    reactions = tuple(beside.reactions.get(row.pk, ()))
    is_reported = any(report.is_reported for report in reports)
    lights = [report.light for report in reports]
    whole = whole_light(lights, is_reported=is_reported, written=row.written_light, settled=row.settled_light)
    others = [light for r in reactions if not r.is_replaced and (light := _light(r.light)) is not None]
    computed = _computed(row.commitment__deadline_on, beside.quantities.get(row.commitment, ()), reports, today)
    return MonitorItem(
        public_id=row.public_id,
        commitment_id=row.commitment__public_id,
        code=row.commitment__code,
        title=name_of(row.commitment__code, row.commitment__title, row.commitment__heading, row.commitment__text),
        text=row.commitment__text,
        theme=row.commitment__theme,
        heading=row.commitment__heading,
        leads=tuple(beside.leads.get(row.commitment, ())),
        priority=row.commitment__priority,
        asked_because=row.asked_because,
        due_on=row.commitment__deadline_on,
        reports=reports,
        reactions=reactions,
        written_light=row.written_light,
        written_text=row.written_text,
        settled_light=row.settled_light,
        settled_text=row.settled_text,
        light=whole or "",
        computed_light=computed.light or "",
        computed_reason=computed.reason.value,
        is_disputed=not row.settled_light and is_disputed(whole, others),
    )


def whole_light(lights: Sequence[str], *, is_reported: bool, written: str, settled: str) -> TrafficLight | None:
    """Return the light of a row: settled by the meeting, or else the weakest part, or else as the document has it."""
    if settled or not is_reported:
        return _light(settled or written)
    return light_of_the_whole([_light(light) for light in lights])


def name_of(code: str, title: str, heading: str, text: str) -> str:
    """Return what a commitment goes by beside its number: its title, or else the beginning of its text.

    Without a number, a title that is the heading above it is that of its whole row: it tells nothing apart.
    """
    is_own = title and (code or title != heading)
    return title if is_own else shortened(text)


def shortened(text: str) -> str:
    """Return the beginning of a text as a name for it."""
    words = " ".join(text.split())
    return words if len(words) <= TITLE_LENGTH else words[:TITLE_LENGTH].rsplit(" ", 1)[0] + "…"


def _report(row: Any, evidence: Iterable[EvidenceView]) -> ReportView:  # noqa: ANN401 - a row of _OF_REPORT
    """Return what one party says."""
    return ReportView(
        progress_id=row.pk,
        party_id=row.party,
        party=row.party__name,
        side=row.party__side,
        light=row.light,
        standing=row.standing,
        text=row.text,
        next_step=row.next_step,
        actual=row.figures.get("actual"),
        expected=row.figures.get("expected"),
        as_of=row.figures.get("as_of", ""),
        version=row.version,
        reported_at=row.reported_at,
        reported_by=row.reported_by__name or row.reported_by__email or "",
        approved_version=row.approved_version,
        approved_at=row.approved_at,
        approved_by=row.approved_by__name or row.approved_by__email or "",
        evidence=tuple(evidence),
    )


def _reaction(row: Any) -> ReactionView:  # noqa: ANN401 - a row of _OF_REACTION
    return ReactionView(
        reaction_id=row.pk,
        party_id=row.party,
        party=row.party__name,
        side=row.party__side,
        person=row.person__name or row.person__email,
        light=row.light,
        text=row.text,
        at=row.at,
        is_replaced=row.replaced_by__pk is not None,
        is_withdrawal=row.is_withdrawal,
    )


def _light(value: str) -> TrafficLight | None:
    return TrafficLight(value) if value else None


def _computed(
    due_on: date | None, quantities: Sequence[tuple[float, str]], reports: Sequence[ReportView], today: date
) -> Assessment:
    """Compute from what is unmistakable: one number in the commitment, and one party that reports on it."""
    target, bound = quantities[0] if len(quantities) == 1 else (None, Bound.MIN)
    said = [report for report in reports if report.is_reported]
    days = [timezone.localdate(report.reported_at) for report in said if report.reported_at]
    only = said[0] if len(reports) == 1 and said else None
    standings = {report.standing for report in said}
    facts = Facts(
        standing=Standing(standings.pop()) if len(standings) == 1 and "" not in standings else None,
        due_on=due_on,
        target=target,
        bound=Bound(bound),
        actual=only.actual if only else None,
        expected=only.expected if only else None,
        reported_on=max(days, default=None),
    )
    return assess(facts, _POLICY, today)
