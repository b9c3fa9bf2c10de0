"""Numbers that are no quantity: they name something, say somebody's age, or tell how things stand today."""

from __future__ import annotations

import re

from samenspraak.core.vocabulary.numbers import FoundNumber

# "Punt 8", "bijlage 1", "fase 2", "complex 12": the number is a name.
_NAMED = re.compile(
    r"\b(?:punt|punten|afspraak|afspraken|artikel|art\.?|lid|bijlagen?|hoofdstuk|paragraaf|par\.|tabel|figuur|fase|stap|nr\.?|"
    r"nummer|pagina|blz\.?|kolom|categorie|blok|kavel|deelgebied|actie|actiepunt|doel|thema|spoor|pijler|klasse|week|"
    r"kwartaal|tertiaal|tertaal|zone|schaal|nen|niveau|deel|onderdeel|perceel|route|jaarschijf|versie|gebouw|noot|voetnoot|"
    r"agendapunt|wijk|huisnummer|bouwnummer|projectnummer)\s(?:[0-9]{1,3}\s?(?:,|en|t/m)\s)?$",
    re.IGNORECASE,
)
_PER = re.compile(r"\bper\s$", re.IGNORECASE)  # "5 per 1.000 woningen": the second number is a measure
_COMING = re.compile(
    r"\b(?:komende?|eerstkomende|volgende|afgelopen|laatste|voorgaande|voorbije|resterende|eerstvolgende|over)\s$",
    re.IGNORECASE,
)

_YOUNGEST_AGE = 12  # below it "5 jaar" is a term, not somebody's age
_PEOPLE = re.compile(
    r"\b\w*(?:jongeren|ouderen|senioren|personen|mensen|huurders|inwoners|kinderen|kandidaten|bewoners|leeftijd|starters|"
    r"woningzoekenden|huishoudens|studenten|volwassenen|jeugdigen)\b[^.;:]{0,45}$",
    re.IGNORECASE,
)
_OLDER = re.compile(r"[\s)]{0,2}(?:jaar)?\s?(?:en|of)\s(?:ouder|jonger)\b|\sjaar\soud\b", re.IGNORECASE)

# What is counted today or was counted is no promise. "Momenteel is 24% ...", "de huidige wachtlijst telt ...".
_TODAY = re.compile(
    r"\b(?:momenteel|op\sdit\smoment|thans|vandaag\sde\sdag|tot\sop\sheden)\b"
    r"|\b(?:is|zijn|heeft|hebben|telt|tellen|staat|staan|bedraagt|ligt|liggen)\s(?:er\s)?(?:nu|inmiddels|reeds)\b"
    r"|\bsinds\s(?:\w+\s)?(?:19|20)[0-9]{2}\b"
    r"|^\W{0,3}(?:nu|inmiddels)\s(?:is|zijn|heeft|hebben|telt|staat|staan|bedraagt|ligt|liggen)\b"
    r"|^\W{0,3}(?:de|het|ons|onze|hun|haar)\shuidige\b[^.;]{0,120}?\b(?:is|zijn|heeft|hebben|bedraagt|telt|bestaat|omvat|ligt)\b",
    re.IGNORECASE,
)
_PAST_TENSE = re.compile(
    r"\b(?:waren|bedroeg|bedroegen|telde|telden|hadden|werden|stonden|bleken|bleek|vonden|kregen|kwamen|bestond|bestonden)\b",
    re.IGNORECASE,
)
_DONE_IN = re.compile(
    r"\b(?:is|zijn|heeft|hebben)\b[^.;]{0,40}\b(?:afgelopen|vorig|voorgaande|al|reeds)\b|\b(?:afgelopen|vorig|voorgaande?)\s"
    r"(?:jaar|jaren|periode)\b[^.;]{0,60}\b(?:is|zijn|heeft|hebben)\b",
    re.IGNORECASE,
)
# A new state follows: "van 21% naar 28%", "maar", "groeit".
_TURN = re.compile(
    r"\b(?:naar|maar|groeit|groeien|verhogen|uitbreiden|streven|streeft|minimaal|ten\sminste|maximaal)\b", re.IGNORECASE
)
_FROM = re.compile(r"\bvan\s(?:de\s|het\s|ca\.\s|circa\s|ongeveer\s)?(?:huidige\s)?$", re.IGNORECASE)
_TOWARDS = re.compile(r"[^.;,]{0,40}\snaar\s(?:[^.;,0-9]{0,20})?[0-9€]", re.IGNORECASE)


def is_name(sentence: str, number: FoundNumber) -> bool:
    """Whether the number names an item, a page, a phase or a building, or what another number is measured by."""
    before = sentence[max(0, number.start - 30) : number.start]
    if not before[-1:].isspace():
        return False
    return bool(_NAMED.search(before) or _PER.search(before))


def is_age(sentence: str, number: FoundNumber) -> bool:
    """Whether a number of years is somebody's age ("jongeren tot 28 jaar", "65 jaar en ouder")."""
    if _OLDER.match(sentence, number.end):
        return True
    return number.value >= _YOUNGEST_AGE and bool(_PEOPLE.search(sentence, max(0, number.start - 60), number.start))


def is_relative_span(sentence: str, number: FoundNumber) -> bool:
    """Whether a span only says when ("de komende vijf jaar")."""
    return bool(_COMING.search(sentence, max(0, number.start - 20), number.start))


def told_from(sentence: str) -> int | None:
    """Return where the sentence begins to tell how things stand or stood, None when it does not."""
    told = _TODAY.search(sentence) or _PAST_TENSE.search(sentence) or _DONE_IN.search(sentence)
    return told.end() if told else None


def is_state_of_affairs(sentence: str, number: FoundNumber, told: int | None) -> bool:
    """Whether the number says how things stand or stood, not how they shall be; `told` as `told_from` gave it."""
    if _FROM.search(sentence, max(0, number.start - 26), number.start) and _TOWARDS.match(sentence, number.end):
        return True
    if told is None:
        return False
    return not _TURN.search(sentence, max(min(told, number.start), number.start - 250), number.start)
