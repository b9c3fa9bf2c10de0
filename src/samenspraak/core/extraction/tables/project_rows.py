"""One row of a project list: what reads as a name, a number of dwellings, a phase or term."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samenspraak.core.extraction.language import VERBS
from samenspraak.core.extraction.tables.cells import Value, parsed
from samenspraak.core.extraction.tables.printed import PrintedLine
from samenspraak.core.extraction.terms import is_term

LONGEST_NAME = 70  # characters
DWELLINGS = (
    r"(?:(?:sociale|betaalbare|middeldure|goedkope|nieuwe|zelfstandige|tijdelijke|vrije|sector|huur|koop)\s+){0,3}"
    r"(?:\w*woning(?:en)?|\w*appartement(?:en)?|wooneenhe(?:id|den)|eenhe(?:id|den)|units?|studio['’]?s|vhe['’]?s?)"
)
UNKNOWN = r"(?:n\.\s?t\.\s?b\.?|ntb|t\.\s?b\.(?:\s?d\.)?|n\.\s?b\.|nader te bepalen|onbekend)"
QUANTITY = re.compile(
    r"(?<!\S)(?:"
    r"(?P<about>(?:ca\.?|circa|ongeveer|±|maximaal|max\.|minimaal|min\.)\s+)?"
    rf"(?P<number>\d{{1,3}}(?:\.\d{{3}})+|\d{{1,5}})\s+{DWELLINGS}(?!\w)"
    rf"|(?:aantal\s+{DWELLINGS}:?\s+)?(?P<unknown>{UNKNOWN})(?!\w)(?:\s+{DWELLINGS})?)",
    re.IGNORECASE,
)
COUNT_HEADER = re.compile(rf"^aantal\s+{DWELLINGS}(?:\s*\([^)]*\))?$", re.IGNORECASE)
COLUMN_WORD = re.compile(
    r"(?:project(?:naam|en)?|naam|locatie|plan|adres|kern|wijk|corporatie|aantal|woningen|type|soort|segment|fase|status|"
    r"oplevering|realisatie|planning|start|bouw|jaar|van|en|\(indicatief\)|/)",
    re.IGNORECASE,
)
PHASE = re.compile(
    r"^(?:realisatie|oplevering|opgeleverd|gereed|start(?:\s?bouw)?|bouw|planning|uitvoering|in (?:aanbouw|"
    r"ontwikkeling|voorbereiding|uitvoering)|initiatief|haalbaarheid|definitief ontwerp|"
    r"vergunning\w*|gerealiseerd)\b[^.:;,]{0,40}$",
    re.IGNORECASE,
)
FUNCTION_WORD = re.compile(
    r"(?:^|\s)(?:van|de|het|een|in|op|met|en|of|tot|voor|aan|minimaal|maximaal|circa|om)$", re.IGNORECASE
)
DOING = tuple(
    VERBS[group]
    for group in ("will", "goes to", "wants", "may", "must", "undergoes", "has", "is", "did", "does a duty")
)
WORD = re.compile(r"[\w’'-]+")
LETTERS = re.compile(r"[^\W\d]{2}")


@dataclass(slots=True)
class Project:
    """A row of the list; its category is "subtotaal" or "totaal" when it adds others up."""

    category: str | None
    name: str
    count: Value
    term: str | None
    lines: list[PrintedLine]
    is_open: bool  # its number stood alone on a line: its term may stand on the next


def is_header(text: str) -> bool:
    """Say whether a text names columns: "Aantal woningen (raming)", "Project Aantal Oplevering"."""
    words = text.split()
    return bool(COUNT_HEADER.match(text)) or (len(words) > 1 and all(map(COLUMN_WORD.fullmatch, words)))


def is_when(text: str) -> bool:
    """Say whether a text says when or how far: "Q2 2026", "Oplevering 2026-2027", "in aanbouw"."""
    return is_term(text) or bool(PHASE.match(text))


def is_name(text: str) -> bool:
    """Say whether a text may be a project's name: short, not the beginning of a sentence."""
    if not text or len(text) > LONGEST_NAME or text[:1].islower() or FUNCTION_WORD.search(text):
        return False
    words = [word for word in WORD.findall(text)[1:] if word.islower() and not word.endswith(("ing", "ingen"))]
    return not any(pattern.match(word) for word in words for pattern in DOING) and bool(LETTERS.search(text))


def count_of(quantity: re.Match[str]) -> Value:
    """Return the number of dwellings; an unknown and a number "about" stay text ("n.t.b.", "ca. 200")."""
    if quantity["unknown"]:
        return quantity["unknown"]
    if quantity["about"]:
        return f"{quantity['about'].strip().lower()} {quantity['number']}"
    return parsed(quantity["number"])
