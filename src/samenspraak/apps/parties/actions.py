"""Writes about organisations and people: keyword-only, one transaction, one event.

What a page asks for checks the right itself; what only the command line and imports do (register_person,
add_organisation, add_member, confirm_organisation) is trusted.
"""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from samenspraak.apps.audit.actions import record
from samenspraak.apps.audit.models import EventKind
from samenspraak.apps.parties.checks import (
    check_password,
    check_unknown,
    checked_codes,
    checked_email,
    checked_name,
    demand,
    demand_role_given,
    unknown_organisation,
)
from samenspraak.apps.parties.errors import (
    AlreadyMember,
    EmailTaken,
    InvitationOver,
    LastAdministrator,
    NoRight,
    WrongPassword,
)
from samenspraak.apps.parties.invitations import VALID_FOR, Issued, open_invitation
from samenspraak.apps.parties.models import Invitation, Membership, Organisation, Person
from samenspraak.apps.parties.rights import Right
from samenspraak.apps.parties.tokens import new_token, token_hash

Role = Membership.Role


# --- Organisations -------------------------------------------------------------------------------------


@transaction.atomic
def add_organisation(
    *, kind: Organisation.Kind, name: str, by: Person, cbs_code: str = "", l_number: str = "", kvk_number: str = ""
) -> Organisation:
    """Add an organisation that nobody confirmed yet; raises OrganisationKnown, WrongName, WrongCode."""
    organisation = unknown_organisation(kind, name, cbs_code, l_number, kvk_number)
    organisation.save()
    record(EventKind.ORGANISATION_ADDED, target=organisation, by=by, after=_facts(organisation))
    return organisation


@transaction.atomic
def confirm_organisation(*, organisation: Organisation, by: Person, other_names: tuple[str, ...] = ()) -> Organisation:
    """Say that an organisation exists under its name and these others; from then on documents are known by them."""
    before = {"is_confirmed": organisation.is_confirmed, "other_names": list(organisation.other_names)}
    organisation.other_names = _checked_names(other_names)
    organisation.confirmed_at, organisation.confirmed_by = timezone.now(), by
    organisation.save()
    record(
        EventKind.ORGANISATION_CONFIRMED,
        target=organisation,
        by=by,
        before=before,
        after={"is_confirmed": True, "other_names": organisation.other_names},
    )
    return organisation


@transaction.atomic
def change_organisation(
    *, organisation: Organisation, name: str, other_names: tuple[str, ...], codes: tuple[str, str, str], by: Person
) -> Organisation:
    """Rename an organisation, or change its other names and codes (CBS, L-number, KvK), for one's own organisation."""
    demand(by, Right.CONFIRM_ORGANISATION, organisation)
    before = _facts(organisation)
    organisation.name = checked_name(name, _("De naam van de organisatie"))
    organisation.other_names = _checked_names(other_names)
    kind = Organisation.Kind(organisation.kind)
    organisation.cbs_code, organisation.l_number, organisation.kvk_number = checked_codes(kind, *codes)
    check_unknown(organisation)
    organisation.save()
    record(EventKind.ORGANISATION_RENAMED, target=organisation, by=by, before=before, after=_facts(organisation))
    return organisation


@transaction.atomic
def demand_second_factor(*, organisation: Organisation, required: bool, by: Person) -> Organisation:
    """Say whether everybody of an organisation must have a second factor."""
    demand(by, Right.MANAGE_SIGN_IN, organisation)
    before = {"requires_second_factor": organisation.requires_second_factor}
    organisation.requires_second_factor = required
    organisation.save()
    after = {"requires_second_factor": required}
    record(EventKind.SECOND_FACTOR_DEMANDED, target=organisation, by=by, before=before, after=after)
    return organisation


# --- People --------------------------------------------------------------------------------------------


@transaction.atomic
def register_person(
    *, email: str, name: str, password: str | None, by: Person | None, is_administrator: bool = False
) -> Person:
    """Add a person who can sign in; without a password sign-in is closed. `by` is None for the very first one."""
    person = _new_person(email, name, password)
    person.is_administrator = is_administrator
    person.save()
    after = {"email": person.email, "is_administrator": is_administrator}
    record(EventKind.PERSON_REGISTERED, target=person, by=by, after=after)
    return person


@transaction.atomic
def add_member(*, person: Person, organisation: Organisation, role: Membership.Role, by: Person | None) -> Membership:
    """Give a person a role in an organisation; a second time changes the role."""
    earlier = Membership.objects.select_for_update().filter(person=person, organisation=organisation).first()
    before = None if earlier is None else {"role": earlier.role}
    membership, _is_new = Membership.objects.update_or_create(
        person=person, organisation=organisation, defaults={"role": role}
    )
    record(EventKind.MEMBER_ADDED, target=membership, by=by, before=before, after={"role": str(role)})
    return membership


@transaction.atomic
def change_role(*, membership: Membership, role: Membership.Role, by: Person) -> Membership:
    """Give a member another role; raises NoRight, LastAdministrator."""
    demand(by, Right.MANAGE_PEOPLE, membership.organisation)
    if role != Role.ADMINISTRATOR:
        _keep_an_administrator(membership, by)
    before = {"role": membership.role}
    membership.role = role
    membership.save()
    record(EventKind.ROLE_CHANGED, target=membership, by=by, before=before, after={"role": str(role)})
    return membership


@transaction.atomic
def end_membership(*, membership: Membership, by: Person) -> None:
    """Take a person out of an organisation; what they did stays theirs. Raises NoRight, LastAdministrator."""
    demand(by, Right.MANAGE_PEOPLE, membership.organisation)
    _keep_an_administrator(membership, by)
    before = {"organisation": membership.organisation.name, "role": membership.role}
    record(EventKind.MEMBERSHIP_ENDED, target=membership.person, by=by, before=before)
    membership.delete()


@transaction.atomic
def close_person(*, person: Person, by: Person) -> Person:
    """Close somebody's account: they can no longer sign in, and what they did stays with their name.

    For the administrator of the installation, or of every organisation that the person works for.
    """
    _demand_over(by, person)
    person.is_active = False
    person.save()
    record(EventKind.PERSON_CLOSED, target=person, by=by, before={"is_active": True}, after={"is_active": False})
    return person


@transaction.atomic
def reopen_person(*, person: Person, by: Person) -> Person:
    """Open a closed account again."""
    _demand_over(by, person)
    person.is_active = True
    person.save()
    record(EventKind.PERSON_REOPENED, target=person, by=by, before={"is_active": False}, after={"is_active": True})
    return person


@transaction.atomic
def change_profile(*, name: str, language: str, by: Person) -> Person:
    """Change one's own name and the language of one's mail and pages."""
    before = {"name": by.name, "language": by.language}
    by.name, by.language = checked_name(name, _("Uw naam")), language
    by.save()
    record(EventKind.PROFILE_CHANGED, target=by, by=by, before=before, after={"name": by.name, "language": by.language})
    return by


@transaction.atomic
def change_password(*, present: str, password: str, by: Person) -> Person:
    """Change one's own password; sessions elsewhere end. Raises WrongPassword, WeakPassword."""
    if by.has_usable_password() and not by.check_password(present):
        raise WrongPassword(_("Het huidige wachtwoord klopt niet. Vul in waarmee u nu aanmeldt."))
    return _save_password(by, password)


@transaction.atomic
def reset_password(*, password: str, by: Person) -> Person:
    """Set the password of somebody who proved by mail who they are; raises WeakPassword."""
    return _save_password(by, password)


@transaction.atomic
def request_password_reset(*, by: Person) -> None:
    """Write down that somebody asked for a mail to choose a new password."""
    reason = "Gevraagd vóór het aanmelden: wie het vroeg, is niet bewezen."
    record(EventKind.PASSWORD_RESET_REQUESTED, target=by, by=by, reason=reason)


@transaction.atomic
def sign_out_everywhere(*, by: Person) -> None:
    """End all sessions of a person, on every device."""
    by.session_stamp = get_random_string(40)
    by.save()
    record(EventKind.SESSIONS_ENDED, target=by, by=by)


@transaction.atomic
def link_account(*, person: Person, provider: str, by: Person) -> None:
    """Write down that somebody signs in through a provider from now on; allauth keeps the link itself."""
    record(EventKind.ACCOUNT_LINKED, target=person, by=by, after={"provider": provider})


# --- Invitations ---------------------------------------------------------------------------------------


@transaction.atomic
def invite(*, email: str, organisation: Organisation, role: Membership.Role, language: str, by: Person) -> Issued:
    """Keep a place in an organisation for an address; an open invitation for it is replaced.

    Raises NoRight, WrongEmail, AlreadyMember.
    """
    demand(by, Right.INVITE, organisation)
    demand_role_given(by, role, organisation)
    email = checked_email(email)
    if Membership.objects.filter(person__email=email, organisation=organisation).exists():
        raise AlreadyMember(_("Deze persoon hoort al bij de organisatie. Wijzig zo nodig de rol."))
    now, token = timezone.now(), new_token()
    Invitation.objects.filter(
        email=email, organisation=organisation, accepted_at__isnull=True, withdrawn_at__isnull=True
    ).update(withdrawn_at=now)
    invitation = Invitation.objects.create(
        email=email,
        organisation=organisation,
        role=role,
        language=language,
        token_hash=token_hash(token) or "",
        invited_by=by,
        invited_at=now,
        expires_at=now + VALID_FOR,
    )
    record(EventKind.PERSON_INVITED, target=invitation, by=by, after={"email": email, "role": str(role)})
    return Issued(invitation, token)


@transaction.atomic
def renew_invitation(*, invitation: Invitation, by: Person) -> Issued:
    """Make a new token with a new term for an open invitation; the old one no longer works."""
    demand(by, Right.INVITE, invitation.organisation)
    demand_role_given(by, Role(invitation.role), invitation.organisation)
    _check_open(invitation)
    token = new_token()
    invitation.token_hash, invitation.expires_at = token_hash(token) or "", timezone.now() + VALID_FOR
    invitation.save()
    record(EventKind.INVITATION_RENEWED, target=invitation, by=by)
    return Issued(invitation, token)


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: Person) -> Invitation:
    """Take an open invitation back."""
    demand(by, Right.INVITE, invitation.organisation)
    _check_open(invitation)
    invitation.withdrawn_at = timezone.now()
    invitation.save()
    record(EventKind.INVITATION_WITHDRAWN, target=invitation, by=by)
    return invitation


@transaction.atomic
def accept_invitation(*, token: str, by: Person | None, name: str = "", password: str | None = "") -> Person:
    """Become a member: `by` who is signed in with the invited address, or None for somebody without an account.

    A password of None is for who signs in elsewhere, with an address that was verified there.

    Raises InvitationOver, NoRight (signed in as somebody else), EmailTaken, WrongName, WeakPassword.
    """
    invitation = open_invitation(token, lock=True)
    if by is not None and by.email != invitation.email:
        raise NoRight(_("Deze uitnodiging is voor een ander e-mailadres. Meld u af en open de koppeling opnieuw."))
    person = by
    if person is None:
        person = _new_person(invitation.email, name, password)
        person.language = invitation.language
        person.save()
    membership, is_new = Membership.objects.get_or_create(
        person=person, organisation=invitation.organisation, defaults={"role": invitation.role}
    )
    invitation.accepted_at, invitation.accepted_by = timezone.now(), person
    invitation.save()
    after = {"person": person.email, "role": membership.role, "is_new_account": by is None, "is_new_member": is_new}
    record(EventKind.INVITATION_ACCEPTED, target=invitation, by=person, after=after)
    return person


# --- What they share -------------------------------------------------------------------------------------


def _new_person(email: str, name: str, password: str | None) -> Person:
    person = Person(email=checked_email(email), name=checked_name(name, _("De naam")))
    if Person.objects.filter(email=person.email).exists():
        raise EmailTaken(
            _("Er is al iemand met het e-mailadres %(email)s. Meld aan, of kies een ander adres.")
            % {"email": person.email}
        )
    if password is not None:
        check_password(password, person)
    person.set_password(password)
    return person


def _save_password(person: Person, password: str) -> Person:
    check_password(password, person)
    person.set_password(password)
    person.save()
    record(EventKind.PASSWORD_CHANGED, target=person, by=person)
    return person


def _checked_names(names: tuple[str, ...]) -> list[str]:
    return sorted({checked_name(name, _("Een andere naam")) for name in names})


def _facts(organisation: Organisation) -> dict[str, object]:
    fields = ("kind", "name", "other_names", "cbs_code", "l_number", "kvk_number")
    return {field: getattr(organisation, field) for field in fields}


def _keep_an_administrator(membership: Membership, by: Person) -> None:
    if membership.role != Role.ADMINISTRATOR or by.is_administrator:
        return
    others = Membership.objects.select_for_update().filter(
        organisation=membership.organisation, role=Role.ADMINISTRATOR, person__is_active=True
    )
    if not others.exclude(pk=membership.pk).exists():
        raise LastAdministrator(
            _("Een organisatie houdt ten minste een beheerder. Maak eerst iemand anders beheerder.")
        )


def _demand_over(by: Person, person: Person) -> None:
    organisations = [m.organisation for m in person.memberships.select_related("organisation")]
    if by.is_active and by.is_administrator:
        return
    if person == by or person.is_administrator or not organisations:
        raise NoRight(_("Dit account kan alleen de beheerder van de installatie sluiten of openen."))
    for organisation in organisations:
        demand(by, Right.MANAGE_PEOPLE, organisation)


def _check_open(invitation: Invitation) -> None:
    if invitation.accepted_at or invitation.withdrawn_at:
        raise InvitationOver(_("Deze uitnodiging is al aanvaard of ingetrokken."))
