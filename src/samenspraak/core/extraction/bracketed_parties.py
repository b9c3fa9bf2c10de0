"""Parties in brackets at the end of a statement: "Er komen 40 woningen. (gemeente, De Kade)", "... (G, W)".

Letters stand for what the document's own legend says ("G = gemeente, W = De Kade"); without one G, C and H are the
municipality, the associations and the tenants.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from samenspraak.core.extraction.candidate import Candidate
from samenspraak.core.extraction.party_phrase import PartyPhrase

AT_END = re.compile(r"\s*[(\[](?P<who>[^()\[\]]{1,80})[)\]](?P<stop>\.?)$")
LETTERS = re.compile(r"[A-Z]{1,4}(?:(?:\s*[,/+&]\s*|\s+en\s+)[A-Z]{1,4})*")
EXPLAINED = re.compile(
    r"\b(?P<short>[A-Z]{1,4})\s?=\s?(?P<name>(?:de |het )?[A-Za-zÀ-ÿ][\w’' -]{2,50}?)(?=[,;.)|]|\s[A-Z]{1,4}\s?=|$)"
)
USUAL = {"G": "gemeente", "C": "corporaties", "H": "huurdersorganisaties", "HO": "huurdersorganisaties"}
FEWEST = 3  # statements that end so before it is the document's way of saying who does what
FEWEST_EXPLAINED = 2  # letters that make a legend


def explained_letters(texts: Iterable[str]) -> dict[str, str]:
    """Return what the letters of a document stand for: its own legend, or else the usual ones."""
    for text in texts:
        found = {match["short"]: match["name"].strip() for match in EXPLAINED.finditer(text)} if "=" in text else {}
        if len(found) >= FEWEST_EXPLAINED:
            return found
    return USUAL


def parties_at_end(text: str, letters: Mapping[str, str], parties: PartyPhrase) -> str | None:
    """Return the parties that stand in brackets at the end of a statement, in words; None when nothing such does."""
    found = AT_END.search(text)
    if not found:
        return None
    if LETTERS.fullmatch(found["who"]):
        named = [letters.get(short) for short in re.findall(r"[A-Z]{1,4}", found["who"])]
        return ", ".join(name for name in named if name) if all(named) else None
    return found["who"] if parties.is_whole(found["who"]) else None


def with_parties_at_end(
    candidates: list[Candidate], letters: Mapping[str, str], parties: PartyPhrase
) -> list[Candidate]:
    """Take the parties in brackets off the end of statements, where a document says so who does what."""
    named = [parties_at_end(candidate.text, letters, parties) for candidate in candidates]
    if sum(name is not None for name in named) < FEWEST:
        return candidates
    return [
        candidate
        if name is None or candidate.column
        else replace(candidate, column=name, text=_without(candidate.text))
        for candidate, name in zip(candidates, named, strict=True)
    ]


def _without(text: str) -> str:
    found = AT_END.search(text)
    return f"{text[: found.start()]}{found['stop']}" if found else text
