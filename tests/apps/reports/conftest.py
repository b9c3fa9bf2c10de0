from __future__ import annotations

import pytest

from tests.apps.cast import People
from tests.apps.monitoring.board import Board, make_board


@pytest.fixture
def board(people: People) -> Board:
    """An agreement with an open round, and who is who in it."""
    return make_board(people)
