"""A round in every municipality, seventeen thousand people who may hear of it, and one digest for all of them."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from datetime import date, timedelta

from django.db import connection
from django.db.models import Count
from django.utils import timezone

from bench.country.people import ADMINISTRATOR
from samenspraak.apps.agreements.models import Agreement, AgreementParty
from samenspraak.apps.mail.jobs import do_run
from samenspraak.apps.mail.models import Delivery, MailRun
from samenspraak.apps.monitoring.models import Consultation, Progress, Round, RoundItem
from samenspraak.apps.parties.models import Membership, Organisation, Person

PEOPLE = 17_000
ASKED = 20  # commitments in a round
MOMENT = "weekly:2026-11-23"
_ROLES = (Membership.Role.CONTRIBUTOR, Membership.Role.READER, Membership.Role.CONTRIBUTOR, Membership.Role.COORDINATOR)


def people_the_country() -> None:
    """Open a round in the newest agreement of every municipality, and add colleagues until there are enough people."""
    keeper = Person.objects.get(email=ADMINISTRATOR)
    Agreement.objects.update(facts_confirmed_at=timezone.now(), facts_confirmed_by=keeper)
    for agreement in Agreement.objects.exclude(rounds__isnull=False).iterator():
        _open(agreement, keeper)
    _add_colleagues()


def _open(agreement: Agreement, keeper: Person) -> None:
    """Open a round as the action does, without what it would have to work out."""
    year = agreement.period_start or 2026
    opened = Round.objects.create(
        agreement=agreement,
        period_kind=Round.Period.TERTIAL,
        year=year,
        number=1,
        first_day=date(year, 1, 1),
        last_day=date(year, 4, 30),
        due_on=timezone.localdate() + timedelta(days=(agreement.pk % 40) - 20),  # some late, some not
        opened_by=keeper,
    )
    parties = list(AgreementParty.objects.filter(agreement=agreement))
    commitments = agreement.commitments.filter(state="accepted").order_by("order")[:ASKED]
    items = RoundItem.objects.bulk_create(
        RoundItem(round=opened, commitment=commitment, asked_because="planned", order=order)
        for order, commitment in enumerate(commitments)
    )
    Progress.objects.bulk_create(
        Progress(item=item, party=party) for nth, item in enumerate(items) for party in parties if (nth + party.pk) % 2
    )
    Consultation.objects.bulk_create(Consultation(round=opened, party=party) for party in parties)


def _add_colleagues() -> None:
    missing = PEOPLE - Person.objects.count()
    people = Person.objects.bulk_create(
        (
            Person(email=f"collega{number}@land.example", name=f"Collega {number}", password="!")  # noqa: S106 no password
            for number in range(missing)
        ),
        batch_size=2_000,
    )
    places = list(Organisation.objects.values_list("pk", flat=True))
    Membership.objects.bulk_create(
        (
            Membership(person=person, organisation_id=places[number % len(places)], role=_ROLES[number % len(_ROLES)])
            for number, person in enumerate(people)
        ),
        batch_size=2_000,
    )


def mailed(received: Callable[[], int]) -> str:
    """Do one run; return what it took as a row."""
    MailRun.objects.create(moment=MOMENT, held_until=timezone.now())
    counted = _Queries()
    loaded = _peak()
    begin, cpu = time.monotonic(), time.process_time()
    with connection.execute_wrapper(counted):
        sent = do_run(MOMENT)
    seconds, cpu = time.monotonic() - begin, time.process_time() - cpu
    states = dict(Delivery.objects.order_by().values_list("state").annotate(count=Count("pk")))
    if states != {"sent": sent} or received() != sent:
        raise AssertionError(f"sent {sent}, received {received()}, kept {states}")
    cells = (
        connection.vendor,
        f"{Person.objects.count():,}",
        f"{Round.objects.count():,}",
        f"{sent:,}",
        f"{seconds:.1f} s ({cpu:.1f} s)",
        f"{counted.reads:,}",
        f"{counted.writes / sent:.1f}",
        f"{_peak():.0f} MB ({loaded:.0f} MB)",
    )
    return " | ".join(cells)


class _Queries:
    """Counts what is asked, apart from what is written for each mail."""

    def __init__(self) -> None:
        self.reads = self.writes = 0

    def __call__(self, execute: Callable[..., object], sql: str, *arguments: object) -> object:
        if sql.lstrip().replace('"', "").startswith("UPDATE mail_delivery"):
            self.writes += 1
        elif sql.startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")):
            pass
        else:
            self.reads += 1
        return execute(sql, *arguments)


def _peak() -> float:
    """Return the most memory that this process had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
