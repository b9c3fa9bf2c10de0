"""A target divided over those who carry it, by a stated key, rounded so that the shares add up to the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from samenspraak.apps.agreements.queries import may
from samenspraak.apps.figures.errors import FigureNotPossible
from samenspraak.apps.figures.fetch import target_for
from samenspraak.apps.figures.models import SharingOut, Target
from samenspraak.apps.figures.pages import Amount
from samenspraak.apps.figures.values import exact
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import Right
from samenspraak.core.measurement.sharing_out import Share, shared_out


@dataclass(frozen=True, slots=True)
class SharesPage:
    """A target with the share of each, or with what is still asked before it can be divided."""

    target_id: UUID
    label: str
    agreement_id: UUID
    agreement_title: str
    whole: Amount | None
    why_not: str
    key: str
    source: str
    shares: tuple[Share, ...]
    key_total: Decimal
    set_by: str
    may_edit: bool


def shares_of(target: Target, parts: Sequence[tuple[str, Decimal]]) -> tuple[Share, ...]:
    """Return the shares; raises FigureNotPossible, NothingToDivideBy."""
    why_not = _why_not(target)
    if why_not:
        raise FigureNotPossible(why_not)
    if not parts:
        raise FigureNotPossible("Schrijf op wie meedoen, elk op een regel met de sleutel erachter.")
    return shared_out(int(exact(target.value) or 0), dict(parts))


def shares_page(person: Person, public_id: UUID) -> SharesPage:
    """Return the shares of a target; raises NotFound."""
    target = target_for(person, public_id)
    kept = SharingOut.objects.filter(target=target).select_related("set_by").first()
    parts = [(str(name), Decimal(number)) for name, number in kept.parts] if kept else []
    why_not = _why_not(target)
    whole = exact(target.value)
    agreement = target.commitment.agreement
    return SharesPage(
        target_id=target.public_id,
        label=str(target),
        agreement_id=agreement.public_id,
        agreement_title=agreement.title,
        whole=None if whole is None else Amount(float(whole), target.unit, target.bound),
        why_not=why_not,
        key=kept.key if kept else "",
        source=kept.source if kept else "",
        shares=shares_of(target, parts) if parts and not why_not else (),
        key_total=sum((number for _, number in parts), Decimal(0)),
        set_by=str(kept.set_by) if kept else "",
        may_edit=may(person, Right.EDIT_REGISTER, agreement) and target.withdrawn_at is None,
    )


def _why_not(target: Target) -> str:
    whole = exact(target.value)
    if whole is None:
        return "Dit doel is nog niet bepaald; er is niets te verdelen."
    if target.unit == "percent":
        return "Een percentage wordt niet verdeeld: het geldt voor iedereen."
    if whole < 0 or whole != int(whole):
        return "Alleen een heel getal kan worden verdeeld."
    return ""
