"""Dutch running text cut into sentences, with its white space made even."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_letters
from typing import NamedTuple

_BULLET = re.compile(r"(?:[•▪◦●○■□*·➢✓]|[-–—o](?=\s))\s*")
_INNER_BULLET = re.compile(r"\s[•▪◦●○■□➢]\s")
# No sentence ends with one of these words.
_UNFINISHED = re.compile(r"\b(?:de|het|een|van|in|op|voor|tot|en|of|met|bij|aan|te|door|naar|om|per)$", re.IGNORECASE)
_LONGEST_UNFINISHED = 4  # characters of "voor"
# A full stop, perhaps a closing quote or bracket, and then a capital, a digit or a sign.
_STOP = re.compile(r"[.!?]['\"’”)\]]?\s+(?=['\"‘“(]?(?:[^\Wa-z_]|€))")
_LONGEST = 1000  # characters
_PIECE = re.compile(rf"\S.{{0,{_LONGEST - 2}}}(?!\S)|\S{{1,{_LONGEST}}}")
_ABBREVIATIONS = frozenset(
    (
        "ca circa bijv bv nr nrs art artt incl excl max min resp evt jl dd mln mld st dhr mw mevr dr drs mr ir ing "
        "prof blz pag par hfst vgl cf plm eur tel wo zgn conf gem afd jan feb mrt apr aug sep sept okt nov dec"
    ).split()
)
_LONGEST_ABBREVIATION = max(map(len, _ABBREVIATIONS))
_LAST_WORD = re.compile(rf"\b\w{{1,{_LONGEST_ABBREVIATION}}}$")


def even_paragraphs(text: str) -> list[str]:
    """Return the paragraphs and list items of a text, each on one line with single spaces."""
    paragraphs: list[list[str]] = [[]]
    is_apart = False
    for line in text.splitlines():
        words = " ".join(line.split())
        if not words:
            is_apart = True
            continue
        if _BULLET.match(words) or (is_apart and not _goes_on(paragraphs[-1], words)):
            paragraphs.append([])
        paragraphs[-1].append(words)
        is_apart = False
    joined = (" ".join(lines) for lines in paragraphs if lines)
    return [part for paragraph in joined for part in _split_at_bullets(paragraph) if part]


def _split_at_bullets(paragraph: str) -> list[str]:
    return [paragraph] if paragraph.isascii() else _INNER_BULLET.split(paragraph)


def _goes_on(lines: list[str], words: str) -> bool:
    """Whether a line after white space goes on with the sentence before it (texts set with double spacing)."""
    if not lines or lines[-1][-1] in ".:;!?":
        return False
    return words[0].islower() or bool(_UNFINISHED.search(lines[-1], max(0, len(lines[-1]) - _LONGEST_UNFINISHED)))


class Sentence(NamedTuple):
    """A sentence that begins at `start` in its paragraph."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Return the offset after the last character."""
        return self.start + len(self.text)


def sentences_in(paragraph: str) -> list[Sentence]:
    """Return a paragraph's sentences with their places; an abbreviation (ca., m.b.t.) or initial ends none."""
    return [Sentence(text, a) for a, b in _stretches(paragraph) if (text := paragraph[a:b].strip())]


def sentence_at(paragraph: str, place: int) -> Sentence | None:
    """Return the sentence of `sentences_in` in which a place is; what comes after is not cut."""
    for a, b in _stretches(paragraph):
        sentence = Sentence(paragraph[a:b].strip(), a)
        if a <= place < sentence.end:
            return sentence
        if a > place:
            return None
    return None


def _stretches(paragraph: str) -> Iterator[tuple[int, int]]:
    begin = len(paragraph) - len(paragraph.lstrip())
    for stop in _STOP.finditer(paragraph):
        if not _is_abbreviated(paragraph, stop.start()):
            yield begin, stop.end()
            begin = stop.end()
    yield begin, len(paragraph)


def _is_abbreviated(paragraph: str, stop: int) -> bool:
    """Whether the sign at `stop` is the full stop of an abbreviation (ca.), of letters (m.b.t.) or of an initial."""
    first = max(0, stop - _LONGEST_ABBREVIATION)
    if paragraph[stop] != "." or (first and paragraph[first - 1 : stop].isalpha()):  # most words are too long
        return False
    word = _LAST_WORD.search(paragraph, first, stop)
    return word is not None and (word[0].lower() in _ABBREVIATIONS or (len(word[0]) == 1 and word[0] in ascii_letters))


def split_sentences(paragraph: str) -> list[str]:
    """Cut a paragraph after its full stops, and what is too long for a sentence at a space."""
    sentences = [sentence for a, b in _stretches(paragraph) if (sentence := paragraph[a:b].strip())]
    if len(paragraph) <= _LONGEST:
        return sentences
    return [part for sentence in sentences for part in _bounded(sentence)]


def _bounded(sentence: str) -> list[str]:
    """Cut what is too long for a sentence (a table, noise) at a space, so that the work per sentence is bounded."""
    return [sentence] if len(sentence) <= _LONGEST else [part[0] for part in _PIECE.finditer(sentence)]


def sentences_of(text: str) -> list[str]:
    """Return all sentences of a text in reading order."""
    return [sentence for paragraph in even_paragraphs(text) for sentence in split_sentences(paragraph)]
