"""Telling people, in the background: what is due is looked for by every worker, and done by one."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial

from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from samenspraak.apps.audit.queries import newest_event
from samenspraak.apps.documents.jobs import enqueue
from samenspraak.apps.mail.carrier import carrier
from samenspraak.apps.mail.claims import unhurried
from samenspraak.apps.mail.models import DIGEST, Delivery, Frequency, MailRun
from samenspraak.apps.mail.pages import Thing
from samenspraak.apps.mail.readers import (
    NEWS_DAYS,
    PEOPLE_AT_ONCE,
    all_things,
    frequency_of,
    in_chunks,
    people_with,
    things_for,
)
from samenspraak.apps.mail.runs import AT_ONCE, Held, RunTaken, offer_what_is_free, take
from samenspraak.apps.mail.sending import SERVER_AWAY, Post, ServerAway, tidy_up
from samenspraak.apps.mail.wording import letter_to
from samenspraak.apps.mail.writing import written
from samenspraak.apps.parties.models import Person

JOB = "samenspraak.apps.mail.jobs.do_run"
LOOK_AGAIN = timedelta(minutes=1)
# A day passes without anything in the log, and a write may be seen later than one that began after it.
LOOK_ANYWAY = timedelta(minutes=15)

log = logging.getLogger(__name__)


def queue_what_is_due(now: datetime | None = None) -> int:
    """Put the runs that are due in line for a worker; returns how many. Safe to call from anywhere, at any time."""
    found = offer_what_is_free(now or timezone.now())
    for moment in found:
        enqueue(JOB, moment)
    return len(found)


def do_run(moment: str) -> int:
    """Do a run, unless somebody else does or did; returns how many mails went out."""
    held = take(moment)
    if held is None:
        return 0
    run = held.row()
    with unhurried(), carrier() as opened:
        post = Post(opened, alive=held.still)
        try:
            try:
                _at_once(held, run, post) if moment == AT_ONCE else _digest(held, run, post)
            finally:
                post.finish()
        except ServerAway as away:
            held.let_go(until=timezone.now() + SERVER_AWAY, trouble=str(away)[:500])
        except RunTaken:
            log.warning("another worker took %s up", moment)
    return post.sent_count


def _digest(held: Held, run: MailRun, post: Post) -> None:
    """Tell everybody with this frequency, some thousands at a time, from where a worker before us stopped."""
    key = f"{DIGEST}{held.day}"
    for people in in_chunks(people_with(held.frequency), after=run.after_person):
        things = {person: found for person, found in things_for(people, timezone.now(), but=key).items() if found}
        _make([Delivery(person_id=person, key=key) for person in things])
        waiting = Delivery.objects.filter(
            person__in=list(things), key=key, state=Delivery.State.WAITING, next_try_at=None
        )
        _send(_with_people(waiting, people), things, post)
        post.finish()
        held.still(after_person=people[-1].pk)
    held.still(finished_at=timezone.now(), trouble="")


def _at_once(held: Held, run: MailRun, post: Post) -> None:
    """Try again what waits, and tell who wants to hear at once what is new to them."""
    now = timezone.now()
    tidy_up(now)
    _try_again(now, held, post)
    newest = newest_event()
    if newest != run.seen_event or now.minute % (LOOK_ANYWAY // LOOK_AGAIN) == 0:
        for people in in_chunks(people_with(Frequency.AT_ONCE), after=0):
            _make(_new_to(people, now))
        _try_again(timezone.now(), held, post)
    held.let_go(until=timezone.now() + LOOK_AGAIN, seen_event=newest, trouble="")


def _new_to(people: Sequence[Person], now: datetime) -> list[Delivery]:
    """Return a delivery for each thing that arose since somebody chose to hear at once, and not long ago."""
    since = now - timedelta(days=NEWS_DAYS[Frequency.AT_ONCE])
    chosen = {person.pk: person.mail_preference.chosen_at for person in people}
    return [
        Delivery(person_id=person, key=thing.key, next_try_at=now)
        for person, things in all_things(people, now, since=since).items()
        for thing in things
        if max(since, chosen[person]) < thing.at <= now
    ]


def _try_again(now: datetime, held: Held, post: Post) -> None:
    """Send what waits for its time: what is new, and what was refused before."""
    waiting = Delivery.objects.filter(state=Delivery.State.WAITING, next_try_at__lte=now).order_by("pk")
    after = 0
    while chunk := list(waiting.filter(pk__gt=after)[:PEOPLE_AT_ONCE]):
        after = chunk[-1].pk
        everybody = Person.objects.filter(pk__in={row.person_id for row in chunk}, is_active=True)
        people = list(everybody.select_related("mail_preference"))
        digests = things_for(people, now)
        single = all_things(people, now, since=now - timedelta(days=NEWS_DAYS[Frequency.DAILY]))
        for row in _with_people(chunk, people):
            found = digests if row.is_digest else single
            things = {row.person_id: _about(row, found.get(row.person_id, ()))}
            _send([row], things, post)
        _no_longer(chunk, people)
        post.finish()
        held.still()


def _about(delivery: Delivery, things: tuple[Thing, ...]) -> tuple[Thing, ...]:
    return things if delivery.is_digest else tuple(thing for thing in things if thing.key == delivery.key)


def _send(deliveries: Iterable[Delivery], things: dict[int, tuple[Thing, ...]], post: Post) -> None:
    today = timezone.localdate()
    for delivery in deliveries:
        post.send(delivery, partial(_mail, delivery, things[delivery.person_id], today))


def _mail(delivery: Delivery, things: tuple[Thing, ...], today: date) -> EmailMultiAlternatives | None:
    """Return the mail as things stand now; None when there is nothing left to say, or nobody who wants to hear it."""
    frequency = frequency_of(delivery.person)
    if not things or frequency is Frequency.NEVER:
        return None
    return written(letter_to(delivery.person, things, frequency, today), delivery)


def _with_people(deliveries: Iterable[Delivery], people: Sequence[Person]) -> Iterator[Delivery]:
    """Yield the deliveries to these people with their person, who is there already."""
    known = {person.pk: person for person in people}
    for delivery in deliveries:
        if delivery.person_id in known:
            delivery.person = known[delivery.person_id]
            yield delivery


def _no_longer(deliveries: Sequence[Delivery], people: Sequence[Person]) -> None:
    """Say of what waits for people who may no longer sign in that it is not needed."""
    gone = {row.pk for row in deliveries} - {row.pk for row in _with_people(deliveries, people)}
    Delivery.objects.filter(pk__in=gone, state=Delivery.State.WAITING).update(state=Delivery.State.NOTHING_TO_SAY)


def _make(deliveries: Sequence[Delivery]) -> None:
    """Write deliveries down; those that are there already stay as they are (one statement)."""
    Delivery.objects.bulk_create(deliveries, ignore_conflicts=True)
