"""Which words somebody may have meant: those that differ by a letter or two."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

SHORTEST_WORD = 4  # of shorter words every other one is near


def near_words(word: str, known: Mapping[str, int], *, limit: int = 5) -> tuple[str, ...]:
    """Return the nearest of the `known` words (with how often each occurs), the fewest changes and the commonest first.

    One change in a word of up to six letters, two in a longer one; letters that changed places are one change.
    """
    if len(word) < SHORTEST_WORD:
        return ()
    most = 1 if len(word) <= 6 else 2
    found = extract(word, known.keys(), scorer=OSA.distance, score_cutoff=most, limit=None)
    near = sorted((int(changes), -known[other], other) for other, changes, _ in found if other != word)
    return tuple(other for _, _, other in near[:limit])
