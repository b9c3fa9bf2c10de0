"""Rules that are agreed by their very words: for how long the agreements hold, how often those who made them meet."""

from __future__ import annotations

import re

from samenspraak.core.vocabulary.hints import has_any

_HOLDS = re.compile(
    r"^(?:(?:Deze|De|Dit|Het) )?(?:prestatie|jaar|meerjaren|raam|samenwerkings)?-?"
    r"(?:afspraken|overeenkomst|akkoord|jaarschijf|woondeal|convenant) "
    r"(?:geldt|gelden|loopt|lopen|treedt|treden|eindigt|eindigen|(?:heeft|hebben) een looptijd)\b",
    re.IGNORECASE,
)
_RHYTHM = re.compile(
    r"\b(?:keer|maal) (?:per|in het) (?:jaar|kwartaal|maand)\b|\b(?:een|één|twee|drie|vier|zes)maal per jaar\b|"
    r"\b(?:elke|iedere) (?:[\w-]+ )?(?:week|weken|maand|maanden)\b|\b(?:elk|ieder|per) kwartaal\b|"
    r"\b(?:half)?jaarlijks\b|\bmaandelijks\b",
    re.IGNORECASE,
)
_MEETING = ("kom", "spreken", "ergader", "verleg")  # parts of the words of meeting; most sentences have none
_MEETS = re.compile(
    r"\bkom(?:t|en) (?:[\w-]+ ){1,8}(?:bijeen|bij elkaar|samen)\b|\bspreken elkaar\b|\bvergader(?:t|en)\b|"
    r"\boverleg\w*\b.{0,60}\bvindt\b.{0,60}\bplaats\b|\bvindt\b.{0,60}\boverleg\w*\b.{0,60}\bplaats\b",
    re.IGNORECASE,
)


def says_how_long(sentence: str) -> bool:
    """Say whether a sentence tells from when to when the agreements hold ("Deze afspraken gelden tot en met 2029")."""
    return bool(_HOLDS.match(sentence))


def says_how_often(sentence: str) -> bool:
    """Say whether a sentence tells how often people meet ("De regiegroep komt elke zes weken bijeen")."""
    return has_any(sentence, _MEETING) and bool(_RHYTHM.search(sentence) and _MEETS.search(sentence))
