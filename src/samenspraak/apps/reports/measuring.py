"""The targets of a round beside what was reported: one number in a commitment, and one party that reports on it.

Where a commitment holds several numbers, or several parties report one, nobody can say which belongs to which; then
there is no series, as there is no computed light (`monitoring.items`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.monitoring.pages import MonitorItem, ReportView, RoundHead
from samenspraak.apps.monitoring.queries import RoundItems
from samenspraak.core.composition.material import Source
from samenspraak.core.composition.series import Observation, Series
from samenspraak.core.vocabulary.quantity import Bound

_OF_SOURCE = ("document__name", "document__has_pages", "page")
_OF_NUMBER = ("quantities__value", "quantities__unit", "quantities__bound")


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a commitment as its text has it, with the year of the commitment if it is of one year."""

    value: float
    unit: str
    bound: Bound
    year: int | None


Numbers = Mapping[UUID, Number]


def series_of(rounds: Sequence[RoundItems], numbers: Numbers) -> dict[UUID, Series]:
    """Return a series per commitment of the last of these rounds (oldest first) that has a target, by its number."""
    items = rounds[-1].items
    return {
        item.commitment_id: _series(item, numbers[item.commitment_id], rounds)
        for item in items
        if item.commitment_id in numbers
    }


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the commitments of a round: where each stands, and its number if it holds exactly one."""

    sources: Mapping[UUID, Source]
    numbers: Numbers


def beside_of(items: Iterable[MonitorItem]) -> Beside:
    """Return what stands beside these commitments (one query: a row per number)."""
    rows = Commitment.objects.filter(public_id__in=[item.commitment_id for item in items])
    sources: dict[UUID, Source] = {}
    numbers: dict[UUID, list[Number]] = {}
    for row in rows.values_list("public_id", "year", *_OF_SOURCE, *_OF_NUMBER, named=True):
        sources[row.public_id] = Source(row.document__name, row.page, row.document__has_pages)
        if row.quantities__value is not None:
            number = Number(row.quantities__value, row.quantities__unit, Bound(row.quantities__bound), row.year)
            numbers.setdefault(row.public_id, []).append(number)
    return Beside(sources, {key: several[0] for key, several in numbers.items() if len(several) == 1})


def _series(item: MonitorItem, number: Number, rounds: Sequence[RoundItems]) -> Series:
    said = [(one.head, only) for one in rounds if (only := _only_report(one.items, item.commitment_id)) is not None]
    measured = {
        _day(report, head): Observation(_day(report, head), report.actual)
        for head, report in said
        if report.actual is not None
    }
    last = next(((head, report) for head, report in reversed(said) if report.expected is not None), None)
    due = item.due_on or _end_of_year(number.year)
    expected = None
    if last is not None and last[1].expected is not None:
        expected = Observation(due or last[0].last_day, last[1].expected)
    return Series(
        name=f"{item.code} {item.title}".strip(),
        target=number.value,
        unit=number.unit,
        bound=number.bound,
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


def _end_of_year(year: int | None) -> date | None:
    return date(year, 12, 31) if year else None
