"""The words in the address of a filtered list: Dutch for who reads them, the domain's values behind them."""

from __future__ import annotations

from django.http import QueryDict

from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.agreements.pages import NO_THEME, CommitmentFilter

THEMES: dict[str, str] = {
    "beschikbaarheid": Commitment.Theme.AVAILABILITY.value,
    "betaalbaarheid": Commitment.Theme.AFFORDABILITY.value,
    "verduurzaming": Commitment.Theme.SUSTAINABILITY.value,
    "wonen-en-zorg": Commitment.Theme.CARE.value,
    "leefbaarheid": Commitment.Theme.LIVEABILITY.value,
    "samenwerking": Commitment.Theme.COOPERATION.value,
    "zonder": NO_THEME,
}
KINDS: dict[str, str] = {
    "kader": Commitment.Kind.FRAMEWORK.value,
    "jaar": Commitment.Kind.ANNUAL.value,
    "proces": Commitment.Kind.PROCESS.value,
    "monitor": Commitment.Kind.MONITOR.value,
}
SORTS: dict[str, str] = {
    "document": "document",
    "nummer": "code",
    "titel": "title",
    "thema": "theme",
    "wie": "who",
    "termijn": "deadline",
    "stand": "rating",
    "soort": "kind",
    "jaar": "year",
}
# What makes a list what it is; the number of its page does not.
TABLE_CHOICES = (
    "thema",
    "soort",
    "partij",
    "zoek",
    "jaar",
    "vanaf",
    "tot",
    "bevinding",
    "weergave",
    "sorteer",
    "kolom",
)
FINDINGS = "ja"
BY_THEME = "thema"
AS_TABLE = "tabel"
LONGEST_SEARCH = 200


def wanted_commitments(params: QueryDict) -> CommitmentFilter:
    """Return what an address asks for; a word that is not known is passed on and finds nothing."""
    asked = params.get("sorteer", "")
    sort = SORTS.get(asked.removeprefix("-"), "document")
    return CommitmentFilter(
        theme=_value(THEMES, params.get("thema", "")),
        kind=_value(KINDS, params.get("soort", "")),
        party=params.get("partij", ""),
        text=params.get("zoek", "")[:LONGEST_SEARCH].strip(),
        year=params.get("jaar", "")[:10],
        due_from=params.get("vanaf", "")[:10],
        due_until=params.get("tot", "")[:10],
        has_finding=params.get("bevinding", "") == FINDINGS,
        sort=sort if view_of(params) == AS_TABLE else "theme",
        is_descending=asked.startswith("-") and view_of(params) == AS_TABLE,
        page=page_number(params),
    )


def view_of(params: QueryDict) -> str:
    """Return how the list is shown: BY_THEME or AS_TABLE. Whoever asks for an order wants the table."""
    asked = params.get("weergave", "")
    if asked in (BY_THEME, AS_TABLE):
        return asked
    return AS_TABLE if "sorteer" in params else BY_THEME


def kept(params: QueryDict) -> list[tuple[str, str]]:
    """Return what a search leaves as it was: the theme, and how the list is shown."""
    asked = ((name, value) for name in ("thema", "weergave", "sorteer", "kolom") for value in params.getlist(name))
    return [(name, value) for name, value in asked if value]


def page_number(params: QueryDict) -> int:
    """Return the page asked for, 1 when that is no number."""
    asked = params.get("bladzijde", "")
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 8 else 1


def _value(words: dict[str, str], word: str) -> str:
    return words.get(word, word)
