"""What was changed in several commitments, one list for all."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch

from samenspraak.apps.agreements.change_pages import ChangeView
from samenspraak.apps.agreements.models import Commitment, CommitmentVersion
from samenspraak.apps.agreements.revisions.history import changes_of, names_of
from samenspraak.apps.agreements.revisions.values import values_of
from samenspraak.apps.agreements.visibility import visible_agreements
from samenspraak.apps.parties.models import Person


@dataclass(frozen=True, slots=True)
class RegisterChange:
    """A change of one commitment among many."""

    commitment_id: UUID
    change: ChangeView


def changes_among(person: Person, commitment_ids: Collection[UUID]) -> tuple[RegisterChange, ...]:
    """Return every change of these commitments, as far as a person may see them, newest first (six queries)."""
    versions = CommitmentVersion.objects.select_related("replaced_by").order_by("version")
    rows = (
        Commitment.objects.filter(public_id__in=commitment_ids, agreement__in=visible_agreements(person))
        .filter(versions__isnull=False)
        .select_related("elaborates")
        .prefetch_related("parties", "quantities", Prefetch("versions", versions))
        .distinct()
    )
    found = list(rows)
    states = [values_of(row) for row in found] + [one.values for row in found for one in row.versions.all()]
    names = names_of(state.get("elaborates") for state in states)
    changes = [
        RegisterChange(row.public_id, change)
        for row in found
        for change in changes_of(row, list(row.versions.all()), names)
    ]
    return tuple(sorted(changes, key=lambda one: one.change.at, reverse=True))
