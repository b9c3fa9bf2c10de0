"""A worker that sends a digest is killed half-way, and others go on. Run as a program: prints who got what."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import django
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.config.kill_a_worker import kill, until

READERS = 60
SECONDS_A_MAIL = 0.05
PATIENCE = 240.0  # three workers start here, on a machine that may have other work


class Sink:
    """Takes its time for a mail, and remembers to whom it went, and under which name."""

    def __init__(self) -> None:
        self.got: list[tuple[str, str]] = []
        self._lock = threading.Lock()

    async def handle_DATA(self, _server: object, _session: object, envelope: Envelope) -> str:  # noqa: N802  # aiosmtpd's name
        head = (envelope.original_content or b"").decode(errors="replace").partition("\r\n\r\n")[0]
        name = next(line for line in head.splitlines() if line.startswith("Message-ID"))
        with self._lock:
            self.got.append((envelope.rcpt_tos[0], name))
        await asyncio.sleep(SECONDS_A_MAIL)
        return "250 OK"


def scenario(sink: Sink) -> dict[str, object]:
    """Return who got how many mails, after one worker was killed and two others went on."""
    from samenspraak.apps.mail.models import Delivery, MailRun

    make_readers()
    first = start_worker()
    until(lambda: len(sink.got) >= READERS // 3, seconds=PATIENCE)
    kill(first)
    after_kill = len(sink.got)
    others = [start_worker(), start_worker()]
    until(
        lambda: MailRun.objects.filter(moment__startswith="daily:", finished_at__isnull=False).exists(),
        seconds=PATIENCE,
    )
    until(lambda: not Delivery.objects.filter(state__in=("waiting", "claimed")).exists(), seconds=PATIENCE)
    time.sleep(3)  # were anything sent twice, it would be about now
    for other in others:
        kill(other)
    uncertain = Delivery.objects.filter(state="uncertain").values_list("person__email", flat=True)
    return {
        "after_kill": after_kill,
        "most_to_one": max(Counter(address for address, _ in sink.got).values()),
        "names": len({name for _, name in sink.got}),
        "got": len(sink.got),
        "missed": sorted(expected() - {address for address, _ in sink.got}),
        "uncertain": sorted(uncertain),
        "states": dict(Counter(Delivery.objects.values_list("state", flat=True))),
    }


def start_worker() -> subprocess.Popen[bytes]:
    """Start a worker as a process of its own, with all that belongs to it."""
    return subprocess.Popen([sys.executable, __file__, "worker"], start_new_session=True)


def make_readers() -> None:
    """Have everybody who works for the association hear every day of a round that was just opened."""
    from django.core.management import call_command
    from django.utils import timezone

    from samenspraak.apps.mail.models import MailPreference
    from samenspraak.apps.parties.models import Membership, Organisation, Person
    from tests.apps.cast import make_people
    from tests.apps.monitoring.board import make_board

    call_command("migrate", interactive=False, verbosity=0)
    make_board(make_people())
    association = Organisation.objects.get(name="Woonstichting De Linde")
    readers = Person.objects.bulk_create(
        Person(email=f"lezer{number}@linde.example", name=f"Lezer {number}", password="!") for number in range(READERS)
    )
    Membership.objects.bulk_create(Membership(person=reader, organisation=association) for reader in readers)
    chosen_at = timezone.now()
    MailPreference.objects.bulk_create(
        MailPreference(person=person, frequency="daily", chosen_at=chosen_at) for person in Person.objects.all()
    )


def expected() -> set[str]:
    """Return the addresses of those who have something to hear."""
    from samenspraak.apps.parties.models import Person

    return set(
        Person.objects.exclude(email__in=("ada@beheer.example", "carla@zandhoek.example")).values_list(
            "email", flat=True
        )
    )


def impatient_worker() -> None:
    """Work as `samenspraak worker` does, but take up what another left within seconds."""
    from datetime import timedelta

    from samenspraak.apps.mail import runs, sending
    from samenspraak.config.cli import working

    runs.HOLD = timedelta(seconds=4)
    sending.LONGEST_CLAIM = timedelta(seconds=4)
    sending.SIGN_OF_LIFE_SECONDS = 1.0
    working.LOOK_SECONDS = 1.0
    working.work()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenspraak.config.settings")
    if "worker" in sys.argv:
        django.setup()
        impatient_worker()
    else:
        sink = Sink()
        controller = Controller(sink, hostname="127.0.0.1", port=int(os.environ["SINK_PORT"]))
        controller.start()
        django.setup()
        print(json.dumps(scenario(sink)))
        controller.stop()
