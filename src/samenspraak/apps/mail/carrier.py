"""Handing mail to the mail server, and saying honestly what became of it."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend

SERVICE_CLOSES = 421  # RFC 5321


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


class _Handing:
    """Knows whether a mail is being handed over: from then on, silence of the server may mean that it has it."""

    handing_over = False

    def data(self, msg: Any) -> Any:  # noqa: ANN401  # as smtplib has it
        self.handing_over = True
        answer = super().data(msg)  # type: ignore[misc]
        self.handing_over = False
        return answer


class _Plain(_Handing, smtplib.SMTP):
    """Without encryption, or with it from the second word on."""


class _Encrypted(_Handing, smtplib.SMTP_SSL):
    """Encrypted from the first word."""


class _Backend(EmailBackend):
    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return _Encrypted if self.use_ssl else _Plain


class Carrier:
    """One connection to the mail server, for many mails; opened again after it broke."""

    def __init__(self) -> None:
        backend = get_connection()
        self._backend = _Backend() if isinstance(backend, EmailBackend) else backend

    def carry(self, mail: EmailMessage) -> Outcome:
        """Hand a mail to the server."""
        try:
            self._backend.open()
        except OSError as error:  # smtplib's errors are OSErrors as well
            return Outcome(Fate.NOT_TRIED, _said(error))
        try:
            self._backend.send_messages([mail])
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException) as error:
            return Outcome(_fate_of(error), _said(error))
        except OSError as error:
            was_handing = getattr(getattr(self._backend, "connection", None), "handing_over", False)
            self.close()
            return Outcome(Fate.UNCERTAIN if was_handing else Fate.NOT_TRIED, _said(error))
        return Outcome(Fate.SENT)

    def close(self) -> None:
        """Say goodbye, if there is still somebody to say it to."""
        with suppress(OSError):
            self._backend.close()


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
