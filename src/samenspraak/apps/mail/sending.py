"""From a delivery that waits to one that was sent, so that nothing goes out twice (docs/adr on mail).

Each mail is claimed in the database before the server gets it. Whoever is killed in between leaves a claim, and a
claim is never taken over: that mail may have gone out, so it does not go out again by itself.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from samenspraak.apps.mail.carrier import Carrier, Fate, Outcome
from samenspraak.apps.mail.claims import claimed
from samenspraak.apps.mail.models import Delivery

State = Delivery.State
# How long to wait after each refusal; after the last one it is given up.
BACKOFF = tuple(timedelta(minutes=minutes) for minutes in (5, 30, 2 * 60, 8 * 60, 24 * 60))
SERVER_AWAY = timedelta(minutes=2)
LONGEST_CLAIM = timedelta(minutes=5)
TOO_OLD = timedelta(days=3)
KEPT = timedelta(days=90)
ROWS_AT_ONCE = 5_000
SIGN_OF_LIFE_SECONDS = 20.0

log = logging.getLogger(__name__)
Made = Callable[[], EmailMultiAlternatives | None]


class ServerAway(Exception):
    """The mail server does not answer: what is left waits."""


class Post:
    """Sends one mail after another. While the server has one, the next is made; only then is its answer waited for.

    What became of one is written down in the statement that claims the next.
    """

    def __init__(self, carrier: Carrier, alive: Callable[[], None]) -> None:
        self._carrier = carrier
        self._alive, self._seen_alive = alive, time.monotonic()
        self._handed: Delivery | None = None  # the server has it, and has not answered
        self.sent_count = 0

    def send(self, delivery: Delivery, made: Made) -> None:
        """Make a mail, claim its delivery and hand it over, unless another worker has it; raises ServerAway.

        Says now and then that we are still there, which may raise what `alive` raises.
        """
        if time.monotonic() - self._seen_alive > SIGN_OF_LIFE_SECONDS:
            self._alive()
            self._seen_alive = time.monotonic()
        mail = made()
        if mail is None:
            Delivery.objects.filter(pk=delivery.pk, state=State.WAITING).update(state=State.NOTHING_TO_SAY)
            return
        packed = self._carrier.packed(mail)
        sent = self._answered()
        if claimed(delivery, sent=sent):
            self._handed = delivery
            self._carrier.hand(packed)

    def finish(self) -> None:
        """Wait for the last answer and write it down; raises ServerAway."""
        sent = self._answered()
        if sent is not None:
            _set(sent, state=State.SENT, sent_at=timezone.now(), reason="")

    def _answered(self) -> Delivery | None:
        """Return the last mail if it was sent; what else became of it is written down. Raises ServerAway."""
        delivery, self._handed = self._handed, None
        if delivery is None:
            return None
        outcome = self._carrier.answer()
        if outcome.fate is Fate.SENT:
            self.sent_count += 1
            return delivery
        log.warning("mail %s: %s (%s)", delivery.pk, outcome.fate.value, outcome.reason)
        _write_down(delivery, outcome)
        if outcome.fate is Fate.NOT_TRIED:
            raise ServerAway(outcome.reason)
        return None


def _write_down(delivery: Delivery, outcome: Outcome) -> None:
    now = timezone.now()
    if outcome.fate is Fate.UNCERTAIN:
        _set(delivery, state=State.UNCERTAIN, attempts=delivery.attempts + 1, reason=outcome.reason)
    elif outcome.fate is Fate.NOT_TRIED:
        _set(delivery, state=State.WAITING, next_try_at=now + SERVER_AWAY, reason=outcome.reason)
    elif delivery.attempts < len(BACKOFF):
        later = now + BACKOFF[delivery.attempts]
        attempts = delivery.attempts + 1
        _set(delivery, state=State.WAITING, attempts=attempts, next_try_at=later, reason=outcome.reason)
    else:
        _set(delivery, state=State.GIVEN_UP, attempts=delivery.attempts + 1, reason=outcome.reason)


def _set(delivery: Delivery, **values: object) -> None:
    # Only what is still claimed: an administrator may have decided otherwise meanwhile.
    Delivery.objects.filter(pk=delivery.pk, state=State.CLAIMED).update(**values)


def tidy_up(now: datetime) -> None:
    """Say of claims that were left behind that nobody knows, give up what is too old, forget what was sent long ago.

    It changes no more than what became of a mail, which is its own record: it leaves no event.
    """
    left = Delivery.objects.filter(state=State.CLAIMED, claimed_at__lt=now - LONGEST_CLAIM)
    left.update(state=State.UNCERTAIN, reason="")
    old = Delivery.objects.filter(state=State.WAITING, made_at__lt=now - TOO_OLD)
    old.update(state=State.GIVEN_UP)
    kept = Delivery.objects.filter(state__in=(State.SENT, State.NOTHING_TO_SAY), made_at__lt=now - KEPT)
    Delivery.objects.filter(pk__in=list(kept.values_list("pk", flat=True)[:ROWS_AT_ONCE])).delete()
