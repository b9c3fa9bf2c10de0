"""The same statement twice in one document: once kept, once reported."""

from __future__ import annotations

import re

from samenspraak.core.extraction.candidate import Candidate
from samenspraak.core.light_values import light_value

NO_WORD = bytes(code for code in range(128) if not chr(code).isalnum())
NO_LETTER = bytes(code for code in range(128) if not chr(code).isalpha())
DIGITS = re.compile(r"\d+")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
COMPARED = 70  # characters of a statement's beginning that must agree


@light_value
class Repeated:
    """A statement and a later one with the same words; `differs` when its numbers are others."""

    first: Candidate
    again: Candidate
    differs: bool


def fold(text: str) -> str:
    """Return the lower-case letters (a to z) and digits of a text."""
    return text.lower().encode("ascii", "ignore").translate(None, NO_WORD).decode()


def letters_of(text: str) -> str:
    """Return the lower-case letters (a to z) of a text."""
    return text.lower().encode("ascii", "ignore").translate(None, NO_LETTER).decode()


def once_each(candidates: list[Candidate]) -> tuple[list[Candidate], list[Repeated]]:
    """Keep a statement's first appearance; one whose numbers changed is kept as well."""
    kept: list[Candidate] = []
    repeated: list[Repeated] = []
    seen: dict[tuple[str | None, str], Candidate] = {}
    for candidate in candidates:
        key = (candidate.code, _letters(candidate.text)[:COMPARED])
        first = seen.get(key)
        if first is None:
            seen[key] = candidate
            kept.append(candidate)
            continue
        differs = (
            first.text != candidate.text
            and _numbers(first.text) != _numbers(candidate.text)
            and _same_length(first, candidate)
        )
        if differs:
            kept.append(candidate)
        repeated.append(Repeated(first, candidate, differs))
    return kept, repeated


def _letters(text: str) -> str:
    beginning = fold(text[: 3 * COMPARED])
    return DIGITS.sub("", beginning) or beginning


def _numbers(text: str) -> list[str]:
    return NUMBER.findall(text)


def _same_length(a: Candidate, b: Candidate) -> bool:
    return abs(len(a.text) - len(b.text)) <= 0.3 * max(len(a.text), len(b.text))
