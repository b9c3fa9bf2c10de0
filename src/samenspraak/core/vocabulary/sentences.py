"""Dutch running text cut into sentences, with its white space made even."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BULLET = re.compile(r"(?:[•▪◦●○■□*·➢✓]|[-–—o](?=\s))\s*")
_INNER_BULLET = re.compile(r"\s[•▪◦●○■□➢]\s")
# No sentence ends with one of these words.
_UNFINISHED = re.compile(r"\b(?:de|het|een|van|in|op|voor|tot|en|of|met|bij|aan|te|door|naar|om|per)$", re.IGNORECASE)
# A full stop, perhaps a closing quote or bracket, and then a capital, a digit or a sign.
_STOP = re.compile(r"[.!?]['\"’”)\]]?\s+(?=['\"‘“(]?(?:[^\Wa-z_]|€))")
_LONGEST = 1000  # characters
_PIECE = re.compile(rf"\S.{{0,{_LONGEST - 2}}}(?!\S)|\S{{1,{_LONGEST}}}")
_ABBREVIATION = re.compile(
    r"(?:\b(?:ca|circa|bijv|bv|nr|nrs|art|artt|incl|excl|max|min|resp|evt|jl|dd|mln|mld|st|dhr|mw|mevr|dr|drs|mr|ir|ing|"
    r"prof|blz|pag|par|hfst|vgl|cf|plm|eur|tel|wo|zgn|conf|gem|afd|jan|feb|mrt|apr|aug|sep|sept|okt|nov|dec)"
    r"|\b(?:[a-z]\.){1,5}[a-z]|\b[A-Z])\.$",
    re.IGNORECASE,
)


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
    return [part for paragraph in joined for part in _INNER_BULLET.split(paragraph) if part]


def _goes_on(lines: list[str], words: str) -> bool:
    """Whether a line after white space goes on with the sentence before it (texts set with double spacing)."""
    if not lines or lines[-1][-1] in ".:;!?":
        return False
    return words[0].islower() or bool(_UNFINISHED.search(lines[-1]))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that begins at `start` in its paragraph."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Return the offset after the last character."""
        return self.start + len(self.text)


def sentences_in(paragraph: str) -> list[Sentence]:
    """Return a paragraph's sentences with their places; an abbreviation (ca., m.b.t.) or initial ends none."""
    return [Sentence(paragraph[a:b].strip(), a) for a, b in _stretches(paragraph) if paragraph[a:b].strip()]


def _stretches(paragraph: str) -> Iterator[tuple[int, int]]:
    begin = len(paragraph) - len(paragraph.lstrip())
    for stop in _STOP.finditer(paragraph):
        if not _ABBREVIATION.search(paragraph, max(begin, stop.start() - 12), stop.start() + 1):
            yield begin, stop.end()
            begin = stop.end()
    yield begin, len(paragraph)


def split_sentences(paragraph: str) -> list[str]:
    """Cut a paragraph after its full stops, and what is too long for a sentence at a space."""
    return [part for sentence in sentences_in(paragraph) for part in _bounded(sentence.text)]


def _bounded(sentence: str) -> list[str]:
    """Cut what is too long for a sentence (a table, noise) at a space, so that the work per sentence is bounded."""
    return [sentence] if len(sentence) <= _LONGEST else [part[0] for part in _PIECE.finditer(sentence)]


def sentences_of(text: str) -> list[str]:
    """Return all sentences of a text in reading order."""
    return [sentence for paragraph in even_paragraphs(text) for sentence in split_sentences(paragraph)]
