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
