"""What a row of the rights matrix says: an address, and what each kind of visitor gets there.

Shortcuts make most rows one line: EVERYBODY, SIGNED_IN, PARTY, from_role(Role.COORDINATOR).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from samenspraak.apps.parties.models import Membership
from tests.web.cast import Cast

Role = Membership.Role


class Visitor(StrEnum):
    """Who asks. The four roles are had in an organisation that is a party to the cast's agreement."""

    NOBODY = "niet aangemeld"
    STRANGER = "beheerder van een andere organisatie"  # no party to the agreement
    READER = "lezer"
    CONTRIBUTOR = "medewerker"
    COORDINATOR = "coördinator"
    ADMINISTRATOR = "beheerder"
    KEEPER = "beheerder van de installatie"


class Answer(StrEnum):
    """What they get."""

    ALLOWED = "ja"  # the page, or for a form: the deed, or what is wrong with what was filled in
    HIDDEN = "onvindbaar"  # 404: as if it does not exist
    FORBIDDEN = "geen recht"  # 403: they may know it exists
    SIGN_IN = "aanmelden"  # led to the page to sign in
    NO_FORM = "–"  # 405: nothing can be sent to this address, or nothing be read there


Answers = Mapping[Visitor, Answer]

ROLES = {
    Role.READER: Visitor.READER,
    Role.CONTRIBUTOR: Visitor.CONTRIBUTOR,
    Role.COORDINATOR: Visitor.COORDINATOR,
    Role.ADMINISTRATOR: Visitor.ADMINISTRATOR,
}


def from_role(
    smallest: Membership.Role, *, below: Answer = Answer.FORBIDDEN, stranger: Answer = Answer.HIDDEN
) -> Answers:
    """Allow a role and those above it, of a party; the administrator of the installation always."""
    order = list(ROLES)
    roles = {
        visitor: Answer.ALLOWED if order.index(role) >= order.index(smallest) else below
        for role, visitor in ROLES.items()
    }
    return {Visitor.NOBODY: Answer.SIGN_IN, Visitor.STRANGER: stranger, **roles, Visitor.KEEPER: Answer.ALLOWED}


EVERYBODY: Answers = dict.fromkeys(Visitor, Answer.ALLOWED)
NO_FORM: Answers = dict.fromkeys(Visitor, Answer.NO_FORM) | {Visitor.NOBODY: Answer.SIGN_IN}
NO_FORM_FOR_ANYBODY: Answers = dict.fromkeys(Visitor, Answer.NO_FORM)
SIGNED_IN: Answers = EVERYBODY | {Visitor.NOBODY: Answer.SIGN_IN}
PARTY: Answers = SIGNED_IN | {Visitor.STRANGER: Answer.HIDDEN}  # may read what the agreement holds
KEEPER_ONLY: Answers = dict.fromkeys(Visitor, Answer.FORBIDDEN) | {
    Visitor.NOBODY: Answer.SIGN_IN,
    Visitor.KEEPER: Answer.ALLOWED,
}


def _no_arguments(cast: Cast) -> list[Any]:
    return []


def of_agreement(cast: Cast) -> list[Any]:
    """Return what an address of the cast's agreement is filled in with."""
    return [cast.agreement.public_id]


def of_document(cast: Cast) -> list[Any]:
    """Return what an address of the cast's document is filled in with."""
    return [cast.document.public_id]


def of_commitment(cast: Cast) -> list[Any]:
    """Return what an address of the cast's first commitment is filled in with."""
    return [cast.first.public_id]


def nothing(cast: Cast) -> dict[str, Any]:
    """Return an empty form: whoever has the right is told what is missing."""
    return {}


@dataclass(frozen=True, slots=True)
class Row:
    """One address: what reading it (GET) and sending to it (POST) give to each visitor."""

    name: str
    get: Answers
    post: Answers = field(default_factory=lambda: NO_FORM)
    arguments: Callable[[Cast], list[Any]] = _no_arguments
    data: Callable[[Cast], dict[str, Any]] = nothing
    # Whether it is a page of its own, which is then also tested for markup, language, accessibility and hostile text
    # (as seen by the coordinator of a party).
    is_page: bool = True
