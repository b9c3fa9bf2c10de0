from __future__ import annotations

import pytest
from django.contrib.auth import authenticate
from django.db.models import QuerySet

from samenspraak.apps.parties.errors import UnknownPerson
from samenspraak.apps.parties.models import Membership, Organisation, Person
from samenspraak.apps.parties.queries import Right, acting_person, memberships_of, own_organisations, own_with_merged
from samenspraak.apps.parties.sign_in import TRIES, PatientBackend
from tests.apps.cast import PASSWORD, People


def try_password(email: str, times: int) -> None:
    for _ in range(times):
        assert authenticate(username=email, password="verkeerd") is None


def test_after_too_many_wrong_passwords_the_right_one_is_refused_too(people: People) -> None:
    try_password(people.noor.email, TRIES)
    assert authenticate(username=people.noor.email.upper(), password=PASSWORD) is None


def test_one_try_fewer_still_lets_in(people: People) -> None:
    try_password(people.noor.email, TRIES - 1)
    assert authenticate(username=people.noor.email, password=PASSWORD) == people.noor


def test_guessing_for_one_person_does_not_shut_out_another(people: People) -> None:
    try_password(people.noor.email, TRIES)
    assert authenticate(username=people.bas.email, password=PASSWORD) == people.bas


def test_who_may_no_longer_sign_in_is_refused(people: People) -> None:
    Person.objects.filter(pk=people.bas.pk).update(is_active=False)
    assert authenticate(username=people.bas.email, password=PASSWORD) is None


def test_without_a_name_the_only_administrator_acts(people: People) -> None:
    assert acting_person(None) == people.ada
    assert acting_person(" NOOR@waterhoven.example") == people.noor


@pytest.mark.parametrize("administrators", [0, 2])
def test_without_one_administrator_somebody_must_be_named(people: People, administrators: int) -> None:
    Person.objects.update(is_administrator=False)
    Person.objects.filter(pk__in=[people.ada.pk, people.noor.pk][:administrators]).update(is_administrator=True)
    with pytest.raises(UnknownPerson):
        acting_person(None)


def test_who_is_unknown_or_gone_cannot_act(people: People) -> None:
    with pytest.raises(UnknownPerson):
        acting_person("niemand@waterhoven.example")
    Person.objects.filter(pk=people.bas.pk).update(is_active=False)
    with pytest.raises(UnknownPerson):
        acting_person(people.bas.email)


def signed_in(person: Person) -> Person:
    """Return a person as a page gets them."""
    found = PatientBackend().get_user(person.pk)
    assert found == person
    return found


@pytest.mark.parametrize("role", Membership.Role)
@pytest.mark.parametrize("right", [Right.READ, Right.EDIT_REGISTER])
def test_what_is_read_along_with_who_signed_in_says_what_asking_says(
    people: People, role: Membership.Role, right: Right
) -> None:
    organisations = [Organisation.objects.create(kind="other", name=name) for name in ("Zus", "Zo", "Opgegaan", "Mee")]
    Organisation.objects.filter(name__in=["Opgegaan", "Mee"]).update(stands_as=organisations[0])
    for organisation in organisations[:2]:
        Membership.objects.create(person=people.noor, organisation=organisation, role=role)
    read, asked = signed_in(people.noor), Person.objects.get(pk=people.noor.pk)
    assert memberships_of(read) == memberships_of(asked)
    own, with_merged = own_organisations(asked, right), own_with_merged(asked, right)
    assert isinstance(own, QuerySet)
    assert isinstance(with_merged, QuerySet)
    assert set(own_organisations(read, right)) == set(own.values_list("organisation", flat=True))
    assert set(own_with_merged(read, right)) == set(with_merged.values_list("pk", flat=True))


def test_who_works_for_nobody_signs_in_as_well(people: People) -> None:
    Membership.objects.filter(person=people.noor).delete()
    assert memberships_of(signed_in(people.noor)) == ()
    assert own_with_merged(signed_in(people.noor), Right.READ) == []


def test_nobody_is_signed_in_who_left_or_never_was(people: People) -> None:
    Person.objects.filter(pk=people.bas.pk).update(is_active=False)
    assert PatientBackend().get_user(people.bas.pk) is None
    assert PatientBackend().get_user(0) is None
