"""Talking to a mail server so that the talk itself costs little: one mail after another, without waiting in between."""

from __future__ import annotations

import smtplib

from samenspraak.apps.mail.wire import Envelope

Reply = tuple[int, bytes]
DONE, WILL_FORWARD, GO_ON, SERVICE_CLOSES = 250, 251, 354, 421  # RFC 5321


class Connection(smtplib.SMTP):
    """Hands a mail over and hears of it later; without encryption, or with it from the second word on."""

    # From then on, silence of the server may mean that it has the mail.
    handing_over = False

    def hand(self, envelope: Envelope) -> None:
        """Hand a mail over; what the server says of it is for `answer`. Raises what smtplib raises."""
        options = "" if envelope.content.isascii() or not self.has_extn("8bitmime") else " BODY=8BITMIME"
        lines = (f"MAIL FROM:<{envelope.sender}>{options}", f"RCPT TO:<{envelope.recipient}>", "DATA")
        replies = self._at_once(lines) if self.has_extn("pipelining") else self._in_turn(lines)
        refused = _refusal(envelope, replies)
        if refused is not None:
            self._ready_again(replies[-1][0])
            raise refused
        self.handing_over = True
        self.send(envelope.content)

    def answer(self) -> None:
        """Wait for what the server says of the mail; raises SMTPDataError when it does not want it."""
        code, said = self.getreply()
        self.handing_over = False
        if code != DONE:
            self._ready_again(code)
            raise smtplib.SMTPDataError(code, said)

    def _in_turn(self, lines: tuple[str, ...]) -> list[Reply]:
        replies: list[Reply] = []
        for line in lines:
            self.putcmd(line)
            replies.append(self.getreply())
            if replies[-1][0] not in (DONE, WILL_FORWARD):
                break
        return replies

    def _at_once(self, lines: tuple[str, ...]) -> list[Reply]:
        """Say all lines before the first reply, as the server allows (PIPELINING, RFC 2920)."""
        self.send("".join(f"{line}\r\n" for line in lines))
        replies = [self.getreply() for _ in lines]
        first = next((nth for nth, (code, _) in enumerate(replies) if code not in (DONE, WILL_FORWARD)), 0)
        if first < len(lines) - 1 and replies[-1][0] == GO_ON:
            self.send(b".\r\n")  # it waits for a mail that goes to nobody
            self.getreply()
        return replies[: first + 1]

    def _ready_again(self, code: int) -> None:
        """Make the server forget a mail that it does not want, if it still listens."""
        self.close() if code == SERVICE_CLOSES else self._rset()  # type: ignore[attr-defined]


class EncryptedConnection(Connection, smtplib.SMTP_SSL):
    """Encrypted from the first word."""


def _refusal(envelope: Envelope, replies: list[Reply]) -> smtplib.SMTPException | None:
    """Return what the last reply says against the mail, as smtplib says it."""
    code, said = replies[-1]
    if len(replies) == 1:
        return smtplib.SMTPSenderRefused(code, said, envelope.sender)
    if len(replies) == 2:  # the second line names the recipient
        return smtplib.SMTPRecipientsRefused({envelope.recipient: (code, said)})
    return None if code == GO_ON else smtplib.SMTPDataError(code, said)
