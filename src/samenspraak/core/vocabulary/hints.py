"""Cheap questions to ask before a text is searched in earnest: most sentences name no day, no share and no rhythm."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

# A pattern that begins with a set of characters is looked for at the speed of the characters, others place by place.
DIGIT = re.compile(r"[0-9]")
_FIRST_DIGIT = re.compile(r"[0-9](?<![\w.,/-].)")


def has_any(lowered: str, parts: tuple[str, ...]) -> bool:
    """Whether one of the parts stands somewhere in a text in lower case."""
    return any(map(lowered.__contains__, parts))


class Texts:
    """Texts that are looked through at once, as often as there is something to look for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.whole = "\n".join(texts)
        self._ends = list(accumulate([len(text) + 1 for text in texts]))

    def having(self, parts: tuple[str, ...]) -> list[int]:
        """Return the indices of the texts in which one of the parts stands."""
        whole, ends = self.whole, self._ends
        found: set[int] = set()
        for part in parts:
            place = whole.find(part)
            while place >= 0:
                index = bisect_right(ends, place)
                found.add(index)
                place = whole.find(part, ends[index])
        return sorted(found)


def texts_with(texts: Sequence[str], parts: tuple[str, ...]) -> list[int]:
    """Return the indices of the texts in which one of the parts stands."""
    return Texts(texts).having(parts)


def figure_starts(text: str) -> list[int]:
    """Return where a run of digits begins that no letter, digit, stop, comma, slash or dash stands before."""
    return [match.start() for match in _FIRST_DIGIT.finditer(text)]


def matches_at(pattern: re.Pattern[str], text: str, starts: list[int]) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer` would, for a pattern that can begin at these places only (in reading order)."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            yield match
            end = match.end()


def matches_after(first: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer` would, for a pattern that can begin only where `first` finds its one character."""
    position = 0
    while found := first.search(text, position):
        match = pattern.match(text, found.start())
        if match:
            yield match
        position = match.end() if match else found.end()
