"""What each person is told, and that nobody is told what they may not see."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.agreements.queries import agreements_where, who_may
from samenspraak.apps.mail.models import Frequency
from samenspraak.apps.mail.pages import Kind, SilentParty
from samenspraak.apps.mail.readers import people_with, things_for
from samenspraak.apps.monitoring import actions
from samenspraak.apps.monitoring.models import Consultation, Round
from samenspraak.apps.parties.actions import add_member, close_person, end_membership, register_person
from samenspraak.apps.parties.models import Membership, Organisation, Person
from samenspraak.apps.parties.queries import Right
from tests.apps.cast import registered
from tests.apps.mail.telling import at, keys, kinds, told
from tests.apps.monitoring.board import DUE, Board, report

BEFORE, LATE, LONG_LATE = at("2027-09-01"), at("2027-09-16"), at("2027-09-23")


def everybody() -> list[int]:
    return list(Person.objects.values_list("pk", flat=True))


@pytest.mark.parametrize("right", list(Right))
def test_the_rule_for_many_people_is_the_rule_for_one(board: Board, right: Right) -> None:
    unconfirmed = registered(board.people.carla, content=b"%PDF other")
    Agreement.objects.filter(pk=unconfirmed.pk).update(facts_confirmed_at=None, facts_confirmed_by=None)
    close_person(person=board.rik, by=board.people.ada)
    people = list(Person.objects.all())
    one_by_one = {
        (person.pk, row) for person in people for row in agreements_where(person, right).values_list("pk", flat=True)
    }
    assert who_may(right, everybody(), list(Agreement.objects.values_list("pk", flat=True))) == one_by_one
    assert one_by_one


def test_the_lead_is_told_what_it_owes_with_a_link_to_each(board: Board) -> None:
    (owed,) = told(board.people.bas, BEFORE)
    assert (owed.kind, owed.party, owed.due_on) == (Kind.OWED, "De Linde", DUE)
    assert owed.count == len(owed.tasks) > 0
    assert owed.tasks[0].number in board.round.items.values_list("reports", flat=True)


def test_who_only_reads_is_told_that_a_round_opened_and_nothing_to_do(board: Board) -> None:
    assert kinds(board.rik, timezone.now()) == [Kind.OPENED]
    assert kinds(board.rik, BEFORE) == []


def test_who_has_nothing_to_do_with_it_is_told_nothing(board: Board) -> None:
    for now in (timezone.now(), BEFORE, LONG_LATE):
        assert told(board.people.carla, now) == ()
        assert told(board.people.ada, now) == ()  # keeps the installation, and is nobody's colleague


def test_an_agreement_of_which_the_parties_are_not_confirmed_tells_its_parties_nothing(board: Board) -> None:
    Agreement.objects.update(facts_confirmed_at=None, facts_confirmed_by=None)
    assert told(board.people.bas, BEFORE) == ()


def test_who_left_or_may_no_longer_sign_in_is_told_nothing(board: Board) -> None:
    close_person(person=board.rik, by=board.people.ada)
    end_membership(membership=board.people.bas.memberships.get(), by=board.people.ada)
    assert told(board.rik, BEFORE) == told(board.people.bas, BEFORE) == ()


def test_a_coordinator_is_told_of_silent_parties_after_a_set_time_only(board: Board) -> None:
    assert Kind.SILENT not in kinds(board.people.noor, LATE)
    silent = next(thing for thing in told(board.people.noor, LONG_LATE) if thing.kind is Kind.SILENT)
    assert silent.silent == (SilentParty("De Linde", 1, True),)
    # That the municipality did not report either is what she owes herself, and Bas is told so.
    assert [party.name for thing in told(board.people.bas, LONG_LATE) for party in thing.silent] == ["Waterhoven"]
    assert Kind.SILENT not in kinds(board.hanna, LONG_LATE)  # coordinates for nobody


def test_a_party_of_which_nobody_is_here_is_named_as_such(board: Board) -> None:
    Membership.objects.filter(organisation__name="Woonstichting De Linde").delete()
    silent = next(thing for thing in told(board.people.noor, LONG_LATE) if thing.kind is Kind.SILENT)
    assert silent.silent == (SilentParty("De Linde", 1, False),)


def test_a_new_reason_to_tell_has_a_new_key(board: Board) -> None:
    bas = board.people.bas
    assert keys(bas, timezone.now()) == {"opened"}
    assert keys(bas, at("2027-09-08", 6)) == {"opened"}
    assert keys(bas, at("2027-09-08", 7)) == {"soon"}
    assert keys(bas, LATE) == {"late"}
    actions.nudge_party(round_=board.round, party=board.association, by=board.people.noor)
    assert keys(bas, timezone.now()) == {"nudged"}


def test_what_was_reported_is_asked_no_longer(board: Board) -> None:
    assert told(board.people.bas, BEFORE)[0].count == 1
    report(board, light="green", text="De bouw is begonnen.")
    assert told(board.people.bas, BEFORE) == ()


def test_a_reaction_is_told_to_who_reported_and_not_to_who_reacted(board: Board) -> None:
    board.progress()
    actions.react(item=board.building, party=board.tenants, text="Wij zien dat anders.", by=board.hanna)
    soon = timezone.now() + timedelta(minutes=1)
    assert Kind.REACTION in kinds(board.people.bas, soon)
    assert Kind.REACTION not in kinds(board.hanna, soon)
    assert Kind.REACTION not in kinds(board.people.bas, soon + timedelta(days=30))  # news, not a debt


def test_a_reaction_that_was_taken_back_is_told_to_nobody(board: Board) -> None:
    board.progress()
    reaction = actions.react(item=board.building, party=board.tenants, text="Wij zien dat anders.", by=board.hanna)
    actions.withdraw_reaction(reaction=reaction, reason="Wij vergisten ons.", by=board.hanna)
    assert Kind.REACTION not in kinds(board.people.bas, timezone.now() + timedelta(minutes=1))


def test_tenants_are_asked_for_their_advice_with_its_clock_and_others_owe_an_answer(board: Board) -> None:
    locked = actions.lock_round(round_=board.round, by=board.people.noor)
    now = timezone.now() + timedelta(minutes=1)
    (advice,) = [thing for thing in told(board.hanna, now) if thing.kind is Kind.ADVICE]
    assert locked.locked_at is not None
    assert advice.due_on == timezone.localdate(locked.locked_at) + timedelta(weeks=6)
    remarks = Consultation.Position.REMARKS
    row = actions.take_position(
        round_=board.round, party=board.tenants, position=remarks, text="Meer tempo graag.", by=board.hanna
    )
    assert Kind.ADVICE not in kinds(board.hanna, now)
    answer = next(thing for thing in told(board.people.noor, now) if thing.kind is Kind.ANSWER)
    assert (answer.other, answer.due_on) == ("Huurdersplatform De Linde", timezone.localdate() + timedelta(days=14))
    actions.answer_position(consultation=row, party=board.municipality, text="Wij versnellen.", by=board.people.noor)
    later = timezone.now() + timedelta(minutes=1)
    assert Kind.ANSWERED in kinds(board.hanna, later)
    assert Kind.ANSWER not in kinds(board.people.noor, later)


def test_an_adopted_round_asks_nothing(board: Board) -> None:
    Round.objects.update(state=Round.State.ADOPTED, locked_at=timezone.now())
    assert all(told(person, LONG_LATE) == () for person in Person.objects.all())


def test_somebody_who_works_for_two_parties_is_told_for_both(board: Board) -> None:
    municipality = Organisation.objects.get(name="Waterhoven")
    add_member(
        person=board.people.bas, organisation=municipality, role=Membership.Role.CONTRIBUTOR, by=board.people.ada
    )
    parties = {thing.party for thing in told(board.people.bas, BEFORE) if thing.kind is Kind.OWED}
    assert parties == {"De Linde", "Waterhoven"}


def test_the_number_of_queries_does_not_grow_with_people(board: Board) -> None:
    with CaptureQueriesContext(connection) as few:
        things_for([board.people.bas], BEFORE)
    colleagues = [
        register_person(email=f"c{number}@linde.example", name="Collega", password=None, by=None)
        for number in range(40)
    ]
    organisation = Organisation.objects.get(name="Woonstichting De Linde")
    for colleague in colleagues:
        add_member(person=colleague, organisation=organisation, role=Membership.Role.CONTRIBUTOR, by=None)
    with CaptureQueriesContext(connection) as many:
        found = things_for(list(people_with(Frequency.WEEKLY).filter(pk__in=[c.pk for c in colleagues])), BEFORE)
    assert all(things[0].kind is Kind.OWED for things in found.values())
    assert len(many) <= len(few) + 1 <= 24  # one more to fetch the people
