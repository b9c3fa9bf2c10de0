"""One commitment as a document would word it, with what is in it."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from bench.country.vocabulary import BOUNDS, DISTRICT_ENDS, DISTRICT_STARTS, PATTERNS, QUARTERS, SECOND, Pattern

THEMES = tuple(PATTERNS)


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity of a commitment, as the records keep it."""

    text: str
    value: float
    unit: str
    bound: str
    subject: str


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline of a commitment, as the records keep it."""

    text: str
    kind: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Said:
    """What one commitment says; `amount` and `due` are None where it has none."""

    title: str
    text: str
    amount: Amount | None
    due: Due | None


def say(chance: random.Random, *, theme: str, lead: str, partner: str, year: int) -> Said:
    """Return a commitment of this theme for these parties."""
    pattern = chance.choice(PATTERNS[theme])
    due = _due(chance, year)
    amount, bound = _amount(chance, pattern)
    gaps = {
        "lead": lead,
        "partner": partner,
        "district": chance.choice(DISTRICT_STARTS) + chance.choice(DISTRICT_ENDS),
        "bound": bound,
        "number": "" if amount is None else _written(amount.value),
    }
    sentence = pattern.text.format(**gaps)
    end = f", {due.text}." if due else "."
    second = f" {chance.choice(SECOND)}" if chance.random() < 0.6 else ""
    return Said(pattern.title.format(**gaps), sentence[0].upper() + sentence[1:] + end + second, amount, due)


def _amount(chance: random.Random, pattern: Pattern) -> tuple[Amount | None, str]:
    if not pattern.unit:
        return None, ""
    bound = chance.choice(tuple(BOUNDS))
    value = chance.randint(pattern.low, pattern.high)
    if pattern.unit == "EUR":
        value -= value % 500
    text = _written(value) + {"percent": "%"}.get(pattern.unit, "")
    if "{bound}" in pattern.text:
        text = f"{BOUNDS[bound]} {text}"
    else:
        bound = "exact"
    return Amount(text, float(value), pattern.unit, bound, pattern.subject), BOUNDS[bound]


def _written(value: float) -> str:
    return f"{value:,.0f}".replace(",", ".")


def _due(chance: random.Random, year: int) -> Due | None:
    match chance.randint(0, 9):
        case 0 | 1 | 2:
            return Due(f"uiterlijk in {year}", "year", date(year, 12, 31))
        case 3 | 4:
            quarter = chance.randint(1, 4)
            last = date(year, 3 * quarter, 30 if quarter in {2, 3} else 31)
            return Due(f"in het {QUARTERS[quarter - 1]} kwartaal van {year}", "quarter", last)
        case 5:
            return Due(f"vóór 1 juli {year}", "date", date(year, 6, 30))
        case 6:
            return Due("doorlopend", "continuous", None)
        case _:
            return None
