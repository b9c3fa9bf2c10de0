"""A proposal as it was at one moment, with its parties and numbers, in a form that the database keeps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import F
from django.utils import timezone

from samenspraak.apps.agreements.models import Commitment, CommitmentParty, CommitmentQuantity
from samenspraak.apps.agreements.queries import names_in
from samenspraak.apps.parties.queries import known_names

Snapshot = dict[str, Any]

FIELDS = (
    *("code", "code_key", "title", "text", "kind", "year", "theme", "heading", "deadline_text", "deadline_kind"),
    *("priority", "rating", "rating_text", "progress", "page", "start", "end", "confidence", "state"),
)
_QUANTITY = ("text", "value", "unit", "bound", "subject")
_PLACE = ("pk", "public_id", "order")  # where and which it is, beside what it says
_ROOM = 1_000_000  # more than any document has proposals


def snapshot(commitment: Commitment) -> Snapshot:
    """Return what a proposal says now (two queries unless prefetched)."""
    return {
        "pk": commitment.pk,
        "public_id": str(commitment.public_id),
        "order": commitment.order,
        **{name: getattr(commitment, name) for name in FIELDS},
        "deadline_on": _iso(commitment.deadline_on),
        "accepted_at": _iso(commitment.accepted_at),
        "accepted_by": commitment.accepted_by_id,
        "parties": [[party.name, party.role] for party in commitment.parties.all()],
        "quantities": [[getattr(one, name) for name in _QUANTITY] for one in commitment.quantities.all()],
    }


def label_of(snapshots: Sequence[Snapshot]) -> str:
    """Return how people call what a step touched."""
    first = snapshots[0]
    return " ".join(filter(None, (first["code"], first["title"] or first["text"][:80])))


def is_unchanged(commitment: Commitment | None, then: Snapshot) -> bool:
    """Whether a proposal still says what it said; its place in the document may have moved."""
    return commitment is not None and _content(snapshot(commitment)) == _content(then)


def restore(before: Sequence[Snapshot], after: Sequence[Snapshot]) -> None:
    """Put proposals back as they were: rows that the step made go, rows that it removed come back."""
    kept = {one["pk"] for one in before}
    Commitment.objects.filter(pk__in=[one["pk"] for one in after if one["pk"] not in kept]).delete()
    there = {one.pk: one for one in Commitment.objects.filter(pk__in=kept)}
    place = None
    for one in before:
        commitment = there.get(one["pk"])
        if commitment is None:
            commitment = _row_again(one, after_row=place)
        _fill(commitment, one)
        place = commitment


def _row_again(then: Snapshot, *, after_row: Commitment | None) -> Commitment:
    """Return an unsaved row with the same number as before, behind the one it was merged into."""
    if after_row is None:
        raise LookupError(then["pk"])
    make_room(after_row)
    return Commitment(
        pk=then["pk"],
        public_id=then["public_id"],
        agreement_id=after_row.agreement_id,
        document_id=after_row.document_id,
        order=after_row.order + 1,
        version=after_row.version,
    )


def make_room(commitment: Commitment) -> None:
    """Move everything behind a proposal one place on; in two steps, because no two may share a place for a moment."""
    behind = Commitment.objects.filter(document=commitment.document_id, order__gt=commitment.order)
    behind.update(order=F("order") + _ROOM)
    Commitment.objects.filter(document=commitment.document_id, order__gte=_ROOM).update(order=F("order") - _ROOM + 1)


def _fill(commitment: Commitment, then: Snapshot) -> None:
    for name in FIELDS:
        setattr(commitment, name, then[name])
    commitment.deadline_on = None if then["deadline_on"] is None else date.fromisoformat(then["deadline_on"])
    accepted_at = then["accepted_at"]
    commitment.accepted_at = None if accepted_at is None else datetime.fromisoformat(accepted_at)
    commitment.accepted_by_id = then["accepted_by"]
    commitment.version += 1
    commitment.save()
    write_parties(commitment, [(name, role) for name, role in then["parties"]])
    write_quantities(commitment, then["quantities"])


def write_parties(commitment: Commitment, named: Iterable[tuple[str, str]]) -> None:
    """Replace the parties of a proposal; each is linked to the organisation that goes by the name, if known."""
    known = names_in(commitment.agreement, known_names())
    commitment.parties.all().delete()
    CommitmentParty.objects.bulk_create(
        CommitmentParty(
            commitment=commitment,
            name=name,
            role=role,
            organisation=known.find(name),
            order=order,
        )
        for order, (name, role) in enumerate(dict.fromkeys(named))
    )


def write_quantities(commitment: Commitment, rows: Iterable[Sequence[Any]]) -> None:
    """Replace the numbers of a proposal; a row is text, value, unit, bound and subject."""
    commitment.quantities.all().delete()
    CommitmentQuantity.objects.bulk_create(
        CommitmentQuantity(commitment=commitment, order=order, **dict(zip(_QUANTITY, row, strict=True)))
        for order, row in enumerate(rows)
    )


def _content(one: Snapshot) -> Snapshot:
    return {name: value for name, value in one.items() if name not in _PLACE}


def _iso(value: date | datetime | None) -> str | None:
    if isinstance(value, datetime):
        return value.astimezone(timezone.get_fixed_timezone(0)).isoformat()
    return None if value is None else value.isoformat()
