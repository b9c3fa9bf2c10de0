"""Reading the log."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from samenspraak.apps.audit.models import Event, EventKind


@dataclass(frozen=True, slots=True)
class EventRow:
    """One line of a record's history."""

    at: datetime
    kind: EventKind  # `.label` is the Dutch or English word
    actor: str  # empty: the installation itself
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    reason: str


def history_of(target: models.Model, *, limit: int = 50) -> tuple[EventRow, ...]:
    """Return the newest events about a record, newest first (one query)."""
    events = Event.objects.filter(target_type=target._meta.label_lower, target_id=str(target.pk))
    return tuple(
        EventRow(e.at, EventKind(e.kind), e.actor_label, e.before, e.after, e.reason)
        for e in events.order_by("-at", "-id")[:limit]
    )


@dataclass(frozen=True, slots=True)
class TargetEvent:
    """One line in the histories of many records together."""

    target_id: str
    row: EventRow


def histories_of(model: type[models.Model], numbers: Collection[int], *, limit: int) -> tuple[TargetEvent, ...]:
    """Return the newest events about records of one kind, newest first (one query)."""
    events = Event.objects.filter(target_type=model._meta.label_lower, target_id__in=[str(one) for one in numbers])
    return tuple(
        TargetEvent(e.target_id, EventRow(e.at, EventKind(e.kind), e.actor_label, e.before, e.after, e.reason))
        for e in events.order_by("-at", "-id")[:limit]
    )


def last_act_of(person: models.Model, *, before: datetime) -> datetime | None:
    """Return when a person last did something before a moment, None when they never did (one query)."""
    acts = Event.objects.filter(actor_id=str(person.pk), at__lt=before).order_by("-at")
    return acts.values_list("at", flat=True).first()


def newest_event() -> int:
    """Return the number of the newest event, 0 when there is none (one query)."""
    return Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
