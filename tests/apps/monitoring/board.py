"""A round that the tests of monitoring know. All names and sentences are invented.

Beside Noor (municipality) and Bas (association): Hanna works for the tenants, and Rik only reads for the association.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samenspraak.apps.agreements.models import Agreement, AgreementParty, CommitmentParty
from samenspraak.apps.monitoring import actions
from samenspraak.apps.monitoring.models import Progress, Round, RoundItem
from samenspraak.apps.parties.actions import add_member, add_organisation, confirm_organisation, register_person
from samenspraak.apps.parties.models import Membership, Organisation, Person
from samenspraak.core.vocabulary.round_period import PeriodKind, RoundPeriod, period_of
from tests.apps.cast import PASSWORD, People, registered

DUE = date(2027, 9, 15)


@dataclass(frozen=True, slots=True)
class Board:
    """An agreement with an open round, and who is who in it."""

    people: People
    hanna: Person
    rik: Person
    agreement: Agreement
    round: Round

    def party(self, name: str) -> AgreementParty:
        """Return a party by a part of its name."""
        return self.agreement.parties.get(name__contains=name)

    @property
    def municipality(self) -> AgreementParty:
        return self.party("Waterhoven")

    @property
    def association(self) -> AgreementParty:
        return self.agreement.parties.get(side=Organisation.Kind.HOUSING_ASSOCIATION)

    @property
    def tenants(self) -> AgreementParty:
        return self.party("Huurders")

    @property
    def building(self) -> RoundItem:
        """The commitment that the association leads."""
        return self.round.items.get(commitment__code="K 1.10")

    def progress(self) -> Progress:
        """Return what the association says of building, after it said something."""
        return report(self, text="De bouw is begonnen.", light="green")


def tertial(year: int, number: int) -> RoundPeriod:
    found = period_of(PeriodKind.TERTIAL, year, number)
    assert found is not None
    return found


def make_board(people: People) -> Board:
    """Return an agreement with a round over the second tertial of 2027."""
    tenants = add_organisation(
        kind=Organisation.Kind.TENANTS_ORGANISATION, name="Huurdersplatform De Linde", by=people.ada
    )
    confirm_organisation(organisation=tenants, by=people.ada)
    hanna = register_person(email="hanna@huurders.example", name="Hanna", password=PASSWORD, by=people.ada)
    add_member(person=hanna, organisation=tenants, role=Membership.Role.CONTRIBUTOR, by=people.ada)
    rik = register_person(email="rik@linde.example", name="Rik", password=PASSWORD, by=people.ada)
    association = Organisation.objects.get(name="Woonstichting De Linde")
    add_member(person=rik, organisation=association, role=Membership.Role.READER, by=people.ada)
    agreement = registered(people.noor)
    opened = actions.open_round(agreement=agreement, period=tertial(2027, 2), due_on=DUE, by=people.noor)
    return Board(people, hanna, rik, agreement, opened)


def report(board: Board, *, seen_version: int = 0, **said: str) -> Progress:
    """Report on building as Bas, for the association."""
    return actions.report_progress(
        item=board.building,
        party=board.association,
        report=actions.Report(**said),  # type: ignore[arg-type]
        seen_version=seen_version,
        by=board.people.bas,
    )


def asked_along(board: Board) -> tuple[RoundItem, AgreementParty]:
    """Have the association asked as well about what the municipality leads; return what, and the association."""
    item = board.round.items.get(commitment__code="K 1.9")
    last = item.commitment.parties.count()
    CommitmentParty.objects.create(commitment=item.commitment, name="corporaties", role="lead", order=last)
    Progress.objects.create(item=item, party=board.association)
    return item, board.association


def adopted(board: Board) -> Round:
    """Return the round after it was locked and adopted."""
    actions.lock_round(round_=board.round, by=board.people.noor)
    return actions.adopt_round(round_=board.round, adopted_in="bestuurlijk overleg", by=board.people.noor).round
