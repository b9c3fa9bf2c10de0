"""A report of a round as the data propose it now."""

from __future__ import annotations

from samenspraak.apps.agreements.queries import agreement_for
from samenspraak.apps.monitoring.models import Round
from samenspraak.apps.monitoring.queries import earlier_rounds, monitor_for
from samenspraak.apps.parties.models import Person
from samenspraak.apps.reports.annex import history_of_round
from samenspraak.apps.reports.composing import proposed
from samenspraak.apps.reports.gathering import material_of, words_of
from samenspraak.apps.reports.models import ReportKind
from samenspraak.core.composition.tree import Report


def report_of(person: Person, round_: Round, kind: ReportKind, *, with_history: bool = False) -> Report:
    """Return the proposal of a report for somebody who may see the round; raises NotFound."""
    monitor = monitor_for(person, round_.public_id)
    agreement = agreement_for(person, monitor.head.agreement_id)
    history = history_of_round(person, monitor, words_of(monitor)) if with_history else None
    return proposed(kind, material_of(monitor, agreement, earlier_rounds(person, round_.public_id), history))
