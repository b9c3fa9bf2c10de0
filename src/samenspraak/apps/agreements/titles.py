"""Which titles say nothing: in many documents the heading above a row of commitments is the title of them all."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from samenspraak.apps.agreements.counts import accepted
from samenspraak.apps.agreements.models import Agreement, Commitment


class Titled(Protocol):
    """What goes by a number, a title or its first words: a record, or what was read of it."""

    @property
    def public_id(self) -> UUID: ...
    @property
    def code(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...


def shared_titles(agreement: Agreement) -> frozenset[str]:
    """Return the titles that several commitments without a number share, or have as their heading (one query)."""
    times = (
        _plain(agreement)
        .values("title")
        .annotate(times=Count("pk"), headings=Count("pk", filter=Q(title=F("heading"))))
    )
    return frozenset(times.filter(Q(times__gt=1) | Q(headings__gt=0)).values_list("title", flat=True))


def shares_title(agreement: Agreement) -> Exists:
    """Return whether the title of a commitment in the outer query is one of the shared ones."""
    same = _plain(agreement).filter(title=OuterRef("title"))
    return Exists(same.filter(~Q(pk=OuterRef("pk")) | Q(title=F("heading"))))


def _plain(agreement: Agreement) -> QuerySet[Commitment]:
    return accepted().filter(agreement=agreement, code="").exclude(title="").order_by()


def title_of_its_own(commitment: Titled, shared: frozenset[str]) -> str:
    """Return the title where it tells a commitment apart; a printed number does so by itself."""
    return "" if not commitment.code and commitment.title in shared else commitment.title
