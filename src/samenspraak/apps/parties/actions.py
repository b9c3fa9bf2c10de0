"""Writes about organisations and people: keyword-only, one transaction, one event."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from samenspraak.apps.audit.actions import record
from samenspraak.apps.audit.models import EventKind
from samenspraak.apps.parties.errors import EmailTaken, OrganisationKnown, WeakPassword, WrongEmail, WrongName
from samenspraak.apps.parties.models import Membership, Organisation, Person

NAME_LENGTH = 200


@transaction.atomic
def register_person(
    *, email: str, name: str, password: str | None, by: Person | None, is_administrator: bool = False
) -> Person:
    """Add a person who can sign in; without a password sign-in is closed. `by` is None for the very first one."""
    person = Person(email=_checked_email(email), name=_checked_name(name, "De naam"), is_administrator=is_administrator)
    _set_password(person, password)
    person.save()
    record(
        EventKind.PERSON_REGISTERED,
        target=person,
        by=by,
        after={"email": person.email, "is_administrator": is_administrator},
    )
    return person


@transaction.atomic
def add_organisation(*, kind: Organisation.Kind, name: str, by: Person, cbs_code: str = "") -> Organisation:
    """Add an organisation that nobody confirmed yet."""
    name = _checked_name(name, "De naam van de organisatie")
    same = Q(kind=kind, name=name) | Q(cbs_code=cbs_code) & ~Q(cbs_code="")
    if Organisation.objects.filter(same).exists():
        raise OrganisationKnown(f"Deze organisatie staat er al: {name}. Gebruik die, of kies een eigen naam.")
    organisation = Organisation.objects.create(kind=kind, name=name, cbs_code=cbs_code)
    record(
        EventKind.ORGANISATION_ADDED,
        target=organisation,
        by=by,
        after={"kind": str(kind), "name": name, "cbs_code": cbs_code},
    )
    return organisation


@transaction.atomic
def confirm_organisation(*, organisation: Organisation, by: Person, other_names: tuple[str, ...] = ()) -> Organisation:
    """Say that an organisation exists under its name and these others; from then on documents are known by them."""
    before = {"is_confirmed": organisation.is_confirmed, "other_names": list(organisation.other_names)}
    organisation.other_names = sorted({_checked_name(name, "Een andere naam") for name in other_names})
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
def add_member(*, person: Person, organisation: Organisation, role: Membership.Role, by: Person | None) -> Membership:
    """Give a person a role in an organisation; a second time changes the role."""
    earlier = Membership.objects.select_for_update().filter(person=person, organisation=organisation).first()
    before = None if earlier is None else {"role": earlier.role}
    membership, _ = Membership.objects.update_or_create(
        person=person, organisation=organisation, defaults={"role": role}
    )
    record(EventKind.MEMBER_ADDED, target=membership, by=by, before=before, after={"role": str(role)})
    return membership


def _checked_email(email: str) -> str:
    email = email.strip().lower()
    try:
        validate_email(email)
    except ValidationError:
        raise WrongEmail(f"Dit is geen e-mailadres: {email}. Schrijf het als naam@organisatie.nl.") from None
    if Person.objects.filter(email=email).exists():
        raise EmailTaken(f"Er is al iemand met het e-mailadres {email}. Kies een ander adres.")
    return email


def _checked_name(name: str, what: str) -> str:
    name = " ".join(name.replace("\x00", "").split())
    if not name or len(name) > NAME_LENGTH:
        raise WrongName(f"{what} is leeg of langer dan {NAME_LENGTH} tekens. Geef een kortere naam.")
    return name


def _set_password(person: Person, password: str | None) -> None:
    if password is not None:
        try:
            validate_password(password, person)
        except ValidationError as error:
            raise WeakPassword(f"Dit wachtwoord is te zwak: {' '.join(error.messages)} Kies een ander.") from None
    person.set_password(password)
