"""How much two texts are about the same: by the words that they share, rare words counting most.

Tried on hand-made pairs (tests/core/search/test_likeness.py) beside comparing letters: words weighted by how rare they
are find the same subject in other wording, where letters find the same wording about another subject.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from samenspraak.core.search.forms import FormsOf, indexed

# Beside words of grammar: in every text, whatever it is about.
NOT_TELLING = frozenset("elk elke ieder iedere alle andere samen minste minst hoogste jaar jaarlijks waar".split())
TELLING_WORDS = 12  # so many words of a text are looked for elsewhere
MOST_TEXTS = 8_000  # together these words may occur in so many texts, so that looking stays quick


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two texts are, from 0 to 1, and the words that they share, the most telling first."""

    score: float
    common: tuple[str, ...]


def subject_words(text: str, forms_of: FormsOf) -> frozenset[str]:
    """Return the stems that tell what a text is about, those in compounds included; numbers and codes are left out."""
    words = indexed(text, forms_of)
    return frozenset(
        word for word in (*words.stems, *words.parts) if word.isalpha() and len(word) > 2 and word not in NOT_TELLING
    )


def weights(words: Collection[str], counts: Mapping[str, int]) -> dict[str, float]:
    """Return how telling each word is: the rarer in all texts (`counts`), the more."""
    total = max(counts.values(), default=1) + 1
    return {word: math.log(1 + total / max(1, counts.get(word, 1))) for word in words}


def telling(words: Mapping[str, float], counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the words by which to look for texts like this one: the rarest that occur elsewhere too."""
    chosen: list[str] = []
    texts = 0
    for word in sorted(words, key=lambda word: (-words[word], word)):
        count = counts.get(word, 0)
        if count < 2:
            continue  # only here
        if len(chosen) == TELLING_WORDS or (chosen and texts + count > MOST_TEXTS):
            break
        chosen.append(word)
        texts += count
    return tuple(chosen)


def likeness(own: Mapping[str, float], other: Collection[str]) -> Likeness:
    """Return how alike a text with weighted words and another text are (the cosine of their weighted words).

    A word that only the other text has weighs as much as this text's words do on average.
    """
    if not own or not other:
        return Likeness(0.0, ())
    average = math.fsum(own.values()) / len(own)
    common = sorted((word for word in other if word in own), key=lambda word: (-own[word], word))
    shared = math.fsum(own[word] ** 2 for word in common)
    elsewhere = shared + (len(other) - len(common)) * average**2
    score = shared / math.sqrt(math.fsum(value**2 for value in own.values()) * elsewhere)
    return Likeness(min(1.0, score), tuple(common))
