"""Claiming a mail: one statement for each, because nobody can take back what a server was given.

The statement that claims a mail also says that the one before was sent. It is written out: Django would take three
statements and longer than the database itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.utils import timezone

from samenspraak.apps.mail.models import Delivery

_State = Delivery.State
_CLAIM = """
UPDATE mail_delivery SET
  state = CASE WHEN id = %s THEN 'claimed' ELSE 'sent' END,
  claimed_at = CASE WHEN id = %s THEN %s ELSE claimed_at END,
  sent_at = CASE WHEN id = %s THEN sent_at ELSE %s END,
  reason = CASE WHEN id = %s THEN reason ELSE '' END
WHERE id IN (%s, %s) AND state = CASE WHEN id = %s THEN 'waiting' ELSE 'claimed' END
RETURNING id
"""


def claimed(delivery: Delivery, *, sent: Delivery | None) -> bool:
    """Claim a delivery that waits, and say of the one before that it was sent; whether it is ours now.

    Of the one before only what is still claimed changes: an administrator may have decided otherwise meanwhile.
    """
    mine, now = delivery.pk, connection.ops.adapt_datetimefield_value(timezone.now())
    before = mine if sent is None else sent.pk
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, (mine, mine, now, mine, now, mine, mine, before, mine))
        return (mine,) in cursor.fetchall()


@contextmanager
def unhurried() -> Iterator[None]:
    """Have PostgreSQL keep what is written here without waiting for the disk each time, as SQLite does.

    Whoever is killed loses nothing by it: every other process sees a claim at once. Only when the machine of the
    database itself falls over, the claims of its last second may be gone.
    """
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
    try:
        yield
    finally:
        if connection.connection is not None and not connection.connection.closed:
            with connection.cursor() as cursor:
                cursor.execute("RESET synchronous_commit")
