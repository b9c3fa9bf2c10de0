"""The lists of parties at the front of a document: in a sentence, line by line, in one line, or one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from samenspraak.core.extraction.name_patterns import LISTED, SEPARATOR, WOON, is_name

SAYS_ITS_KIND = re.compile(rf"stichting|vereniging|corporatie|[Hh]uurder|[Bb]ewoner|\b{WOON}|Wonen\b", re.IGNORECASE)
PLACES = 2  # municipalities beside which the others are looked for
OPENING = 60  # texts in which a sentence may list the parties
TITLE_PAGE = 12  # texts at the front among which the parties may be listed
BARS = re.compile(r"\s+[|•·/–-]\s+")  # between the parties in one line
FRONT = 40  # texts at the front in which those who sign may be listed, one by one
MARKER = re.compile(r"^(?:[^\w‘'\"]+|\d{1,2}[.)]\s+|[a-z][.)]\s+)")
MOST_PARTIES = 12
LONGEST_NAME = 70  # characters


def listed_beside(texts: Sequence[str], places: Sequence[str]) -> list[str]:
    """Return the names beside a municipality in a list of parties: "Gemeente X, De Kade en Huurdersraad Y"."""
    result: list[str] = []
    for place in places[:PLACES]:
        pattern = re.compile(rf"(?i:gemeente) {re.escape(place)}\s*(?P<rest>(?:,|\||en |/).{{3,300}})")
        for text in texts[:OPENING]:
            if not (match := pattern.search(text)):
                continue
            for part in SEPARATOR.split(match["rest"]):
                found = LISTED.match(part.strip())
                if not found:
                    if part.strip():
                        break
                    continue
                result.append(found["name"])
                if found.end() < len(part.strip()) and not part.strip()[found.end() :].lstrip().startswith("("):
                    break
    result += _on_title_page(texts, places) + _in_one_line(texts, places) + _one_by_one(texts, places)
    return [name for name in dict.fromkeys(result) if is_name(name)]


def _on_title_page(texts: Sequence[str], places: Sequence[str]) -> list[str]:
    """Return the names that stand line by line around "Gemeente X" at the front of a document."""
    lines = [line.strip() for text in texts[:TITLE_PAGE] for line in text.split("\n")]
    owners = {f"gemeente {place.lower()}" for place in places}
    start = next((i for i, line in enumerate(lines) if line.lower() in owners), None)
    result: list[str] = []
    for line in lines[start + 1 : start + 1 + MOST_PARTIES] if start is not None else []:
        found = LISTED.fullmatch(re.sub(r"\s*\([A-Z]+\)$", "", line)) if is_name(line) else None
        if not found or len(line) > LONGEST_NAME or any(character.isdigit() for character in line):
            break
        result.append(found["name"])
    return result + _above(lines[:start] if start is not None else [])


def _above(lines: Sequence[str]) -> list[str]:
    """Return the names above "Gemeente X" that say themselves that they house or represent somebody."""
    result: list[str] = []
    for line in reversed(lines):
        found = LISTED.fullmatch(line) if is_name(line) and len(line) <= LONGEST_NAME else None
        if not found or not SAYS_ITS_KIND.search(line):
            break
        result.append(found["name"])
    return result


def _in_one_line(texts: Sequence[str], places: Sequence[str]) -> list[str]:
    """Return the names beside a municipality in a line such as "Anker | Gemeente X | Huurdersraad Y"."""
    owners = {f"gemeente {place.lower()}" for place in places}
    for text in texts[:TITLE_PAGE]:
        for line in text.split("\n"):
            parts = [part.strip() for part in BARS.split(line)]
            if len(parts) >= 3 and any(part.lower() in owners for part in parts):
                found = [LISTED.fullmatch(part) for part in parts if part.lower() not in owners]
                return [match["name"] for match in found if match]
    return []


def _one_by_one(texts: Sequence[str], places: Sequence[str]) -> list[str]:
    """Return the names in a list of those who sign: "de gemeente X, ...;" and below it "Stichting Anker, ...;"."""
    owners = tuple(f"gemeente {place.lower()}" for place in places)
    front = [MARKER.sub("", text.strip()) for text in texts[:FRONT]]
    for start, text in enumerate(front):
        if not (text.lower().removeprefix("de ").startswith(owners) and text.endswith((";", ","))):
            continue
        result: list[str] = []
        for below in front[start + 1 : start + 1 + MOST_PARTIES]:
            found = LISTED.match(below)
            if not found or below[found.end() : found.end() + 1] not in ("", ",", ";", "."):
                break
            result.append(found["name"])
        return result
    return []
