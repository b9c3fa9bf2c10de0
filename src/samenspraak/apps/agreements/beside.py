"""Commitments as they stand beside another: plain values, because making records takes longer than finding them."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from samenspraak.apps.agreements.models import Commitment

_READ = (
    *("pk", "public_id", "code", "title", "text", "year"),
    *("agreement", "agreement__public_id", "agreement__title", "document__name"),
)


class Beside(NamedTuple):
    """What a link to a commitment says, and where it stands."""

    pk: int
    public_id: UUID
    code: str
    title: str
    text: str
    year: int | None
    agreement: int
    agreement_id: UUID
    agreement_title: str
    document_name: str


def beside(commitments: QuerySet[Commitment]) -> list[Beside]:
    """Return these commitments in order (one query)."""
    return [Beside(*row) for row in commitments.values_list(*_READ)]
