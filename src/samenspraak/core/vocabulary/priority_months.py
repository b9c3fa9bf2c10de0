"""In which rounds a priority asks for news: what T1, Q3, combinations and conditions mean for a period."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from samenspraak.core.vocabulary.priority import CONTINUOUS, normalise_priority
from samenspraak.core.vocabulary.round_period import RoundPeriod

_STRETCH = re.compile(r"(?P<sort>[TQ])(?P<number>[1-4])")
_ONE = r"(?:T[1-3]|Q[1-4])"
_NORMAL = re.compile(rf"(?P<stretches>{_ONE}(?:[-+]{_ONE})*)(?!\w)(?P<rest>.*)", re.DOTALL)
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_ONWARDS = re.compile(r"\b(?:doorlopend|continu|verder|vanaf)\b", re.IGNORECASE)
_LENGTH = {"T": 4, "Q": 3}  # months


class Asking(StrEnum):
    """Whether a round asks about a commitment, and why."""

    PLANNED = "planned"  # its priority falls in this period
    CONTINUOUS = "continuous"
    NO_PRIORITY = "no_priority"  # nobody said when, so it is always asked
    CONDITION = "condition"  # "te bepalen in de werkgroep", "zie ...": asked, the answer may be that no occasion arose
    CARRIED_OVER = "carried_over"  # an earlier round left it open; `asked_in` knows of one round only and never says so
    OTHER_PERIOD = "other_period"  # not in this one

    @property
    def is_asked(self) -> bool:
        """Whether the round asks for news."""
        return self is not Asking.OTHER_PERIOD


@dataclass(frozen=True, slots=True)
class PlannedMonths:
    """When in a year a priority falls; `year` is None when it names none."""

    months: frozenset[int]
    year: int | None


def asked_in(priority: str | None, period: RoundPeriod) -> Asking:
    """Tell whether somebody should report on a commitment of this priority in this period."""
    normal = normalise_priority(priority or "")
    if normal is None:
        return Asking.NO_PRIORITY
    if normal == CONTINUOUS:
        return Asking.CONTINUOUS
    planned = planned_months(normal)
    if planned is None:
        return Asking.CONDITION
    if planned.year not in (None, period.year):
        return Asking.OTHER_PERIOD
    return Asking.PLANNED if planned.months & period.months else Asking.OTHER_PERIOD


def planned_months(normal: str) -> PlannedMonths | None:
    """Return the months of a priority in its normal form ("T1-T3", "T2+T3", "Q2 2025"); None for a condition."""
    found = _NORMAL.match(normal)
    if found is None:
        return None
    ends = [_months(match["sort"], int(match["number"])) for match in _STRETCH.finditer(found["stretches"])]
    months = frozenset().union(*ends)
    if "-" in found["stretches"] or _ONWARDS.search(found["rest"]):
        last = 12 if _ONWARDS.search(found["rest"]) else max(months)
        months = frozenset(range(min(months), last + 1))
    year = _YEAR.search(found["rest"])
    return PlannedMonths(months, int(year[0]) if year else None)


def _months(sort: str, number: int) -> frozenset[int]:
    length = _LENGTH[sort]
    return frozenset(range(length * (number - 1) + 1, length * number + 1))
