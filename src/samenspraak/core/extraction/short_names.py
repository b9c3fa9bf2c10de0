"""The short form in which a document speaks of an organisation once it has been introduced in full."""

from __future__ import annotations

import re

# "..., hierna te noemen 'Anker'": the document says itself how it will call somebody.
NAMES_ITSELF = re.compile(
    r"\bhierna(?: ook)?(?: te noemen| genoemd|:)*:?\s+"
    r"(?:[‘'\"“](?:de |het )?(?P<quoted>[A-ZÀ-Ý][\w’ -]{2,40}?)[’'\"”]|(?P<letters>[A-Z]{2,6})(?=[;,.)]))"
)
AFTERWARDS = "hierna"  # most texts do without; a text is searched for it quickly
FEWEST_LETTERS = 5  # of a single word that may stand for a whole name
PARTICLES = frozenset("de het van der den en 't".split())
INTRODUCTION = 260  # characters before "hierna" in which the full name stands


def short_forms(name: str, text: str) -> list[str]:
    """Return how a document may shorten a name, the longest first: "Anker Zuid" for "Anker Zuid Nederland".

    A word that also stands in the text with a small letter ("wonen", "thuis") names nobody.
    """
    words = name.split(" ")
    forms: list[str] = []
    for size in range(len(words) - 1, 0, -1):
        short = " ".join(words[:size])
        if words[size - 1].lower() in PARTICLES or (size == 1 and not _stands_out(short, text)):
            continue
        forms.append(short)
    return forms


def given_forms(name: str, text: str) -> list[str]:
    """Return the short name that the document itself gives behind this one."""
    result: list[str] = []
    if AFTERWARDS not in text:
        return result
    for match in NAMES_ITSELF.finditer(text):
        before = text[max(0, match.start() - INTRODUCTION) : match.start()]
        before = re.split(r"[;•]|\n\s*(?:\d+\.|[a-z]\.)\s", before)[-1]
        if name in before:
            result.append(match["quoted"] or match["letters"])
    return result


def _stands_out(word: str, text: str) -> bool:
    small = word.lower()
    return len(word) >= FEWEST_LETTERS and not (small in text and re.search(rf"\b{re.escape(small)}\b", text))
