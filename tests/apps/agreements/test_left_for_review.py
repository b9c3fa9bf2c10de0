"""What was read in the background waits for a person; until the facts are confirmed hardly anybody sees it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samenspraak.apps.agreements.actions import register_extraction
from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import Agreement, Commitment
from samenspraak.apps.agreements.queries import (
    CommitmentFilter,
    agreement_page,
    agreements_for,
    commitment_page,
    may_review,
)
from samenspraak.apps.parties.actions import add_member, register_person
from samenspraak.apps.parties.models import Membership, Organisation, Person
from tests.apps.cast import FACTS, People, extraction, first_commitment, read_in, registered, source, store

pytestmark = pytest.mark.django_db


def left_for_review(by: Person, content: bytes = b"%PDF later", **facts: object) -> Agreement:
    read = source()
    found = replace(extraction(read), agreement=replace(FACTS, **facts))  # type: ignore[arg-type]
    document = read_in(by, store(by, content, read), read)
    return register_extraction(document=document, extraction=found, by=by, for_review=True)


def test_nothing_stands_in_the_register_before_somebody_accepted_it(people: People) -> None:
    agreement = left_for_review(people.noor)
    assert set(agreement.commitments.values_list("state", "accepted_by")) == {(Commitment.State.PROPOSED, None)}
    assert agreement_page(people.noor, agreement.public_id, wanted=CommitmentFilter()).rows == ()
    with pytest.raises(NotFound):
        commitment_page(people.noor, first_commitment(agreement).public_id)


def test_a_party_sees_nothing_until_the_facts_are_confirmed(people: People) -> None:
    agreement = left_for_review(people.noor)
    assert [agreements_for(person).total for person in (people.noor, people.bas, people.carla)] == [1, 0, 0]
    agreement.facts_confirmed_at, agreement.facts_confirmed_by = agreement.registered_at, people.noor
    agreement.save()
    assert [agreements_for(person).total for person in (people.noor, people.bas, people.carla)] == [1, 1, 0]


def test_whoever_imports_without_an_organisation_sees_and_reviews_it(people: People) -> None:
    lone = register_person(email="lies@elders.example", name="Lies", password=None, by=people.ada)
    agreement = left_for_review(lone)
    assert agreement.entered_for is None
    assert agreements_for(lone).total == 1
    assert may_review(lone, agreement)
    assert not may_review(people.noor, agreement)


@pytest.mark.parametrize("role", Membership.Role)
def test_only_who_may_change_things_for_the_organisation_that_brought_it_in_reviews(
    people: People, role: Membership.Role
) -> None:
    agreement = registered(people.noor)
    colleague = register_person(email="kim@waterhoven.example", name="Kim", password=None, by=people.ada)
    waterhoven = Organisation.objects.get(name="Waterhoven")
    add_member(person=colleague, organisation=waterhoven, role=role, by=people.ada)
    assert may_review(colleague, agreement) is (role != Membership.Role.READER)
    assert not may_review(people.bas, agreement)  # a party, but it did not bring the document in
    assert may_review(people.ada, agreement)


def test_a_name_that_was_linked_once_is_known_in_the_next_document(people: People) -> None:
    first = left_for_review(people.noor, b"%PDF een", housing_associations=("De Lindeboom",))
    linden = Organisation.objects.get(name="Woonstichting De Linde")
    first.parties.filter(name="De Lindeboom").update(organisation=linden)
    second = left_for_review(people.noor, b"%PDF twee", housing_associations=("DE LINDEBOOM",))
    assert second.parties.get(name="DE LINDEBOOM").organisation == linden
    # What Waterhoven calls somebody says nothing about the documents of others.
    elsewhere = left_for_review(people.carla, b"%PDF drie", housing_associations=("De Lindeboom",))
    assert elsewhere.parties.get(name="De Lindeboom").organisation is None


def test_the_list_says_how_much_waits_to_be_checked(people: People) -> None:
    agreement = left_for_review(people.noor)
    (row,) = agreements_for(people.noor).rows
    assert (row.commitment_count, row.proposal_count) == (0, agreement.commitments.count())
