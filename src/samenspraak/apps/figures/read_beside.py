"""One target beside another, of any agreement that somebody sees: what differs is said before anything is compared."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Case, When

from samenspraak.apps.agreements.queries import visible_agreements
from samenspraak.apps.figures.models import Target
from samenspraak.apps.figures.pages import Amount, Beside
from samenspraak.apps.figures.reading import figure_of
from samenspraak.apps.figures.values import exact
from samenspraak.apps.parties.models import Person
from samenspraak.core.measurement.comparing import compare
from samenspraak.core.measurement.indicators import Refusal

_MOST = 100


def others_of(person: Person, record: Target) -> tuple[tuple[UUID, str], ...]:
    """Return the targets in the same unit that can be held beside one, those of its own agreement first (one query)."""
    if record.withdrawn_at is not None:
        return ()
    seen = Target.objects.filter(
        commitment__agreement__in=visible_agreements(person), withdrawn_at=None, unit=record.unit
    ).exclude(pk=record.pk)
    elsewhere = Case(When(commitment__agreement=record.commitment.agreement_id, then=0), default=1)
    listed = seen.select_related("party", "commitment__agreement").order_by(
        elsewhere, "commitment__agreement__title", "label"
    )
    return tuple((each.public_id, f"{each} – {each.commitment.agreement.title}") for each in listed[:_MOST])


def beside_of(person: Person, record: Target, asked: str) -> Beside | None:
    """Return another target beside this one; None where none is asked for, or it is not theirs to see."""
    try:
        public_id = UUID(asked)
    except ValueError:
        return None
    seen = Target.objects.filter(commitment__agreement__in=visible_agreements(person), public_id=public_id)
    other = seen.select_related("party", "commitment__agreement").prefetch_related("path").first()
    if other is None:
        return None
    found = compare(figure_of(record), figure_of(other))
    aim = exact(other.value)
    return Beside(
        public_id=other.public_id,
        label=str(other),
        agreement_title=other.commitment.agreement.title,
        first_year=other.first_year,
        last_year=other.last_year,
        aim=None if aim is None else Amount(float(aim), other.unit, other.bound),
        more=None if found is None or isinstance(found, Refusal) else Amount(float(found), record.unit),
        refused=found.sentence if isinstance(found, Refusal) else "",
    )
