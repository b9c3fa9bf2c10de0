"""Mends letters that a broken font turned into other characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, product

from samenspraak.core.extraction.source import RepairKind
from samenspraak.engines.knowledge.lexicon import Lexicon
from samenspraak.engines.readers.repair import damage
from samenspraak.engines.readers.repair.damage import DamagedWord
from samenspraak.engines.readers.repair.edits import Edit
from samenspraak.engines.readers.repair.ligature_meanings import Meaning, MeaningSolver, typical_groups
from samenspraak.engines.readers.repair.tally import Tally
from samenspraak.engines.readers.repair.wording import Wording

_MOST_PASSES = 4  # a mended word can be the witness that another one lacked
_MOST_FILLINGS = 200  # ways to fill one word that are looked at
_GUESS_COST = 0.5  # in zipf: how much rarer a group is that no other word speaks for
_RANK_COST = 0.3  # in zipf: how much rarer each next meaning of a character is

Choices = dict[str, tuple[str, ...]]  # damaged word -> the letters for each of its odd characters


@dataclass(slots=True)
class LigatureMender:
    """Mends one document; it may be asked again when the document has changed."""

    lexicon: Lexicon
    tally: Tally
    _hopeless: frozenset[DamagedWord] = field(default=frozenset(), init=False)  # words that came to nothing together

    def mend(self, wording: Wording) -> Wording:
        """Replace damaged letters; a character that explains no Dutch words stays, and so do foreign names."""
        for _ in range(_MOST_PASSES):
            words = damage.collect(wording)
            if words == self._hopeless:
                break
            choices = _choices(words, MeaningSolver(self.lexicon, words).solve(), self.lexicon)
            if not choices:
                self._hopeless = words
                break
            wording = _apply(wording, choices, self.tally)
        return wording


def _choices(words: Iterable[DamagedWord], meanings: Mapping[str, Meaning], lexicon: Lexicon) -> Choices:
    best: dict[str, tuple[float, tuple[str, ...]]] = {}
    for word in words:
        if any(character in meanings for character in word.odd):
            choice = _best_filling(word, meanings, lexicon)
            if choice and choice > best.get(word.text, (-1.0, ())):
                best[word.text] = choice
    return {text: letters for text, (_, letters) in best.items()}


def _best_filling(
    word: DamagedWord, meanings: Mapping[str, Meaning], lexicon: Lexicon
) -> tuple[float, tuple[str, ...]] | None:
    """Return the letters that make the likeliest word, with its likelihood, or None to leave the word as it is."""
    found: list[tuple[float, tuple[str, ...]]] = []
    for cost, letters in islice(_fillings(word, meanings), _MOST_FILLINGS):
        text = filled(word, letters, meanings)
        known = [whole for whole in (text, word.before + text + word.after) if lexicon.is_word(whole)]
        found.extend((lexicon.frequency(whole) - cost, letters) for whole in known)
    if found:
        return max(found)
    if lexicon.is_word(damage.without_marks(word.text)):
        return None
    return _usual_filling(word, meanings)


def _fillings(word: DamagedWord, meanings: Mapping[str, Meaning]) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Return the ways to fill the odd places, each with its cost, the usual meanings first."""
    signs = [word.text[place] for place in word.places]
    options = [list(enumerate(meanings[sign].groups)) if sign in meanings else [(0, sign)] for sign in signs]
    for picks in product(*options):
        yield _RANK_COST * sum(rank for rank, _ in picks), tuple(group for _, group in picks)
    if len(signs) == 1 and len(options[0]) > 1:
        # A character with several meanings is a place-holder: it may stand for any group.
        cost = _RANK_COST * len(options[0]) + _GUESS_COST
        yield from ((cost, (group,)) for group in typical_groups())


def filled(word: DamagedWord, letters: tuple[str, ...], meanings: Mapping[str, Meaning]) -> str:
    """Return the word with these letters at its odd places; signs without a meaning are left out."""
    pieces = list(word.text)
    for place, group in zip(word.places, letters, strict=True):
        pieces[place] = group if word.text[place] in meanings else ""
    return "".join(pieces)


def _usual_filling(word: DamagedWord, meanings: Mapping[str, Meaning]) -> tuple[float, tuple[str, ...]] | None:
    """Return what the characters mean elsewhere, for a word that nobody knows, such as the name of a street."""
    signs = [word.text[place] for place in word.places]
    letters = tuple(meanings[sign].rest or sign if sign in meanings else sign for sign in signs)
    return None if letters == tuple(signs) else (-1.0, letters)


def _apply(wording: Wording, choices: Choices, tally: Tally) -> Wording:
    def find(text: str) -> list[Edit]:
        edits: list[Edit] = []
        for start, word in damage.damaged_words(text):
            for place, letters in zip(word.places, choices.get(word.text, ()), strict=False):
                if letters != word.text[place]:
                    edits.append(Edit(start + place, start + place + 1, _cased(letters, word, place)))
                    tally.add(RepairKind.LIGATURE, word.text[place], letters)
        return edits

    return wording.edited(find)


def _cased(letters: str, word: DamagedWord, place: int) -> str:
    plain = [letter for index, letter in enumerate(word.text) if index not in word.places]
    if len(plain) > 1 and all(letter.isupper() for letter in plain):
        return letters.upper()
    # Fonts draw "Th" as one sign, but never a small "th".
    return "Th" if letters == "th" and place == 0 else letters
