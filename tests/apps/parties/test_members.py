from __future__ import annotations

from pytest_django.fixtures import DjangoAssertNumQueries

from samenspraak.apps.audit.queries import history_of
from samenspraak.apps.parties.actions import add_member, register_person
from samenspraak.apps.parties.models import Membership, Organisation
from samenspraak.apps.parties.queries import memberships_of, organisation_acting_for
from tests.apps.cast import PASSWORD, People

Role = Membership.Role


def test_a_second_role_replaces_the_first_and_the_log_keeps_both(people: People) -> None:
    waterhoven = Organisation.objects.get(name="Waterhoven")
    membership = add_member(person=people.noor, organisation=waterhoven, role=Role.READER, by=people.ada)
    assert Membership.objects.filter(person=people.noor).count() == 1
    assert history_of(membership)[0].before == {"role": "coordinator"}
    assert history_of(membership)[0].after == {"role": "reader"}


def test_a_reader_brings_nothing_in_for_an_organisation(people: People) -> None:
    waterhoven = Organisation.objects.get(name="Waterhoven")
    assert organisation_acting_for(people.noor) == waterhoven
    reader = register_person(email="kijk@waterhoven.example", name="Kijk", password=PASSWORD, by=people.ada)
    add_member(person=reader, organisation=waterhoven, role=Role.READER, by=people.ada)
    assert organisation_acting_for(reader) is None
    assert organisation_acting_for(people.ada) is None


def test_a_person_is_told_for_whom_they_work(people: People, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    zandhoek = Organisation.objects.get(name="Zandhoek")
    add_member(person=people.noor, organisation=zandhoek, role=Role.READER, by=people.ada)
    with django_assert_num_queries(1):
        found = memberships_of(people.noor)
    assert [(row.organisation, row.kind, row.role) for row in found] == [
        ("Waterhoven", Organisation.Kind.MUNICIPALITY, Role.COORDINATOR),
        ("Zandhoek", Organisation.Kind.MUNICIPALITY, Role.READER),
    ]
    assert memberships_of(people.ada) == ()
