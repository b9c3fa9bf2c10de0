"""A mail is claimed by one worker only, in the statement that says that the one before was sent."""

from __future__ import annotations

import pytest
from django.db import connection

from samenspraak.apps.mail.claims import claimed, unhurried
from samenspraak.apps.mail.models import Delivery
from tests.apps.cast import People

State = Delivery.State


@pytest.fixture
def pair(people: People) -> tuple[Delivery, Delivery]:
    """Two deliveries, the first of them already claimed."""
    first, second = (
        Delivery.objects.create(person=person, key="digest:2026-11-23") for person in (people.bas, people.noor)
    )
    assert claimed(first, sent=None)
    return first, second


def states() -> list[str]:
    return list(Delivery.objects.order_by("pk").values_list("state", flat=True))


def test_what_was_claimed_cannot_be_claimed_again(pair: tuple[Delivery, Delivery]) -> None:
    assert not claimed(pair[0], sent=None)
    assert states() == [State.CLAIMED, State.WAITING]


def test_claiming_the_next_says_that_the_one_before_was_sent(pair: tuple[Delivery, Delivery]) -> None:
    first, second = pair
    Delivery.objects.filter(pk=first.pk).update(reason="550 earlier")
    assert claimed(second, sent=first)
    assert states() == [State.SENT, State.CLAIMED]
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.sent_at is not None, first.reason, second.sent_at) == (True, "", None)
    assert first.claimed_at is not None
    assert second.claimed_at is not None
    assert first.claimed_at <= second.claimed_at == first.sent_at


def test_the_one_before_is_sent_also_when_another_worker_has_the_next(pair: tuple[Delivery, Delivery]) -> None:
    first, second = pair
    assert claimed(second, sent=None)
    assert not claimed(second, sent=first)
    assert states() == [State.SENT, State.CLAIMED]


def test_what_somebody_decided_meanwhile_stays(pair: tuple[Delivery, Delivery]) -> None:
    first, second = pair
    Delivery.objects.filter(pk=first.pk).update(state=State.UNCERTAIN)
    assert claimed(second, sent=first)
    assert states() == [State.UNCERTAIN, State.CLAIMED]


@pytest.mark.django_db
def test_the_database_waits_for_the_disk_again_afterwards() -> None:
    if connection.vendor != "postgresql":
        with unhurried():
            assert Delivery.objects.count() == 0  # nothing to ask SQLite for
        return

    def waits() -> str:
        with connection.cursor() as cursor:
            cursor.execute("SHOW synchronous_commit")
            return str(cursor.fetchone()[0])

    def run_that_fails() -> None:
        with unhurried():
            assert waits() == "off"
            raise LookupError

    with pytest.raises(LookupError):
        run_that_fails()
    assert waits() == "on"
