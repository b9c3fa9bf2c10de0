"""A round is locked, adopted and frozen; opened again with a reason, and what was adopted stays."""

from __future__ import annotations

import pytest

from samenspraak.apps.monitoring import actions
from samenspraak.apps.monitoring.errors import NeedsExplanation, NotYourWords, RoundClosed
from samenspraak.apps.monitoring.models import Adoption, Light, Round
from samenspraak.apps.monitoring.snapshots import fingerprint, thawed
from tests.apps.monitoring.board import Board, adopted, report


def test_what_was_adopted_stays_whatever_happens_later(board: Board) -> None:
    actions.set_legend(
        agreement=board.agreement,
        light=Light.RED,
        word="achter of niet begonnen",
        definition="Loopt achter of er is nog niets gedaan.",
        by=board.people.noor,
    )
    report(board, light="amber", text="Het bezwaar loopt.")
    actions.react(item=board.building, party=board.tenants, light="red", text="Er is niets gebeurd.", by=board.hanna)
    adopted(board)
    actions.reopen_round(round_=board.round, reason="De uitspraak is er.", by=board.people.noor)
    report(board, light="green", text="Vergund.", seen_version=1)
    actions.set_legend(
        agreement=board.agreement, light=Light.RED, word="loopt achter", definition="", by=board.people.noor
    )
    board.building.commitment.__class__.objects.filter(pk=board.building.commitment.pk).update(text="Anders.")
    frozen = thawed(Adoption.objects.get().snapshot)
    item = next(item for item in frozen.items if item.code == "K 1.10")
    assert (item.light, item.reports[0].text, item.reactions[0].light) == ("amber", "Het bezwaar loopt.", "red")
    assert item.text.startswith("De Linde bouwt")
    assert item.is_disputed
    assert frozen.legend[0].word == "achter of niet begonnen"


def test_a_second_adoption_stands_beside_the_first(board: Board) -> None:
    adopted(board)
    actions.reopen_round(round_=board.round, reason="Er mist een cijfer.", by=board.people.noor)
    adopted(board)
    first, second = Adoption.objects.order_by("number")
    assert (first.number, second.number) == (1, 2)
    assert first.sha256 == fingerprint(first.snapshot)


def test_what_is_not_known_is_adopted_as_not_known(board: Board) -> None:
    adopted(board)
    assert {item.light for item in thawed(Adoption.objects.get().snapshot).items} == {""}


def test_only_a_locked_round_is_adopted(board: Board) -> None:
    with pytest.raises(RoundClosed):
        actions.adopt_round(round_=board.round, adopted_in="", by=board.people.noor)
    adopted(board)
    with pytest.raises(RoundClosed):
        actions.adopt_round(round_=board.round, adopted_in="", by=board.people.noor)
    with pytest.raises(RoundClosed):
        actions.settle_item(item=board.building, light="red", text="Nee.", by=board.people.noor)


def test_opening_again_needs_a_reason_and_a_closed_round(board: Board) -> None:
    with pytest.raises(RoundClosed):
        actions.reopen_round(round_=board.round, reason="Zomaar.", by=board.people.noor)
    actions.lock_round(round_=board.round, by=board.people.noor)
    with pytest.raises(NeedsExplanation):
        actions.reopen_round(round_=board.round, reason=" ", by=board.people.noor)
    assert Round.objects.get().state == Round.State.LOCKED


def test_only_a_coordinator_moves_a_round(board: Board) -> None:
    for person in (board.hanna, board.rik, board.people.carla):
        with pytest.raises(NotYourWords):
            actions.lock_round(round_=board.round, by=person)
        with pytest.raises(NotYourWords):
            actions.nudge_party(round_=board.round, party=board.association, by=person)
