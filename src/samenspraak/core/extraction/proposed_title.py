"""What an agreement is called until somebody confirms its name: a title that tells it apart from others."""

from __future__ import annotations

import re

from samenspraak.core.extraction.result import AgreementFacts, DocumentKind

MOST_PLACES = 2  # more names than this are no title
SHORT = 3  # words: a title this short that names no place and no year is the name of a kind of document
_KINDS = {
    DocumentKind.MULTI_YEAR: "Prestatieafspraken",
    DocumentKind.YEAR_SLICE: "Prestatieafspraken",
    DocumentKind.REGIONAL: "Regionale afspraken",
    DocumentKind.MONITOR: "Monitor prestatieafspraken",
}


def proposed_title(facts: AgreementFacts) -> str | None:
    """Return the document's own title, with place and period where it names neither; None where nothing is known.

    "Prestatieafspraken" says nothing in a register of them: Waterhoven 2026–2029 goes behind it. A letter whose title
    only says that it is one goes by the agreement that it is about.
    """
    if facts.title and _tells_apart(facts.title, facts):
        return facts.title
    if facts.about:
        return facts.about if _has_digit(facts.about) else f"{facts.about} {_years(facts)}".rstrip()
    title = facts.title or _KINDS.get(facts.kind)
    if title is None:
        return None
    places = " en ".join(facts.municipalities) if len(facts.municipalities) <= MOST_PLACES else ""
    beside = " ".join(part for part in (places, _years(facts)) if part)
    return f"{title} {beside}" if beside else facts.title


def _tells_apart(title: str, facts: AgreementFacts) -> bool:
    names_place = any(re.search(rf"\b{re.escape(place)}\b", title, re.IGNORECASE) for place in facts.municipalities)
    return names_place or _has_digit(title) or len(title.split()) > SHORT


def _has_digit(title: str) -> bool:
    return any(letter.isdigit() for letter in title)


def _years(facts: AgreementFacts) -> str:
    if facts.period is None:
        return ""
    return "–".join(dict.fromkeys((str(facts.period.start), str(facts.period.end))))
