"""The header row of a monitor, however its columns are called."""

from __future__ import annotations

import re

from samenspraak.core.vocabulary.hints import has_any

COLUMNS: dict[str, re.Pattern[str]] = {
    "code": re.compile(r"^(?:nr|nummer|no|code|#|afspraak ?nr)\.?$", re.IGNORECASE),
    "title": re.compile(r"^(?:onderwerp|titel|thema)$", re.IGNORECASE),
    "text": re.compile(
        r"^(?:(?:jaar|kader|prestatie)?-?afspra(?:ak|ken)|actie|activiteit|omschrijving|wat|maatregel|inzet|doel)\b.*$",
        re.IGNORECASE,
    ),
    "parties": re.compile(
        r"^(?:wie|partij(?:en)?|betrokken(?:en| partijen)?|door|verantwoordelijke?n?|uitvoering)$", re.IGNORECASE
    ),
    "lead": re.compile(
        r"^(?:trekkers?|initiatief|initiatiefnemer|eigenaar|actiehouder|penvoerder|regie)$", re.IGNORECASE
    ),
    "deadline": re.compile(
        r"^(?:wanneer|planning|termijn|deadline|datum|gereed|jaar|looptijd|periode|uiterlijk)$", re.IGNORECASE
    ),
    "priority": re.compile(r"^(?:prioriteit|prio|tertiaal|kwartaal)$", re.IGNORECASE),
    "rating": re.compile(r"^(?:stand|status|stoplicht|kleur|score|beoordeling|rag)$", re.IGNORECASE),
    "progress": re.compile(
        r"^(?:realisatie|voortgang|stand van zaken|resultaat|toelichting|opmerkingen|realisatie voortgang|evaluatie|"
        r"realisatie (?:en|/|&) voortgang|toelichting voortgang)\b.*$",
        re.IGNORECASE,
    ),
    "indicator": re.compile(
        r"^(?:(?:prestatie-?)?indicator(?:en)?|kpi|meetpunt|doelwaarde|beoogd resultaat)$", re.IGNORECASE
    ),
    "reactions": re.compile(r"^reacties?\b.*$", re.IGNORECASE),
}
ANY_COLUMN = re.compile("|".join(pattern.pattern for pattern in COLUMNS.values()), re.IGNORECASE)
# The columns that only a monitor has.
TRACK_WORDS = ("trekker", "prioriteit", "realisatie", "voortgang", "status", "stoplicht", "stand van zaken")
TRACKS = re.compile("|".join(TRACK_WORDS), re.IGNORECASE)
LONGEST = 120  # characters of a header
WORDS = re.compile(
    r"\b(nr|nummer|code|(?:jaar|kader|prestatie)?afspra(?:ak|ken)|trekker|prioriteit|"
    r"realisatie|voortgang|status|stoplicht|"
    r"actie|wie|wanneer|planning|stand van zaken|toelichting|initiatiefnemer|actiehouder)\b\.?",
    re.IGNORECASE,
)


def column_of(header: str) -> str | None:
    """Return the kind of a column by its header: code, title, text, parties, lead, deadline, ..."""
    if len(header) > LONGEST:
        return None
    words = " ".join(header.split())
    if not ANY_COLUMN.match(words):  # as most texts
        return None
    return next((kind for kind, pattern in COLUMNS.items() if pattern.match(words)), None)


def is_monitor_header(text: str) -> bool:
    """Say whether a line of plain text is a monitor's header row: "Nr. Jaarafspraak Trekker Prioriteit ..."."""
    if len(text) > LONGEST or not has_any(text.lower(), TRACK_WORDS) or not TRACKS.search(text):
        return False
    named = {match[1].lower() for match in WORDS.finditer(text)}
    covered = sum(len(match[0]) for match in WORDS.finditer(text))
    tracks = [name for name in named if TRACKS.fullmatch(name)]
    return len(named) >= 3 and len(tracks) >= 2 and covered >= 0.6 * len(text.replace(" ", ""))
