"""Reading how often people want mail, and what becomes of it."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from samenspraak.apps.mail.errors import NotForYou
from samenspraak.apps.mail.links import WORDS, person_of
from samenspraak.apps.mail.models import Delivery, Frequency, MailPreference, MailRun
from samenspraak.apps.mail.pages import OwnMail, UndeliveredPage, UndeliveredRow
from samenspraak.apps.parties.models import Person

__all__ = ["WORDS", "own_mail", "person_of", "undelivered_page"]

LAST_SHOWN = 5
ROWS_SHOWN = 100
State = Delivery.State


def own_mail(person: Person) -> OwnMail:
    """Return how often a person wants mail and which they got last (two queries)."""
    chosen = MailPreference.objects.filter(person=person).first()
    sent = Delivery.objects.filter(person=person, state=State.SENT).order_by("-sent_at")[:LAST_SHOWN]
    return OwnMail(
        Frequency.WEEKLY if chosen is None else Frequency(chosen.frequency),
        tuple((row.sent_at, row.is_digest) for row in sent if row.sent_at is not None),
    )


def undelivered_page(person: Person) -> UndeliveredPage:
    """Return what did not arrive, newest first, for the administrator of the installation (three queries)."""
    if not (person.is_active and person.is_administrator):
        raise NotForYou(_("Alleen de beheerder van de installatie ziet wat er met mail gebeurt."))
    failed = Delivery.objects.filter(state__in=(State.GIVEN_UP, State.UNCERTAIN)) | Delivery.objects.filter(
        state=State.WAITING
    ).exclude(reason="")
    stopped = MailRun.objects.filter(finished_at=None).exclude(trouble="").order_by("moment")
    return UndeliveredPage(
        rows=tuple(_row(row) for row in failed.select_related("person")[:ROWS_SHOWN]),
        total=failed.count(),
        trouble=tuple((run.held_until, run.trouble) for run in stopped),
        goes_out=settings.MAIL_GOES_OUT,
    )


def _row(row: Delivery) -> UndeliveredRow:
    return UndeliveredRow(
        number=row.pk,
        name=row.person.name,
        email=row.person.email,
        is_digest=row.is_digest,
        made_at=row.made_at,
        state=State(row.state),
        attempts=row.attempts,
        reason=row.reason,
        next_try_at=row.next_try_at if row.state == State.WAITING else None,
    )
