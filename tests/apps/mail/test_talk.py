"""What is said to a mail server and what becomes of a mail, whichever way the server likes to be spoken to."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.mail import EmailMultiAlternatives
from pytest_django.fixtures import Settings

from samenspraak.apps.mail.carrier import Carrier, Fate, Outcome, carrier

REFUSES = "550 5.1.1 No such mailbox"


class Server:
    """Plays a mail server from a list of answers: for each command the first that has its beginning."""

    def __init__(self, *offers: str, **answers: str) -> None:
        self.offers, self.answers = offers, {"DATA": "354 Go on", ".": "250 OK"} | answers
        self.heard: list[str] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            with line, line.makefile("rwb", buffering=0) as talk:
                talk.write(b"220 here\r\n")
                self._talk(talk)  # type: ignore[arg-type]

    def _talk(self, talk: socket.SocketIO) -> None:
        in_mail = False
        for raw in talk:
            said = raw.decode().rstrip("\r\n")
            if in_mail and said != ".":
                continue
            self.heard.append(said.partition(":")[0].split()[0])
            answer = self._answer(said)
            if answer == "hang up":
                return
            in_mail = answer.startswith("354")
            talk.write(f"{answer}\r\n".encode())

    def _answer(self, said: str) -> str:
        if said.startswith("ehlo"):
            return "\r\n".join(("250-here", *(f"250-{offer}" for offer in self.offers), "250 HELP"))
        return next((answer for start, answer in self.answers.items() if said.startswith(start)), "250 OK")

    def stop(self) -> None:
        self._listening.close()


@contextmanager
def talking_to(settings: Settings, server: Server) -> Iterator[Carrier]:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    try:
        with carrier() as opened:
            yield opened
    finally:
        server.stop()


def carry(opened: Carrier, to: str = "bas@linde.example") -> Outcome:
    mail = EmailMultiAlternatives("Nieuws", "één\n", "berichten@waterhoven.example", [to])
    opened.hand(opened.packed(mail))
    return opened.answer()


WAYS = pytest.mark.parametrize("offers", [(), ("PIPELINING",), ("8BITMIME", "PIPELINING")])


@WAYS
def test_many_mails_go_through_one_connection(settings: Settings, offers: tuple[str, ...]) -> None:
    with talking_to(settings, server := Server(*offers)) as opened:
        assert {carry(opened).fate for _ in range(3)} == {Fate.SENT}
    assert server.heard[:9] == ["ehlo", *["MAIL", "RCPT", "DATA", "."] * 2]


@WAYS
def test_a_refused_recipient_does_not_hold_up_the_next(settings: Settings, offers: tuple[str, ...]) -> None:
    with talking_to(settings, server := Server(*offers, **{"RCPT TO:<gone@": REFUSES, "RCPT": "250 OK"})) as opened:
        assert carry(opened, "gone@linde.example") == Outcome(Fate.REFUSED, REFUSES)
        assert carry(opened).fate is Fate.SENT
    # A server that goes on after refusing the only recipient is given a mail to nobody, and forgets it.
    tail = ["DATA", "."] if "PIPELINING" in offers else []
    assert server.heard[: 8 + len(tail)] == ["ehlo", "MAIL", "RCPT", *tail, "rset", "MAIL", "RCPT", "DATA", "."]


@WAYS
@pytest.mark.parametrize(
    ("answers", "fate"),
    [
        ({"MAIL": "530 Sign in first"}, Fate.NOT_TRIED),
        ({"RCPT": "450 Try later"}, Fate.REFUSED),
        ({"DATA": "554 No"}, Fate.REFUSED),
        ({".": "552 Too much"}, Fate.REFUSED),
        ({".": "421 Closing"}, Fate.NOT_TRIED),
        ({"MAIL": "421 Closing"}, Fate.NOT_TRIED),
        ({"DATA": "hang up"}, Fate.NOT_TRIED),
        ({".": "hang up"}, Fate.UNCERTAIN),
    ],
)
def test_it_is_known_what_became_of_a_mail(
    settings: Settings, offers: tuple[str, ...], answers: dict[str, str], fate: Fate
) -> None:
    with talking_to(settings, server := Server(*offers, **answers)) as opened:
        assert carry(opened).fate is fate
        server.answers |= {"MAIL": "250 OK", "RCPT": "250 OK", "DATA": "354 Go on", ".": "250 OK"}
        assert carry(opened).fate is Fate.SENT  # through the same connection, or a new one


def test_what_cannot_be_an_address_is_refused_before_the_server_hears_of_it(settings: Settings) -> None:
    with talking_to(settings, server := Server()) as opened:
        outcome = carry(opened, "bas@linde.example>\r\nRCPT TO:<x@y.example")
    assert outcome.fate is Fate.REFUSED
    assert "MAIL" not in server.heard


@pytest.mark.parametrize(("offers", "options"), [(("8BITMIME",), " BODY=8BITMIME"), ((), "")])
def test_letters_beyond_ascii_are_announced(settings: Settings, offers: tuple[str, ...], options: str) -> None:
    whole = f"MAIL FROM:<berichten@waterhoven.example>{options}"
    with talking_to(settings, Server(*offers, **{f"{whole}": "250 OK", "MAIL": "501 Not so"})) as opened:
        assert carry(opened).fate is Fate.SENT
