"""Figures side by side: compared or added when they count the same, refused with the reason when they do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from samenspraak.core.measurement.indicators import Difference, Indicator, Nature, Refusal, differences, refusal
from samenspraak.core.measurement.observations import Total


@dataclass(frozen=True, slots=True)
class Figure:
    """A number beside others: a target, a measurement, a part of a whole. None is to be determined, never zero."""

    name: str  # whose or what it is, as a person would say it
    indicator: Indicator
    value: Decimal | None
    first_year: int | None = None
    last_year: int | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None


@dataclass(frozen=True, slots=True)
class NotComparable:
    """Targets of one commitment that look alike, of which no two count the same; and in what they differ."""

    labels: tuple[str, ...]
    differences: tuple[Difference, ...]


def compare(one: Figure, other: Figure) -> Decimal | Refusal | None:
    """Return how much more the second is; None when one is not known; a refusal when they do not compare."""
    found = _between(one, other)
    if found:
        return refusal("te vergelijken", found, one.indicator, other.indicator)
    if one.value is None or other.value is None:
        return None
    return other.value - one.value


def add(parts: Sequence[Figure]) -> Total | Refusal:
    """Add parts of one whole: what is not known is named, and shares are added by numerator and denominator."""
    if not parts:
        return Refusal((Difference.NOTHING,), "Er is niets om op te tellen.")
    first = parts[0]
    for part in parts[1:]:
        found = _between(first, part)
        if found:
            return refusal("op te tellen", found, first.indicator, part.indicator)
    if first.indicator.is_share:
        return _added_shares(parts)
    unknown = tuple(part.name for part in parts if part.value is None)
    return Total(sum((part.value for part in parts if part.value is not None), Decimal(0)), unknown)


def _added_shares(parts: Sequence[Figure]) -> Total | Refusal:
    """The share of the whole is the sum of what was counted over the sum of what it was counted in."""
    known = [(part.numerator, part.denominator) for part in parts if part.value is not None]
    above = [numerator for numerator, denominator in known if numerator is not None and denominator is not None]
    below = [denominator for numerator, denominator in known if numerator is not None and denominator is not None]
    if not known or len(above) < len(known) or not sum(below):
        indicator = parts[0].indicator
        return refusal("op te tellen", (Difference.SHARE,), indicator, indicator)
    unknown = tuple(part.name for part in parts if part.value is None)
    return Total(100 * sum(above, Decimal(0)) / sum(below, Decimal(0)), unknown)


def _between(one: Figure, other: Figure) -> tuple[Difference, ...]:
    found = differences(one.indicator, other.indicator)
    same_period = (one.first_year, one.last_year) == (other.first_year, other.last_year)
    # A stock is what there is at the end, whenever counting began.
    same_end = one.last_year == other.last_year
    if same_period or (one.indicator.nature is other.indicator.nature is Nature.STOCK and same_end):
        return found
    return (*found, Difference.PERIOD)
