"""The text of a line as a person reads it, with the place of every character in the raw text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SOFT_HYPHEN = "\u00ad"
# Characters without a width or a shape: controls, direction marks, joiners, byte-order mark, object place-holder.
_INVISIBLE = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffc"
_IS_INVISIBLE = re.compile(f"[{_INVISIBLE}]")
_HYPHENS = "\u2010\u2011"  # printed like the one on the keyboard
_UNTIDY = re.compile(rf"[{_INVISIBLE}{_HYPHENS}]|[^\S ]|  ")


@dataclass(frozen=True, slots=True)
class LineText:
    """A tidied text; `origins` is None when `start + index` is the place of every character."""

    text: str
    start: int
    end: int
    origins: tuple[int, ...] | None


def tidy(raw: str, start: int = 0) -> LineText:
    """Strip, make each run of white space one space, drop invisible characters; `start` is the place of `raw[0]`."""
    text = raw.strip()
    begin = start + len(raw) - len(raw.lstrip()) if text else start
    if not _UNTIDY.search(text):
        return LineText(text, begin, begin + len(text), None)
    return _tidy_slowly(text, begin)


def _tidy_slowly(raw: str, start: int) -> LineText:
    characters: list[str] = []
    origins: list[int] = []
    gap: int | None = None
    # At the end of a line a soft hyphen was printed: it divides a word, and the mending must be able to see that.
    divides = raw.endswith(_SOFT_HYPHEN)
    for place, character in enumerate(raw, start):
        if character.isspace():
            gap = place if gap is None else gap
            continue
        if character in _HYPHENS or (divides and place == start + len(raw) - 1):
            character = "-"  # noqa: PLW2901 - the printed form of this one character
        elif _IS_INVISIBLE.match(character):
            continue
        if gap is not None and characters:
            characters.append(" ")
            origins.append(gap)
        gap = None
        characters.append(character)
        origins.append(place)
    return _placed("".join(characters), origins, start)


def _placed(text: str, origins: list[int], start: int) -> LineText:
    if not origins:
        return LineText("", start, start, None)
    first, last = origins[0], origins[-1]
    is_straight = last - first + 1 == len(origins)
    return LineText(text, first, last + 1, None if is_straight else tuple(origins))
