"""Reading who works for an organisation and who was invited."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.utils import timezone
from django.utils.translation import gettext as _

from samenspraak.apps.parties.errors import OrganisationNotFound
from samenspraak.apps.parties.invitations import open_invitation
from samenspraak.apps.parties.models import Invitation, Membership, Organisation, Person
from samenspraak.apps.parties.pages import InvitationRow, InvitationShown, MemberRow, PeoplePage
from samenspraak.apps.parties.rights import Right, roles_given_by
from samenspraak.apps.parties.where import may, organisations_where

Role = Membership.Role


def people_page(person: Person, organisation: Organisation) -> PeoplePage | None:
    """Return the people of an organisation that one works for oneself; None for another's (some five queries)."""
    if not may(person, Right.READ, organisation):
        return None
    may_invite = may(person, Right.INVITE, organisation)
    members = organisation.memberships.select_related("person").order_by("person__name", "pk")
    return PeoplePage(
        members=tuple(_member(row, person, shows_email=may_invite) for row in members),
        invitations=_invitations(organisation) if may_invite else (),
        may_invite=may_invite,
        may_manage=may(person, Right.MANAGE_PEOPLE, organisation),
        roles_to_give=_roles_to_give(person, organisation),
    )


def has_second_factor(person: Person) -> bool:
    """Tell whether a person signs in with a code from a device as well."""
    return bool(Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists())


def _member(row: Membership, reader: Person, *, shows_email: bool) -> MemberRow:
    return MemberRow(
        number=row.pk,
        name=row.person.name,
        email=row.person.email if shows_email else "",
        role=Role(row.role),
        since=row.since,
        is_active=row.person.is_active,
        is_self=row.person == reader,
        last_seen=row.person.last_login if shows_email else None,
    )


def _invitations(organisation: Organisation) -> tuple[InvitationRow, ...]:
    now = timezone.now()
    rows = organisation.invitations.filter(accepted_at__isnull=True, withdrawn_at__isnull=True)
    return tuple(
        InvitationRow(row.pk, row.email, Role(row.role), row.invited_by.name, row.expires_at, row.expires_at <= now)
        for row in rows.select_related("invited_by")
    )


def _roles_to_give(person: Person, organisation: Organisation) -> tuple[Membership.Role, ...]:
    if person.is_administrator:
        return tuple(Role)
    kept = person.kept_memberships
    own = kept if kept is not None else person.memberships.filter(organisation=organisation)
    role = next((Role(one.role) for one in own if one.organisation_id == organisation.pk), None)
    return () if role is None else roles_given_by(role)


def member_of(person: Person, organisation: Organisation, number: int) -> Membership:
    """Return a membership of an organisation that one works for; raises OrganisationNotFound."""
    rows = Membership.objects.select_related("person", "organisation")
    found = rows.filter(pk=number, organisation=organisation).first()
    if found is None or not may(person, Right.READ, organisation):
        raise OrganisationNotFound(_("Deze persoon hoort niet (meer) bij de organisatie."))
    return found


def invitation_of(person: Person, organisation: Organisation, number: int) -> Invitation:
    """Return an invitation of an organisation for which one may invite; raises OrganisationNotFound."""
    rows = Invitation.objects.select_related("organisation")
    found = rows.filter(pk=number, organisation__in=organisations_where(person, Right.INVITE)).first()
    if found is None or found.organisation_id != organisation.pk:
        raise OrganisationNotFound(_("Deze uitnodiging is er niet (meer)."))
    return found


def invitation_shown(token: str) -> InvitationShown:
    """Return what the holder of a token may know; raises InvitationOver."""
    invitation = open_invitation(token)
    return InvitationShown(
        email=invitation.email,
        organisation=invitation.organisation.name,
        role=Role(invitation.role),
        invited_by=invitation.invited_by.name,
        expires_at=invitation.expires_at,
        has_account=Person.objects.filter(email=invitation.email).exists(),
    )
