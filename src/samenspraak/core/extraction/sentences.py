"""Sentences of a paragraph, with their place in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

ABBREVIATIONS = (
    r"ca|bijv|bv|nr|art|o\.a|m\.b\.t|d\.w\.z|i\.v\.m|t\.b\.v|n\.a\.v|i\.p\.v|m\.n|"
    r"o\.b\.v|t\.a\.v|d\.d|e\.d|enz|etc|incl|excl|"
    r"resp|dhr|mw|mevr|drs|ir|ing|mr|dr|prof|st|blz|pag|p|evt|max|min|jl|vgl|t\.o\.v|"
    r"n\.v\.t|n\.t\.b|t\.b|c\.q|z\.s\.m|zgn|e\.o|tel|wo|conf|par|lid"
)
ENDS_WITH_ABBREVIATION = re.compile(rf"(?:^|[\s(])(?:{ABBREVIATIONS}|[A-Z])\.$", re.IGNORECASE)
BREAK = re.compile(r"(?<=[.!?])[”’\"')]?\s+(?=[A-ZÀ-Ý‘“\"'(•-])")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that begins at `start` in the paragraph's text."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Return the offset after the last character."""
        return self.start + len(self.text)


def sentences_of(text: str) -> list[Sentence]:
    """Split a paragraph into sentences; abbreviations ("ca.", "o.a.") and initials do not end one."""
    result: list[Sentence] = []
    start = 0
    for match in BREAK.finditer(text):
        if ENDS_WITH_ABBREVIATION.search(text[max(start, match.start() - 12) : match.start()]):
            continue
        result.append(Sentence(text[start : match.start()].strip(), start))
        start = match.end()
    if text[start:].strip():
        result.append(Sentence(text[start:].rstrip(), start))
    return result
