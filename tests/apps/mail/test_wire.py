"""A mail as bytes: read back it says what Django's own would have said, whatever people typed."""

from __future__ import annotations

import email
from email.message import EmailMessage
from email.policy import default
from typing import cast

import pytest
from django.core.mail import BadHeaderError, EmailMultiAlternatives
from hypothesis import example, given
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from samenspraak.apps.mail.wire import LONGEST_LINE, as_bytes, enveloped

# What can stand in a line: all but breaks and what no mail can carry.
LINE = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=120)
TEXT = st.lists(LINE, max_size=6).map("\n".join)


def mail_of(
    subject: str = "Nieuws", body: str = "Dag,\n", html: str = "<p>Dag</p>", to: str = "bas@linde.example"
) -> EmailMultiAlternatives:
    mail = EmailMultiAlternatives(subject, body, "Samenspraak <berichten@waterhoven.example>", [to])
    mail.extra_headers = {"Message-ID": "<a1@waterhoven.example>", "Auto-Submitted": "auto-generated"}
    mail.attach_alternative(html, "text/html")
    return mail


def read(content: bytes) -> EmailMessage:
    return cast("EmailMessage", email.message_from_bytes(content, policy=default))


def said(content: bytes) -> tuple[object, ...]:
    """Return what a mail program makes of it; of the place of the white space in a folded subject it makes nothing."""
    mail = read(content)
    parts = [(part.get_content_type(), part.get_content().replace("\r\n", "\n")) for part in mail.iter_parts()]
    names = ("From", "To", "Message-ID", "Auto-Submitted", "MIME-Version")
    return " ".join(str(mail["Subject"]).split()), *(mail[name] for name in names), mail.get_content_type(), parts


@given(subject=LINE, body=TEXT, html=TEXT, eight_bit=st.booleans())
@example(subject="Café", body="één\n.\n..twee\nFrom hier", html="<p>één</p>", eight_bit=False)
@example(subject="x" * 300, body="y" * 2000, html="z" * 999, eight_bit=True)
def test_it_says_what_the_mail_of_django_says(*, subject: str, body: str, html: str, eight_bit: bool) -> None:
    mail = mail_of(subject, f"{body}\n", html)
    if "=?" in subject:
        mail.subject = "what Django leaves to be read as encoded has a test of its own"
    assert said(as_bytes(mail, eight_bit=eight_bit)) == said(mail.message().as_bytes(linesep="\r\n"))


@given(LINE, TEXT)
@example("lang " * 60 + "één " * 40, "é" * 600)
def test_no_line_is_too_long_and_each_ends_as_it_should(subject: str, body: str) -> None:
    for eight_bit in (True, False):
        content = as_bytes(mail_of(subject, body), eight_bit=eight_bit)
        lines = content.split(b"\r\n")
        assert max(map(len, lines)) <= LONGEST_LINE
        assert not any(b"\r" in line or b"\n" in line for line in lines)
        assert eight_bit or content.isascii()
        head = content.partition(b"\r\n\r\n")[0]
        assert head.isascii()
        assert max(len(line) for line in head.split(b"\r\n") if b" " in line.strip()) <= 78


@given(st.text(max_size=20), st.text(max_size=20))
def test_what_people_typed_never_becomes_a_header(one: str, two: str) -> None:
    try:
        content = as_bytes(mail_of(f"{one}\r\nBcc: x@y.example\r\n{two}"), eight_bit=True)
    except BadHeaderError:
        return
    pytest.fail(f"written: {content!r}")


def test_a_subject_that_looks_encoded_is_read_as_it_was_typed() -> None:
    typed = "=?utf-8?q?Bcc=3A_x?= is een subject"
    assert read(as_bytes(mail_of(typed), eight_bit=True))["Subject"] == typed


def test_text_stays_readable_where_the_server_takes_it_and_is_quoted_where_not() -> None:
    mail = mail_of(body="één\n", html="<p>ja</p>")
    encodings = [
        [part["Content-Transfer-Encoding"] for part in read(as_bytes(mail, eight_bit=eight_bit)).iter_parts()]
        for eight_bit in (True, False)
    ]
    assert encodings == [["8bit", "7bit"], ["quoted-printable", "7bit"]]


def test_a_dot_at_the_start_of_a_line_is_doubled_and_one_alone_ends_it() -> None:
    content = enveloped(mail_of(body=".\n..x\na.b\n"), eight_bit=True).content
    assert b"\r\n..\r\n...x\r\na.b\r\n" in content
    assert content.endswith(b"--\r\n.\r\n")
    assert b"\r\n.\r\n" not in content[:-3]


@pytest.mark.parametrize(
    ("address", "bare"),
    [
        ("bas@linde.example", "bas@linde.example"),
        ("Bas de Vries <bas@linde.example>", "bas@linde.example"),
        ("Zoë <zoe@café.example>", "zoe@xn--caf-dma.example"),
        ('"bas de v"@linde.example', '"bas de v"@linde.example'),
    ],
)
def test_the_envelope_has_the_bare_address(address: str, bare: str) -> None:
    assert enveloped(mail_of(to=address), eight_bit=True).recipient == bare


@pytest.mark.parametrize("address", ["", "a@b.example>\r\nRCPT TO:<c@d.example", "bas@linde.example, c@d.example"])
def test_what_is_no_address_is_not_written(address: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        enveloped(mail_of(to=address), eight_bit=True)


def test_the_sender_may_have_a_name_with_other_letters(settings: Settings) -> None:
    mail = mail_of()
    mail.from_email = "Samenspraak Súdwest <berichten@waterhoven.example>"
    written = enveloped(mail, eight_bit=False)
    assert written.sender == "berichten@waterhoven.example"
    assert read(written.content)["From"] == "Samenspraak Súdwest <berichten@waterhoven.example>"
