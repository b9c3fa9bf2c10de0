"""Quantities in Dutch running text: a number with its unit, its bound and what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Bound(StrEnum):
    """How a number is meant: ten minste, ten hoogste, precies, ongeveer."""

    MIN = "min"
    MAX = "max"
    EXACT = "exact"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that is part of a commitment.

    `unit` is one of "dwelling", "percent", "EUR", "EUR/month", "times", "times/year", "household", "person",
    "year", "month", "week", "day", "m²", or the Dutch noun as written. A count that holds for every year has
    "/year" behind its unit ("dwelling/year", "EUR/year"). Amounts in EUR are in full.
    """

    text: str  # as written
    value: float
    unit: str
    bound: Bound
    subject: str | None  # what is counted, in the document's words
