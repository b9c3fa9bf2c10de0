"""Two requests of a browser at once: each has a connection of its own, in the tests as in an installation."""

from __future__ import annotations

from pytest_django.live_server_helper import LiveServer


def test_the_server_of_the_tests_shares_no_connection_between_requests(db: None) -> None:
    assert LiveServer("localhost", start=False).thread.connections_override == {}
