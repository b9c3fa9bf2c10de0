"""What the page of consents shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from samenspraak.apps.monitoring.pages import LegendRow, MonitorItem, ReportView, RoundHead


@dataclass(frozen=True, slots=True)
class ApprovalRow:
    """One report that waits for consent, with the commitment that it is about."""

    item: MonitorItem
    report: ReportView
    was_approved: bool  # there was consent with an earlier version

    @property
    def key(self) -> str:
        """The report as it is read here: its number and version."""
        return f"{self.report.progress_id}:{self.report.version}"


@dataclass(frozen=True, slots=True)
class ApprovedBatch:
    """What somebody consented to at once, as far as it still stands."""

    at: datetime
    by: str
    rows: tuple[ApprovalRow, ...]


@dataclass(frozen=True, slots=True)
class ApprovalPage:
    """The reports of a round that wait for consent, and those that have it, newest first."""

    head: RoundHead
    waiting: tuple[ApprovalRow, ...]
    batches: tuple[ApprovedBatch, ...]
    legend: tuple[LegendRow, ...]
    is_adopted: bool
