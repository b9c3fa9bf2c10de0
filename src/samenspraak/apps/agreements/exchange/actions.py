"""Bringing a table back: offered first, applied after a look; keyword-only, one transaction, one event."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import Any

from django.db import transaction
from django.db.models import Max

from samenspraak.apps.agreements.errors import AlreadyApplied, NothingChanged
from samenspraak.apps.agreements.exchange.differences import RowKind, TableRow, heads_of
from samenspraak.apps.agreements.exchange.reading import differences_of, packed, unpacked
from samenspraak.apps.agreements.models import Agreement, AgreementDocument, Commitment, CommitmentVersion, OfferedTable
from samenspraak.apps.agreements.revisions.values import values_of
from samenspraak.apps.agreements.revisions.writing import (
    Stamp,
    locked,
    place_new,
    refuse_reader,
    refuse_stale,
    revised,
)
from samenspraak.apps.audit.actions import record
from samenspraak.apps.audit.models import EventKind
from samenspraak.apps.parties.models import Person
from samenspraak.engines.writers.reading_back import read_back

LONGEST_NAME = 255


@transaction.atomic
def offer_table(*, agreement: Agreement, name: str, content: bytes, by: Person) -> OfferedTable:
    """Keep a table that somebody brings back, so that they can see what it would change.

    Raises NotAllowed, UnreadableSheet, MergedCells, SheetTooLarge or UnreadableTable; nothing in the register changes.
    """
    refuse_reader(by, agreement)
    shown = PurePath(name.replace("\\", "/")).name.replace("\x00", "")[:LONGEST_NAME] or "tabel"
    rows = read_back(content, name=shown)
    heads_of(rows)
    table = OfferedTable.objects.create(agreement=agreement, name=shown, rows=packed(rows), offered_by=by)
    record(
        EventKind.TABLE_OFFERED,
        target=agreement,
        by=by,
        # What it would change is counted when somebody looks, and written down when it is applied.
        after={"table": str(table.public_id), "name": shown, "rows": len(rows) - 1},
    )
    return table


@transaction.atomic
def apply_table(*, table: OfferedTable, nature: CommitmentVersion.Nature, reason: str, by: Person) -> dict[str, int]:
    """Apply the new and changed rows of a table, all of them or none; return how many of each kind there were.

    Rows with an error or a conflict are left out, what is missing stays. A row's own reason goes before `reason`.
    Raises NotAllowed, AlreadyApplied, NothingChanged, ReasonMissing, InvalidValue or ChangedMeanwhile.
    """
    table = OfferedTable.objects.select_for_update(of=("self",)).select_related("agreement").get(pk=table.pk)
    agreement = table.agreement
    refuse_reader(by, agreement)
    if table.applied_at is not None:
        raise AlreadyApplied("Deze tabel is al doorgevoerd. Haal de tabel opnieuw op en begin daarmee.")
    found = differences_of(agreement, unpacked(table.rows))
    stamp = Stamp.on(agreement, by=by, nature=nature, reason=reason)
    done = _change(agreement, found.of(RowKind.CHANGED), stamp) | _add(agreement, found.of(RowKind.NEW), stamp)
    if not done:
        raise NothingChanged("In deze tabel staat niets dat kan worden doorgevoerd.")
    table.applied_at = stamp.at
    table.save(update_fields=["applied_at"])
    counts = {str(kind): len(found.of(kind)) for kind in RowKind} | {"missing": len(found.missing)}
    record(
        EventKind.TABLE_APPLIED,
        target=agreement,
        by=by,
        after={"table": str(table.public_id), "change": str(stamp.change), "commitments": done, "rows": counts},
        reason=reason.strip(),
    )
    return counts


def _change(agreement: Agreement, rows: tuple[TableRow, ...], stamp: Stamp) -> dict[str, Any]:
    by_id = {row.commitment: row for row in rows if row.commitment is not None}
    done: dict[str, Any] = {}
    for commitment in locked(agreement.commitments.filter(public_id__in=by_id)):
        row = by_id[commitment.public_id]
        refuse_stale(commitment, row.version)
        change = revised(commitment, row.values, _stamp_of(row, stamp))
        if change is not None:
            done[str(commitment.public_id)] = {"before": change.was, "after": change.became}
    return done


def _add(agreement: Agreement, rows: tuple[TableRow, ...], stamp: Stamp) -> dict[str, Any]:
    # Held: of two who add to a document at once, the second comes behind the first.
    sources = AgreementDocument.objects.filter(agreement=agreement).select_for_update(of=("self",))
    source = sources.select_related("document").order_by("order").first()
    if source is None or not rows:
        return {}
    last = Commitment.objects.filter(document=source.document).aggregate(last=Max("order"))["last"]
    added = {}
    for order, row in enumerate(rows, start=0 if last is None else last + 1):
        commitment = place_new(source, row.values, order=order, stamp=_stamp_of(row, stamp))
        added[str(commitment.public_id)] = {"before": None, "after": values_of(commitment)}
    return added


def _stamp_of(row: TableRow, stamp: Stamp) -> Stamp:
    return replace(stamp, reason=row.reason or stamp.reason)
