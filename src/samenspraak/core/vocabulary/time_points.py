"""Points and stretches of time as Dutch texts name them: days, quarters, parts of a year, years."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from samenspraak.core.vocabulary.dates import MONTH, days_in_month, find_dates, month_number
from samenspraak.core.vocabulary.deadline import DeadlineKind
from samenspraak.core.vocabulary.hints import DIGIT, has_any
from samenspraak.core.vocabulary.number_words import ordinal_word
from samenspraak.core.vocabulary.period import find_periods


@dataclass(frozen=True, slots=True)
class TimePoint:
    """A stretch of time with its place in the text; a day is a stretch of one day.

    `has_year` is False when the year came from the document. `is_part` is True for "eind 2027" and the like,
    which are plain enough to be a term without a preposition.
    """

    start: int
    end: int
    kind: DeadlineKind
    first_day: date
    last_day: date
    has_year: bool = True
    is_part: bool = False
    is_span: bool = False


# What must stand in a sentence in lower case, besides a digit or a year, before its patterns are worth a search.
_NAMED_STRETCHES = ("kwartaal", "tertiaal", "tertaal")
_QUARTER_SIGN = re.compile(r"[QKqk]\s?[1-4]")
_TERTIAL_SIGN = re.compile(r"[Tt][1-3]")
_MISREAD_SIGN = re.compile(r"[0OQ][1-4lI|]\s20")
_HALVES = ("helft", "half", "h1", "h2")
_PART_NAMES = (
    "begin", "voorjaar", "lente", "medio", "midden", "halverwege", "zomer", "najaar", "herfst", "eind", "ultimo",
    "winter", "loop",
)  # fmt: skip
_MONTH_NAMES = ("jan", "feb", "maart", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MOST = 25
_YEAR = r"(?P<year>20[0-9]{2})(?![0-9%]|[.,][0-9])"
_OF = r"\s?(?:van\s|in\s|-|/|')?(?:het\sjaar\s)?"
_ORDINAL = r"(?:eerste|tweede|derde|vierde|laatste|[1-4](?:e|ste|de))"

_QUARTER = re.compile(
    rf"\b(?:[QK]\s?(?P<digit>[1-4])|kwartaal\s(?P<number>[1-4])|(?P<ordinal>{_ORDINAL})\skwartaal)\b(?:{_OF}{_YEAR})?",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(rf"(?<![\w-]){_YEAR}\s?-?\s?[QK](?P<digit>[1-4])\b", re.IGNORECASE)
# A scan reads the Q of "uiterlijk Q1 2026" as 0 or O, its 1 as l or I.
_MISREAD_QUARTER = re.compile(
    rf"(?<=\s)(?:[0O](?P<digit>[1-4])|[Q0O][lI|])\s{_YEAR}"  # only after "uiterlijk" or "in", see _is_quarter
)
_MISREAD_BEFORE = re.compile(r"\b(?:uiterlijk|in|eind|medio|vóór)\s$", re.IGNORECASE)
_TERTIAL = re.compile(
    rf"\b(?:T(?P<digit>[1-3])(?={_OF}20)|(?P<ordinal>{_ORDINAL})\s(?:tertiaal|tertaal|tertial))\b(?:{_OF}{_YEAR})?",
    re.IGNORECASE,
)
_HALF = re.compile(
    rf"\b(?:(?P<ordinal>eerste|tweede|1e|2e)\s(?:helft|half\s?jaar)|H(?P<digit>[12])){_OF}{_YEAR}", re.IGNORECASE
)
_PART = re.compile(
    rf"\b(?P<part>begin|voorjaar|lente|medio|midden|halverwege|zomer|najaar|herfst|einde?|ultimo|winter|loop)"
    rf"{_OF}(?P<month>{MONTH}\s)?{_YEAR}",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"\b(?P<month>{MONTH}){_OF}{_YEAR}", re.IGNORECASE)
_PLAIN_YEAR = re.compile(
    rf"(?<![\w.,/€-])(?<!€\s)(?:(?:20[0-9]{{2}},\s){{0,5}}20[0-9]{{2}}\s(?:en|of)\s)?{_YEAR}(?![\w]|[-/][0-9])"
)

# First and last month of a part of a year. Seasons are the meteorological ones; "medio" gives the middle
# month some air; "eind" begins after the year's last day, so that "vóór eind 2026" is 31 December.
_PARTS = {
    "begin": (1, 3), "voorjaar": (3, 5), "lente": (3, 5), "medio": (6, 7), "midden": (6, 7), "halverwege": (6, 7),
    "zomer": (6, 8), "najaar": (9, 11), "herfst": (9, 11), "winter": (12, 12), "eind": (13, 12), "einde": (13, 12),
    "ultimo": (13, 12), "loop": (1, 12),
}  # fmt: skip


_Finder = Callable[[str, int | None], Iterable[TimePoint]]


def find_time_points(sentence: str, document_year: int | None) -> list[TimePoint]:
    """Return the stretches of time in a sentence; a day or quarter without a year takes the document's year."""
    points: list[TimePoint] = []
    for finder in _finders(sentence):
        for point in finder(sentence, document_year):
            if all(point.end <= other.start or other.end <= point.start for other in points):
                points.append(point)
    # A sentence names a few dates; what names more is a table or noise.
    return sorted(points, key=lambda point: point.start) if len(points) <= _MOST else []


def _finders(sentence: str) -> list[_Finder]:
    """Return what can find a stretch in the sentence, in the order of who may claim a place first."""
    lowered = sentence.lower()
    has_digit = DIGIT.search(sentence) is not None
    if not has_digit:
        return [_quarters, _tertials] if has_any(lowered, _NAMED_STRETCHES) else []
    has_year = "20" in lowered
    possible = (
        (_days, True),
        (_quarters, "kwartaal" in lowered or _QUARTER_SIGN.search(sentence) or _MISREAD_SIGN.search(sentence)),
        (_tertials, "tert" in lowered or _TERTIAL_SIGN.search(sentence)),
        (_halves, has_year and has_any(lowered, _HALVES)),
        (_parts, has_year and has_any(lowered, _PART_NAMES)),
        (_months, has_year and has_any(lowered, _MONTH_NAMES)),
        (_spans, has_year or "19" in lowered),
        (_years, has_year),
    )
    return [finder for finder, may_find in possible if may_find]


def _days(sentence: str, document_year: int | None) -> Iterable[TimePoint]:
    for day in find_dates(sentence):
        year = day.year or document_year
        if year is None or day.is_impossible or (day.year is None and day.day > days_in_month(year, day.month)):
            continue
        on = date(year, day.month, day.day)
        yield TimePoint(day.start, day.end, DeadlineKind.DATE, on, on, has_year=day.year is not None)


def _quarters(sentence: str, document_year: int | None) -> Iterable[TimePoint]:
    matches = [*_YEAR_FIRST.finditer(sentence), *_QUARTER.finditer(sentence)]
    matches += [m for m in _MISREAD_QUARTER.finditer(sentence) if _MISREAD_BEFORE.search(sentence[: m.start()][-12:])]
    for match in matches:
        year = _year(match, document_year)
        if year is not None:
            last = 3 * _rank(match, last=4)
            yield _stretch(match, DeadlineKind.QUARTER, (year, last - 2, last))


def _tertials(sentence: str, document_year: int | None) -> Iterable[TimePoint]:
    for match in _TERTIAL.finditer(sentence):
        year = _year(match, document_year)
        if year is not None:
            last = 4 * min(3, _rank(match, last=3))
            yield _stretch(match, DeadlineKind.TERTIAL, (year, last - 3, last))


def _halves(sentence: str, _: int | None) -> Iterable[TimePoint]:
    for match in _HALF.finditer(sentence):
        last = 6 * _rank(match, last=2)
        yield _stretch(match, DeadlineKind.QUARTER, (int(match["year"]), last - 5, last), is_part=True)


def _parts(sentence: str, _: int | None) -> Iterable[TimePoint]:
    for match in _PART.finditer(sentence):
        year = int(match["year"])
        if match["month"]:
            month = month_number(match["month"].strip())
            yield _stretch(match, DeadlineKind.DATE, (year, month, month), is_part=True)
        else:
            yield _stretch(match, DeadlineKind.YEAR, (year, *_PARTS[match["part"].lower()]), is_part=True)


def _months(sentence: str, _: int | None) -> Iterable[TimePoint]:
    for match in _MONTH.finditer(sentence):
        month = month_number(match["month"])
        yield _stretch(match, DeadlineKind.DATE, (int(match["year"]), month, month))


def _spans(sentence: str, _: int | None) -> Iterable[TimePoint]:
    for span in find_periods(sentence):
        if span.first_year < span.last_year and span.text[0].isdigit():
            first, last = date(span.first_year, 1, 1), date(span.last_year, 12, 31)
            yield TimePoint(span.start, span.end, DeadlineKind.YEAR, first, last, is_span=True)


def _years(sentence: str, _: int | None) -> Iterable[TimePoint]:
    for match in _PLAIN_YEAR.finditer(sentence):
        yield _stretch(match, DeadlineKind.YEAR, (int(match["year"]), 1, 12))


def _stretch(
    match: re.Match[str], kind: DeadlineKind, months: tuple[int, int, int], *, is_part: bool = False
) -> TimePoint:
    year, first_month, last_month = months
    last_day = date(year, last_month, days_in_month(year, last_month))
    first_day = last_day + timedelta(days=1) if first_month > 12 else date(year, first_month, 1)
    has_year = match["year"] is not None
    return TimePoint(match.start(), match.end(), kind, first_day, last_day, has_year=has_year, is_part=is_part)


def _rank(match: re.Match[str], *, last: int) -> int:
    """Return which quarter, tertial or half is meant."""
    named = match.groupdict()
    digit = named.get("digit") or named.get("number")
    if digit:
        return int(digit)
    ordinal = named.get("ordinal")
    if ordinal is None:
        return 1  # the misread "Ql"
    return ordinal_word(ordinal) or last  # "het laatste kwartaal"


def _year(match: re.Match[str], document_year: int | None) -> int | None:
    return int(match["year"]) if match["year"] else document_year
