"""Who is told, in chunks: so many people at a time that memory does not grow with the country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from samenspraak.apps.mail.material import material_for
from samenspraak.apps.mail.models import DIGEST, Delivery, Frequency
from samenspraak.apps.mail.pages import Thing
from samenspraak.apps.mail.things import Teller, Terms
from samenspraak.apps.parties.models import Membership, Person

PEOPLE_AT_ONCE = 4_000  # almost every chunk concerns almost every round, which are read for each chunk
# What happened before that is news no longer, whatever somebody was told or not.
NEWS_DAYS = {Frequency.AT_ONCE: 3, Frequency.DAILY: 4, Frequency.WEEKLY: 14, Frequency.NEVER: 0}


def terms_at(now: datetime) -> Terms:
    """Return the terms of this installation at a moment."""
    return Terms(now, settings.DIGEST_HOUR, timedelta(days=settings.ESCALATION_DAYS))


def frequency_of(person: Person) -> Frequency:
    """Return how often a person wants mail; the preference should be selected with the person."""
    preference = getattr(person, "mail_preference", None)
    return Frequency.WEEKLY if preference is None else Frequency(preference.frequency)


def people_with(frequency: Frequency) -> QuerySet[Person]:
    """Return who wants mail so often: people who may sign in and work for somebody."""
    wanted = Q(mail_preference__frequency=frequency)
    if frequency is Frequency.WEEKLY:
        wanted |= Q(mail_preference=None)
    works = Exists(Membership.objects.filter(person=OuterRef("pk")))
    return Person.objects.filter(wanted, works, is_active=True).select_related("mail_preference").order_by("pk")


def in_chunks(people: QuerySet[Person], *, after: int) -> Iterator[list[Person]]:
    """Yield people by their numbers, some thousands at a time; each chunk is asked when it is needed."""
    while chunk := list(people.filter(pk__gt=after)[:PEOPLE_AT_ONCE]):
        yield chunk
        after = chunk[-1].pk


def things_for(people: Sequence[Person], now: datetime, *, but: str = "") -> dict[int, tuple[Thing, ...]]:
    """Return by person what a digest tells: what lasts, and what is new since the digest before (`but` is this one)."""
    since = _since(people, now, but)
    everything = all_things(people, now, since=min(since.values(), default=now))
    return {
        person: tuple(thing for thing in things if thing.lasts or thing.at > since[person])
        for person, things in everything.items()
    }


def all_things(people: Sequence[Person], now: datetime, *, since: datetime) -> dict[int, tuple[Thing, ...]]:
    """Return by person everything there is, with the reactions since a moment."""
    material = material_for([person.pk for person in people], reactions_since=since)
    teller = Teller(material, terms_at(now))
    return {person.pk: teller.things_of(person.pk) for person in people}


def _since(people: Sequence[Person], now: datetime, but: str) -> dict[int, datetime]:
    """Return from when on something is new to each person (one query)."""
    told = Delivery.objects.filter(person__in=people, key__startswith=DIGEST, state=Delivery.State.SENT)
    last = dict(told.exclude(key=but).order_by().values_list("person").annotate(last=Max("made_at")))
    return {
        person.pk: max(
            last.get(person.pk, now - timedelta(days=14)), now - timedelta(days=NEWS_DAYS[frequency_of(person)])
        )
        for person in people
    }
