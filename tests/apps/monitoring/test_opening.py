"""What a round asks, and of whom."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samenspraak.apps.agreements.models import Commitment, CommitmentParty
from samenspraak.apps.audit.models import Event, EventKind
from samenspraak.apps.monitoring import actions
from samenspraak.apps.monitoring.errors import NothingToAsk, NotYourWords, RoundClosed, RoundExists, WrongPeriod
from samenspraak.apps.monitoring.models import Progress, Round, RoundItem
from tests.apps.cast import People
from tests.apps.monitoring.board import DUE, Board, report, tertial
from tests.apps.monitoring.large import a_hundred_and_twenty


def codes(round_: Round) -> list[tuple[str, str]]:
    return list(round_.items.order_by("order").values_list("commitment__code", "asked_because"))


def test_a_round_asks_what_priorities_say(board: Board) -> None:
    assert codes(board.round) == [("K 1.10", "planned"), ("K 1.9", "no_priority"), ("", "no_priority")]


def test_a_commitment_of_another_period_is_not_asked(board: Board) -> None:
    board.round.delete()
    opened = actions.open_round(agreement=board.agreement, period=tertial(2027, 1), due_on=DUE, by=board.people.noor)
    assert "K 1.10" not in dict(codes(opened))


def test_annual_commitments_go_before_the_framework(board: Board) -> None:
    opened = actions.open_round(agreement=board.agreement, period=tertial(2026, 1), due_on=DUE, by=board.people.noor)
    assert codes(opened) == [("J 2.1", "no_priority")]


def test_every_party_that_leads_is_asked_by_name(board: Board) -> None:
    asked = {
        item.commitment.code: {progress.party.name for progress in item.reports.all()}
        for item in board.round.items.all()
    }
    assert asked == {"K 1.10": {"De Linde"}, "K 1.9": {"Waterhoven"}, "": set()}


def test_a_group_that_leads_is_split_into_its_parties(board: Board) -> None:
    item = actions.ask_commitment(
        round_=board.round, commitment=board.agreement.commitments.get(code="J 2.1"), by=board.people.noor
    )
    CommitmentParty.objects.filter(commitment=item.commitment).delete()
    for name, expected in [("corporaties", {"De Linde"}), ("partijen", {"De Linde", "Waterhoven", "Huurders"})]:
        item.delete()
        CommitmentParty.objects.update_or_create(
            commitment=item.commitment, role="lead", defaults={"name": name, "order": 0}
        )
        commitment = Commitment.objects.get(pk=item.commitment.pk)
        item = actions.ask_commitment(round_=board.round, commitment=commitment, by=board.people.noor)
        assert {p.party.name.replace("platform De Linde", "") for p in item.reports.all()} == expected


def test_what_was_left_open_is_asked_again_and_what_is_done_is_not(board: Board) -> None:
    report(board, light="green", standing="done", text="Opgeleverd.")
    later = actions.open_round(agreement=board.agreement, period=tertial(2027, 3), due_on=DUE, by=board.people.noor)
    assert codes(later) == [("K 1.9", "no_priority"), ("", "no_priority")]


def test_a_priority_that_passed_comes_back_until_it_is_done(board: Board) -> None:
    report(board, light="amber", standing="action_needed", text="De vergunning is later.")
    later = actions.open_round(agreement=board.agreement, period=tertial(2027, 3), due_on=DUE, by=board.people.noor)
    assert ("K 1.10", "carried_over") in codes(later)


def test_a_period_has_one_round(board: Board) -> None:
    with pytest.raises(RoundExists):
        actions.open_round(agreement=board.agreement, period=tertial(2027, 2), due_on=DUE, by=board.people.noor)


def test_the_due_date_is_not_before_the_period(board: Board) -> None:
    with pytest.raises(WrongPeriod):
        actions.open_round(
            agreement=board.agreement, period=tertial(2028, 2), due_on=date(2028, 4, 30), by=board.people.noor
        )


def test_a_round_without_anything_to_ask_is_not_opened(board: Board) -> None:
    board.round.delete()
    Commitment.objects.filter(agreement=board.agreement).update(year=2020)
    due = date(2029, 5, 1)
    with pytest.raises(NothingToAsk):
        actions.open_round(agreement=board.agreement, period=tertial(2029, 1), due_on=due, by=board.people.noor)
    assert not Round.objects.filter(year=2029).exists()


def test_whoever_does_not_coordinate_for_a_party_opens_nothing(board: Board) -> None:
    for person in (board.people.carla, board.hanna, board.rik):
        with pytest.raises(NotYourWords):
            actions.open_round(agreement=board.agreement, period=tertial(2028, 1), due_on=date(2028, 5, 1), by=person)


def test_a_commitment_can_be_taken_out_until_somebody_spoke(board: Board) -> None:
    silent = board.round.items.get(commitment__code="K 1.9")
    actions.drop_commitment(item=silent, reason="Bij het andere overleg.", by=board.people.noor)
    assert not RoundItem.objects.filter(pk=silent.pk).exists()
    assert Event.objects.get(kind=EventKind.COMMITMENT_DROPPED).reason == "Bij het andere overleg."
    report(board, light="green", text="Loopt.")
    with pytest.raises(RoundClosed):
        actions.drop_commitment(item=board.building, reason="Toch niet.", by=board.people.noor)


def test_a_commitment_is_asked_once_and_of_its_own_agreement(board: Board) -> None:
    with pytest.raises(NothingToAsk):
        actions.ask_commitment(round_=board.round, commitment=board.building.commitment, by=board.people.noor)


@pytest.mark.slow  # a hundred and twenty commitments
def test_a_hundred_and_twenty_commitments_are_asked_in_a_handful_of_queries(board: Board) -> None:
    a_hundred_and_twenty(board.agreement)
    board.round.delete()
    with CaptureQueriesContext(connection) as captured:
        opened = actions.open_round(
            agreement=board.agreement, period=tertial(2027, 2), due_on=DUE, by=board.people.noor
        )
    assert opened.items.count() == 120
    assert Progress.objects.filter(item__round=opened).count() == 2 * 117 + 2
    assert sum("SAVEPOINT" not in query["sql"] for query in captured.captured_queries) <= 18, (
        "SQLite takes rows in lots"
    )


def test_a_monitor_in_the_documents_becomes_a_round(people: People, board: Board) -> None:
    made = actions.import_monitor_round(
        agreement=board.agreement, period=tertial(2026, 3), due_on=date(2027, 1, 31), by=people.noor
    )
    row = made.items.get()
    assert (row.commitment.code, row.written_light, row.written_text) == (
        "K 1.10",
        "amber",
        "De vergunning is aangevraagd.",
    )
    asked = row.reports.get()
    assert (asked.party.name, asked.version, asked.light) == ("De Linde", 0, ""), "no party is made to speak"


def test_without_a_monitor_there_is_nothing_to_import(people: People, board: Board) -> None:
    Commitment.objects.update(progress="", rating="")
    with pytest.raises(NothingToAsk):
        actions.import_monitor_round(
            agreement=board.agreement, period=tertial(2026, 3), due_on=date(2027, 1, 31), by=people.noor
        )
