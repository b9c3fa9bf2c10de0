"""Tertials: the three periods of four months in which a year's commitments are planned."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from samenspraak.core.vocabulary.dates import days_in_month
from samenspraak.core.vocabulary.number_words import ordinal_word

_WRITTEN = re.compile(
    r"\s*(?:T\s?(?P<digit>[1-3])"
    r"|(?P<ordinal>eerste|tweede|derde|[1-3](?:e|ste|de))\s(?:tertiaal|tertaal|tertial)"
    r"|(?:tertiaal|tertaal|tertial)\s(?P<number>[1-3]))\s*",
    re.IGNORECASE,
)


class Tertial(StrEnum):
    """A period of four months (tertiaal)."""

    T1 = "T1"  # January to April
    T2 = "T2"  # May to August
    T3 = "T3"  # September to December

    @property
    def months(self) -> tuple[int, int, int, int]:
        """The four months, 1-12."""
        last = 4 * int(self.value[1])
        return (last - 3, last - 2, last - 1, last)

    def last_day(self, year: int) -> date:
        """Return the last day of this tertial in a calendar year."""
        month = self.months[-1]
        return date(year, month, days_in_month(year, month))


def parse_tertial(text: str) -> Tertial | None:
    """Return the tertial that the whole text names ("T1", "2e tertiaal"), None for anything else."""
    match = _WRITTEN.fullmatch(text)
    if match is None:
        return None
    rank = match["digit"] or match["number"] or ordinal_word(match["ordinal"])
    return Tertial(f"T{rank}")
