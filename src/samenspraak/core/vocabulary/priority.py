"""The priority column of a monitor: when in the year, continuously, or on a condition."""

from __future__ import annotations

import re

from samenspraak.core.vocabulary.tertial import parse_tertial

CONTINUOUS = "continuous"

_STRETCH = (
    r"(?:T\s?[1-3]|[QK]\s?[1-4]|[1-4](?:e|ste|de)\s(?:tertiaal|tertaal|kwartaal)|(?:tertiaal|tertaal|kwartaal)\s[1-4])"
)
_STRETCHES = re.compile(
    rf"{_STRETCH}(?:\s?(?:\+|&|,|/|-|–|—|en|t/m|tot\sen\smet)\s?(?:{_STRETCH}|[1-4]\b))*", re.IGNORECASE
)
_ONE = re.compile(_STRETCH, re.IGNORECASE)
_RANGE = re.compile(r"-|–|—|t/m|tot\sen\smet", re.IGNORECASE)
_CONTINUOUS = re.compile(r"(?:doorlopend|continu|permanent|(?:het\s)?(?:ge)?hele\sjaar)\b", re.IGNORECASE)
_EMPTY = frozenset({"", "-", "–", "—", "n.v.t.", "nvt", "n.v.t", "geen", "x"})


def normalise_priority(text: str) -> str | None:
    """Return a priority as the register keeps it: "T1", "Q2 2025", "T1-T3", "T2+T3", "continuous", or the text itself.

    A condition ("te bepalen in ...", "zie ...") is kept as written; None when the column is empty.
    """
    words = " ".join(text.split())
    if words.lower() in _EMPTY:
        return None
    if _CONTINUOUS.match(words):
        return CONTINUOUS
    stretches = _STRETCHES.match(words)
    if stretches is None:
        return words
    rest = words[stretches.end() :].strip(" ,;")
    normal = _joined(stretches[0])
    return f"{normal} {rest}" if rest else normal


def _joined(written: str) -> str:
    """Return "T1", "T1-T3" or "T2+T3" for one or several stretches of a year."""
    names = [_name(match[0]) for match in _ONE.finditer(written)]
    shortened = re.search(r"[1-4]$", written)
    if len(names) == 1 and shortened and not _ONE.fullmatch(written):
        names.append(names[0][0] + shortened[0])  # "T1-3"
    between = "-" if _RANGE.search(written) else "+"
    return between.join(names)


def _name(stretch: str) -> str:
    tertial = parse_tertial(stretch)
    if tertial is not None:
        return tertial.value
    return "Q" + next(character for character in stretch if character.isdigit())
