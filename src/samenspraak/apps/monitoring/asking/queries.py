"""Reading who is asked about a commitment, and what a coordinator may change in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from samenspraak.apps.agreements.models import AgreementParty, Commitment
from samenspraak.apps.monitoring.models import AskedParty
from samenspraak.apps.monitoring.pages import ItemPage


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """A party that is asked although the document does not name it, or left out although it does."""

    number: int
    name: str
    is_asked: bool
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Asking:
    """Who is asked, beside what the document says; what may change is empty for who may not change it."""

    decided: tuple[DecidedRow, ...]
    may_leave_out: tuple[tuple[int, str], ...]
    may_ask: tuple[tuple[int, str], ...]

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to say or to do."""
        return bool(self.decided or self.may_leave_out or self.may_ask)


def asking_of(page: ItemPage) -> Asking:
    """Return who is asked on a page that somebody may see (at most two queries)."""
    rows = AskedParty.objects.filter(commitment__public_id=page.item.commitment_id)
    decided = tuple(
        DecidedRow(row.party_id, row.party.name, row.is_asked, row.reason, str(row.decided_by), row.decided_at)
        for row in rows.select_related("party", "decided_by")
    )
    if not (page.may_manage and page.head.is_open):
        return Asking(decided, (), ())
    agreement = Commitment.objects.filter(public_id=page.item.commitment_id).values("agreement")
    parties = AgreementParty.objects.filter(agreement__in=agreement, left_on=None).order_by("order")
    present = dict(parties.values_list("pk", "name"))
    reports = [report for report in page.item.reports if report.party_id in present]
    silent = tuple((one.party_id, one.party) for one in reports if not one.is_reported and not one.evidence)
    there = {report.party_id for report in reports} | {row.number for row in decided if not row.is_asked}
    others = tuple((number, name) for number, name in present.items() if number not in there)
    return Asking(decided, silent if len(reports) > 1 else (), others)
