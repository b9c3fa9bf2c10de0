"""A real mail server on this machine, which keeps what it is given."""

from __future__ import annotations

import asyncio
import email
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from email.policy import default

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope
from pytest_django.fixtures import Settings

SILENCE_SECONDS = 5


class Inbox:
    """What the server took, as parsed mails."""

    def __init__(self) -> None:
        self.mails: list[Message] = []
        self.refused: set[str] = set()  # addresses that this server does not want
        self.falls_silent = False  # takes a mail and never says so

    async def handle_RCPT(  # noqa: N802  # aiosmtpd's name
        self, _server: object, _session: object, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address in self.refused:
            return "550 5.1.1 No such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: object, _session: object, envelope: Envelope) -> str:  # noqa: N802  # aiosmtpd's name
        self.mails.append(email.message_from_bytes(envelope.original_content or b"", policy=default))
        if self.falls_silent:
            await asyncio.sleep(SILENCE_SECONDS)
        return "250 OK"

    @property
    def addresses(self) -> list[str]:
        """To whom the mails went, in order."""
        return [str(mail["To"]) for mail in self.mails]


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def mail_server(settings: Settings) -> Iterator[Inbox]:
    """Run a server and send Django's mail through it."""
    inbox = Inbox()
    controller = Controller(inbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    settings.MAIL_GOES_OUT = True
    try:
        yield inbox
    finally:
        controller.stop()


def body_of(mail: Message) -> str:
    """Return the plain text of a mail."""
    assert mail.get_content_type() == "text/plain"
    return mail.get_content()  # type: ignore[attr-defined, no-any-return]
