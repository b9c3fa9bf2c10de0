"""A round as one value: read from the records as it stands, or from what was frozen when it was adopted."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container
from typing import Any

from django.utils import timezone
from pydantic import TypeAdapter

from samenspraak.apps.monitoring.items import Part, monitor_items
from samenspraak.apps.monitoring.models import Consultation, LegendEntry, Round
from samenspraak.apps.monitoring.pages import ConsultationRow, LegendRow, MonitorItem, RoundHead, Snapshot

_SNAPSHOT: TypeAdapter[Snapshot] = TypeAdapter(Snapshot)


def snapshot_of(round_: Round, *, unread: Container[Part] = ()) -> Snapshot:
    """Return a round as it stands (eight queries, however many commitments)."""
    return snapshot_with(round_, monitor_items([round_], today=timezone.localdate(), unread=unread)[round_.pk])


def snapshot_with(round_: Round, items: tuple[MonitorItem, ...]) -> Snapshot:
    """Return a round as it stands, of which the rows were read already (two queries)."""
    return Snapshot(
        head=head_of(round_), items=items, legend=legend_of(round_), consultations=consultations_of(round_, items)
    )


def frozen(snapshot: Snapshot) -> tuple[dict[str, Any], str]:
    """Return a snapshot as JSON with its fingerprint."""
    value: dict[str, Any] = _SNAPSHOT.dump_python(snapshot, mode="json")
    return value, fingerprint(value)


def fingerprint(value: dict[str, Any]) -> str:
    """Return the fingerprint of a frozen round: the same data give the same one, whatever their order."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def thawed(value: dict[str, Any]) -> Snapshot:
    """Return what was frozen."""
    return _SNAPSHOT.validate_python(value)


def head_of(round_: Round) -> RoundHead:
    """Return the head of a round; the agreement must be selected."""
    return RoundHead(
        public_id=round_.public_id,
        agreement_id=round_.agreement.public_id,
        agreement_title=round_.agreement.title,
        period_kind=round_.period_kind,
        year=round_.year,
        number=round_.number,
        first_day=round_.first_day,
        last_day=round_.last_day,
        due_on=round_.due_on,
        state=round_.state,
        opened_at=round_.opened_at,
        locked_at=round_.locked_at,
        reopened_reason=round_.reopened_reason,
    )


def legend_of(round_: Round) -> tuple[LegendRow, ...]:
    """Return what the colours mean in this agreement (one query)."""
    entries = LegendEntry.objects.filter(agreement=round_.agreement_id)
    return tuple(LegendRow(entry.light, entry.word, entry.definition) for entry in entries)


def consultations_of(round_: Round, items: tuple[MonitorItem, ...]) -> tuple[ConsultationRow, ...]:
    """Return where each party stands (one query)."""
    rows = Consultation.objects.filter(round=round_).select_related("party", "given_by", "answered_for")
    reports = [report for item in items for report in item.reports]
    return tuple(
        consultation_row(
            row,
            asked=sum(report.party_id == row.party_id for report in reports),
            reported=sum(report.party_id == row.party_id and report.is_reported for report in reports),
        )
        for row in rows
    )


def consultation_row(row: Consultation, *, asked: int = 0, reported: int = 0) -> ConsultationRow:
    """Return where one party stands."""
    return ConsultationRow(
        party_id=row.party_id,
        party=row.party.name,
        side=row.party.side,
        position=row.position,
        text=row.text,
        given_at=row.given_at,
        given_by="" if row.given_by is None else str(row.given_by),
        answer=row.answer,
        answered_at=row.answered_at,
        answered_for="" if row.answered_for is None else row.answered_for.name,
        nudged_at=row.nudged_at,
        asked=asked,
        reported=reported,
    )
