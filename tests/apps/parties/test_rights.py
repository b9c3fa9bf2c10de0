"""The table of rights: every role has what the one below it has, and a right is only had where one works."""

from __future__ import annotations

from itertools import pairwise

import pytest

from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.agreements.queries import may as may_within
from samenspraak.apps.parties.actions import add_member
from samenspraak.apps.parties.models import Membership, Organisation
from samenspraak.apps.parties.queries import may, organisations_where
from samenspraak.apps.parties.rights import GRANTS, Right, roles_given_by, roles_with
from tests.apps.cast import People

Role = Membership.Role

# The smallest role that carries each right.
SMALLEST = {
    Right.READ: Role.READER,
    Right.UPLOAD: Role.CONTRIBUTOR,
    Right.REVIEW: Role.CONTRIBUTOR,
    Right.REPORT: Role.CONTRIBUTOR,
    Right.REACT: Role.CONTRIBUTOR,
    Right.EDIT_REGISTER: Role.COORDINATOR,
    Right.CONFIRM_ORGANISATION: Role.COORDINATOR,
    Right.INVITE: Role.COORDINATOR,
    Right.MANAGE_PEOPLE: Role.ADMINISTRATOR,
    Right.MANAGE_SIGN_IN: Role.ADMINISTRATOR,
}


def test_every_role_has_all_that_a_smaller_role_has_and_more() -> None:
    assert list(GRANTS) == list(Role)
    assert all(smaller < larger for smaller, larger in pairwise(GRANTS.values()))


@pytest.mark.parametrize("right", Right)
def test_a_right_begins_at_its_smallest_role(right: Right) -> None:
    assert roles_with(right)[0] == SMALLEST[right]


@pytest.mark.parametrize(
    ("role", "given"),
    [
        (Role.READER, ()),
        (Role.CONTRIBUTOR, ()),
        (Role.COORDINATOR, (Role.READER, Role.CONTRIBUTOR, Role.COORDINATOR)),
        (Role.ADMINISTRATOR, tuple(Role)),
    ],
)
def test_nobody_gives_a_role_above_their_own(role: Membership.Role, given: tuple[Membership.Role, ...]) -> None:
    assert roles_given_by(role) == given


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("right", Right)
def test_a_right_is_had_for_the_own_organisation_only(
    people: People, agreement: Agreement, role: Membership.Role, right: Right
) -> None:
    own, other = (Organisation.objects.get(name=name) for name in ("Waterhoven", "Zandhoek"))
    add_member(person=people.noor, organisation=own, role=role, by=people.ada)
    has = right in GRANTS[role]
    assert may(people.noor, right) is has
    assert may(people.noor, right, own) is has
    assert may(people.noor, right, other) is False
    assert may_within(people.noor, right, agreement) is has
    assert may_within(people.carla, right, agreement) is False


@pytest.mark.parametrize("right", Right)
def test_the_administrator_of_the_installation_has_every_right(
    people: People, agreement: Agreement, right: Right
) -> None:
    assert may(people.ada, right)
    assert may_within(people.ada, right, agreement)
    assert set(organisations_where(people.ada, right)) == set(Organisation.objects.all())


@pytest.mark.parametrize("right", Right)
def test_who_may_no_longer_sign_in_has_no_right(people: People, agreement: Agreement, right: Right) -> None:
    for person in (people.ada, people.noor):
        person.is_active = False
        assert not may(person, right)
        assert not may_within(person, right, agreement)
        assert not organisations_where(person, right).exists()
