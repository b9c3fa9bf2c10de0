"""What the register holds, read for a table: plain values, without a record made of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from samenspraak.apps.agreements.models import Commitment, CommitmentParty, CommitmentQuantity
from samenspraak.apps.agreements.revisions.pages import FIELD_LABELS
from samenspraak.apps.agreements.revisions.values import PLAIN_FIELDS, QuantityValues

ROWS_AT_ONCE = 500
_BESIDE = ("pk", "public_id", "version", "document__name", "page", "elaborates__public_id")
_QUANTITY = ("text", "value", "unit", "bound", "subject")


class Kept(NamedTuple):
    """A commitment as a table needs it; `values` is what `values_of` says of the record."""

    number: int
    public_id: UUID
    version: int
    document: str  # its name
    page: int
    values: dict[str, Any]

    @property
    def code(self) -> str:
        """The number that the document gives it, or empty."""
        return str(self.values["code"])

    @property
    def title(self) -> str:
        """Its title, or empty."""
        return str(self.values["title"])

    @property
    def heading(self) -> str:
        """The heading that it stands under, or empty."""
        return str(self.values["heading"])

    @property
    def text(self) -> str:
        """What was agreed."""
        return str(self.values["text"])


def kept(commitments: QuerySet[Commitment]) -> Iterator[Kept]:
    """Yield commitments in the order asked for (three queries per five hundred)."""
    rows = commitments.values_list(*_BESIDE, *PLAIN_FIELDS).iterator(chunk_size=ROWS_AT_ONCE)
    while chunk := list(islice(rows, ROWS_AT_ONCE)):
        numbers = [row[0] for row in chunk]
        names, quantities = _names(numbers), _quantities(numbers)
        for row in chunk:
            number, public_id, version, document, page, elaborates, *plain = row
            found = dict(zip(PLAIN_FIELDS, plain, strict=True))
            found["deadline_on"] = found["deadline_on"] and found["deadline_on"].isoformat()
            found["leads"] = names[number, CommitmentParty.Role.LEAD.value]
            found["partners"] = names[number, CommitmentParty.Role.PARTNER.value]
            found["quantities"] = quantities[number]
            found["elaborates"] = elaborates and str(elaborates)
            values = {name: found[name] for name in FIELD_LABELS}
            yield Kept(number, public_id, version, document, page, values)


def _names(numbers: Sequence[int]) -> defaultdict[tuple[int, str], list[str]]:
    """Return who is named, by commitment and role."""
    found: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    rows = CommitmentParty.objects.filter(commitment__in=numbers).order_by("order")
    for number, role, name in rows.values_list("commitment_id", "role", "name"):
        found[number, role].append(name)
    return found


def _quantities(numbers: Sequence[int]) -> defaultdict[int, list[QuantityValues]]:
    """Return the numbers of each commitment."""
    found: defaultdict[int, list[QuantityValues]] = defaultdict(list)
    rows = CommitmentQuantity.objects.filter(commitment__in=numbers).order_by("order")
    for number, text, value, unit, bound, subject in rows.values_list("commitment_id", *_QUANTITY):
        found[number].append(QuantityValues(text=text, value=value, unit=unit, bound=bound, subject=subject))
    return found
