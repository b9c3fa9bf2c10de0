"""Every address, asked by every visitor: each gets what the rights matrix says, and nobody anything else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from samenspraak.apps.parties.actions import add_member, register_person
from samenspraak.apps.parties.models import Membership, Person
from tests.web.cast import PASSWORD, Cast
from tests.web.pages import address_of, names
from tests.web.rights.as_page import PATH, as_page
from tests.web.rights.matrix import MATRIX, ROOMS
from tests.web.rights.row import ROLES, Answer, Visitor

GIVEN = {200, 201, 202, 204, 302, 303, 400, 409, 422}  # the last ones tell what is wrong with what was filled in
OTHER = {403: Answer.FORBIDDEN, 404: Answer.HIDDEN, 405: Answer.NO_FORM}


def test_the_matrix_names_every_address_once() -> None:
    assert set(MATRIX) == names()
    assert sum(map(len, ROOMS.values())) == len(MATRIX)


def test_the_page_about_rights_says_what_the_matrix_says() -> None:
    assert PATH.read_text(encoding="utf-8") == as_page(), "run: python -m scripts.write_rights"


@pytest.mark.slow  # seven visitors twice
@pytest.mark.parametrize("name", sorted(MATRIX))
def test_everybody_gets_what_the_matrix_says(name: str, cast: Cast) -> None:
    row, address = MATRIX[name], address_of(name, cast)
    visitors = {visitor: _person(visitor, cast) for visitor in Visitor}
    given = {}
    for visitor, person in visitors.items():
        with _undone():
            read = _answer(_client(person).get(address))
        with _undone():
            sent = _answer(_client(person).post(address, row.data(cast)))
        given[visitor] = (read, sent)
    assert given == {visitor: (row.get[visitor], row.post[visitor]) for visitor in Visitor}


def _person(visitor: Visitor, cast: Cast) -> Person | None:
    """Return somebody who is this visitor; the roles are had in the organisation of Noor, a party."""
    if visitor is Visitor.NOBODY:
        return None
    person = register_person(
        email=f"{visitor.name.lower()}@rollen.example",
        name=f"De {visitor}",
        password=PASSWORD,
        by=None,
        is_administrator=visitor is Visitor.KEEPER,
    )
    colleague = cast.carla if visitor is Visitor.STRANGER else cast.noor
    role = next((role for role, column in ROLES.items() if column is visitor), Membership.Role.ADMINISTRATOR)
    if visitor is not Visitor.KEEPER:
        organisation = colleague.memberships.get().organisation
        add_member(person=person, organisation=organisation, role=role, by=None)
    return person


def _client(person: Person | None) -> Client:
    client = Client()
    if person is not None:
        client.force_login(person)
    return client


@contextmanager
def _undone() -> Iterator[None]:
    """Take back what a visitor did, so that the next finds everything as it was."""
    point = transaction.savepoint()
    yield
    transaction.savepoint_rollback(point)


def _answer(response: HttpResponse) -> Answer | int:
    """Return what a response means for the visitor; a number for what the matrix has no word for."""
    if response.status_code == 302 and response["Location"].startswith("/aanmelden/?"):
        return Answer.SIGN_IN
    return Answer.ALLOWED if response.status_code in GIVEN else OTHER.get(response.status_code, response.status_code)


@pytest.mark.parametrize("name", sorted(name for name, row in MATRIX.items() if Answer.HIDDEN in row.get.values()))
def test_what_is_hidden_is_not_named_either(name: str, cast: Cast, signed_in: Callable[[Person], Client]) -> None:
    page = signed_in(cast.carla).get(address_of(name, cast)).content.decode()
    assert "Waterhoven" not in page
