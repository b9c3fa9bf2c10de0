"""How one commitment stood, round after round."""

from __future__ import annotations

from uuid import UUID

from samenspraak.apps.agreements.queries import visible_agreements
from samenspraak.apps.monitoring.items import whole_light
from samenspraak.apps.monitoring.models import Progress, RoundItem
from samenspraak.apps.monitoring.pages import LightMoment
from samenspraak.apps.monitoring.snapshots import head_of
from samenspraak.apps.parties.models import Person


def moments_of(person: Person, commitment_id: UUID) -> tuple[LightMoment, ...]:
    """Return how a commitment stood in each round, oldest first, as far as a person may see (two queries)."""
    rows = RoundItem.objects.filter(
        commitment__public_id=commitment_id, round__agreement__in=visible_agreements(person)
    )
    found = list(rows.select_related("round__agreement").order_by("round__first_day", "round_id"))
    said: dict[int, list[tuple[str, int]]] = {}
    if found:
        for item, light, version in Progress.objects.filter(item__in=found).values_list("item", "light", "version"):
            said.setdefault(item, []).append((light, version))
    return tuple(_moment(row, said.get(row.pk, [])) for row in found)


def _moment(row: RoundItem, said: list[tuple[str, int]]) -> LightMoment:
    light = whole_light(
        [light for light, _ in said],
        is_reported=any(version for _, version in said),
        written=row.written_light,
        settled=row.settled_light,
    )
    return LightMoment(head_of(row.round), row.public_id, light or "")
