"""The targets of a round beside what was reported: one number in a commitment, and one party that reports on it.

Where a commitment holds several numbers, or several parties report one, nobody can say which belongs to which; then
there is no series, as there is no computed light (`monitoring.items`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from samenspraak.apps.agreements.models import Commitment, CommitmentQuantity
from samenspraak.apps.monitoring.pages import MonitorItem, ReportView, RoundHead
from samenspraak.apps.monitoring.queries import RoundItems
from samenspraak.core.composition.series import Observation, Series
from samenspraak.core.vocabulary.quantity import Bound

Targets = Mapping[UUID, CommitmentQuantity]


def series_of(rounds: Sequence[RoundItems], targets: Targets) -> dict[UUID, Series]:
    """Return a series per commitment of the last of these rounds (oldest first) that has a target, by its number."""
    items = rounds[-1].items
    return {
        item.commitment_id: _series(item, targets[item.commitment_id], rounds)
        for item in items
        if item.commitment_id in targets
    }


def targets_of(items: Iterable[MonitorItem]) -> Targets:
    """Return the number of each commitment that holds exactly one (one query)."""
    wanted = [item.commitment_id for item in items]
    rows = CommitmentQuantity.objects.filter(commitment__public_id__in=wanted).select_related("commitment")
    found: dict[UUID, list[CommitmentQuantity]] = {}
    for row in rows:
        found.setdefault(row.commitment.public_id, []).append(row)
    return {number: several[0] for number, several in found.items() if len(several) == 1}


def _series(item: MonitorItem, target: CommitmentQuantity, rounds: Sequence[RoundItems]) -> Series:
    said = [(one.head, only) for one in rounds if (only := _only_report(one.items, item.commitment_id)) is not None]
    measured = {
        _day(report, head): Observation(_day(report, head), report.actual)
        for head, report in said
        if report.actual is not None
    }
    last = next(((head, report) for head, report in reversed(said) if report.expected is not None), None)
    due = item.due_on or _end_of_year(target.commitment)
    expected = None
    if last is not None and last[1].expected is not None:
        expected = Observation(due or last[0].last_day, last[1].expected)
    return Series(
        name=f"{item.code} {item.title}".strip(),
        target=target.value,
        unit=target.unit,
        bound=Bound(target.bound),
        due=due,
        observations=tuple(measured[on] for on in sorted(measured)),
        expected=expected,
    )


def _only_report(items: Iterable[MonitorItem], commitment_id: UUID) -> ReportView | None:
    for item in items:
        if item.commitment_id == commitment_id:
            said = [report for report in item.reports if report.is_reported]
            return said[0] if len(said) == 1 else None
    return None


def _day(report: ReportView, head: RoundHead) -> date:
    """Return the day for which a figure holds; what was kept otherwise than as a day counts for the whole round."""
    try:
        return date.fromisoformat(report.as_of)
    except ValueError:
        return head.last_day


def _end_of_year(commitment: Commitment) -> date | None:
    return date(commitment.year, 12, 31) if commitment.year else None
