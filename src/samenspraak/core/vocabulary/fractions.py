"""Shares in words and as fractions: "twee derde", "de helft", "1/3", "vier op de tien" -> percent."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samenspraak.core.vocabulary.hints import has_any
from samenspraak.core.vocabulary.number_words import number_word

_DENOMINATORS = {"derde": 3, "kwart": 4, "vierde": 4, "vijfde": 5, "zesde": 6, "achtste": 8, "tiende": 10}

_FRACTION = re.compile(
    r"\b(?:(?P<top>een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)\s{0,2}"
    r"(?P<bottom>derden?|kwart|vierden?|vijfden?|zesden?|achtsten?|tienden?)\b"
    r"|(?P<half>(?:de\s)?helft)\b"
    r"|(?<![/.,-])(?P<over>[1-9])/(?P<under>[2-9]|10)\b(?![/.,-]\w)"
    r"|(?P<part>(?<!-)[^\W\d_]{3,8}|(?<![\w.,-])[0-9]{1,2})\sop\s(?:de|elke|iedere)\s"
    r"(?P<whole>[^\W\d_]{3,9}|[0-9]{1,3})\b)",
    re.IGNORECASE,
)
# What must stand in a text in lower case before it is searched for shares.
_SHARE_PARTS = ("derde", "kwart", "vierde", "vijfde", "zesde", "achtste", "tiende", "helft")
_OVER = re.compile(r"[1-9]/[1-9]")
_OUT_OF = re.compile(r"op\s(?:de|elke|iedere)\s([^\W_]+)")
# "Een derde effect" is the third one; "een derde van de woningen", "minimaal een derde deel" is a share.
_SHARE_FOLLOWS = re.compile(r"\s(?:deel|gedeelte|van|minder|meer)\b", re.IGNORECASE)
_BOUND_BEFORE = re.compile(r"(?:minimaal|maximaal|minstens|minste|hoogste|hooguit|ruim|circa|ca\.|ongeveer|bijna)\s$")
# The second half of 2026 is a time, not a share.
_HALF_OF_A_YEAR = re.compile(
    r"\svan\s(?:het\s|dit\s|elk\s|een\s)?(?:\w{0,12}jaar|\w{0,8}periode|[0-9]{4})\b", re.IGNORECASE
)
_ORDINAL_BEFORE = re.compile(r"(?:eerste|tweede|1e|2e|andere)\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fraction:
    """A share in percent (one decimal) with its place."""

    start: int
    end: int
    percent: float


def find_fractions(text: str) -> tuple[Fraction, ...]:
    """Return the shares that are not written with a percent sign, in reading order."""
    found: list[Fraction] = []
    if not _may_name_a_share(text.lower()):
        return ()
    for match in _FRACTION.finditer(text):
        share = _share(match, text)
        if share is not None:
            found.append(Fraction(match.start(), match.end(), round(100 * share, 1)))
    return tuple(found)


def _may_name_a_share(lowered: str) -> bool:
    """Whether a text in lower case has a word or sign of a share, or an "op de" with a number behind it."""
    return (
        has_any(lowered, _SHARE_PARTS)
        or ("/" in lowered and _OVER.search(lowered) is not None)
        or ("op" in lowered and any(_value(match[1]) for match in _OUT_OF.finditer(lowered)))
    )


def _share(match: re.Match[str], text: str) -> float | None:
    if match["half"]:
        return None if _is_half_of_time(match, text) else 0.5
    if match["over"]:
        return _proper(float(match["over"]), float(match["under"]))
    if match["whole"]:
        return _proper(_value(match["part"]), _value(match["whole"]))
    return _share_in_words(match, text)


def _share_in_words(match: re.Match[str], text: str) -> float | None:
    top = number_word(match["top"])
    bottom = match["bottom"].lower()
    below = _DENOMINATORS.get(bottom, _DENOMINATORS.get(bottom.removesuffix("n")))
    may_be_ordinal = top == 1 and bottom != "kwart"
    before = text[max(0, match.start() - 12) : match.start()]
    if may_be_ordinal and not (_SHARE_FOLLOWS.match(text, match.end()) or _BOUND_BEFORE.search(before)):
        return None
    return _proper(top, below)


def _is_half_of_time(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - 10) : match.start()]
    return bool(_HALF_OF_A_YEAR.match(text, match.end()) or _ORDINAL_BEFORE.search(before))


def _value(word: str) -> float | None:
    return float(word) if word.isdecimal() else number_word(word)


def _proper(top: float | None, bottom: float | None) -> float | None:
    """Return top/bottom when that is a share below one, as people write them."""
    if top is None or bottom is None or not 0 < top < bottom:
        return None
    return top / bottom
