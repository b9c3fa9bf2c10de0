"""What the register holds, read for a table: plain values, without a record made of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast

from samenspraak.apps.agreements.models import Commitment, CommitmentParty, CommitmentQuantity
from samenspraak.apps.agreements.revisions.pages import FIELD_LABELS
from samenspraak.apps.agreements.revisions.values import PLAIN_FIELDS, QuantityValues

ROWS_AT_ONCE = 500
_BESIDE = ("pk", "written_id", "version", "document__name", "page", "elaborates_id")
_QUANTITY = ("text", "value", "unit", "bound", "subject")

_READ = (*PLAIN_FIELDS, "leads", "partners", "quantities", "elaborates")
_in_order = itemgetter(*map(_READ.index, FIELD_LABELS))
_Names: TypeAlias = "defaultdict[int, list[str]]"


class Kept(NamedTuple):
    """A commitment as a table needs it; `values` is what `values_of` says of the record."""

    number: int
    public_id: str
    version: int
    document: str  # its name
    page: int
    values: dict[str, Any]


def kept(commitments: QuerySet[Commitment]) -> Iterator[Kept]:
    """Yield commitments in the order asked for (four queries)."""
    theirs = commitments.order_by()
    leads, partners = _names(theirs)
    quantities, frameworks = _quantities(theirs), _frameworks(theirs)
    for row in _with_id(commitments).values_list(*_BESIDE, *PLAIN_FIELDS).iterator(chunk_size=ROWS_AT_ONCE):
        number, public_id, version, document, page, elaborates, *plain = row
        found = (*plain, leads[number], partners[number], quantities[number], frameworks.get(elaborates))
        values = dict(zip(FIELD_LABELS, _in_order(found), strict=True))
        if values["deadline_on"]:
            values["deadline_on"] = values["deadline_on"].isoformat()
        yield Kept(number, _dashed(public_id), version, document, page, values)


def _with_id(commitments: QuerySet[Commitment]) -> QuerySet[Any]:
    """Return the same with the public id as text: making a UUID takes longer than reading the row."""
    return commitments.annotate(written_id=Cast("public_id", CharField()))


def _dashed(public_id: str) -> str:
    """Return a public id as it is written everywhere; SQLite keeps it without dashes."""
    if len(public_id) != 32:
        return public_id
    return f"{public_id[:8]}-{public_id[8:12]}-{public_id[12:16]}-{public_id[16:20]}-{public_id[20:]}"


def _names(commitments: QuerySet[Commitment]) -> tuple[_Names, _Names]:
    """Return who leads and who takes part, by commitment."""
    leads: _Names = defaultdict(list)
    partners: _Names = defaultdict(list)
    of_role = {CommitmentParty.Role.LEAD.value: leads, CommitmentParty.Role.PARTNER.value: partners}
    rows = CommitmentParty.objects.filter(commitment__in=commitments.values("pk")).order_by("order")
    for number, role, name in rows.values_list("commitment_id", "role", "name"):
        of_role[role][number].append(name)
    return leads, partners


def _frameworks(commitments: QuerySet[Commitment]) -> dict[int | None, str]:
    """Return what is elaborated: the public id, by number."""
    rows = _with_id(Commitment.objects.filter(pk__in=commitments.values("elaborates")).order_by())
    return {number: _dashed(public_id) for number, public_id in rows.values_list("pk", "written_id")}


def _quantities(commitments: QuerySet[Commitment]) -> defaultdict[int, list[QuantityValues]]:
    """Return the numbers of each commitment."""
    found: defaultdict[int, list[QuantityValues]] = defaultdict(list)
    rows = CommitmentQuantity.objects.filter(commitment__in=commitments.values("pk")).order_by("order")
    for number, text, value, unit, bound, subject in rows.values_list("commitment_id", *_QUANTITY):
        found[number].append(QuantityValues(text=text, value=value, unit=unit, bound=bound, subject=subject))
    return found
