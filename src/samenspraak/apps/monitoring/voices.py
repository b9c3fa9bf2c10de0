"""For whom somebody may speak: a party they work for. Nobody, not even who keeps the installation, for another."""

from __future__ import annotations

from django.db.models import QuerySet

from samenspraak.apps.agreements.models import Agreement, AgreementParty
from samenspraak.apps.agreements.queries import may
from samenspraak.apps.monitoring.errors import NotYourWords
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import Right, organisations_where


def parties_spoken_for(person: Person, right: Right) -> QuerySet[AgreementParty]:
    """Return the parties, of whatever agreement, on whose behalf a person has a right by a membership of their own."""
    own = organisations_where(person, right).filter(memberships__person=person)
    return AgreementParty.objects.filter(organisation__in=own)


def checked_voice(person: Person, right: Right, party: AgreementParty, agreement: Agreement) -> None:
    """Raise NotYourWords when a person may not speak for this party in this agreement."""
    mine = parties_spoken_for(person, right).filter(pk=party.pk, agreement=agreement)
    if not mine.exists():
        raise NotYourWords(
            f"U kunt niet spreken namens {party.name}. Alleen wie voor deze partij werkt kan dat; "
            "vraag haar coördinator, of reageer namens uw eigen organisatie."
        )


def checked_manager(person: Person, agreement: Agreement) -> None:
    """Raise NotYourWords when a person does not coordinate for one of the parties."""
    if not may(person, Right.EDIT_REGISTER, agreement):
        raise NotYourWords("Alleen een coördinator van een van de partijen kan dit. Vraag het de coördinator.")
