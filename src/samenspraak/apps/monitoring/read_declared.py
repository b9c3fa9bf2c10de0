"""What the parties last said of one commitment: their lights beside each other, and what the meeting settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenspraak.apps.agreements.queries import visible_agreements
from samenspraak.apps.monitoring.models import RoundItem
from samenspraak.apps.parties.models import Person


@dataclass(frozen=True, slots=True)
class DeclaredLight:
    """A light that was given in a round; `party` empty: settled in the meeting."""

    party: str
    light: str
    until: date  # the last day of the round


def declared_lights(person: Person, commitment_id: UUID) -> tuple[DeclaredLight, ...]:
    """Return the lights of the last round that asked about a commitment (two queries); empty when none did."""
    item = (
        RoundItem.objects.filter(commitment__public_id=commitment_id, round__agreement__in=visible_agreements(person))
        .select_related("round")
        .order_by("-round__last_day", "-pk")
        .first()
    )
    if item is None:
        return ()
    settled = [DeclaredLight("", item.settled_light, item.round.last_day)] if item.settled_light else []
    said = item.reports.filter(version__gt=0).exclude(light="").select_related("party")
    return (*settled, *(DeclaredLight(one.party.name, one.light, item.round.last_day) for one in said))
