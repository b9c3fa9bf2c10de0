"""What each side brings: agreements in which the municipality or the tenants contribute nothing are pointed at.

In half of the visitations agreements are not reciprocal enough; nearly always the contribution of the municipality
or of the tenants' organisation is what is missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """The three equal parties."""

    MUNICIPALITY = "municipality"
    HOUSING_ASSOCIATION = "housing_association"
    TENANTS_ORGANISATION = "tenants_organisation"


class Reciprocity(StrEnum):
    """How many sides do something."""

    NOBODY = "nobody"
    ONE_SIDE = "one_side"
    TWO_SIDES = "two_sides"
    ALL_SIDES = "all_sides"


@dataclass(frozen=True, slots=True)
class Balance:
    """What each side brings over a whole agreement."""

    leads: dict[Side, int]
    takes_part: dict[Side, int]  # as lead or as partner
    one_sided: int  # commitments in which one side does it all
    without_lead: int
    total: int

    @property
    def absent(self) -> tuple[Side, ...]:
        """The sides that bring nothing at all."""
        return tuple(side for side in Side if not self.takes_part[side])


def reciprocity_of(sides: frozenset[Side]) -> Reciprocity:
    """Tell how many sides a commitment has at work, leads and partners together."""
    return (Reciprocity.NOBODY, Reciprocity.ONE_SIDE, Reciprocity.TWO_SIDES, Reciprocity.ALL_SIDES)[len(sides)]


def balance_of(commitments: Sequence[tuple[frozenset[Side], frozenset[Side]]]) -> Balance:
    """Count over an agreement; each commitment is given as (sides that lead, sides that take part besides)."""
    leads: Counter[Side] = Counter()
    takes_part: Counter[Side] = Counter()
    for leading, partners in commitments:
        leads.update(leading)
        takes_part.update(leading | partners)
    return Balance(
        leads={side: leads[side] for side in Side},
        takes_part={side: takes_part[side] for side in Side},
        one_sided=sum(len(leading | partners) == 1 for leading, partners in commitments),
        without_lead=sum(not leading for leading, _ in commitments),
        total=len(commitments),
    )
