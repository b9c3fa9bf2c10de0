"""For whom somebody may speak: a party they work for. Nobody, not even who keeps the installation, for another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from samenspraak.apps.agreements.models import Agreement, AgreementParty
from samenspraak.apps.agreements.queries import may
from samenspraak.apps.monitoring.errors import NotYourWords
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import Right, own_organisations, own_with_merged


def parties_spoken_for(person: Person, right: Right) -> QuerySet[AgreementParty]:
    """Return the parties, of whatever agreement, on whose behalf a person has a right by a membership of their own."""
    return AgreementParty.objects.filter(organisation__in=own_with_merged(person, right), left_on=None)


@dataclass(frozen=True, slots=True)
class Voices:
    """For which parties of an agreement somebody may report and react, and whether they coordinate for one."""

    report: tuple[tuple[int, str], ...]
    react: tuple[tuple[int, str], ...]
    may_manage: bool


def voices_in(person: Person, agreement: Agreement) -> Voices:
    """Return for whom a person may speak in an agreement (one query beside those for their memberships).

    The parties stay with the agreement, for who asks for them next.
    """
    prefetch_related_objects(
        [agreement], Prefetch("parties", AgreementParty.objects.select_related("organisation").order_by("order"))
    )
    parties = list(agreement.parties.all())
    return Voices(
        report=_own(person, Right.REPORT, parties),
        react=_own(person, Right.REACT, parties),
        may_manage=may(person, Right.EDIT_REGISTER, agreement, parties),
    )


def _own(person: Person, right: Right, parties: Iterable[AgreementParty]) -> tuple[tuple[int, str], ...]:
    own = own_organisations(person, right)
    numbers = set(own.values_list("organisation", flat=True) if isinstance(own, QuerySet) else own)
    return tuple(
        (party.pk, party.name)
        for party in parties
        if party.left_on is None and party.organisation is not None and party.organisation.is_among(numbers)
    )


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
