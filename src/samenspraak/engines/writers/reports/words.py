"""The few words that a writer adds itself, in the report's language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Words around a report."""

    notes: str
    back: str
    page: str
    of: str
    place_and_date: str


_WORDS = {
    "nl": Words("Noten", "Terug naar de tekst", "Bladzijde", "van", "Plaats en datum:"),
    "en": Words("Notes", "Back to the text", "Page", "of", "Place and date:"),
}


def words_in(language: str) -> Words:
    """Return the words in a language; Dutch when it has none."""
    return _WORDS.get(language, _WORDS["nl"])
