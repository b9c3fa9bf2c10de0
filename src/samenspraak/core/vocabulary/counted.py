"""What a number counts: the noun phrase after it and the unit that it stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samenspraak.core.vocabulary.numbers import FoundNumber, NumberKind


@dataclass(frozen=True, slots=True)
class Counted:
    """A unit as `Quantity.unit` has it, what is counted in the document's words, and where that ends."""

    unit: str
    subject: str | None
    end: int


_DWELLING = re.compile(
    r".*(?:woning(?:en)?|woninkjes|appartement(?:en)?|eenhe(?:id|den)|vhe['’]?s?|huizen|studio['’]?s|woonruimten?|woonunits?"
    r"|units?|flats?|houses?|egw['’]?s?|mgw['’]?s?|bebo['’]?s?|(?:sociale|midden|middel\w*|goedkope)huur|woonwagens?)",
    re.IGNORECASE,
)
_FIXED = {
    "huishouden": "household",
    "huishoudens": "household",
    "persoon": "person",
    "personen": "person",
    "mensen": "person",
    "inwoners": "person",
    "jaar": "year",
    "jaren": "year",
    "maand": "month",
    "maanden": "month",
    "week": "week",
    "weken": "week",
    "werkweken": "week",
    "dag": "day",
    "dagen": "day",
    "werkdagen": "day",
    "kalenderdagen": "day",
    "keer": "times",
    "maal": "times",
    "x": "times",
    "m2": "m²",
    "m²": "m²",
    "vierkante": "m²",
    "fte": "fte",
    "kwh": "kWh",
    "uur": "uur",
    "standplaatsen": "standplaatsen",
    "standplaats": "standplaatsen",
    "woonwagenstandplaatsen": "woonwagenstandplaatsen",
    "plekken": "plekken",
    "woonplekken": "woonplekken",
    "statushouders": "statushouders",
    "huurders": "huurders",
}
TIME_UNITS = frozenset({"year", "month", "week", "day", "uur"})
_MEASURES = TIME_UNITS | {"times", "m²", "kWh", "fte"}  # they name no thing that is counted

_STOP = frozenset(
    (
        "aan achter af als beschikbaar bestaat bij binnen blijft blijven boven buiten circa daarvan dan dat de deze "
        "die dit doen doet door dus een en er gaan gaat gedurende geen gelden geldt had hadden hebben heeft het "
        "hiervan hoe in is jaarlijks kan komen komt krijgen krijgt kunnen langs ligt maar mag maximaal mee meer met "
        "minder minimaal mits moet moeten mogen na naar naast neer niet nog nu of om omdat onder ook op opnieuw over "
        "per rond samen sinds staan staat te tegen telt terug terwijl tijdens toe tot tussen uit uiterlijk vallen "
        "valt van vanaf vanuit vast via vinden vindt volgens voor voort vóór waar waarbij waarin waarmee waarvan want "
        "waren was we weg welke werd werden wij willen worden wordt zal ze zich zij zijn zoals zodat zonder zou "
        "zouden zullen"
    ).split()
)
# Words that are neither adjectives in -e nor nouns, but may stand before the noun.
_MODIFIERS = frozenset(
    (
        "aangepast bestaand betaalbaar ca duurzaam egw extra geclusterd huur koop levensloopbestendig mgw middelduur "
        "midden nieuw nieuwbouw nultreden onzelfstandig particulier sociaal sociale-huur totaal vrij vrijesector "
        "zelfstandig"
    ).split()
)
# Who acts and how a text is divided is no part of what is promised.
_NOT_COUNTED = re.compile(
    r".*(?:partijen|corporaties?|gemeenten|organisaties?|wethouders?|bestuurders?|thema['’]s|hoofdstuk(?:ken)?|punten|punt|"
    r"pijlers|fasen|fases|sporen|stappen|onderdelen|afspraken|afspraak|domeinen|vraagstukken|doelen|doelstellingen|jarigen?|"
    r"regio['’]s|bijlagen?|bladzijden|pagina['’]s|personeelsleden|contactpersoon|contactpersonen|kwartalen?|kwartaal|"
    r"artikelen|leden|lid|tertialen|euro|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|"
    r"november|december)",
    re.IGNORECASE,
)
_VERB_FORM = re.compile(
    r".*(?:[^d]eren|tief)|(?:toe|op|aan|af|uit|over|in|mee|bij|vast|vrij|plaats|weg)?(?:ge)\w*(?:wezen|nomen|geven|kocht|sloten|vonden)"
    r"|bouwen|slopen|verkopen|kopen|leveren|toevoegen|maken|brengen|gaan|komen|houden|voeren|toewijzen|splitsen|verhuren|wonen",
    re.IGNORECASE,
)
_PARTICIPLE_LIKE = re.compile(r"(?:be|ge|ver|ont|her)\w+(?:d|t|en)|\w+en")
_PEOPLE_IN_EREN = re.compile(r".*(?:jongeren|ouderen|kinderen)", re.IGNORECASE)
_ADJECTIVE = re.compile(r".{3,}(?:lijk|isch|ief|baar|eel|ig)")  # before a neuter noun: "één gezamenlijk overleg"
_PLURAL = re.compile(r".{2,}(?:en|s)")
# A remark in brackets may stand between the number and what it counts: "80 (ruim een kwart) huurwoningen".
_TOKEN = re.compile(r"(?:\s\([^()]{1,40}\))?[\s'’\"”]{0,3}((?:\(\w{1,15}-?\))?[^\W_][\w'’²/-]{0,60})")
_SOCIAL_SECTOR = frozenset({"huur", "koop", "middenhuur", "huursector", "koopsector", "grondgebonden", "gestapeld"})
_PARTICIPLE = re.compile(
    r"(?:toe|op|aan|af|uit|in|mee|vast|over|bij)ge\w+|gerealiseerd|gebouwd|verhuurd|verkocht|behaald", re.IGNORECASE
)
_SHARE_OF = re.compile(
    r"(?:\s\([^()]{1,40}\))?[)\s]{0,2}(?:(?:deel|gedeelte)\s)?(?:(?:van|aan)\s)?(?:(?:de|het|al|alle|hun|haar|onze|ons|zijn|dit|deze|een|elk|ieder|elke)\s){0,2}",
    re.IGNORECASE,
)
_PER_YEAR = re.compile(r"\sper\s(?:kalender)?jaar\b", re.IGNORECASE)
_OR_MORE = re.compile(r"\s(?:of|en)\s(?:meer|minder)\b", re.IGNORECASE)
_PER_MONTH = re.compile(r"\s?(?:per\smaand|p\.?m\.?\b|/\s?(?:maand|mnd)|maandelijks)", re.IGNORECASE)


def what_is_counted(text: str, number: FoundNumber) -> Counted | None:
    """Return what a number in the text counts, None when it counts nothing (a year, a code, a house number)."""
    if number.kind is NumberKind.PERCENT:
        return _share(text, number)
    if number.kind is NumberKind.EUR:
        return _amount(text, number)
    return _noun(text, number)


def unit_of(noun: str) -> str | None:
    """Return the fixed unit of a Dutch noun ("sociale huurwoningen" -> "dwelling"), None for other nouns."""
    lowered = noun.lower()
    fixed = _FIXED.get(lowered)
    if fixed is not None:
        return fixed
    return "dwelling" if _DWELLING.fullmatch(lowered) else None


def _share(text: str, number: FoundNumber) -> Counted:
    opening = _SHARE_OF.match(text, number.end)
    start = opening.end() if opening else number.end
    words = _phrase(text, start)
    end = words[-1][1] if words else number.end
    return Counted("percent", text[start:end].strip(" )") or None, number.end)


def _amount(text: str, number: FoundNumber) -> Counted:
    monthly = _PER_MONTH.match(text, number.end)
    if monthly:
        return Counted("EUR/month", None, monthly.end())
    return Counted("EUR", None, number.end)


def _phrase(text: str, start: int) -> list[tuple[str, int]]:
    """Return up to seven words from `start` that may belong to one noun phrase, with their ends."""
    words: list[tuple[str, int]] = []
    position = start + (text[start : start + 1] == ")")
    while len(words) < 7:
        # "40 kleine, gelijkvloerse woningen": adjectives are counted out by commas.
        comma = text.startswith(", ", position) and bool(words) and words[-1][0].endswith("e")
        match = _TOKEN.match(text, position + comma)
        if match is None or match[1].lower() in _STOP or match[1][0].isdigit():
            break
        if _PARTICIPLE.fullmatch(match[1]):
            break
        words.append((match[1], match.end()))
        position = match.end()
    return words


def _noun(text: str, number: FoundNumber) -> Counted | None:
    or_more = _OR_MORE.match(text, number.end)
    words = _phrase(text, or_more.end() if or_more else number.end)
    for index, (word, end) in enumerate(words[:6]):
        unit = unit_of(word)
        if unit is not None and (index == 0 or unit not in TIME_UNITS):
            named = None if unit in _MEASURES else text[number.end : end].strip(" )")
            return Counted(unit, named, end)
        if _ends_phrase(words, index):
            break
    return _sector(words, text, number) or _other_noun(words, text, number)


def times_a_year(text: str, number: FoundNumber) -> Counted | None:
    """Return how often a bare number says something happens ("maximaal 5 per jaar"), None when it does not."""
    yearly = _PER_YEAR.match(text, number.end)
    return Counted("times/year", None, yearly.end()) if yearly else None


def _ends_phrase(words: list[tuple[str, int]], index: int) -> bool:
    """Whether no known unit can follow: the word is neither an adjective nor the first half of a compound."""
    word = words[index][0].lower()
    return not (word.endswith("e") or word in _MODIFIERS or index == 0)


def _sector(words: list[tuple[str, int]], text: str, number: FoundNumber) -> Counted | None:
    """Return dwellings for "13 sociale huur" and "1 sociale koop", which count them without naming them."""
    for word, end in words[:3]:
        if word.lower() in _SOCIAL_SECTOR:
            return Counted("dwelling", text[number.end : end].strip(), end)
    return None


def _other_noun(words: list[tuple[str, int]], text: str, number: FoundNumber) -> Counted | None:
    if number.is_year_like:
        return None
    for word, end in words[:4]:
        lowered = word.lower()
        if lowered.endswith("e") or lowered in _MODIFIERS or _ADJECTIVE.fullmatch(lowered):
            continue
        if word != lowered or not _is_countable(lowered, number):
            return None
        return Counted(lowered, text[number.end : end].strip(" )"), end)
    return None


def _is_countable(noun: str, number: FoundNumber) -> bool:
    if _NOT_COUNTED.fullmatch(noun):
        return False
    if number.value == 1 and number.upper is None:
        return len(noun) > 4 and not _PARTICIPLE_LIKE.fullmatch(noun)
    if _VERB_FORM.fullmatch(noun) and not _PEOPLE_IN_EREN.fullmatch(noun):
        return False
    return bool(_PLURAL.fullmatch(noun))
