"""What it takes to open a round over a hundred and twenty commitments."""

from __future__ import annotations

import statistics
import time
from datetime import date

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from bench.country.work import newest_agreement, who_coordinates
from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.monitoring.actions import open_round
from samenspraak.core.vocabulary.round_period import PeriodKind, period_of

TIMES = 5


def opening() -> dict[str, float]:
    """Return how many commitments are asked, in how many queries and seconds (the median); nothing of it stays."""
    agreement, person = newest_agreement(), who_coordinates()
    seconds = []
    for _ in range(TIMES):
        with CaptureQueriesContext(connection) as asked, transaction.atomic():
            begin = time.perf_counter()
            count = _opened(agreement, person)
            seconds.append(time.perf_counter() - begin)
            transaction.set_rollback(True)
    questions = sum(not query["sql"].startswith(("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK")) for query in asked)
    return {"commitments": count, "queries": questions, "seconds": statistics.median(seconds)}


def _opened(agreement: Agreement, person: object) -> int:
    period = period_of(PeriodKind.QUARTER, agreement.period_start or 0, 4)
    if period is None:
        raise ValueError(f"{agreement} has no period.")
    made = open_round(agreement=agreement, period=period, due_on=date(period.year, 12, 15), by=person)
    return made.items.count()
