"""Finds out what the odd characters of a document stand for, by what they do to Dutch words.

Nothing is known beforehand about which character stands for which letters: for every odd character all plausible
groups of letters are tried, and the group that turns the most words of the document into Dutch words wins. One
character may stand for several groups ("unknown character" often does); then the words that the first group does
not explain choose the next one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from samenspraak.engines.knowledge.lexicon import Lexicon
from samenspraak.engines.readers.repair import damage
from samenspraak.engines.readers.repair.damage import DamagedWord

TYPICAL_BONUS = 1.5  # in zipf: a group that fonts do draw as one sign is likelier before any word is seen
SAMPLE_SIZE = 20  # words on which all groups are tried; the best groups are then tried on all words
SHORTLIST_SIZE = 12
MOST_SEARCHES = 3  # beyond the typical groups, for one character
CLEAR_SHARE = 0.6  # of the words; a group that explains so many needs no further search
MOST_WORDS = 300  # that are looked at for one character
MOST_CHARACTERS = 40
NOISE = 60  # so many different odd characters are more than fonts explain: only typical groups are tried then
MOST_GROUPS = 8  # that one character can stand for
FEW_WORDS = 3  # up to so many words with a character, one of them can be witness enough
CLEAR_MARGIN = 0.5  # zipf by which what a single witness says must beat the second best
LARGE_MARGIN = 1.5  # the same for letters that no font draws as one sign
SAFE_LENGTH = 5  # characters of a word that can be the single witness
LONG_WORD = 8
COMMON_ZIPF = 2.5
LEAST_SHARE = 0.4  # of the words with a character that its groups must explain
ESTABLISHED = 3  # words after which a group also holds for words nobody knows,
ESTABLISHED_SHARE = 0.8  # if hardly any word says otherwise
WITNESSES = 2
WITNESSES_UNTYPICAL = 3
WEAK_WITNESSES = 3
WEAK_SHARE = 0.6

Support = dict[DamagedWord, float]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an odd character stands for, in order of evidence; `rest` is what it means in unknown words."""

    groups: tuple[str, ...]
    rest: str | None


@cache
def typical_groups() -> tuple[str, ...]:
    """Return the groups that type designers draw as one sign: they begin with f or t, or are historical pairs."""
    tails = ("".join(letters) for size in (1, 2) for letters in product("ftijlbhk", repeat=size))
    return (*(head + tail for tail in tails for head in "ft"), "ct", "st", "sp", "ch", "ij")


class MeaningSolver:
    """Finds the meaning of every odd character; what is found for one helps with words that hold two."""

    def __init__(self, lexicon: Lexicon, words: Iterable[DamagedWord]) -> None:
        self._lexicon = lexicon
        self._words_of: defaultdict[str, list[DamagedWord]] = defaultdict(list)
        for word in sorted(words, key=lambda word: (word.text, word.before, word.after)):
            for character in word.odd:
                self._words_of[character].append(word)
        self._meanings: dict[str, Meaning] = {}
        self._most_searches = MOST_SEARCHES if len(self._words_of) <= NOISE else 0

    def solve(self) -> dict[str, Meaning]:
        """Return the characters that were understood."""
        waiting = sorted(self._words_of, key=lambda character: (-len(self._words_of[character]), character))
        # A font has a few dozen ligatures; hundreds of odd characters are another alphabet, or noise.
        waiting = waiting[:MOST_CHARACTERS]
        while True:
            solved = [character for character in waiting if self._understand(character)]
            waiting = [character for character in waiting if character not in solved]
            if not solved or not waiting:
                return self._meanings

    def _understand(self, character: str) -> bool:
        words = [
            known for word in _spread(self._words_of[character], MOST_WORDS) if (known := self._filled(word, character))
        ]
        groups = self._groups(character, words)
        explained = sum(len(support) for support in groups.values())
        # A character that most words keep for themselves belongs to another language.
        if not groups or explained < LEAST_SHARE * len(words):
            return False
        first = next(iter(groups))
        is_sure = damage.is_strong(character) and len(groups[first]) >= max(ESTABLISHED, ESTABLISHED_SHARE * explained)
        self._meanings[character] = Meaning(tuple(groups), first if is_sure else None)
        return True

    def _filled(self, word: DamagedWord, character: str) -> DamagedWord | None:
        """Return the word with its other odd characters filled in, None when one of them is not understood yet."""
        others = word.odd - {character}
        if not others:
            return word
        if any(other not in self._meanings for other in others):
            return None
        letters = [
            self._meanings[sign].groups[0] if place in word.places and sign != character else sign
            for place, sign in enumerate(word.text)
        ]
        places, length = [], 0
        for place, piece in enumerate(letters):
            if place in word.places and piece == character:
                places.append(length)
            length += len(piece)
        return DamagedWord("".join(letters), tuple(places), word.before, word.after)

    def _groups(self, character: str, words: list[DamagedWord]) -> dict[str, Support]:
        """Return what the character stands for, the best explanation first, each with the words it explains."""
        innocent = {"", damage.base_letters(character) or ""}
        found: dict[str, Support] = {}
        left = words
        for _ in range(MOST_GROUPS):
            # Once a character is known to be broken, the other words need less proof.
            word_count = 1 if found else len(left)
            if not _can_convince(character, left, word_count):
                break
            supports = self._supports(left, innocent, searches=len(found) < self._most_searches)
            if not supports:
                break
            group = max(supports, key=lambda group: (_score(group, supports[group]), group))
            # A bullet that touches its word, or a foreign name in Dutch spelling: nothing is broken.
            if group in innocent and not found:
                break
            if group not in innocent:
                if not _is_convincing(character, group, supports, word_count):
                    break
                found[group] = supports[group]
            left = [word for word in left if word not in supports[group]]
        return found

    def _supports(self, words: list[DamagedWord], innocent: set[str], *, searches: bool) -> dict[str, Support]:
        supports = self._try(words, (*typical_groups(), *innocent))
        for size in range(1, 4) if searches else ():
            most = max((len(support) for support in supports.values()), default=0)
            if len(words) <= FEW_WORDS or most < CLEAR_SHARE * len(words):
                supports |= self._search(words, size)
        return supports

    def _search(self, words: list[DamagedWord], size: int) -> dict[str, Support]:
        """Try all groups of so many letters on a sample, and the best of them on all words."""
        groups = sorted(group for group in self._lexicon.letter_groups if len(group) == size)
        sampled = self._try(_spread(words, SAMPLE_SIZE), groups)
        best = sorted(sampled, key=lambda group: (-len(sampled[group]), group))[:SHORTLIST_SIZE]
        return self._try(words, best)

    def _try(self, words: Iterable[DamagedWord], groups: Iterable[str]) -> dict[str, Support]:
        supports: defaultdict[str, Support] = defaultdict(dict)
        groups = tuple(groups)
        for word in words:
            for group, zipf in explanations(word, groups, self._lexicon).items():
                supports[group][word] = zipf
        return dict(supports)


def _spread(words: list[DamagedWord], count: int) -> list[DamagedWord]:
    """Return about `count` of the words, taken from all of the list."""
    return words[:: max(1, len(words) // count)]


def explanations(word: DamagedWord, groups: tuple[str, ...], lexicon: Lexicon) -> dict[str, float]:
    """Return which groups make a Dutch word of this one, each with the word's zipf value."""
    if len(word.places) > 1:
        filled = {group: word.before + _filled_everywhere(word, group) + word.after for group in groups}
        return {group: lexicon.frequency(text) for group, text in filled.items() if lexicon.is_listed(text)}
    before, after = word.text[: word.places[0]], word.text[word.places[0] + 1 :]
    found = lexicon.fillers(word.before + before, after + word.after, groups)
    # Not a half after all, but a word of its own beside another one's hyphen.
    return found or lexicon.fillers(before, after, groups)


def _filled_everywhere(word: DamagedWord, group: str) -> str:
    return "".join(group if place in word.places else letter for place, letter in enumerate(word.text))


def _score(group: str, support: Support) -> float:
    return sum(support.values()) + (TYPICAL_BONUS if group in typical_groups() else 0.0)


def _can_convince(character: str, words: list[DamagedWord], word_count: int) -> bool:
    """Tell whether these words could be proof of any group at all, if it made Dutch words of all of them."""
    different = len({word.text.lower() for word in words})
    if not damage.is_strong(character):
        return different >= WEAK_WITNESSES and different >= WEAK_SHARE * word_count
    longest = max((_length(word) for word in words), default=0)
    return different >= WITNESSES or (word_count <= FEW_WORDS and longest >= SAFE_LENGTH)


def _length(word: DamagedWord) -> int:
    return len(word.before + word.text + word.after)


def _is_convincing(character: str, group: str, supports: Mapping[str, Support], word_count: int) -> bool:
    support = supports[group]
    witnesses = len({word.text.lower() for word in support})
    if not damage.is_strong(character):
        return witnesses >= WEAK_WITNESSES and witnesses >= WEAK_SHARE * word_count and group in typical_groups()
    enough = WITNESSES if group in typical_groups() else WITNESSES_UNTYPICAL
    return witnesses >= enough or (word_count <= FEW_WORDS and _is_sure_witness(group, supports))


def _is_sure_witness(group: str, supports: Mapping[str, Support]) -> bool:
    """Tell whether the one word that speaks for this group leaves no doubt."""
    word = next(iter(supports[group]))
    rival = max(
        (
            _score(other, {word: supports[other][word]})
            for other in supports
            if other != group and word in supports[other]
        ),
        default=0.0,
    )
    margin = _score(group, supports[group]) - rival
    length = _length(word)
    if group in typical_groups():
        return length >= SAFE_LENGTH and margin >= CLEAR_MARGIN
    return length >= LONG_WORD and margin >= LARGE_MARGIN and supports[group][word] >= COMMON_ZIPF
