from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from tests.apps.cast import People
from tests.apps.monitoring.board import Board, make_board
from tests.web.mail_server import Inbox, mail_server


@pytest.fixture
def board(people: People) -> Board:
    """An agreement with an open round, due on 15 September 2027, and who is who in it."""
    return make_board(people)


@pytest.fixture
def inbox(settings: Settings) -> Iterator[Inbox]:
    """A real mail server on this machine."""
    with mail_server(settings) as server:
        yield server
