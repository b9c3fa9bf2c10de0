"""A report of a round as the data propose it now."""

from __future__ import annotations

from uuid import UUID

from samenspraak.apps.monitoring.models import Round
from samenspraak.apps.monitoring.queries import MOST_ROUNDS, MonitorWithEarlier, monitor_with_earlier
from samenspraak.apps.parties.models import Person
from samenspraak.apps.reports.annex import history_of_round
from samenspraak.apps.reports.composing import proposed
from samenspraak.apps.reports.gathering import material_of, words_of
from samenspraak.apps.reports.models import ReportKind
from samenspraak.core.composition.material import Change
from samenspraak.core.composition.tree import Report


def report_of(person: Person, round_: Round, kind: ReportKind, *, with_history: bool = False) -> Report:
    """Return the proposal of a report for somebody who may see the round; raises NotFound."""
    read = round_read(person, round_.public_id)
    history = history_of_round(person, read.monitor, words_of(read.monitor)) if with_history else None
    return report_on(read, kind, history)


def round_read(person: Person, public_id: UUID) -> MonitorWithEarlier:
    """Return a round with those before it that a report looks back at (at most ten queries); raises NotFound."""
    return monitor_with_earlier(person, public_id, limit=MOST_ROUNDS - 1)


def report_on(read: MonitorWithEarlier, kind: ReportKind, history: tuple[Change, ...] | None = None) -> Report:
    """Return the proposal of a report from a round that was read (three queries)."""
    return proposed(kind, material_of(read.monitor, read.round.agreement, read.earlier, history))
