"""What the queries about versions hand to a page: frozen values, ready to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samenspraak.apps.agreements.change_pages import ChangeView, FieldChange
from samenspraak.apps.agreements.pages import CommitmentLink

# In the order of the page. What is signed by the parties stands first.
FIELD_LABELS = {
    "code": _("Nummer"),
    "title": _("Titel"),
    "text": _("Tekst"),
    "quantities": _("Getallen"),
    "leads": _("Trekker"),
    "partners": _("Doet mee"),
    "deadline_text": _("Termijn zoals geschreven"),
    "deadline_kind": _("Soort termijn"),
    "deadline_on": _("Uiterlijk"),
    "kind": _("Soort afspraak"),
    "year": _("Jaar"),
    "theme": _("Thema"),
    "heading": _("Kop"),
    "elaborates": _("Werkt uit"),
    "priority": _("Prioriteit"),
    "rating": _("Stoplicht"),
    "rating_text": _("Stoplicht zoals geschreven"),
    "progress": _("Voortgang"),
}


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field as it stood."""

    name: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class VersionPage:
    """A commitment as it stood in one version."""

    agreement_id: UUID
    agreement_title: str
    public_id: UUID
    name: str
    version: int
    fields: tuple[FieldView, ...]
    replaced: ChangeView | None  # None: it still stands


@dataclass(frozen=True, slots=True)
class EditPage:
    """What changing a commitment starts from: what it says now, and what it may elaborate."""

    agreement_id: UUID
    agreement_title: str
    public_id: UUID
    name: str
    version: int
    values: Mapping[str, Any]
    frameworks: tuple[CommitmentLink, ...]
    proposed: CommitmentLink | None
    marked: str  # the passage as the file has it


@dataclass(frozen=True, slots=True)
class Collision:
    """A field on which somebody and an earlier writer differ; `theirs_only`: this person left it as it was."""

    name: str
    label: str
    mine: str
    theirs: str
    both_changed: bool


@dataclass(frozen=True, slots=True)
class CollisionPage:
    """Two changes of one commitment, side by side."""

    agreement_id: UUID
    agreement_title: str
    public_id: UUID
    name: str
    version: int  # what stands now
    by: str  # who came first
    at: datetime | None
    reason: str
    collisions: tuple[Collision, ...]  # where this person changed something
    taken_over: tuple[FieldChange, ...]  # what only the other changed; it stays
