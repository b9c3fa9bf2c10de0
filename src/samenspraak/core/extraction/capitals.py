"""Lines in capitals throughout, as titles and headings often are: names in them, written as one writes names."""

from __future__ import annotations

import re
from collections.abc import Sequence

FEWEST_LETTERS = 10  # of a line that is a title and no abbreviation
LONGEST_ABBREVIATION = 5
SMALL = frozenset("VAN DER DEN EN OP AAN TE IN VOOR MET TOT".split())
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


def in_small_letters(texts: Sequence[str]) -> list[str]:
    """Return the texts with "WOONSTICHTING DE KADE" as "Woonstichting De Kade"; abbreviations keep their capitals."""
    lines = [text.split("\n") for text in texts]
    if not any(_is_in_capitals(line) for each in lines for line in each):
        return list(texts)
    mixed = " ".join(line for each in lines for line in each if not _is_in_capitals(line))
    kept = {word for word in WORD.findall(mixed) if word.isupper() and 1 < len(word) <= LONGEST_ABBREVIATION}
    return ["\n".join(_as_name(line, kept) if _is_in_capitals(line) else line for line in each) for each in lines]


def _is_in_capitals(line: str) -> bool:
    return line.isupper() and " " in line and sum(character.isalpha() for character in line) >= FEWEST_LETTERS


def _as_name(line: str, kept: set[str]) -> str:
    return WORD.sub(lambda match: _word(match[0], kept), line)


def _word(word: str, kept: set[str]) -> str:
    if word in kept:
        return word
    return word.lower() if word in SMALL else word.capitalize()
