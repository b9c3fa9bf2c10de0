"""What pages about people show: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from samenspraak.apps.parties.models import Membership


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Somebody of an organisation."""

    number: int  # of the membership
    name: str
    email: str  # empty for who may not invite
    role: Membership.Role
    since: datetime
    is_active: bool
    is_self: bool
    last_seen: datetime | None  # the last time they signed in


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """A place that is kept for somebody."""

    number: int
    email: str
    role: Membership.Role
    invited_by: str
    expires_at: datetime
    is_expired: bool


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The people of an organisation, and what the reader may do about them."""

    members: tuple[MemberRow, ...]
    invitations: tuple[InvitationRow, ...]  # open ones; empty for who may not invite
    may_invite: bool
    may_manage: bool
    roles_to_give: tuple[Membership.Role, ...]


@dataclass(frozen=True, slots=True)
class InvitationShown:
    """An invitation as the invited person sees it."""

    email: str
    organisation: str
    role: Membership.Role
    invited_by: str
    expires_at: datetime
    has_account: bool
