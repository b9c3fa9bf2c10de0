"""What must be true before something is written about organisations and people."""

from __future__ import annotations

import re

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q
from django.utils.translation import gettext as _

from samenspraak.apps.parties.errors import NoRight, OrganisationKnown, WeakPassword, WrongCode, WrongEmail, WrongName
from samenspraak.apps.parties.models import Membership, Organisation, Person
from samenspraak.apps.parties.rights import Right, roles_given_by
from samenspraak.apps.parties.where import may

NAME_LENGTH = 200

# CBS writes gemeente codes as GM and four digits, provincie codes as PV and two; Aw and WSW number the associations
# L and four digits; KvK numbers have eight digits.
_CODES = {
    Organisation.Kind.MUNICIPALITY: re.compile(r"GM\d{4}"),
    Organisation.Kind.PROVINCE: re.compile(r"PV(?:2\d|3[01])"),
}
_L_NUMBER = re.compile(r"L\d{4}")
_KVK_NUMBER = re.compile(r"\d{8}")


def fresh_organisation(organisation: Organisation) -> Organisation:
    """Return an organisation as it is now, held until the end of the transaction.

    Who first holds it writes about it alone: of "the latest version and one more" two people never take the same.
    """
    return Organisation.objects.select_for_update(of=("self",), no_key=True).get(pk=organisation.pk)


def checked_email(email: str) -> str:
    """Return an address as it is kept; raises WrongEmail."""
    email = email.strip().lower()
    try:
        validate_email(email)
    except ValidationError:
        raise WrongEmail(
            _("Dit is geen e-mailadres: %(email)s. Schrijf het als naam@organisatie.nl.") % {"email": email[:100]}
        ) from None
    return email


def checked_name(name: str, what: str) -> str:
    """Return a name without needless spaces; raises WrongName."""
    name = " ".join(name.replace("\x00", "").split())
    if not name or len(name) > NAME_LENGTH:
        raise WrongName(
            _("%(what)s is leeg of langer dan %(most)s tekens. Geef een kortere naam.")
            % {"what": what, "most": NAME_LENGTH}
        )
    return name


def checked_codes(kind: Organisation.Kind, cbs_code: str, l_number: str, kvk_number: str) -> tuple[str, str, str]:
    """Return the codes as they are kept, each empty or right for this kind of organisation; raises WrongCode."""
    cbs_code, l_number = (code.strip().upper() for code in (cbs_code, l_number))
    kvk_number = kvk_number.replace(" ", "")
    if cbs_code and not (kind in _CODES and _CODES[kind].fullmatch(cbs_code)):
        raise WrongCode(
            _("De CBS-code %(code)s past hier niet. Bij een gemeente is zij zoals GM0014, bij een provincie PV20.")
            % {"code": cbs_code[:20]}
        )
    if l_number and not (kind == Organisation.Kind.HOUSING_ASSOCIATION and _L_NUMBER.fullmatch(l_number)):
        raise WrongCode(
            _("Het L-nummer %(code)s past hier niet. Alleen een woningcorporatie heeft er een, zoals L0943.")
            % {"code": l_number[:20]}
        )
    if kvk_number and not _KVK_NUMBER.fullmatch(kvk_number):
        raise WrongCode(_("Het KvK-nummer %(code)s klopt niet. Het heeft acht cijfers.") % {"code": kvk_number[:20]})
    return cbs_code, l_number, kvk_number


def unknown_organisation(
    kind: Organisation.Kind, name: str, cbs_code: str = "", l_number: str = "", kvk_number: str = ""
) -> Organisation:
    """Return an organisation to be saved, which is not there yet; raises OrganisationKnown, WrongName, WrongCode."""
    organisation = Organisation(kind=kind, name=checked_name(name, _("De naam van de organisatie")))
    codes = checked_codes(kind, cbs_code, l_number, kvk_number)
    organisation.cbs_code, organisation.l_number, organisation.kvk_number = codes
    check_unknown(organisation)
    return organisation


def check_unknown(organisation: Organisation) -> None:
    """Raise OrganisationKnown when another of its kind has its name, or any other one of its codes."""
    same = Q(kind=organisation.kind, name=organisation.name)
    for field in ("cbs_code", "l_number", "kvk_number"):
        if value := getattr(organisation, field):
            same |= Q(**{field: value})
    if Organisation.objects.filter(same).exclude(pk=organisation.pk).exists():
        raise OrganisationKnown(
            _("Deze organisatie staat er al, onder deze naam of met deze code: %(name)s. Gebruik die.")
            % {"name": organisation.name}
        )


def check_password(password: str, person: Person) -> None:
    """Raise WeakPassword when a password is too easy to guess."""
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise WeakPassword(
            _("Dit wachtwoord is te zwak: %(reasons)s Kies een ander.") % {"reasons": " ".join(error.messages)}
        ) from None


def demand(person: Person, right: Right, organisation: Organisation) -> None:
    """Raise NoRight unless a person has a right for an organisation."""
    if not may(person, right, organisation):
        raise NoRight(
            _("Uw rol bij %(organisation)s geeft dit recht niet. Vraag de beheerder van de organisatie.")
            % {"organisation": organisation.name}
        )


def demand_role_given(person: Person, role: Membership.Role, organisation: Organisation) -> None:
    """Raise NoRight unless a person may give others this role: never one above their own."""
    if person.is_active and person.is_administrator:
        return
    own = Membership.objects.filter(person=person, organisation=organisation).first()
    if own is None or not person.is_active or role not in roles_given_by(Membership.Role(own.role)):
        raise NoRight(_("U kunt iemand niet uitnodigen voor een rol boven uw eigen rol. Vraag een beheerder."))
