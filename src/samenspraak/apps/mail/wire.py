"""A mail as the bytes that travel: what is needed of RFC 5322 and RFC 2045 to 2047, and no more.

Written by hand because Python's own way, through a tree of parts that is folded anew for each mail, took a third of
the time of a digest. A test holds it to the same answer: read back, a mail says what Django's would have said.
"""

from __future__ import annotations

import binascii
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from email.header import Header
from email.utils import formatdate, parseaddr
from functools import lru_cache

from django.core.mail import BadHeaderError, EmailMultiAlternatives
from django.core.mail.message import sanitize_address

END = "\r\n"
LONGEST_LINE = 998  # RFC 5322, 2.1.1, in bytes
LINE = 76  # a header is folded before it is longer than the 78 of RFC 5322
# An address that needs no quoting anywhere; others go the long way.
_PLAIN = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@[A-Za-z0-9][A-Za-z0-9.-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Envelope:
    """A mail as a server takes it: from which address, to which one, and all that follows DATA."""

    sender: str
    recipient: str
    content: bytes


def enveloped(mail: EmailMultiAlternatives, *, eight_bit: bool) -> Envelope:
    """Return a mail to one person as it is handed over, dot at the end included.

    `eight_bit`: whether the server takes letters beyond ASCII as they are. Raises ValueError for an address that
    cannot be one, and BadHeaderError (which is one) for a header that would become two.
    """
    (to,) = mail.to
    # A line that begins with a dot gets another; the first line is a header.
    content = as_bytes(mail, eight_bit=eight_bit).replace(b"\n.", b"\n..")
    return Envelope(_bare(mail.from_email), _bare(to), content + b".\r\n")


def as_bytes(mail: EmailMultiAlternatives, *, eight_bit: bool) -> bytes:
    """Return a mail with its headers: plain text first, and beside it what it has as an alternative."""
    boundary = f"=_{secrets.token_hex(12)}"
    head = "".join(_head(mail, boundary)).encode("ascii")
    parts = [_part("text/plain", str(mail.body), eight_bit=eight_bit)]
    parts += [_part(kind, str(content), eight_bit=eight_bit) for content, kind in mail.alternatives]
    mark = f"{END}--{boundary}".encode()
    return b"".join((head, *(mark + part for part in parts), mark, b"--\r\n"))


def _head(mail: EmailMultiAlternatives, boundary: str) -> Iterator[str]:
    yield _header("Subject", str(mail.subject))
    yield f"From: {_full(mail.from_email)}{END}"
    yield f"To: {_full(mail.to[0])}{END}"
    yield f"Date: {formatdate()}{END}"
    for name, value in mail.extra_headers.items():
        yield _header(name, value)
    yield f'MIME-Version: 1.0{END}Content-Type: multipart/alternative; boundary="{boundary}"{END}'


def _header(name: str, value: str) -> str:
    if "\n" in value or "\r" in value:
        raise BadHeaderError(f"{name}: {value!r}")
    is_long = len(name) + len(value) > LINE and " " in value
    if is_long or not (value.isascii() and value.isprintable()) or "=?" in value:
        value = _encoded(name, value)
    return f"{name}: {value}{END}"


@lru_cache(maxsize=256)
def _encoded(name: str, value: str) -> str:
    """Return a value folded, and encoded where it has other letters or would be read as encoded."""
    charset = "us-ascii" if value.isascii() and "=?" not in value else "utf-8"
    return Header(value, charset, maxlinelen=LINE, header_name=name).encode(linesep=END)


def _full(address: str) -> str:
    return address if _PLAIN.fullmatch(address) else _sanitized(address)


def _bare(address: str) -> str:
    """Return an address as it stands on the envelope, without a name."""
    return address if _PLAIN.fullmatch(address) else parseaddr(_sanitized(address))[1]


@lru_cache(maxsize=256)
def _sanitized(address: str) -> str:
    """Return an address in ASCII, name included; raises ValueError."""
    found = sanitize_address(address, "utf-8")
    if not found.isascii() or not found.isprintable():
        raise ValueError(f"Invalid address {address!r}")
    return found


def _part(kind: str, text: str, *, eight_bit: bool) -> bytes:
    content = text.replace(END, "\n").replace("\r", "\n").encode()
    encoding = "7bit" if content.isascii() else "8bit"
    longest = max(map(len, content.split(b"\n")))
    if (encoding == "8bit" and not eight_bit) or longest > LONGEST_LINE or b"\0" in content:
        encoding, content = "quoted-printable", binascii.b2a_qp(content, istext=True)
    head = f'{END}Content-Type: {kind}; charset="utf-8"{END}Content-Transfer-Encoding: {encoding}{END}{END}'
    return head.encode() + content.replace(b"\n", b"\r\n")
