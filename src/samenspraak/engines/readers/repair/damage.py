"""Finds the words in which a character stands that Dutch does not use there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from samenspraak.core.extraction.source import Line
from samenspraak.engines.readers.repair.edits import Flow
from samenspraak.engines.readers.repair.wording import Wording

HYPHENS = "-\u00ad\u2010\u2011\ufffe"

# Letters that Dutch words and the foreign names of daily life are written with.
_DUTCH_ACCENTS = "áéíóúàèìòùâêîôûäëïöüçñãõåøæœß"
# Signs that never stand for a missing ligature by themselves: quotes, brackets, and what joins or ends words.
_PUNCTUATION = "-'’‘`´\"“”„«».,:;/&@+()[]_…–—·•\u2010\u2011"
_PLAIN_LETTER = rf"A-Za-z{_DUTCH_ACCENTS}{_DUTCH_ACCENTS.upper()}"
_LETTER = r"[^\W\d_]"

# Impossible in a Dutch word: other alphabets and accents, private use, controls, and "unknown character".
_STRONG = rf"(?:(?![{_PLAIN_LETTER}]){_LETTER}|[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f])"
# Odd only because letters stand on both sides: other signs, digits, a capital among small letters.
_WEAK = rf"(?:(?<={_LETTER})[^\w\s{re.escape(_PUNCTUATION)}](?={_LETTER})|(?<=[a-z])[A-Z0-9](?=[a-z]))"

# A quick look before the careful one: most lines hold nothing of the kind.
_PERHAPS_ODD = re.compile(rf"[^0-9\s{_PLAIN_LETTER}{re.escape(_PUNCTUATION)}]|[a-z][A-Z0-9][a-z]")
_STRONG_CHARACTER = re.compile(_STRONG)
_ODD_CHARACTER = re.compile(f"{_STRONG}|{_WEAK}")
_WORD = re.compile(f"(?:{_LETTER}|{_STRONG}|{_WEAK})+")
_FIRST_WORD = re.compile(rf"{_LETTER}+")
_LAST_WORD = re.compile(rf"({_LETTER}+)[{HYPHENS}]$")
_BASE_LETTER = re.compile(r"LATIN (?:SMALL|CAPITAL) LETTER (?:DOTLESS )?([A-Z]{1,2})(?: WITH .*)?")


@dataclass(frozen=True, slots=True)
class DamagedWord:
    """A word with odd characters at `places`; `before` and `after` are its other halves on the lines around it."""

    text: str
    places: tuple[int, ...]
    before: str = ""
    after: str = ""

    @property
    def odd(self) -> frozenset[str]:
        """Return the odd characters."""
        return frozenset(self.text[place] for place in self.places)


def is_strong(character: str) -> bool:
    """Tell whether this character is impossible in a Dutch word, wherever it stands."""
    return _STRONG_CHARACTER.match(character) is not None


def base_letters(character: str) -> str | None:
    """Return the plain letters of a letter with an accent or a stroke ("Š" -> "s"), None when it has none."""
    match = _BASE_LETTER.fullmatch(unicodedata.name(character, ""))
    return match[1].lower() if match else None


def without_marks(word: str) -> str:
    """Return a foreign word as a Dutch list may spell it: "Łódź" -> "lodz"."""
    return "".join(base_letters(character) or character.lower() for character in word)


def damaged_words(text: str) -> Iterator[tuple[int, DamagedWord]]:
    """Return the words of a text with odd characters in them, each with the index where it begins."""
    if not _PERHAPS_ODD.search(text) or not _ODD_CHARACTER.search(text):
        return
    for match in _WORD.finditer(text):
        # Look in the whole text: what is odd depends on the neighbours.
        places = tuple(odd.start() - match.start() for odd in _ODD_CHARACTER.finditer(text, match.start(), match.end()))
        if places and len(places) < len(match[0]):
            yield match.start(), DamagedWord(match[0], places)


def collect(wording: Wording) -> frozenset[DamagedWord]:
    """Return the distinct damaged words of a document, those divided over two lines with their other half."""
    words = {word for chunk in _odd_chunks(wording.spaced) for _, word in damaged_words(chunk)}
    if not words:
        return frozenset()
    divided = frozenset(_divided(wording.flow))
    halves = {word.text for word in divided}
    return divided.union(word for word in words if word.text not in halves)


def _odd_chunks(spaced: str) -> Iterator[str]:
    """Return what stands between spaces around everything that may be odd."""
    for found in _PERHAPS_ODD.finditer(spaced):
        start, end = spaced.rfind(" ", 0, found.start()) + 1, spaced.find(" ", found.end())
        yield spaced[start : end if end >= 0 else None]


def _divided(flow: Flow) -> Iterator[DamagedWord]:
    lines = [item.text for item in flow if isinstance(item, Line)]
    for upper, lower in pairwise(lines):
        if upper[-1:] not in HYPHENS or not upper[:-1]:
            continue
        yield from _halves(upper, lower)


def _halves(upper: str, lower: str) -> Iterator[DamagedWord]:
    first = [word for start, word in damaged_words(lower) if start == 0]
    last = [word for start, word in damaged_words(upper) if start + len(word.text) == len(upper) - 1]
    ends = _LAST_WORD.search(upper)
    begins = _FIRST_WORD.match(lower)
    if first and ends:
        yield DamagedWord(first[0].text, first[0].places, before=ends[1])
    if last and begins:
        yield DamagedWord(last[0].text, last[0].places, after=begins[0])
