"""A report as the data propose it now."""

from __future__ import annotations

from uuid import UUID

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


def report_of(person: Person, about: Subject, kind: ReportKind, *, with_history: bool = False) -> Report:
    """Return the proposal of a report for somebody who may see what it is about; raises NotFound."""
    if isinstance(about, Year):
        return account_of(person, about, with_history=with_history)
    read = round_read(person, about.public_id)
    monitor = read.monitor
    history = None
    if with_history:
        history = history_of(person, [about.public_id], monitor.items, words_of(monitor))
    return report_on(read, kind, history)


def round_read(person: Person, public_id: UUID) -> MonitorWithEarlier:
    """Return a round with those before it that a report looks back at (at most ten queries); raises NotFound."""
    return monitor_with_earlier(person, public_id, limit=MOST_ROUNDS - 1)


def report_on(read: MonitorWithEarlier, kind: ReportKind, history: tuple[Change, ...] | None = None) -> Report:
    """Return the proposal of a report from a round that was read (three queries)."""
    return proposed(kind, material_of(read.monitor, read.round.agreement, read.earlier, history))
