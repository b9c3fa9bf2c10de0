"""The rounds of an agreement in a row: how the same commitments stood before, and what happened in a round."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.audit.queries import EventRow, histories_of
from samenspraak.apps.monitoring.fetch import rounds_around, visible_rounds
from samenspraak.apps.monitoring.items import Part, monitor_items
from samenspraak.apps.monitoring.models import Adoption, Progress, Reaction, Round, RoundItem
from samenspraak.apps.monitoring.pages import MonitorItem, RoundHead, Snapshot
from samenspraak.apps.monitoring.snapshots import head_of, thawed
from samenspraak.apps.parties.models import Person

MOST_ROUNDS = 6
MOST_EVENTS = 2000


@dataclass(frozen=True, slots=True)
class RoundItems:
    """A round with its commitments, as it was adopted or as it stands."""

    head: RoundHead
    items: tuple[MonitorItem, ...]
    adopted_at: datetime | None = None  # None: not adopted, or nobody asked


@dataclass(frozen=True, slots=True)
class ItemEvent:
    """Something that was said or settled of one commitment in a round."""

    item_id: UUID
    row: EventRow


@dataclass(frozen=True, slots=True)
class RoundsRead:
    """A round and others of its agreement with their commitments: as adopted last, or as they stand."""

    round: Round
    choices: list[Round]  # all earlier rounds, newest first
    others: list[Round]  # those that were read as well
    adoptions: list[Adoption]  # of the round and the others
    items: Mapping[int, tuple[MonitorItem, ...]]  # by the number of the round
    snapshot: Snapshot | None  # of the round, when it is adopted

    @property
    def earlier(self) -> tuple[RoundItems, ...]:
        """The others with their commitments, oldest first."""
        return tuple(RoundItems(head_of(one), self.items[one.pk]) for one in reversed(self.others))


def read_rounds(
    person: Person, public_id: UUID, *, limit: int = 1, earlier_id: str = "", unread: Container[Part] = ()
) -> RoundsRead:
    """Return a round and the last ones before it, or the one asked for, read at once (at most eight queries).

    Raises NotFound.
    """
    round_, choices = rounds_around(person, public_id)
    others = [one for one in choices if not earlier_id or str(one.public_id) == earlier_id][:limit]
    adoptions = adoptions_of([round_, *others])
    items, adopted = _items_of([round_, *others], {one.round_id: one for one in adoptions}, unread)
    return RoundsRead(
        round=round_,
        choices=choices,
        others=others,
        adoptions=adoptions,
        items=items,
        snapshot=adopted.get(round_.pk),
    )


def adoptions_of(rounds: Iterable[Round]) -> list[Adoption]:
    """Return every time that these rounds were adopted, in order (one query)."""
    return list(Adoption.objects.filter(round__in=rounds).select_related("adopted_by").order_by("number"))


def newest_rounds(person: Person, agreements: QuerySet[Agreement], year: int) -> tuple[RoundItems, ...]:
    """Return the newest round of a year of each agreement that a person may see (five queries, however many).

    Evidence, leads and computed lights stay unread.
    """
    rounds = visible_rounds(person).filter(agreement__in=agreements, year=year).order_by("first_day", "pk")
    newest = list({one.agreement_id: one for one in rounds}.values())
    last = {one.round_id: one for one in adoptions_of(newest)}
    items, adopted = _items_of(newest, last, frozenset(Part))
    return tuple(
        RoundItems(head_of(one), items[one.pk], last[one.pk].adopted_at if one.pk in adopted else None)
        for one in newest
    )


def _items_of(
    rounds: Sequence[Round], last: Mapping[int, Adoption], unread: Container[Part]
) -> tuple[dict[int, tuple[MonitorItem, ...]], dict[int, Snapshot]]:
    """Return the commitments of rounds as they were adopted `last` or as they stand, and what was adopted."""
    adopted = {
        one.pk: thawed(last[one.pk].snapshot) for one in rounds if one.state == Round.State.ADOPTED and one.pk in last
    }
    standing = [one for one in rounds if one.pk not in adopted]
    items = monitor_items(standing, today=timezone.localdate(), unread=unread)
    return items | {number: snapshot.items for number, snapshot in adopted.items()}, adopted


def earlier_rounds(person: Person, public_id: UUID, *, limit: int = MOST_ROUNDS - 1) -> tuple[RoundItems, ...]:
    """Return the last rounds before this one, oldest first (at most eight queries); raises NotFound."""
    return read_rounds(person, public_id, limit=limit).earlier


def events_in(person: Person, public_ids: Collection[UUID]) -> tuple[ItemEvent, ...]:
    """Return what happened to commitments in these rounds, as far as a person may see, newest first (seven queries)."""
    rounds = list(visible_rounds(person).filter(public_id__in=public_ids))
    items = dict(RoundItem.objects.filter(round__in=rounds).values_list("pk", "public_id"))
    of_report = dict(Progress.objects.filter(item__round__in=rounds).values_list("pk", "item_id"))
    of_reaction = dict(Reaction.objects.filter(item__round__in=rounds).values_list("pk", "item_id"))
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
