"""Shortcuts for the tests of mail."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import cast

from django.utils import timezone

from samenspraak.apps.mail import jobs
from samenspraak.apps.mail.models import MailRun
from samenspraak.apps.mail.pages import Kind, Thing
from samenspraak.apps.mail.readers import all_things, things_for
from samenspraak.apps.parties.models import Person

WEEKLY, DAILY = "weekly:2026-11-23", "daily:2026-11-23"


def run(moment: str) -> int:
    """Do a run now, as a worker would that found it in line; returns how many mails went out."""
    MailRun.objects.update_or_create(moment=moment, defaults={"held_by": "", "held_until": timezone.now()})
    return jobs.do_run(moment)


def at(day: str, hour: int = 9) -> datetime:
    """Return a moment on the wall in the Netherlands."""
    return timezone.make_aware(datetime.fromisoformat(f"{day}T{hour:02}:00"))


def parts(mail: object) -> tuple[str, str]:
    """Return the text and the HTML of a mail, which stand in that order."""
    text, html = cast("EmailMessage", mail).iter_parts()
    assert (text.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    return text.get_content().replace("\r\n", "\n"), html.get_content()


def told(person: Person, now: datetime) -> tuple[Thing, ...]:
    """Return what a digest tells a person at a moment."""
    return things_for([person], now)[person.pk]


def kinds(person: Person, now: datetime) -> list[Kind]:
    """Return of what kinds that is."""
    return [thing.kind for thing in told(person, now)]


def keys(person: Person, now: datetime) -> set[str]:
    """Return the first word of the key of everything there is."""
    found = all_things([person], now, since=now - timedelta(days=3))[person.pk]
    return {thing.key.partition(":")[0] for thing in found}
