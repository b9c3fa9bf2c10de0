"""What a page shows of the changes of a commitment: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from samenspraak.apps.agreements.models import CommitmentVersion


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, from what to what, in words of the language of the request."""

    name: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change of a commitment: who, when, in what sense, why, and each field from what to what."""

    version: int  # the version that it replaced
    at: datetime
    by: str
    nature: CommitmentVersion.Nature
    reason: str
    fields: tuple[FieldChange, ...]
    together: UUID | None = None  # the joint change that it was part of
