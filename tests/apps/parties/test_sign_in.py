from __future__ import annotations

import pytest
from django.contrib.auth import authenticate

from samenspraak.apps.parties.errors import UnknownPerson
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import acting_person
from samenspraak.apps.parties.sign_in import TRIES
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
