"""What a commitment says, as plain values that can be kept, compared and set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, TypedDict

from samenspraak.apps.agreements.models import Commitment, CommitmentParty
from samenspraak.apps.agreements.revisions.pages import FIELD_LABELS

Values: TypeAlias = Mapping[str, Any]


class QuantityValues(TypedDict):
    """One number with its unit and bound."""

    text: str
    value: float
    unit: str
    bound: str
    subject: str


PLAIN_FIELDS = tuple(name for name in FIELD_LABELS if name not in {"quantities", "leads", "partners", "elaborates"})
# Whoever changes one of these says why: it is what the parties signed.
SIGNED_FIELDS = frozenset(
    {"text", "title", "quantities", "leads", "partners", "deadline_text", "deadline_kind", "deadline_on"}
)


def values_of(commitment: Commitment) -> dict[str, Any]:
    """Return all that a commitment says; prefetch parties and quantities, select elaborates."""
    found: dict[str, Any] = {name: getattr(commitment, name) for name in PLAIN_FIELDS}
    found["deadline_on"] = commitment.deadline_on and commitment.deadline_on.isoformat()
    parties = sorted(commitment.parties.all(), key=lambda party: party.order)
    found["leads"] = _named(parties, CommitmentParty.Role.LEAD)
    found["partners"] = _named(parties, CommitmentParty.Role.PARTNER)
    found["quantities"] = [
        QuantityValues(text=q.text, value=q.value, unit=q.unit, bound=q.bound, subject=q.subject)
        for q in sorted(commitment.quantities.all(), key=lambda quantity: quantity.order)
    ]
    found["elaborates"] = None if commitment.elaborates is None else str(commitment.elaborates.public_id)
    return {name: found[name] for name in FIELD_LABELS}


def _named(parties: Iterable[CommitmentParty], role: CommitmentParty.Role) -> list[str]:
    return [party.name for party in parties if party.role == role]


def changed_fields(before: Values, after: Values) -> tuple[str, ...]:
    """Return the fields in which two versions differ, in the order of the page."""
    return tuple(name for name in FIELD_LABELS if name in after and before.get(name) != after[name])
