"""Phrases that are nothing but a term: the cell of a column "wanneer" or "planning"."""

from __future__ import annotations

import re

MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|"
    r"sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
SEASON = r"(?:voorjaar|najaar|zomer|winter|herfst|lente|zomerperiode)"
YEAR = r"(?:20\d\d)"
ONE = (
    r"(?:(?:uiterlijk|vóór|voor|eind|begin|medio|vanaf|per|in|tot en met|t/m|tot|"
    r"start|gereed|ultimo|najaar|voorjaar) )*"
    rf"(?:[QKT]\s?[1-4](?:\s?[-/]\s?[QKT]?\s?[1-4])?(?:[ /-]{YEAR})?|{YEAR}(?:\s?(?:-|"
    rf"–|/|t/m|tot en met|en)\s?{YEAR})?|(?:\d{{1,2}} )?{MONTH}(?: {YEAR})?|"
    rf"{SEASON}(?: {YEAR})?|\d(?:e|de|ste) (?:kwartaal|tertiaal|helft|halfjaar)(?: (?:van )?{YEAR})?|"
    rf"(?:eerste|tweede|derde|vierde) (?:kwartaal|tertiaal|helft|halfjaar)(?: (?:van )?{YEAR})?|"
    rf"{YEAR}[ -][QKT][1-4]|\d{{1,2}}-\d{{1,2}}-{YEAR})"
)
FLOATING = (
    r"(?:doorlopend|continu\w*|structureel|jaarlijks|halfjaarlijks|ieder jaar|elk jaar|"
    r"n\.?t\.?b\.?|n\.?v\.?t\.?|nader te bepalen|lopend|gehele looptijd|gedurende de looptijd|"
    r"looptijd|permanent|maandelijks|per kwartaal)"
)
TERM = re.compile(rf"(?:{ONE}|{FLOATING})(?:(?:\s?(?:,|en|/|\+)\s?|\s)(?:{ONE}|{FLOATING}))*", re.IGNORECASE)


def is_term(text: str) -> bool:
    """Say whether a text is nothing but a term ("Q2 2026", "Eind 2027", "Doorlopend")."""
    return bool(TERM.fullmatch(text.strip(" .")))
