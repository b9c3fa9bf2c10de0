"""A letter as a mail: plain text first, HTML beside it, and what mail programs want to know."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from email.utils import parseaddr
from functools import cache, lru_cache
from html import escape

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import get_template

from samenspraak.apps.mail.letter import Item, Letter
from samenspraak.apps.mail.links import link_to, token_of
from samenspraak.apps.mail.models import Delivery
from samenspraak.apps.mail.wording import COLLEAGUES


def written(letter: Letter, delivery: Delivery) -> EmailMultiAlternatives:
    """Return the mail of a delivery; its Message-ID follows from the key, so that a second copy can be told."""
    mail = EmailMultiAlternatives(
        subject=letter.subject,
        body=as_text(letter),
        to=[delivery.person.email],
        headers={
            "Message-ID": message_id(delivery),
            "Auto-Submitted": "auto-generated",
            "Content-Language": letter.language,
            # RFC 8058: a mail program unsubscribes by sending this form, without a person's browser.
            "List-Unsubscribe": f"<{link_to('mail-off', token_of(delivery.person_id))}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
    mail.attach_alternative(as_html(letter), "text/html")
    return mail


def message_id(delivery: Delivery) -> str:
    """Return the name of a mail, always the same for the same person and thing."""
    name = hashlib.sha256(f"{settings.SITE_URL} {delivery.person_id} {delivery.key}".encode()).hexdigest()
    return f"<{name[:40]}@{_place_of(settings.DEFAULT_FROM_EMAIL)}>"


@cache
def _place_of(address: str) -> str:
    return parseaddr(address)[1].rpartition("@")[2] or "localhost"


def as_text(letter: Letter) -> str:
    """Return a letter as plain text, each link on a line of its own."""
    return "\n".join(_lines(letter)) + "\n"


def _lines(letter: Letter) -> Iterator[str]:
    yield letter.opening
    for section in letter.sections:
        yield from ("", section.title, "=" * len(section.title))
        for item in section.items:
            yield ""
            yield _text_of(item)
    yield from ("", "-- ", letter.closing)
    for choice in letter.choices:
        yield f"{choice.text}: {choice.link}"


@lru_cache(maxsize=COLLEAGUES)
def _text_of(item: Item) -> str:
    return "\n".join(_item(item, "* "))


def _item(item: Item, mark: str) -> Iterator[str]:
    indent = " " * len(mark)
    yield f"{mark}{item.text}"
    yield from (f"{indent}{line}" for line in (*item.notes, item.link) if line)
    for part in item.items:
        yield from _item(part, f"{indent}- ")


def as_html(letter: Letter) -> str:
    """Return a letter as HTML; what people typed is escaped."""
    title, content = escape(letter.subject), "\n".join(_content(letter))
    before, between, after = _frame(letter.language)
    return f"{before}{title}{between}{content}{after}"


@cache
def _frame(language: str) -> tuple[str, str, str]:
    """Return what stands around the title and the content: the same for everybody who reads this language."""
    marks = {"title": "[[title]]", "content": "[[content]]"}
    before, _, rest = get_template("mail/letter.html").render({"language": language} | marks).partition(marks["title"])
    between, _, after = rest.partition(marks["content"])
    return before, between, after


# Written by hand, and a line once for all who get it: a template took a quarter of the time of a mail.
def _content(letter: Letter) -> Iterator[str]:
    yield f"<p>{escape(letter.opening)}</p>"
    for section in letter.sections:
        yield f"<h2>{escape(section.title)}</h2>\n<ul>"
        yield from map(_html_of, section.items)
        yield "</ul>"
    choices = "\n".join(f'<a href="{escape(choice.link)}">{escape(choice.text)}</a>' for choice in letter.choices)
    yield f"<footer>\n<p>{escape(letter.closing)}</p>\n<p>{choices}</p>\n</footer>"


@lru_cache(maxsize=COLLEAGUES)
def _html_of(item: Item) -> str:
    """Return a line with what stands beneath it."""
    # Each on a line of its own: with a line of a thousand letters the whole mail would have to be quoted.
    notes = "".join(f'\n<br><span class="note">{escape(note)}</span>' for note in item.notes)
    parts = "".join(f"\n<li>{_linked(part)}</li>" for part in item.items)
    late = ' class="late"' if item.is_late else ""
    below = f"\n<ul>{parts}\n</ul>" if parts else ""
    what = f'<a class="what" href="{escape(item.link)}">{escape(item.text)}</a>'
    return f"<li{late}>{what}{notes}{below}</li>"


def _linked(item: Item) -> str:
    text = escape(item.text)
    return f'<a href="{escape(item.link)}">{text}</a>' if item.link else text
