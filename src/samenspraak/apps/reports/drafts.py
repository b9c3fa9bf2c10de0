"""A report as the data propose it now."""

from __future__ import annotations

from uuid import UUID

from samenspraak.apps.figures.queries import series_for
from samenspraak.apps.monitoring.queries import MOST_ROUNDS, MonitorWithEarlier, monitor_with_earlier
from samenspraak.apps.parties.models import Person
from samenspraak.apps.reports.accounts import account_of
from samenspraak.apps.reports.annex import history_of
from samenspraak.apps.reports.composing import proposed
from samenspraak.apps.reports.gathering import material_of, words_of
from samenspraak.apps.reports.models import ReportKind
from samenspraak.apps.reports.subjects import Subject, Year
from samenspraak.core.composition.material import Change
from samenspraak.core.composition.tree import Report

_WITH_TARGETS = {ReportKind.MONITOR, ReportKind.EVALUATION, ReportKind.PROGRESS}


def report_of(person: Person, about: Subject, kind: ReportKind, *, with_history: bool = False) -> Report:
    """Return the proposal of a report for somebody who may see what it is about; raises NotFound."""
    if isinstance(about, Year):
        return account_of(person, about, with_history=with_history)
    read = round_read(person, about.public_id)
    monitor = read.monitor
    history = None
    if with_history:
        history = history_of(person, [about.public_id], monitor.items, words_of(monitor))
    return report_on(person, read, kind, history)


def round_read(person: Person, public_id: UUID) -> MonitorWithEarlier:
    """Return a round with those before it that a report looks back at (at most ten queries); raises NotFound."""
    return monitor_with_earlier(person, public_id, limit=MOST_ROUNDS - 1)


def report_on(
    person: Person, read: MonitorWithEarlier, kind: ReportKind, history: tuple[Change, ...] | None = None
) -> Report:
    """Return the proposal of a report from a round that was read (at most three queries)."""
    shown = [item.commitment_id for item in read.monitor.items] if kind in _WITH_TARGETS else []
    targets = series_for(person, shown) if shown else {}
    return proposed(kind, material_of(read.monitor, read.round.agreement, read.earlier, targets, kind, history))
