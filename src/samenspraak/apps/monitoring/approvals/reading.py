"""Reading which reports of a round wait for a coordinator's consent, and which have it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, F, Q
from django.utils import timezone

from samenspraak.apps.monitoring.approvals.pages import ApprovalPage, ApprovalRow, ApprovedBatch
from samenspraak.apps.monitoring.fetch import round_for
from samenspraak.apps.monitoring.items import monitor_items
from samenspraak.apps.monitoring.models import Progress, Round
from samenspraak.apps.monitoring.snapshots import head_of, legend_of
from samenspraak.apps.monitoring.voices import checked_manager
from samenspraak.apps.parties.models import Person

# Reported, and without consent with what is said now.
WAITING = Q(version__gt=0) & (Q(approved_version=None) | ~Q(approved_version=F("version")))


def approvals_for(person: Person, public_id: UUID) -> ApprovalPage:
    """Return what waits for consent in a round, for who coordinates it; raises NotFound, NotYourWords."""
    round_ = round_for(person, public_id)
    checked_manager(person, round_.agreement)
    items = monitor_items([round_], today=timezone.localdate())[round_.pk]
    rows = [
        ApprovalRow(item, report, was_approved=report.approved_version is not None)
        for item in items
        for report in item.reports
        if report.is_reported
    ]
    return ApprovalPage(
        head=head_of(round_),
        waiting=tuple(row for row in rows if not row.report.is_approved),
        batches=_batches(row for row in rows if row.report.is_approved),
        legend=legend_of(round_),
        is_adopted=round_.state == Round.State.ADOPTED,
    )


def _batches(rows: Iterable[ApprovalRow]) -> tuple[ApprovedBatch, ...]:
    """Return the rows by when and by whom they got consent, newest first: what was done at once is undone at once."""
    found: dict[tuple[object, str], list[ApprovalRow]] = {}
    for row in rows:
        found.setdefault((row.report.approved_at, row.report.approved_by), []).append(row)
    batches = [
        ApprovedBatch(first.report.approved_at, first.report.approved_by, tuple(together))
        for together in found.values()
        if (first := together[0]).report.approved_at is not None
    ]
    return tuple(sorted(batches, key=lambda batch: batch.at, reverse=True))


def waiting_counts(rounds: Iterable[int]) -> dict[int, int]:
    """Return how many reports wait for consent, by round (one query)."""
    waiting = Progress.objects.filter(WAITING, item__round__in=list(rounds)).order_by()
    return dict(waiting.values_list("item__round").annotate(count=Count("pk")))
