"""My desk: what I owe by date, what others owe where I coordinate, what is new since I last did something."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from samenspraak.apps.agreements.models import AgreementParty
from samenspraak.apps.agreements.queries import agreements_where, visible_agreements
from samenspraak.apps.audit.models import EventKind
from samenspraak.apps.audit.queries import last_act_of
from samenspraak.apps.monitoring.approvals.reading import waiting_counts
from samenspraak.apps.monitoring.items import Part, items_of
from samenspraak.apps.monitoring.models import Consultation, LegendEntry, Progress, Reaction, Round, RoundItem
from samenspraak.apps.monitoring.pages import (
    ConsultationRow,
    DeskPage,
    DeskRound,
    DeskRow,
    LegendRow,
    MonitorItem,
    NewsRow,
    PositionOwed,
    RoundHead,
)
from samenspraak.apps.monitoring.snapshots import consultation_row, head_of
from samenspraak.apps.monitoring.successions.reading import leaderless_counts
from samenspraak.apps.monitoring.voices import parties_spoken_for
from samenspraak.apps.parties.models import Organisation, Person
from samenspraak.apps.parties.queries import Right
from samenspraak.core.assessment.advice_clock import advice_clock

NEWS_LENGTH = 20
NOT_SHOWN = frozenset(Part)  # whoever reports sees what they said, not what it comes to
ONE_VISIT = timedelta(hours=4)  # what somebody did this morning is no earlier visit


def desk_of(person: Person) -> DeskPage:
    """Return everything that waits for a person (at most twelve queries, however many commitments)."""
    now = timezone.now()
    since = last_act_of(person, before=now - ONE_VISIT)
    consultations = _open_consultations(person)
    own = {row.party_id for row in consultations if getattr(row, "is_own", False)}
    managed = {row.round.agreement_id for row in consultations if getattr(row, "is_managed", False)}
    rounds = {row.round_id: row.round for row in consultations}
    asked = _owed(own, consultations)
    return DeskPage(
        rounds=asked,
        positions_owed=tuple(_position_owed(row) for row in consultations if row.party_id in own and _waits(row)),
        to_read=_to_read(own, consultations, asked),
        others=_of_others(consultations, own, managed),
        answers_owed=tuple(
            (head_of(row.round), consultation_row(row))
            for row in consultations
            if row.party_id not in own
            and row.position in {Consultation.Position.REMARKS, Consultation.Position.DISAGREES}
            and row.answered_at is None
            and row.round.agreement_id in managed
        ),
        leads_missing=_counted(rounds, managed, leaderless_counts),
        consents_owed=_counted(rounds, managed, waiting_counts),
        news=_news(person, since) if since else (),
        since=since,
    )


def _open_consultations(person: Person) -> list[Consultation]:
    """Return where all parties stand in the rounds that are not adopted, and which are a person's own (one query)."""
    rows = Consultation.objects.filter(round__agreement__in=visible_agreements(person))
    managed = agreements_where(person, Right.EDIT_REGISTER).filter(pk=OuterRef("round__agreement"))
    return list(
        rows.exclude(round__state=Round.State.ADOPTED)
        .annotate(
            is_own=Exists(parties_spoken_for(person, Right.REPORT).filter(pk=OuterRef("party"))),
            is_managed=Exists(managed),
        )
        .select_related("round__agreement", "party", "given_by", "answered_for")
        .order_by("round__due_on", "round_id", "party__order")
    )


def _waits(row: Consultation) -> bool:
    return row.round.state == Round.State.LOCKED and row.position == Consultation.Position.WAITING


def _position_owed(row: Consultation) -> PositionOwed:
    """Return a position that is owed; tenants have the weeks that the law gives them."""
    due_on = None
    if row.party.side == Organisation.Kind.TENANTS_ORGANISATION:
        given_on = timezone.localdate(row.round.locked_at or row.round.opened_at)
        due_on = advice_clock(given_on, None, None, timezone.localdate()).advice_by
    return PositionOwed(head_of(row.round), row.party.name, due_on)


def _to_read(own: set[int], consultations: Sequence[Consultation], asked: Sequence[DeskRound]) -> tuple[RoundHead, ...]:
    """Return the open rounds of the own parties in which nothing is asked of them: they may read and react."""
    busy = {one.head.public_id for one in asked if one.rows}
    mine = [row.round for row in consultations if row.party_id in own and row.round.state == Round.State.OPEN]
    return tuple({one.pk: head_of(one) for one in mine if one.public_id not in busy}.values())


def _owed(own: set[int], consultations: Sequence[Consultation]) -> tuple[DeskRound, ...]:
    """Return what is asked of a person's parties in open rounds, by date."""
    reports = Progress.objects.filter(item=OuterRef("pk"), party__in=own)
    asked = RoundItem.objects.filter(Exists(reports), round__state=Round.State.OPEN)
    today = timezone.localdate()
    views: dict[int, list[MonitorItem]] = {}
    for number, item in items_of(asked, today=today, unread=NOT_SHOWN):
        views.setdefault(number, []).append(item)
    before = _lights_before(own, views)
    legends = _legends({row.round.agreement_id for row in consultations})
    return tuple(
        DeskRound(
            head=head_of(row.round),
            party_id=row.party_id,
            party=row.party.name,
            side=row.party.side,
            rows=_rows(head_of(row.round), row.party_id, views.get(row.round_id, []), before),
            legend=legends.get(row.round.agreement_id, ()),
            nudged_at=row.nudged_at,
            position=row.position,
        )
        for row in consultations
        if row.party_id in own and row.round.state == Round.State.OPEN
    )


def _rows(
    head: RoundHead, party: int, items: Sequence[MonitorItem], before: dict[tuple[str, int], str]
) -> tuple[DeskRow, ...]:
    return tuple(
        DeskRow(head, item, report, before.get((str(item.commitment_id), party), ""))
        for item in items
        for report in item.reports
        if report.party_id == party
    )


def _lights_before(own: set[int], views: dict[int, list[MonitorItem]]) -> dict[tuple[str, int], str]:
    """Return what the own parties said in the round before, by commitment and party (one query)."""
    commitments = {item.commitment_id for items in views.values() for item in items}
    said = Progress.objects.filter(party__in=own, item__commitment__public_id__in=commitments, version__gt=0).exclude(
        item__round__in=views
    )
    rows = said.order_by("item__round__first_day").values_list("item__commitment__public_id", "party", "light")
    return {(str(commitment), party): light for commitment, party, light in rows}


def _legends(agreements: set[int]) -> dict[int, tuple[LegendRow, ...]]:
    found: dict[int, tuple[LegendRow, ...]] = {}
    for entry in LegendEntry.objects.filter(agreement__in=agreements):
        row = LegendRow(entry.light, entry.word, entry.definition)
        found[entry.agreement_id] = (*found.get(entry.agreement_id, ()), row)
    return found


def _of_others(
    consultations: Sequence[Consultation], own: set[int], managed: set[int]
) -> tuple[tuple[RoundHead, tuple[ConsultationRow, ...]], ...]:
    """Return, where a person coordinates, the other parties with how much each still owes (one query)."""
    open_rounds = {row.round_id: row.round for row in consultations if row.round.state == Round.State.OPEN}
    counts = Progress.objects.filter(item__round__in=open_rounds).order_by().values_list("item__round", "party")
    owed = {
        (number, party): (asked, reported)
        for number, party, asked, reported in counts.annotate(
            asked=Count("pk"), reported=Count("pk", filter=Q(version__gt=0))
        )
    }
    found = []
    for number, round_ in open_rounds.items():
        if round_.agreement_id not in managed:
            continue
        rows = [row for row in consultations if row.round_id == number and row.party_id not in own]
        views = [_with_counts(row, owed.get((number, row.party_id), (0, 0))) for row in rows]
        late = tuple(view for view in views if view.asked > view.reported)
        if late:
            found.append((head_of(round_), late))
    return tuple(found)


def _counted(
    rounds: dict[int, Round], managed: set[int], count: Callable[[Iterable[int]], dict[int, int]]
) -> tuple[tuple[RoundHead, int], ...]:
    """Return the rounds that a person coordinates in which there is something to count (one query)."""
    counts = count(number for number, round_ in rounds.items() if round_.agreement_id in managed)
    return tuple((head_of(round_), counts[number]) for number, round_ in rounds.items() if counts.get(number))


def _with_counts(row: Consultation, counts: tuple[int, int]) -> ConsultationRow:
    asked, reported = counts
    return consultation_row(row, asked=asked, reported=reported)


def _news(person: Person, since: datetime) -> tuple[NewsRow, ...]:
    """Return what others said since then, newest first (two queries)."""
    seen = visible_agreements(person)
    reports = Progress.objects.filter(item__round__agreement__in=seen, reported_at__gt=since)
    reactions = Reaction.objects.filter(item__round__agreement__in=seen, at__gt=since)
    fresh = reports.exclude(reported_by=person).select_related("item__commitment", "party").order_by("-reported_at")
    said = reactions.exclude(person=person).select_related("item__commitment", "party").order_by("-at")
    news = [
        *(_news_row(p.reported_at, p.party, EventKind.PROGRESS_REPORTED, p.item) for p in fresh[:NEWS_LENGTH]),
        *(_news_row(r.at, r.party, EventKind.REACTION_GIVEN, r.item) for r in said[:NEWS_LENGTH]),
    ]
    return tuple(sorted(news, key=lambda row: row.at, reverse=True)[:NEWS_LENGTH])


def _news_row(at: datetime | None, party: AgreementParty, kind: EventKind, item: RoundItem) -> NewsRow:
    assert at is not None  # noqa: S101 - the database pairs who and when
    return NewsRow(at, party.name, kind.value, str(item.commitment), item.public_id)
