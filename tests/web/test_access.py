"""Deny by default: who did not sign in gets the sign-in page, and a stranger finds nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from samenspraak.apps.parties.models import Person
from tests.web.cast import Cast
from tests.web.pages import FOR_EVERYBODY, WITHOUT_AGREEMENT, address_of, names

SIGN_IN = "/aanmelden/"


@pytest.mark.parametrize("name", sorted(names() - FOR_EVERYBODY))
def test_every_page_asks_to_sign_in_first(name: str, cast: Cast, client: Client) -> None:
    response = client.get(address_of(name, cast))
    assert response.status_code == 302
    assert response["Location"].startswith(SIGN_IN)


@pytest.mark.parametrize("name", sorted(names() - FOR_EVERYBODY - WITHOUT_AGREEMENT))
def test_a_stranger_does_not_find_an_agreement(name: str, cast: Cast, signed_in: Callable[[Person], Client]) -> None:
    response = signed_in(cast.carla).get(address_of(name, cast))
    assert response.status_code == 404
    assert "Waterhoven" not in response.content.decode()


@pytest.mark.parametrize("name", sorted(names() - FOR_EVERYBODY - {"start", "sign-out"}))
def test_every_party_reads_the_same_pages(name: str, cast: Cast, signed_in: Callable[[Person], Client]) -> None:
    for person in (cast.noor, cast.bas):
        assert signed_in(person).get(address_of(name, cast)).status_code == 200


@pytest.mark.parametrize("name", sorted(names() - {"sign-out", "set_language", "sign-in"}))
def test_a_page_only_shows_and_changes_nothing(name: str, cast: Cast, signed_in: Callable[[Person], Client]) -> None:
    if name == "start":
        return  # only leads on to the agreements
    assert signed_in(cast.noor).post(address_of(name, cast)).status_code == 405


def test_a_stranger_sees_an_empty_list_that_tells_how_to_begin(
    cast: Cast, signed_in: Callable[[Person], Client]
) -> None:
    page = signed_in(cast.carla).get("/afspraken/").content.decode()
    assert "Er zijn nog geen prestatieafspraken" in page
    assert "samenspraak import" in page
    assert "Waterhoven" not in page


def test_a_stranger_sees_none_of_the_documents(cast: Cast, signed_in: Callable[[Person], Client]) -> None:
    page = signed_in(cast.carla).get("/documenten/").content.decode()
    assert "Er zijn nog geen documenten" in page
    assert "waterhoven" not in page
