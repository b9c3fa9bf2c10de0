"""A document is handed in, its worker killed half-way, and another started. Run as a program: prints what happened."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import django

PAGES = 300
WITHIN_SECONDS = 90


def scenario() -> dict[str, object]:
    """Return what was there after the kill, and after the other worker."""
    from django.core.management import call_command

    from samenspraak.apps.agreements import jobs
    from samenspraak.apps.agreements.models import Agreement
    from samenspraak.apps.documents.models import ImportRun, SourcePage
    from tests.apps.cast import make_people

    call_command("migrate", interactive=False, verbosity=0)
    content = long_document()
    jobs.receive_upload(file=io.BytesIO(content), name="lang.pdf", size=len(content), by=make_people().noor)

    def state() -> tuple[object, ...]:
        run = ImportRun.objects.get()
        return run.status, run.attempt, SourcePage.objects.count(), Agreement.objects.count()

    first = start_worker(seconds_a_step="30")
    until(lambda: ImportRun.objects.get().done_count > 0)
    kill(first)
    after_kill, killed_at = state(), time.monotonic()
    second = start_worker(seconds_a_step="0")
    until(lambda: ImportRun.objects.get().attempt == 2)
    taken_up = time.monotonic() - killed_at
    until(lambda: ImportRun.objects.get().status == "done")
    kill(second)
    return {"after_kill": after_kill, "taken_up": taken_up, "in_the_end": state()}


def start_worker(*, seconds_a_step: str) -> subprocess.Popen[bytes]:
    """Start a worker of which every step takes a while, so that there is a half-way at which to be killed."""
    return subprocess.Popen(
        [sys.executable, __file__, "slow-worker"],
        env={**os.environ, "SECONDS_A_STEP": seconds_a_step},
        start_new_session=True,
    )


def slow_worker() -> None:
    """Work as `samenspraak worker` does, but slower."""
    from samenspraak.apps.documents import heartbeat
    from samenspraak.config.cli.working import work

    tell = heartbeat.report_progress

    def slowly(*steps: object) -> None:
        tell(*steps)  # type: ignore[arg-type]
        time.sleep(float(os.environ["SECONDS_A_STEP"]))

    heartbeat.report_progress = slowly
    work()


def kill(worker: subprocess.Popen[bytes]) -> None:
    """End a worker with all its processes, without a chance to tidy up."""
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()


def until(holds: Callable[[], bool], *, seconds: float = WITHIN_SECONDS) -> None:
    """Wait until something holds, and not for ever."""
    began = time.monotonic()
    while not holds():
        if time.monotonic() - began > seconds:
            raise TimeoutError
        time.sleep(0.2)


def long_document() -> bytes:
    """Return a document with a commitment on every page."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for number in range(PAGES):
        canvas.drawString(72, 700, f"De gemeente bouwt in 2027 ten minste {number + 10} woningen.")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenspraak.config.settings")
    django.setup()
    if "slow-worker" in sys.argv:
        slow_worker()
    else:
        print(json.dumps(scenario()))
