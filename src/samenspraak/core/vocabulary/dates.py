"""Dates in Dutch running text; an impossible one (31 november) is kept as such."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from samenspraak.core.vocabulary.hints import figure_starts, matches_at

_MONTHS = {
    "januari": 1, "jan": 1, "februari": 2, "feb": 2, "maart": 3, "mrt": 3, "april": 4, "apr": 4, "mei": 5, "juni": 6,
    "jun": 6, "juli": 7, "jul": 7, "augustus": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "oktober": 10, "okt": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|(?:jan|feb|mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec)\b\.?)"
)
_YEAR = r"(?:(?:19|20)[0-9]{2}(?![0-9]))"
# All three begin at a figure that nothing is written against, see `figure_starts`.
_IN_WORDS = re.compile(
    rf"(?P<day>[0-9]{{1,2}})(?:e|ste|de)?\s{{1,3}}(?P<month>{MONTH})(?![^\W_])"
    rf"(?:\s{{1,3}}(?P<year>{_YEAR})|\s{{1,3}}['’](?P<short>[0-9]{{2}})(?![0-9]))?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?P<day>[0-9]{1,2})(?P<dash>[-/.])(?P<month>[0-9]{1,2})(?P=dash)"
    r"(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})(?![\w/-]|\.[0-9])"
)
_ISO = re.compile(rf"(?P<year>{_YEAR})-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})(?![\w/-])")
# What all three have: a figure, and right after it a dash or a month's first letter.
_MAY_BE_DAY = re.compile(r"[0-9](?:[-/.][0-9]|(?:e|ste|de)?\s{1,3}[jfmasond])", re.IGNORECASE)
_MONTH_NAMES = "januari februari maart april mei juni juli augustus september oktober november december".split()
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day as written; `year` is None when the text names none ("3 mei jl.")."""

    text: str
    start: int
    end: int
    day: int
    month: int
    year: int | None

    @property
    def on(self) -> date | None:
        """The day itself; None without a year or when no calendar has it."""
        if self.year is None or self.is_impossible:
            return None
        return date(self.year, self.month, self.day)

    @property
    def is_impossible(self) -> bool:
        """Whether no calendar has this day ("30 februari", "29 februari 2023")."""
        if not (1 <= self.month <= 12 and self.day >= 1):
            return True
        if self.year is None:
            return self.day > _LONGEST_MONTHS[self.month - 1]
        return self.day > days_in_month(self.year, self.month)


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Return the days named in a text, in reading order; numeric dates are read as day, month, year."""
    if not _MAY_BE_DAY.search(text):
        return ()
    starts = figure_starts(text)
    matches = [match for pattern in (_IN_WORDS, _NUMERIC, _ISO) for match in matches_at(pattern, text, starts)]
    found = [_found(match) for match in matches]
    return tuple(sorted((day for day in found if day is not None), key=lambda day: day.start))


def month_number(name: str) -> int:
    """Return 1-12 for a Dutch month name or its abbreviation."""
    return _MONTHS[name.lower().rstrip(".")]


def day_in_words(on: date) -> str:
    """Return a day as people write it: 2 oktober 2026."""
    return f"{on.day} {_MONTH_NAMES[on.month - 1]} {on.year}"


def days_in_month(year: int, month: int) -> int:
    """Return how many days the month has."""
    return calendar.monthrange(year, month)[1]


def _found(match: re.Match[str]) -> FoundDate | None:
    parts = match.groupdict()
    name = parts["month"]
    month = int(name) if name.isdecimal() else month_number(name)
    # 99.12.24 or 1-52-24 is a code; a day that is just beyond its month is a slip worth a finding.
    if not (1 <= month <= 12 and 1 <= int(parts["day"]) <= 31 + (not name.isdecimal())):
        return None
    return FoundDate(match[0], match.start(), match.end(), int(parts["day"]), month, _year(parts))


def _year(parts: dict[str, str | None]) -> int | None:
    year = parts.get("year") or parts.get("short")
    if year is None:
        return None
    return int(year) if len(year) == 4 else 2000 + int(year)
