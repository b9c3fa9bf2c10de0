"""What each role may do. The one table: pages, actions and the other rooms ask it, nobody decides for themselves."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from samenspraak.apps.parties.models import Membership

Role = Membership.Role


class Right(StrEnum):
    """What somebody may do on behalf of an organisation, within the agreements it is a party to."""

    READ = "read"
    UPLOAD = "upload"  # bring in documents
    REVIEW = "review"  # accept, change or skip what was found in a document
    REPORT = "report"  # say how far a commitment is
    REACT = "react"  # react to what another party reports
    EDIT_REGISTER = "edit_register"  # change commitments and agreements that are in the register
    CONFIRM_ORGANISATION = "confirm_organisation"  # say that an organisation exists, and by which names
    INVITE = "invite"  # ask people in, see who was asked
    MANAGE_PEOPLE = "manage_people"  # change roles, end memberships, close accounts
    MANAGE_SIGN_IN = "manage_sign_in"  # demand a second factor


_READER = frozenset({Right.READ})
_CONTRIBUTOR = _READER | {Right.UPLOAD, Right.REVIEW, Right.REPORT, Right.REACT}
_COORDINATOR = _CONTRIBUTOR | {Right.EDIT_REGISTER, Right.CONFIRM_ORGANISATION, Right.INVITE}
_ADMINISTRATOR = _COORDINATOR | {Right.MANAGE_PEOPLE, Right.MANAGE_SIGN_IN}

GRANTS: Mapping[Membership.Role, frozenset[Right]] = {
    Role.READER: _READER,
    Role.CONTRIBUTOR: _CONTRIBUTOR,
    Role.COORDINATOR: _COORDINATOR,
    Role.ADMINISTRATOR: _ADMINISTRATOR,
}


def roles_with(right: Right) -> tuple[Membership.Role, ...]:
    """Return the roles that carry a right, from the smallest to the largest."""
    return tuple(role for role, rights in GRANTS.items() if right in rights)


def roles_given_by(role: Membership.Role) -> tuple[Membership.Role, ...]:
    """Return the roles that somebody with this role may invite others for: never a role above their own."""
    if Right.INVITE not in GRANTS[role]:
        return ()
    order = tuple(GRANTS)
    return order[: order.index(role) + 1]
