"""Periods of calendar years: "2024-2027", "2024 t/m 2027", "jaarschijf 2026"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samenspraak.core.vocabulary.hints import figure_starts, has_any, matches_at

_YEAR = r"(?:19[5-9]|20[0-9])[0-9]"
_LONGEST = 40  # years; a longer span is no period of an agreement or a vision

# It begins at a figure that nothing is written against, see `figure_starts`.
_SPAN = re.compile(
    rf"(?P<start>{_YEAR})\s{{0,3}}(?:-|–|—|/|t\s?/\s?m\.?|tot\s{{1,3}}en\s{{1,3}}met|tot|(?<=jaren\s[0-9]{{4}}\s)en)\s{{0,3}}"
    rf"(?P<end>{_YEAR}|(?<=/)[0-9]{{2}}|(?<=-)[0-9]{{2}})(?![\w/]|[-,.][0-9])"
)
# "van 1 januari 2026 tot en met 31 december 2027", "prestatieafspraken 2026 en 2027".
_WHOLE_YEARS = re.compile(
    rf"\b1\s{{1,3}}januari\s{{1,3}}(?P<start>{_YEAR})\s{{1,3}}(?:tot\s{{1,3}}en\s{{1,3}}met|t/m|tot)\s{{1,3}}"
    rf"31\s{{1,3}}december\s{{1,3}}(?P<end>{_YEAR})(?!\w)|"
    rf"afspraken\s{{1,3}}(?P<one>{_YEAR})\s{{1,3}}en\s{{1,3}}(?P<other>{_YEAR})(?!\w)",
    re.IGNORECASE,
)
_CENTURIES = ("19", "20")
_NAMES_OF_A_YEAR = (
    "januari",
    "jaar",
    "plan",
    "afspraken",
    "bod",
    "bied",
)  # parts of the words that `_ONE_YEAR` begins with
_ONE_YEAR = re.compile(
    rf"\b(?:jaarschijf|jaarafspraken|jaarplan|activiteitenplan|prestatieafspraken|jaarbod|bod|biedingen|bieding)\s{{1,3}}"
    rf"(?:voor\s{{1,3}})?(?:het\s{{1,3}}jaar\s{{1,3}})?(?P<year>{_YEAR})"
    r"(?![\w/]|\s{0,3}(?:[-–—]|t\s?/\s?m\.?|tot(?:\s{1,3}en\s{1,3}met)?|en)\s{0,3}[0-9])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A period as written, first and last calendar year included."""

    text: str
    start: int
    end: int
    first_year: int
    last_year: int


def find_periods(text: str) -> tuple[FoundPeriod, ...]:
    """Return the periods named in a text, in reading order."""
    if not has_any(text, _CENTURIES):
        return ()
    found = [
        FoundPeriod(m[0], m.start(), m.end(), int(m["start"]), _last_year(m["start"], m["end"]))
        for m in matches_at(_SPAN, text, figure_starts(text))
    ]
    if has_any(text.lower(), _NAMES_OF_A_YEAR):
        found += [_whole_years(m) for m in _WHOLE_YEARS.finditer(text)]
        found += [
            FoundPeriod(m[0], m.start(), m.end(), int(m["year"]), int(m["year"])) for m in _ONE_YEAR.finditer(text)
        ]
    return tuple(sorted((p for p in found if _is_period(p)), key=lambda period: period.start))


def _whole_years(match: re.Match[str]) -> FoundPeriod:
    first, last = match["start"] or match["one"], match["end"] or match["other"]
    return FoundPeriod(match[0], match.start(), match.end(), int(first), int(last))


def find_period(text: str) -> tuple[int, int] | None:
    """Return the first period in the text as (first year, last year), None when it names none."""
    periods = find_periods(text)
    return (periods[0].first_year, periods[0].last_year) if periods else None


def _last_year(start: str, end: str) -> int:
    """Return the last year in full; "2020/21" ends in 2021."""
    return int(end) if len(end) == 4 else int(start[:2] + end)


def _is_period(period: FoundPeriod) -> bool:
    return 0 <= period.last_year - period.first_year <= _LONGEST
