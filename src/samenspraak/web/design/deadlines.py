"""Deadlines and periods in words: "uiterlijk 31 december 2027", "1e kwartaal 2026", "2024-2027"."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from django.utils.formats import date_format
from django.utils.translation import gettext as _

# The same order in Dutch and English: 31 december 2027, 31 December 2027.
_DAY = "j F Y"
_MONTHS_PER_QUARTER = 3
_MONTHS_PER_TERTIAL = 4


class DeadlineLike(Protocol):
    """What a deadline needs to have to be said."""

    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def on(self) -> date | None: ...


def deadline_words(deadline: DeadlineLike) -> str:
    """Return a deadline as a full phrase, with its last day where one follows."""
    short = deadline_short(deadline)
    if deadline.on is None:
        return short
    day = date_format(deadline.on, _DAY)
    if deadline.kind == "date":
        return _("uiterlijk %(day)s") % {"day": day}
    return _("%(term)s (uiterlijk %(day)s)") % {"term": short, "day": day}


def deadline_short(deadline: DeadlineLike) -> str:
    """Return a deadline as short as a table needs it."""
    if deadline.kind == "continuous":
        return _("doorlopend")
    if deadline.on is None:
        return deadline.text
    match deadline.kind:
        case "year":
            return str(deadline.on.year)
        case "quarter":
            number = (deadline.on.month - 1) // _MONTHS_PER_QUARTER + 1
            return _("%(number)se kwartaal %(year)s") % {"number": number, "year": deadline.on.year}
        case "tertial":
            number = (deadline.on.month - 1) // _MONTHS_PER_TERTIAL + 1
            return f"T{number} {deadline.on.year}"
        case _other:
            return date_format(deadline.on, _DAY)


def period_words(start: int | None, end: int | None) -> str:
    """Return the years that an agreement covers."""
    if start is None:
        return _("periode niet bekend")
    if end is None or end == start:
        return str(start)
    return f"{start}–{end}"
