"""Power fails, or a process is killed, at any statement of a write: then nothing of it was done, and it can be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction

from samenspraak.apps.audit.models import Event
from samenspraak.apps.monitoring import actions
from samenspraak.apps.monitoring.models import Adoption, Consultation, Progress, Reaction, Round, RoundItem
from tests.apps.monitoring.board import Board, report, tertial

KEPT = (Round, RoundItem, Progress, Consultation, Reaction, Adoption, Event)


class CutOff(Exception):
    """The moment at which everything stops."""


class Plug:
    """Lets so many statements pass, and then pulls the plug."""

    def __init__(self, statements: int) -> None:
        self.left = statements

    def __call__(self, execute: Callable[..., object], *rest: object) -> object:
        if self.left == 0:
            raise CutOff
        self.left -= 1
        return execute(*rest)


def stood() -> list[list[dict[str, Any]]]:
    return [list(model.objects.order_by("pk").values()) for model in KEPT]


def opens(board: Board) -> object:
    return actions.open_round(
        agreement=board.agreement, period=tertial(2028, 1), due_on=tertial(2028, 1).last_day, by=board.people.noor
    )


def reports(board: Board) -> object:
    return report(board, light="amber", text="Het bezwaar loopt.")


def reacts(board: Board) -> object:
    return actions.react(item=board.building, party=board.tenants, text="Nee.", light="red", by=board.hanna)


def locks(board: Board) -> object:
    return actions.lock_round(round_=board.round, by=board.people.noor)


def adopts(board: Board) -> object:
    return actions.adopt_round(round_=board.round, adopted_in="overleg", by=board.people.noor)


@pytest.mark.parametrize("act", [opens, reports, reacts, locks, adopts], ids=lambda act: act.__name__)
@pytest.mark.slow
def test_a_write_that_was_cut_off_anywhere_did_nothing_and_can_be_done_again(
    board: Board, act: Callable[[Board], object]
) -> None:
    if act is adopts:
        locks(board)
    before = stood()
    for statements in range(200):
        try:
            with transaction.atomic(), connection.execute_wrapper(Plug(statements)):
                act(board)
            break
        except CutOff:
            assert stood() == before
    else:
        pytest.fail("it never came to an end")
    assert statements > 3
    assert stood() != before
