"""The rounds of an agreement in a row: how the same commitments stood before, and what happened in a round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from samenspraak.apps.audit.queries import EventRow, histories_of
from samenspraak.apps.monitoring.fetch import round_for
from samenspraak.apps.monitoring.items import item_view, with_reports
from samenspraak.apps.monitoring.models import Adoption, Progress, Reaction, Round, RoundItem
from samenspraak.apps.monitoring.pages import MonitorItem, RoundHead
from samenspraak.apps.monitoring.snapshots import head_of, thawed
from samenspraak.apps.parties.models import Person

MOST_ROUNDS = 6
MOST_EVENTS = 2000


@dataclass(frozen=True, slots=True)
class RoundItems:
    """A round with its commitments, as it was adopted or as it stands."""

    head: RoundHead
    items: tuple[MonitorItem, ...]


@dataclass(frozen=True, slots=True)
class ItemEvent:
    """Something that was said or settled of one commitment in a round."""

    item_id: UUID
    row: EventRow


def earlier_rounds(person: Person, public_id: UUID, *, limit: int = MOST_ROUNDS - 1) -> tuple[RoundItems, ...]:
    """Return the last rounds before this one, oldest first (nine queries at most); raises NotFound."""
    round_ = round_for(person, public_id)
    before = Round.objects.filter(agreement=round_.agreement_id, first_day__lt=round_.first_day)
    found = list(before.select_related("agreement").order_by("-first_day", "-pk")[:limit])
    snapshots = _adopted(found)
    standing = _standing([one for one in found if one.pk not in snapshots])
    return tuple(
        RoundItems(head_of(one), snapshots[one.pk] if one.pk in snapshots else standing.get(one.pk, ()))
        for one in reversed(found)
    )


def _adopted(rounds: list[Round]) -> dict[int, tuple[MonitorItem, ...]]:
    """Return the commitments of the adopted rounds as they were adopted last (one query)."""
    adopted = [one.pk for one in rounds if one.state == Round.State.ADOPTED]
    newest = {one.round_id: one for one in Adoption.objects.filter(round__in=adopted).order_by("number")}
    return {number: thawed(adoption.snapshot).items for number, adoption in newest.items()}


def _standing(rounds: list[Round]) -> Mapping[int, tuple[MonitorItem, ...]]:
    """Return the commitments of the other rounds as they stand (six queries)."""
    today = timezone.localdate()
    items: dict[int, list[MonitorItem]] = {}
    for row in with_reports(RoundItem.objects.filter(round__in=rounds)):
        items.setdefault(row.round_id, []).append(item_view(row, today=today))
    return {number: tuple(found) for number, found in items.items()}


def events_in(person: Person, public_id: UUID) -> tuple[ItemEvent, ...]:
    """Return what happened to the commitments of a round in it, newest first (seven queries); raises NotFound."""
    round_ = round_for(person, public_id)
    items = dict(RoundItem.objects.filter(round=round_).values_list("pk", "public_id"))
    of_report = dict(Progress.objects.filter(item__round=round_).values_list("pk", "item_id"))
    of_reaction = dict(Reaction.objects.filter(item__round=round_).values_list("pk", "item_id"))
    found = [
        ItemEvent(items[owner[int(event.target_id)]], event.row)
        for model, owner in (
            (RoundItem, {number: number for number in items}),
            (Progress, of_report),
            (Reaction, of_reaction),
        )
        for event in histories_of(model, list(owner), limit=MOST_EVENTS)
    ]
    return tuple(sorted(found, key=lambda one: one.row.at, reverse=True)[:MOST_EVENTS])
