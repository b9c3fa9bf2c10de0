"""Phrases that are nothing but parties: the cell of a column "wie", the line "De corporaties:"."""

from __future__ import annotations

import re

ROLE = (
    r"(?:(?:de |het |alle |beide |onze |overige |betrokken |lokale )*(?:gemeenten?|"
    r"(?:woning|woon)?-?corporaties?|verhuurders?|"
    r"huurders?-?(?:organisaties?|verenigingen|vereniging|raad|raden|koepels?|platforms?|"
    r"belangenorganisaties?|belangenvereniging(?:en)?|belang|collectie(?:f|ven))|bewonersraad|"
    r"partijen|allen|HO['’]?s?|HBV|zorg(?:partijen|organisaties|aanbieders|instellingen)|"
    r"welzijns(?:organisaties?|partijen)|provincie|regio|waterschap|"
    r"politie|ontwikkelaars|marktpartijen|college|wijkteams?|rijk|ministerie))"
)
JOINT = r"(?:\s*(?:,|/|\+|&|;|\|)\s*(?:en )?|\s*,?\s+(?:en|én|i\.s\.m\.|ism|met|in samenwerking met|samen met)\s+)"


class PartyPhrase:
    """Recognises party phrases of one document, whose organisations' names it knows."""

    def __init__(self, names: tuple[str, ...]) -> None:
        named = "|".join(re.escape(name) for name in names)
        called = rf"(?:de |het )?(?:{named})(?![\w-])(?: \([A-Z]{{2,6}}\))?"
        places = rf"(?:{called}|{ROLE}(?: (?:{named}))?)" if named else ROLE
        self.pattern = re.compile(rf"(?i:{places}(?:{JOINT}{places})*)")
        # No such phrase ends in a stop, unless a name does; most sentences do.
        self._stops = tuple(stop for stop in ".,;!?" if not any(name.endswith(stop) for name in names))
        self._whole = re.compile(rf"(?i:gezamenlijk|samen|{places}(?:{JOINT}{places})*)\s*:?$")

    def is_whole(self, text: str) -> bool:
        """Say whether a text is nothing but parties."""
        text = text.strip()
        return not text.endswith(self._stops) and bool(self._whole.match(text))

    def at_start(self, text: str) -> re.Match[str] | None:
        """Return the party phrase with which a text begins."""
        return self.pattern.match(text)
