"""Fetching what a person may see of rounds."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import Agreement, AgreementParty
from samenspraak.apps.agreements.queries import visible_agreements
from samenspraak.apps.monitoring.models import Evidence, Progress, Reaction, Round, RoundItem
from samenspraak.apps.monitoring.pages import TaskPlace
from samenspraak.apps.monitoring.voices import parties_spoken_for
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import Right

LARGEST_NUMBER = 2**63 - 1  # what a database can look for


def visible_rounds(person: Person) -> QuerySet[Round]:
    """Return the rounds of the agreements that a person may see."""
    return Round.objects.filter(agreement__in=visible_agreements(person)).select_related("agreement")


def round_for(person: Person, public_id: UUID) -> Round:
    """Return a round (one query); raises NotFound."""
    found = visible_rounds(person).filter(public_id=public_id).first()
    if found is None:
        raise NotFound("Deze ronde is er niet, of u kunt haar niet inzien.")
    return found


def rounds_around(person: Person, public_id: UUID) -> tuple[Round, list[Round]]:
    """Return a round, and those of its agreement that began earlier, newest first (one query); raises NotFound."""
    same_agreement = Round.objects.filter(public_id=public_id).values("agreement")
    rounds = visible_rounds(person).filter(agreement__in=same_agreement).order_by("-first_day", "-pk")
    found = next((one for one in rounds if one.public_id == public_id), None)
    if found is None:
        raise NotFound("Deze ronde is er niet, of u kunt haar niet inzien.")
    return found, [one for one in rounds if one.first_day < found.first_day]


def item_for(person: Person, public_id: UUID) -> RoundItem:
    """Return a row of a round (one query); raises NotFound."""
    rows = RoundItem.objects.filter(round__agreement__in=visible_agreements(person))
    found = rows.select_related("round__agreement", "commitment").filter(public_id=public_id).first()
    if found is None:
        raise NotFound("Deze afspraak is niet in een ronde, of u kunt haar niet inzien.")
    return found


def reaction_in(item: RoundItem, number: str) -> Reaction:
    """Return a reaction to this row by its number (one query); raises NotFound."""
    plain = int(number) if number.isascii() and number.isdigit() and len(number) < 12 else 0
    found = item.reactions.select_related("party", "item").filter(pk=plain).first()
    if found is None:
        raise NotFound("Deze reactie is er niet.")
    return found


def evidence_for(person: Person, public_id: UUID) -> Evidence:
    """Return a piece of evidence that is a file (one query); raises NotFound."""
    seen = Evidence.objects.filter(progress__item__round__agreement__in=visible_agreements(person), url="")
    found = seen.filter(public_id=public_id).first()
    if found is None:
        raise NotFound("Dit bewijs is er niet, of u kunt het niet inzien.")
    return found


def task_place(person: Person, number: int) -> TaskPlace:
    """Return where something that was asked for stands now (two queries); raises NotFound."""
    seen = Progress.objects.filter(item__round__agreement__in=visible_agreements(person))
    found = seen.select_related("item__round").filter(pk=min(number, LARGEST_NUMBER)).first()
    if found is None:
        raise NotFound("Deze taak is er niet, of u kunt haar niet inzien.")
    is_open = found.item.round.state == Round.State.OPEN
    is_own = is_open and parties_spoken_for(person, Right.REPORT).filter(pk=found.party_id).exists()
    return TaskPlace(found.item.public_id, is_own)


def party_in(agreement: Agreement, number: str) -> AgreementParty:
    """Return a party of this agreement by its number (one query); raises NotFound."""
    plain = number if number.isascii() and number.isdigit() and len(number) < 12 else "0"
    found = AgreementParty.objects.filter(agreement=agreement, pk=int(plain)).select_related("organisation").first()
    if found is None:
        raise NotFound("Deze partij hoort niet bij deze prestatieafspraken.")
    return found


def own_parties(person: Person, agreement: Agreement, right: Right) -> tuple[tuple[int, str], ...]:
    """Return the parties of an agreement for which a person may speak (one query)."""
    mine = parties_spoken_for(person, right).filter(agreement=agreement).order_by("order")
    return tuple(mine.values_list("pk", "name"))
