"""Handing mail to the mail server, and saying honestly what became of it."""

from __future__ import annotations

import smtplib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum
from functools import partial

from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend

from samenspraak.apps.mail.smtp import SERVICE_CLOSES, Connection, EncryptedConnection
from samenspraak.apps.mail.wire import Envelope, enveloped


class Fate(Enum):
    """What became of a mail."""

    SENT = "sent"
    REFUSED = "refused"  # the server said no: it does not have the mail
    NOT_TRIED = "not_tried"  # there was no server to ask
    UNCERTAIN = "uncertain"  # it was handed over, and the answer never came


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mail, and why."""

    fate: Fate
    reason: str = ""


# A mail as it goes, or why it cannot go.
Packed = Envelope | EmailMultiAlternatives | Outcome


class _Backend(EmailBackend):
    connection: Connection | None

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return EncryptedConnection if self.use_ssl else Connection


class Carrier:
    """One connection to the mail server, for many mails; opened again after it broke.

    A mail is packed, handed over, and answered. Meanwhile the server does its work, and the next can be packed.
    """

    def __init__(self) -> None:
        backend = get_connection()
        self._backend: BaseEmailBackend = _Backend() if isinstance(backend, EmailBackend) else backend
        self._outcome: Outcome | None = None  # of the last mail, when that is clear without an answer

    @property
    def _connection(self) -> Connection | None:
        return self._backend.connection if isinstance(self._backend, _Backend) else None

    def packed(self, mail: EmailMultiAlternatives) -> Packed:
        """Return a mail written as the server takes it; what cannot go says so when it is handed over."""
        if not isinstance(self._backend, _Backend):
            return mail  # to a folder
        outcome = self._tried(self._opened)
        if outcome is not None:
            return outcome
        try:
            return enveloped(mail, eight_bit=self._connection is not None and self._connection.has_extn("8bitmime"))
        except ValueError as error:  # an address or a header that cannot be one
            return Outcome(Fate.REFUSED, _said(error))

    def hand(self, packed: Packed) -> None:
        """Hand a mail to the server; `answer` waits for what became of it."""
        self._outcome = packed if isinstance(packed, Outcome) else self._tried(partial(self._hand, packed))

    def answer(self) -> Outcome:
        """Return what became of the mail that was handed over last."""
        outcome, self._outcome = self._outcome, None
        if outcome is None and self._connection is not None:
            outcome = self._tried(self._connection.answer)
        return outcome or Outcome(Fate.SENT)

    def close(self) -> None:
        """Say goodbye, if there is still somebody to say it to."""
        with suppress(OSError):
            self._backend.close()

    def _opened(self) -> None:
        self._backend.open()
        if self._connection is not None:
            self._connection.ehlo_or_helo_if_needed()

    def _hand(self, packed: Envelope | EmailMultiAlternatives) -> None:
        if isinstance(packed, EmailMultiAlternatives):
            self._backend.send_messages([packed])
            return
        self._opened()
        if self._connection is not None:
            self._connection.hand(packed)

    def _tried(self, step: Callable[[], None]) -> Outcome | None:
        """Take a step; return how it ended when that was not well."""
        try:
            step()
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException) as error:
            outcome = Outcome(_fate_of(error), _said(error))
            if self._connection is not None and self._connection.sock is None:
                self.close()
        except OSError as error:
            is_uncertain = self._connection is not None and self._connection.handing_over
            outcome = Outcome(Fate.UNCERTAIN if is_uncertain else Fate.NOT_TRIED, _said(error))
            self.close()
        else:
            return None
        return outcome


def _fate_of(error: smtplib.SMTPException) -> Fate:
    """Tell a server that does not want this mail from one that wants none: from us, or at the moment (421)."""
    wants_none = isinstance(error, smtplib.SMTPSenderRefused) or getattr(error, "smtp_code", 0) == SERVICE_CLOSES
    return Fate.NOT_TRIED if wants_none else Fate.REFUSED


def _said(error: Exception) -> str:
    """Return what the server said, without the address: that stands beside it already."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, text = next(iter(error.recipients.values()), (0, b""))
        return f"{code} {_readable(text)}"[:500]
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_readable(error.smtp_error)}"[:500]
    return f"{type(error).__name__}: {error}"[:500]


def _readable(text: bytes | str) -> str:
    return text.decode(errors="replace") if isinstance(text, bytes) else text


@contextmanager
def carrier() -> Iterator[Carrier]:
    """Return a connection that is closed afterwards."""
    opened = Carrier()
    try:
        yield opened
    finally:
        opened.close()
