"""Commitments that do not say who, by when, or what there is to see of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samenspraak.core.extraction.findings.codes import (
    NO_DEADLINE,
    NO_DEADLINES,
    NO_OWNER,
    NO_OWNERS,
    VAGUE,
    VAGUE_MANY,
    Code,
)
from samenspraak.core.extraction.findings.material import Material, cut
from samenspraak.core.extraction.findings.wording import delivers, goes_on, is_vague, leaves_doer_out
from samenspraak.core.extraction.result import CommitmentKind, Finding, FoundCommitment

MANY = 12  # findings of one sort, from which one for all of them says more
LONGEST_NAME = 80  # characters


def without_owner(material: Material) -> Iterator[Finding]:
    """Yield commitments that name nobody who carries them out."""
    found = [commitment for commitment in _own(material) if not commitment.parties and leaves_doer_out(commitment.text)]
    yield from _told(material, found, NO_OWNER, NO_OWNERS, len(_own(material)))


def without_deadline(material: Material) -> Iterator[Finding]:
    """Yield commitments to deliver something that give no day; in an agreement for one year the year is the day."""
    period = material.facts.period
    if period is not None and period.start == period.end:
        return
    delivering = [c for c in _own(material) if c.year is None and delivers(c.text)]
    found = [c for c in delivering if not (c.deadline or c.priority or _recurs(c) or goes_on(c.text))]
    yield from _told(material, found, NO_DEADLINE, NO_DEADLINES, len(delivering))


def not_measurable(material: Material) -> Iterator[Finding]:
    """Yield commitments that only strive: no number, no day, nothing that can be shown afterwards."""
    found = [commitment for commitment in _own(material) if _is_vague(commitment)]
    yield from _told(material, found, VAGUE, VAGUE_MANY, len(_own(material)))


def _own(material: Material) -> list[FoundCommitment]:
    return [commitment for commitment in material.commitments if commitment.kind is not CommitmentKind.MONITOR]


def _is_vague(commitment: FoundCommitment) -> bool:
    if commitment.quantities or commitment.deadline or commitment.priority:
        return False
    return is_vague(commitment.text)


def _recurs(commitment: FoundCommitment) -> bool:
    return any(quantity.unit.endswith("/year") for quantity in commitment.quantities)


def _told(material: Material, found: Sequence[FoundCommitment], one: Code, many: Code, count: int) -> Iterator[Finding]:
    """Yield a finding for each; when there are many, one for all, because that is the finding then."""
    if len(found) > MANY:
        yield many.finding(*(commitment.span for commitment in found), count=len(found), all=count)
        return
    for commitment in found:
        yield one.finding(commitment.span, name=_name(commitment), where=material.at(commitment.span))


def _name(commitment: FoundCommitment) -> str:
    if commitment.code:
        return f"afspraak {commitment.code} (‘{cut(commitment.title or commitment.text, LONGEST_NAME)}’)"
    return f"de afspraak ‘{cut(commitment.text, LONGEST_NAME)}’"
