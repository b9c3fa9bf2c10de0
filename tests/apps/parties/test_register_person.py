from __future__ import annotations

import pytest
from django.contrib.auth import authenticate
from django.db import IntegrityError, transaction

from samenspraak.apps.parties.actions import register_person
from samenspraak.apps.parties.errors import EmailTaken, WeakPassword, WrongEmail, WrongName
from samenspraak.apps.parties.models import Person
from tests.apps.cast import PASSWORD, People


def test_a_person_signs_in_by_email_whatever_its_capitals(people: People) -> None:
    assert authenticate(username="NOOR@Waterhoven.example ", password=PASSWORD) == people.noor


def test_without_a_password_sign_in_is_closed(people: People) -> None:
    assert authenticate(username=people.ada.email, password="") is None
    assert not people.ada.has_usable_password()


@pytest.mark.parametrize("email", ["", "noor", "noor@", "no or@waterhoven.example", "a@b\n.example"])
def test_what_is_no_email_address_is_refused(people: People, email: str) -> None:
    with pytest.raises(WrongEmail):
        register_person(email=email, name="Noor", password=PASSWORD, by=people.ada)


def test_an_email_address_is_used_once_whatever_its_capitals(people: People) -> None:
    with pytest.raises(EmailTaken):
        register_person(email="Noor@WATERHOVEN.example", name="Noor", password=PASSWORD, by=people.ada)


@pytest.mark.parametrize("password", ["kort", "password1234", "noor@waterhoven"])
def test_an_easy_password_is_refused(people: People, password: str) -> None:
    with pytest.raises(WeakPassword):
        register_person(email="noor2@waterhoven.example", name="Noor", password=password, by=people.ada)


@pytest.mark.parametrize("name", ["", "  ", "\x00", "n" * 201])
def test_a_name_that_is_empty_or_too_long_is_refused(people: People, name: str) -> None:
    with pytest.raises(WrongName):
        register_person(email="nieuw@waterhoven.example", name=name, password=PASSWORD, by=people.ada)


def test_the_database_refuses_capitals_in_an_email_address(people: People) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(email="Groot@waterhoven.example", name="Groot")
