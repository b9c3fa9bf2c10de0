"""Every page asks the database at most fifteen questions, whatever its size: who signed in and the frame included."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspraak.apps.parties.models import Person
from tests.web.cast import Cast
from tests.web.crowd import add_crowd
from tests.web.pages import page_addresses

MOST_QUERIES = 15

pytestmark = pytest.mark.slow  # every page three times


def test_no_page_asks_more_than_fifteen_questions_nor_more_of_more_rows(
    cast: Cast, signed_in: Callable[[Person], Client]
) -> None:
    noor = signed_in(cast.noor)
    add_crowd(cast, 1)
    addresses = page_addresses(cast)
    few = _counted(noor, addresses)
    add_crowd(cast, 2)
    many = _counted(noor, addresses)
    too_many = {address: count for address, count in many.items() if count > MOST_QUERIES}
    growing = {address: (few[address], count) for address, count in many.items() if count > few[address]}
    assert (too_many, growing) == ({}, {})


def _counted(client: Client, addresses: list[str]) -> dict[str, int]:
    """Return the number of questions of every page."""
    found = {}
    for address in addresses:
        client.get(address)  # what is kept for all pages is asked once
        with CaptureQueriesContext(connection) as asked:
            response = client.get(address)
        assert response.status_code == 200, address
        found[address] = sum("SAVEPOINT" not in query["sql"] for query in asked)
    return found
