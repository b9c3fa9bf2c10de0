"""A table that was brought back, beside the register as it is now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from samenspraak.apps.agreements.errors import NotAllowed, NotFound
from samenspraak.apps.agreements.exchange.differences import Differences, differences
from samenspraak.apps.agreements.exchange.kept import kept
from samenspraak.apps.agreements.exchange.table_rows import words_of
from samenspraak.apps.agreements.fetch import only_agreement, register_of
from samenspraak.apps.agreements.models import Agreement, CommitmentVersion, OfferedTable
from samenspraak.apps.agreements.visibility import may
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import Right
from samenspraak.engines.writers.cells import Cell

DAY_MARK = "day:"  # JSON has no days
_MARKED = len(DAY_MARK)


@dataclass(frozen=True, slots=True)
class TablePage:
    """A table that somebody offered, and what it would change."""

    agreement_id: UUID
    agreement_title: str
    public_id: UUID
    name: str
    offered_at: datetime
    offered_by: str
    applied_at: datetime | None
    differences: Differences


def agreement_to_edit(person: Person, public_id: UUID) -> Agreement:
    """Return an agreement of which a person may change the register; raises NotFound or NotAllowed."""
    agreement = only_agreement(person, public_id)
    if not may(person, Right.EDIT_REGISTER, agreement):
        raise NotAllowed("U kunt deze afspraken lezen, maar niet wijzigen. Vraag een coördinator.")
    return agreement


def offered_table(person: Person, public_id: UUID) -> OfferedTable:
    """Return a table that somebody offered, for who may apply it; raises NotFound or NotAllowed."""
    table = OfferedTable.objects.filter(public_id=public_id).select_related("agreement", "offered_by").first()
    if table is None:
        raise NotFound("Deze tabel is er niet.")
    agreement_to_edit(person, table.agreement.public_id)
    return table


def table_page(person: Person, public_id: UUID) -> TablePage:
    """Return what a table would change (a bounded number of queries); raises NotFound, NotAllowed, UnreadableTable."""
    table = offered_table(person, public_id)
    return TablePage(
        agreement_id=table.agreement.public_id,
        agreement_title=table.agreement.title,
        public_id=table.public_id,
        name=table.name,
        offered_at=table.offered_at,
        offered_by=str(table.offered_by),
        applied_at=table.applied_at,
        differences=differences_of(table.agreement, unpacked(table.rows)),
    )


def differences_of(agreement: Agreement, rows: list[list[Cell]]) -> Differences:
    """Return a table beside the register of its agreement (six queries)."""
    current = list(kept(register_of(agreement).order_by("document_id", "order")))
    replaced = CommitmentVersion.objects.filter(commitment__agreement=agreement)
    rows_of = replaced.values_list("commitment", "version", "values")
    earlier = {(one, version): values for one, version, values in rows_of}
    return differences(rows, current, earlier, words_of(agreement))


def packed(rows: list[list[Cell]]) -> list[list[str | int | float | None]]:
    """Return rows as JSON can hold them."""
    return [[f"{DAY_MARK}{cell.isoformat()}" if isinstance(cell, date) else cell for cell in row] for row in rows]


def unpacked(rows: list[list[str | int | float | None]]) -> list[list[Cell]]:
    """Return rows as they were before `packed`."""
    return [
        [_unpacked(cell) if cell.__class__ is str and cell[:_MARKED] == DAY_MARK else cell for cell in row]
        for row in rows
    ]


def _unpacked(cell: str) -> Cell:
    try:
        return date.fromisoformat(cell.removeprefix(DAY_MARK))
    except ValueError:
        return cell
