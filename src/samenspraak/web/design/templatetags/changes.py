"""What changed between two texts, word by word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from django import template

register = template.Library()

# Beyond so many words, comparing each with each takes longer than a page may; both texts are then shown whole.
MOST_WORDS = 2_000


@dataclass(frozen=True, slots=True)
class Change:
    """Words that stay, went or came."""

    kind: Literal["same", "removed", "added"]
    text: str


@register.filter
def word_changes(before: str, after: str) -> list[Change]:
    """Return both texts as one run of words: what stays, and where they differ first what went and then what came."""
    old, new = str(before).split(), str(after).split()
    if len(old) + len(new) > MOST_WORDS and old != new:
        return [Change("removed", " ".join(old)), Change("added", " ".join(new))]
    return [change for change in _compared(old, new) if change.text]


def _compared(old: list[str], new: list[str]) -> Iterator[Change]:
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Change("same", " ".join(old[first:last]))
        else:
            yield Change("removed", " ".join(old[first:last]))
            yield Change("added", " ".join(new[start:end]))
