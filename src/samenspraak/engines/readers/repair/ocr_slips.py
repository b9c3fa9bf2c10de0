"""Mends what optical character recognition misread, where the lexicon leaves no doubt.

Three kinds of slips, each with its own proof. A digit or a capital inside a word ("0ktober", "geInformeerd") shows by
itself. A word of a fixed phrase that is one stroke off ("te alien tijde") is proved by the phrase. Everything else (a
lost accent, "rn" for "m") looks like any spelling mistake, and is mended only in a Dutch document with several of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import product

from samenspraak.core.extraction.source import RepairKind
from samenspraak.engines.knowledge.lexicon import Lexicon, fixed_phrases
from samenspraak.engines.readers.repair.edits import Edit
from samenspraak.engines.readers.repair.tally import Tally
from samenspraak.engines.readers.repair.wording import Wording

# What is read -> what may stand there.
Span = tuple[int, int]
Gap = tuple[tuple[str, ...], str, tuple[str, ...]]  # the words before, the word itself, the words after

_STRANGERS = {"0": "o", "1": "li", "5": "s", "I": "liï", "|": "li"}
_STROKES = (
    ("rn", "m"),
    ("m", "rn"),
    ("cl", "d"),
    ("d", "cl"),
    ("li", "ll"),
    ("ll", "li"),
    ("vv", "w"),
    ("l", "i"),
    ("i", "l"),
)
_ACCENTS = {"e": "ëéè", "i": "ï", "o": "öó", "u": "ü", "a": "äá"}

_TOKEN = re.compile(r"[\w|]+")
_HAS_STRANGER = re.compile(r"(?:^[015|]|(?<=[a-zëïöüé])[015|I])(?=[a-zëïöüé]{2})")
_PLAIN = re.compile(r"[A-Za-z]?[a-z]+")

_SHORTEST = 5  # letters of a word that can be recognised in spite of a wrong one
_COMMON = 2.0  # zipf of a word that is worth believing in
_COMMON_COMPOUND = 1.0  # the same for a compound, which is rarer than its parts
_FEWEST_SLIPS = 2  # different words that show that a document was read by a machine
_MOST_UNKNOWN = 0.35  # of the different words; beyond that the text is in another language
_MOST_REPEATS = 3  # a "slip" that keeps coming back is a word that we do not know
_SHORTEST_IN_PHRASE = 4


def mend_ocr_slips(wording: Wording, lexicon: Lexicon, tally: Tally) -> Wording:
    """Replace misread words by the only Dutch word they can be."""
    words = wording.words(_TOKEN)
    unknown = [word for word, count in words.items() if count <= _MOST_REPEATS and not lexicon.is_word(word)]
    slips = {word: meant for word in unknown if (meant := _without_strangers(word, lexicon))}
    respelled = {word: meant for word in unknown if word not in slips and (meant := _respelled(word, lexicon))}
    is_dutch = len(unknown) <= _MOST_UNKNOWN * len(words)
    if is_dutch and len(slips) + len(respelled) >= _FEWEST_SLIPS:
        slips |= respelled
    misread = {lowered for word in words if (lowered := word.lower()) in _damaged_phrases()}
    if not slips and not misread:
        return wording

    def find(text: str) -> list[Edit]:
        edits = [Edit(*span, meant) for span, meant in (*_slips_in(text, slips), *_phrase_slips_in(text, misread))]
        for edit in edits:
            tally.add(RepairKind.OCR, text[edit.start : edit.end], edit.text)
        return sorted(edits, key=lambda edit: edit.start)

    return wording.edited(find)


def _without_strangers(word: str, lexicon: Lexicon) -> str | None:
    """Return the word with letters for the digits and capitals inside it, None when no or several words come out."""
    places = {match.start() for match in _HAS_STRANGER.finditer(word)}
    if not places or len(word) < _SHORTEST or sum(letter.isdigit() for letter in word) > len(places):
        return None
    options = (_STRANGERS[letter] if place in places else letter for place, letter in enumerate(word))
    return _only_word(("".join(letters) for letters in product(*options)), lexicon)


def _respelled(word: str, lexicon: Lexicon) -> str | None:
    """Return the word with one accent put back or one stroke set right, None when no or several words come out."""
    if len(word) < _SHORTEST or not _PLAIN.fullmatch(word):
        return None
    accented = _only_word(_with_accent(word), lexicon)
    # Names come with capitals, and are not for us to respell.
    return accented or (_only_word(set(_with_stroke(word)), lexicon) if word.islower() else None)


def _only_word(candidates: Iterable[str], lexicon: Lexicon) -> str | None:
    words = {word for word in candidates if lexicon.is_word(word)}
    # A word that the list knows is likelier than a compound that happens to fit.
    listed = {word for word in words if lexicon.is_listed(word) and lexicon.frequency(word) >= _COMMON}
    found = listed or {word for word in words if lexicon.frequency(word) >= _COMMON_COMPOUND}
    return next(iter(found)) if len(found) == 1 else None


def _with_accent(word: str) -> Iterator[str]:
    for place, letter in enumerate(word):
        yield from (word[:place] + accented + word[place + 1 :] for accented in _ACCENTS.get(letter, ""))


def _with_stroke(word: str) -> Iterator[str]:
    for read, meant in _STROKES:
        place = word.find(read)
        while place >= 0:
            yield word[:place] + meant + word[place + len(read) :]
            place = word.find(read, place + 1)


def _slips_in(text: str, slips: Mapping[str, str]) -> Iterator[tuple[Span, str]]:
    for match in _TOKEN.finditer(text) if slips else ():
        if match[0] in slips:
            yield match.span(), slips[match[0]]


def _phrase_slips_in(text: str, misread: Collection[str]) -> Iterator[tuple[Span, str]]:
    """Return the misread words of fixed phrases; `misread` are those that occur in the document."""
    lowered = text.lower()
    if not any(word in lowered for word in misread):
        return
    damaged = _damaged_phrases()
    tokens = [(match.span(), match[0]) for match in _TOKEN.finditer(text)]
    for index, (_, word) in enumerate(tokens):
        for before, meant, after in damaged.get(word.lower(), ()):
            start = index - len(before)
            window = tuple(token.lower() for _, token in tokens[max(start, 0) : index + len(after) + 1])
            if start >= 0 and window == (*before, word.lower(), *after):
                yield tokens[index][0], meant


@cache
def _damaged_phrases() -> Mapping[str, list[Gap]]:
    """Return the misreadings of the words in fixed phrases, each with the words around it and the word itself."""
    damaged: defaultdict[str, list[Gap]] = defaultdict(list)
    for phrase in fixed_phrases():
        for index, word in enumerate(phrase):
            if len(word) >= _SHORTEST_IN_PHRASE:
                for misread in set(_with_stroke(word)) - {word}:
                    damaged[misread].append((phrase[:index], word, phrase[index + 1 :]))
    return damaged
