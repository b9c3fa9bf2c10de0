"""Every action about mail, with everything that it needs made beforehand."""

from __future__ import annotations

from samenspraak.apps.mail import actions
from samenspraak.apps.mail.models import Delivery, Frequency
from tests.apps.acts.doing import Act, later
from tests.apps.cast import People


def undelivered(people: People) -> int:
    return Delivery.objects.create(person=people.noor, key="digest:2026-11-23", state=Delivery.State.GIVEN_UP).pk


ACTS: dict[str, Act] = {
    "choose_frequency": lambda people: later(actions.choose_frequency, frequency=Frequency.DAILY, by=people.noor),
    "offer_again": lambda people: later(actions.offer_again, number=undelivered(people), by=people.ada),
}
