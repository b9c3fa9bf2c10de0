"""Links in a mail: to the thing itself, and to what needs no sign-in because it is signed."""

from __future__ import annotations

from functools import cache, lru_cache
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspraak.apps.mail.errors import LinkNotOurs
from samenspraak.apps.mail.models import Frequency
from samenspraak.apps.parties.models import Person

# What stands in an address.
WORDS = {Frequency.AT_ONCE: "meteen", Frequency.DAILY: "dag", Frequency.WEEKLY: "week", Frequency.NEVER: "nooit"}
_EXAMPLES = {"int": 4321234, "str": "EXAMPLE", "UUID": UUID(int=4321234)}
# A dot needs no escaping in an address, and programs that find links in a mail keep it in.
_SIGNER = Signer(salt="samenspraak.mail", sep=".")


def link_to(name: str, argument: int | str | UUID | None = None) -> str:
    """Return the whole address of a page by its name."""
    if argument is None:
        return f"{settings.SITE_URL}{_address(name)}"
    before, after = _around(name, type(argument).__name__)
    return f"{settings.SITE_URL}{before}{argument}{after}"


@cache
def _address(name: str) -> str:
    return reverse(name)


@cache
def _around(name: str, kind: str) -> tuple[str, str]:
    """Return what stands before and after the argument: looking an address up costs more than the line around it."""
    example = _EXAMPLES[kind]
    before, after = reverse(name, args=[example]).split(str(example))
    return before, after


@lru_cache(maxsize=64)
def token_of(person: int) -> str:
    """Return what lets the reader of a mail choose how often they get one, and nothing else."""
    return _SIGNER.sign(str(person))


def person_of(token: str) -> Person:
    """Return whose token this is; raises LinkNotOurs."""
    try:
        number = int(_SIGNER.unsign(token))
    except (BadSignature, ValueError):
        number = 0
    person = Person.objects.filter(pk=number, is_active=True).first()
    if person is None:
        raise LinkNotOurs(_("Deze koppeling klopt niet. Kopieer haar in haar geheel uit de mail, of meld u aan."))
    return person


def choice_link(person: int, frequency: Frequency | None = None) -> str:
    """Return where a person chooses how often, with the choice made if one is given."""
    link = link_to("mail-choice", token_of(person))
    return link if frequency is None else f"{link}?hoe={WORDS[frequency]}"
