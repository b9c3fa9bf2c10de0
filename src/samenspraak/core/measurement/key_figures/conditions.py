"""A condition on a row, as frozen values that can only be made from known columns and codes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IsOneOf:
    """The column holds one of these codes; unknown when it holds none."""

    column: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IsYes:
    """The flag is yes; unknown when it is not known."""

    column: str


@dataclass(frozen=True, slots=True)
class IsUnknown:
    """Nothing stands in the column."""

    column: str


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite; of what is unknown the opposite is unknown too."""

    part: Condition


@dataclass(frozen=True, slots=True)
class All:
    """Each part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds."""

    parts: tuple[Condition, ...]


Condition = IsOneOf | IsYes | IsUnknown | Not | All | Any


def columns_in(condition: Condition) -> Iterator[str]:
    """Yield the columns that a condition looks at."""
    match condition:
        case IsOneOf(column=column) | IsYes(column=column) | IsUnknown(column=column):
            yield column
        case Not(part=part):
            yield from columns_in(part)
        case All(parts=parts) | Any(parts=parts):
            for part in parts:
                yield from columns_in(part)


def simplified(condition: Condition) -> Condition:
    """Return a shorter condition that holds for the same rows: without what is said twice or follows from the rest.

    Only for counting, where a row of which it is not known is not counted either.
    """
    if not isinstance(condition, All):
        return condition
    parts = list(dict.fromkeys(_conjuncts(condition)))
    told = {column for part in parts for column in _known_by(part)}
    kept = [part for part in parts if not (isinstance(part, Not) and _column_of_unknown(part.part) in told)]
    return kept[0] if len(kept) == 1 else All(tuple(kept))


def _conjuncts(condition: All) -> Iterator[Condition]:
    for part in condition.parts:
        if isinstance(part, All):
            yield from _conjuncts(part)
        else:
            yield part


def _known_by(part: Condition) -> Iterator[str]:
    """Yield the column that has to be known for a part to hold."""
    inner = part.part if isinstance(part, Not) else part
    if isinstance(inner, IsOneOf | IsYes):
        yield inner.column


def _column_of_unknown(part: Condition) -> str:
    return part.column if isinstance(part, IsUnknown) else ""
