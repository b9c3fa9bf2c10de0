"""Deadlines in Dutch running text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DeadlineKind(StrEnum):
    """How precisely a deadline is given."""

    DATE = "date"
    QUARTER = "quarter"
    TERTIAL = "tertial"
    YEAR = "year"
    CONTINUOUS = "continuous"
    CONDITIONAL = "conditional"


@dataclass(frozen=True, slots=True)
class Deadline:
    """Until when; `on` is the last day on which it is still in time, None when no day follows."""

    text: str  # as written
    kind: DeadlineKind
    on: date | None
