"""Dutch compounds: "huur" + "verhoging" + s + "beleid" is one word, and no list holds them all.

Linking letters between the parts follow the Dutch spelling rules (-s-, -e-, -en-; Taalunie, Leidraad chapter 8).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_LINKS = ("", "s", "en", "e")
_LINKS_AFTER_SHORT = ("", "s")
_SHORTEST_PART = 3
_MOST_PARTS = 4
# How common a part must be, by its length: short strings turn up in every foreign name.
_LEAST_ZIPF = {3: 4.2, 4: 2.8}
_LEAST_ZIPF_LONGER = 1.6
# Words of grammar: frequent, and never part of a compound.
_NEVER_PARTS = frozenset(
    """het een van dat die den der des dan was ben wij jij hij zij hun haar mijn maar niet deze dit met wat hoe ons
    als heb heeft had zou kan wil zal weet hebt hem jou jouw onze geen want doch noch toen zodat ging gaf kwam werd
    wordt worden zijn waren hebben hadden heen heb jullie hen eens eén één the and you for are this that with not
    all oke hey wie dus tot heel veel echt gaan kom moet toch nou joh hee""".split()
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A place to cut a string, with the zipf value of the rarest part cut off (None: nothing is cut off)."""

    place: int
    zipf: float | None


class CompoundSplitter:
    """Takes words apart into listed words; `frequencies` maps words in lower case to zipf values."""

    def __init__(self, frequencies: Mapping[str, float]) -> None:
        self._zipf = frequencies
        self._splits: dict[tuple[str, int], tuple[str, ...] | None] = {}

    def is_part(self, word: str) -> bool:
        """Tell whether this string can be one part of a compound."""
        zipf = self._zipf.get(word)
        if zipf is None or len(word) < _SHORTEST_PART or word in _NEVER_PARTS:
            return False
        return zipf >= _LEAST_ZIPF.get(len(word), _LEAST_ZIPF_LONGER)

    def split(self, word: str) -> tuple[str, ...] | None:
        """Return two or more parts, the longest first part preferred, or None when the word is no compound."""
        if not word.isalpha():
            return None
        return self._split(word, _MOST_PARTS)

    def _split(self, word: str, most_parts: int) -> tuple[str, ...] | None:
        key = (word, most_parts)
        if key not in self._splits:
            self._splits[key] = self._search(word, most_parts)
        return self._splits[key]

    def _search(self, word: str, most_parts: int) -> tuple[str, ...] | None:
        for end in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            head = word[:end]
            if not self.is_part(head):
                continue
            for link in _links(head):
                if not word.startswith(link, end):
                    continue
                rest = word[end + len(link) :]
                if self.is_part(rest):
                    return (head, rest)
                if most_parts > 2 and len(rest) > 2 * _SHORTEST_PART:
                    parts = self._split(rest, most_parts - 1)
                    if parts:
                        return (head, *parts)
        return None

    def heads(self, text: str) -> list[Cut]:
        """Return every place where what stands before it is a row of compound parts; the first cuts off nothing."""
        rarest: dict[int, float] = {0: 9.0}
        for start in range(len(text)):
            if start not in rarest:
                continue
            for end in range(start + _SHORTEST_PART, len(text) + 1):
                part = text[start:end]
                if self.is_part(part):
                    zipf = min(rarest[start], self._zipf[part])
                    for place in (end + len(link) for link in _links(part) if text.startswith(link, end)):
                        rarest[place] = max(zipf, rarest.get(place, 0.0))
        return [Cut(place, None if place == 0 else zipf) for place, zipf in rarest.items()]

    def tails(self, text: str) -> list[Cut]:
        """Return every place where a compound ends behind it, linking letters aside; the first cuts nothing."""
        found = [Cut(len(text), None)]
        for start in range(len(text) - _SHORTEST_PART + 1):
            rest = text[start:]
            if self.is_part(rest) or self.split(rest) is not None:
                zipf = self._zipf.get(rest, _LEAST_ZIPF_LONGER)
                found.extend(Cut(start - len(link), zipf) for link in _LINKS if text[:start].endswith(link))
        return found


def _links(part: str) -> tuple[str, ...]:
    return _LINKS if len(part) > _SHORTEST_PART else _LINKS_AFTER_SHORT
