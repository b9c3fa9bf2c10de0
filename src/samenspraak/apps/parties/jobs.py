"""Mail to people: plain text, in the language of who reads it."""

from __future__ import annotations

import logging
from threading import Thread

from django.core.cache import cache
from django.core.mail import send_mail
from django.utils import formats, timezone, translation
from django.utils.translation import gettext as _

from samenspraak.apps.parties.models import Invitation, Person

SECONDS_BETWEEN = 60
LOG = logging.getLogger(__name__)


def send_invitation(*, invitation: Invitation, link: str) -> bool:
    """Send the mail with the link; tells whether the mail server took it. What went wrong is in the log."""
    with translation.override(invitation.language):
        until = formats.date_format(timezone.localtime(invitation.expires_at), "j F Y")
        names = {
            "inviter": invitation.invited_by.name,
            "organisation": invitation.organisation.name,
            "role": invitation.get_role_display(),
            "until": until,
            "link": link,
        }
        subject = _("Uitnodiging voor Samenspraak, namens %(organisation)s") % names
        body = (
            _(
                "Goedendag,\n\n"
                "%(inviter)s nodigt u uit om in Samenspraak mee te werken aan prestatieafspraken,"
                " namens %(organisation)s (als %(role)s).\n\n"
                "Open deze koppeling om de uitnodiging te aanvaarden. Zij werkt één keer, tot en met %(until)s:\n\n"
                "%(link)s\n\n"
                "Verwachtte u deze mail niet? Dan hoeft u niets te doen.\n"
            )
            % names
        )
    return _sent(subject, body, invitation.email)


def send_password_link(*, person: Person, link: str) -> Thread | None:
    """Send the link to choose a new password, at most once a minute to the same person.

    It goes in a thread of its own: a page that waits for the mail server would tell that the address is known.
    """
    if not cache.add(f"password-link:{person.pk}", "sent", SECONDS_BETWEEN):
        return None
    with translation.override(person.language):
        subject = _("Een nieuw wachtwoord voor Samenspraak")
        body = _(
            "Goedendag %(name)s,\n\n"
            "U vroeg om een nieuw wachtwoord. Kies het met deze koppeling; zij werkt één keer, een uur lang:\n\n"
            "%(link)s\n\n"
            "Vroeg u er niet om? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.\n"
        ) % {"name": person.name, "link": link}
    thread = Thread(target=_sent, args=(subject, body, person.email), daemon=True)
    thread.start()
    return thread


def _sent(subject: str, body: str, to: str) -> bool:
    try:
        return send_mail(subject, body, None, [to]) == 1
    except OSError as error:  # smtplib's errors are OSErrors as well
        LOG.warning("A mail could not be sent: %s", type(error).__name__)
        return False
