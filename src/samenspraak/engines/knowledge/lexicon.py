"""Which strings are Dutch words and how common they are: the measure by which damaged text is mended.

The words come from two public lists, joined by `build_lexicon.py` into one file (see data/NOTICE.md), and from
our own list of housing terms. Dutch writes compounds as one word, so a list alone never suffices: an unknown
word is also accepted when it falls apart into known ones.
"""

from __future__ import annotations

import gzip
from collections.abc import Collection, Mapping
from functools import cache, cached_property
from importlib.resources import files
from itertools import chain, product

from samenspraak.engines.knowledge.compounds import CompoundSplitter
from samenspraak.engines.knowledge.municipalities import municipalities

WORDS_FILE = "dutch_words.txt.gz"
PHRASES_FILE = "fixed_phrases.txt"
TERMS_FILE = "housing_terms.txt"

# The zipf scale is log10 of the occurrences per billion words: 3 is "a few times in a thick book".
TERM_ZIPF = 4.5  # our own terms are common in the documents we read, whatever they are elsewhere
NAME_ZIPF = 3.5
COMPOUND_COST = 1.5  # a compound is rarer than its rarest part
LEAST_ZIPF = 0.5
GROUPS_ZIPF = 3.8  # words that show which letters stand together
LONGEST_INITIALS = 6


class Lexicon:
    """Dutch words with their frequency; all questions ignore case."""

    def __init__(self, frequencies: Mapping[str, float]) -> None:
        self._zipf = frequencies
        self._splitter = CompoundSplitter(frequencies)
        self._is_word: dict[str, bool] = {}

    def frequency(self, word: str) -> float:
        """Return the zipf value (0 to 8) of a listed word, an estimate for a compound, 0.0 for what is no word."""
        lowered = _normalised(word)
        listed = self._zipf.get(lowered)
        if listed is not None:
            return listed
        parts = self._splitter.split(lowered)
        if parts is None:
            return 0.0
        return max(LEAST_ZIPF, min(self._zipf[part] for part in parts) - COMPOUND_COST)

    def is_listed(self, word: str) -> bool:
        """Tell whether the word itself stands in the list; much faster than `is_word`."""
        return _normalised(word) in self._zipf

    def is_word(self, word: str) -> bool:
        """Tell whether this is a Dutch word, a compound of Dutch words, words joined by hyphens, or a number."""
        known = self._is_word.get(word)
        if known is None:
            known = self._is_word[word] = self._decide(word)
        return known

    def _decide(self, word: str) -> bool:
        lowered = _normalised(word)
        if lowered in self._zipf or _is_number(lowered):
            return True
        parts = word.strip("-").split("-")
        if parts != [word]:
            return all(part and (_is_initials(part) or self.is_word(part)) for part in parts)
        return self._splitter.split(lowered) is not None

    def listed(self, before: str, after: str, candidates: Collection[str]) -> dict[str, float]:
        """Return which candidates make a listed word between `before` and `after`, each with its zipf value."""
        before, after = _normalised(before), _normalised(after)
        zipf = self._zipf
        # All words at once: this is asked for every place where a word can have lost letters, and mostly in vain.
        words = f"{before}{f'{after} {before}'.join(candidates)}{after}".split(" ")
        if zipf.keys().isdisjoint(words):
            return {}
        pairs = ((candidate, before + candidate + after) for candidate in candidates)
        return {candidate: zipf[word] for candidate, word in pairs if word in zipf}

    def fillers(self, before: str, after: str, candidates: Collection[str]) -> dict[str, float]:
        """Return which candidates make a word or a compound between `before` and `after`, each with its zipf value.

        Much faster than asking for each candidate: only the part of a compound that the candidate stands in is tried.
        """
        before, after = _normalised(before), _normalised(after)
        best: dict[str, float] = {}
        for head, tail in product(self._splitter.heads(before), self._splitter.tails(after)):
            left, right = before[head.place :], after[: tail.place]
            ends = [zipf for zipf in (head.zipf, tail.zipf) if zipf is not None]
            for candidate, zipf in self.listed(left, right, candidates).items():
                if ends and not self._splitter.is_part(left + candidate + right):
                    continue
                value = max(LEAST_ZIPF, min(zipf, *ends) - COMPOUND_COST) if ends else zipf
                best[candidate] = max(value, best.get(candidate, 0.0))
        return best

    @cached_property
    def letter_groups(self) -> frozenset[str]:
        """Every group of one to three letters that occurs in the common Dutch words."""
        common = (word for word, zipf in self._zipf.items() if zipf >= GROUPS_ZIPF and word.isalpha())
        return frozenset(
            word[at : at + size] for word in common for size in (1, 2, 3) for at in range(len(word) - size + 1)
        )


@cache
def dutch_lexicon() -> Lexicon:
    """Return the shipped lexicon; the first call reads it (some 0.1 s and 45 MB), later calls are free."""
    return Lexicon(read_frequencies())


@cache
def fixed_phrases() -> tuple[tuple[str, ...], ...]:
    """Return the fixed phrases of policy texts, word by word."""
    text = (files(__package__) / "data" / PHRASES_FILE).read_text(encoding="utf-8")
    lines = (line.partition("#")[0].split() for line in text.lower().splitlines())
    return tuple(tuple(words) for words in lines if words)


def read_frequencies() -> dict[str, float]:
    """Read the shipped lists: word in lower case -> zipf value."""
    frequencies: dict[str, float] = {}
    folder = files(__package__) / "data"
    text = gzip.decompress((folder / WORDS_FILE).read_bytes()).decode("utf-8")
    for line in text.splitlines():
        level, _, words = line.partition("\t")
        frequencies.update(dict.fromkeys(words.split(" "), int(level) / 10))
    for term in _terms((folder / TERMS_FILE).read_text(encoding="utf-8")):
        frequencies[term] = max(TERM_ZIPF, frequencies.get(term, 0.0))
    names = chain.from_iterable(municipality.names for municipality in municipalities())
    for name in chain.from_iterable(full.lower().replace(",", "").split() for full in names):
        frequencies.setdefault(name, NAME_ZIPF)
    return frequencies


def _terms(text: str) -> list[str]:
    lines = (line.partition("#")[0].strip().lower() for line in text.splitlines())
    return [word for line in lines for word in line.split()]


def _normalised(word: str) -> str:
    return word.lower().replace("\u2019", "'")


def _is_initials(word: str) -> bool:
    """Tell whether this looks like an abbreviation: WMO, EFG, CO2."""
    return 1 < len(word) <= LONGEST_INITIALS and word.isalnum() and word.isupper()


def _is_number(word: str) -> bool:
    digits = word.strip("%€.,").replace(".", "").replace(",", "")
    return digits.isdecimal()
