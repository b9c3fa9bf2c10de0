"""Whether something rests on a commitment that no longer may leave the register."""

from __future__ import annotations

import pytest

from samenspraak.apps.agreements.queries import relied_upon
from tests.apps.cast import People
from tests.apps.monitoring.board import make_board

pytestmark = pytest.mark.django_db


def test_a_round_rests_on_what_it_asks_about_and_on_nothing_else(people: People) -> None:
    board = make_board(people)
    asked = set(board.round.items.values_list("commitment_id", flat=True))
    others = set(board.agreement.commitments.values_list("pk", flat=True)) - asked
    assert relied_upon(asked) is not None
    assert relied_upon(others) is None
    assert relied_upon(()) is None
