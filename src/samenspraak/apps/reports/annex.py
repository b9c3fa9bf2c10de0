"""The history of commitments in rounds, in words: what was said and settled, and how the register changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from samenspraak.apps.agreements.queries import RegisterChange, changes_among
from samenspraak.apps.audit.queries import EventRow
from samenspraak.apps.monitoring.models import Standing
from samenspraak.apps.monitoring.pages import MonitorItem
from samenspraak.apps.monitoring.queries import ItemEvent, events_in
from samenspraak.apps.parties.models import Person
from samenspraak.core.composition.material import Change
from samenspraak.core.vocabulary.traffic_light import TrafficLight

LONGEST_WORDS = 400
Words = Mapping[TrafficLight | None, str]


def history_of(
    person: Person, round_ids: Collection[UUID], items: Sequence[MonitorItem], words: Words
) -> tuple[Change, ...]:
    """Return who changed what when, newest first, for these commitments of these rounds (some thirteen queries)."""
    names = {item.public_id: f"{item.code} {item.title}".strip() for item in items}
    by_commitment = {item.commitment_id: item.public_id for item in items}
    said = [_said(event, names, words) for event in events_in(person, round_ids) if event.item_id in names]
    changed = [
        _changed(one, names[by_commitment[one.commitment_id]]) for one in changes_among(person, list(by_commitment))
    ]
    return tuple(change for _at, change in sorted([*said, *changed], key=lambda pair: pair[0], reverse=True))


def _said(event: ItemEvent, names: Mapping[Any, str], words: Words) -> tuple[datetime, Change]:
    row = event.row
    what = ". ".join([str(row.kind.label).capitalize(), *_details(row, words)])
    return row.at, Change(_day(row.at), row.actor, names[event.item_id], what)


def _changed(one: RegisterChange, name: str) -> tuple[datetime, Change]:
    change = one.change
    fields = [f"{field.label}: van {_quoted(field.before)} naar {_quoted(field.after)}" for field in change.fields]
    reason = [f"Reden: {change.reason}"] if change.reason else []
    what = ". ".join([str(change.nature.label).capitalize(), *fields, *reason])
    return change.at, Change(_day(change.at), change.by, name, what)


def _details(row: EventRow, words: Words) -> Sequence[str]:
    """Return what an event says beside its kind: the light and standing that turned, the words that were written."""
    before, after = row.before or {}, row.after or {}
    turned = {name for name, value in after.items() if value and value != before.get(name)}
    found = []
    if "light" in turned:
        was = f"van {words[TrafficLight(before['light'])].lower()} " if before.get("light") else ""
        found.append(f"Stand {was}naar {words[TrafficLight(after['light'])].lower()}")
    if "standing" in turned:
        found.append(str(Standing(after["standing"]).label).capitalize())
    found += [_quoted(str(after[name])) for name in ("text", "name", "next_step") if name in turned]
    return [*found, f"Reden: {row.reason}"] if row.reason else found


def _quoted(text: str) -> str:
    one = " ".join(text.split())
    return f"“{one if len(one) <= LONGEST_WORDS else f'{one[: LONGEST_WORDS - 1]}…'}”" if one else "niets"


def _day(at: datetime) -> date:
    return timezone.localdate(at)
