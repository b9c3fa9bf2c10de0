"""When a point of time is no term: it names a document, dates the past, or says when something begins."""

from __future__ import annotations

import re

_REACH = 250  # characters around a term that are looked at

# --- Named things -------------------------------------------------------------------------------------
_DETERMINER = re.compile(
    r"\b(?:(?P<sure>de|een|onze|elke)|(?P<maybe>het|nieuwe|alle|deze|hun|haar|ons|dit|zijn))\s$", re.IGNORECASE
)
_OM_BEFORE = re.compile(r"\bom\s\w+\s$", re.IGNORECASE)
# "Het in 2024 vastgestelde beleid", "een in Q4 te houden proef": a participle and then a noun.
_ATTRIBUTE = re.compile(
    r"\s(?:[^\s.,;:]+\s){0,8}?(?:te\s\w+en|\w+(?:de|te)|(?:ge|be|ver|ont|her|vast|op|aan|uit|af)\w{2,}(?:d|t|en))\s[^\W\d_]\w+",
    re.IGNORECASE,
)
# "In 2021 uitgevoerd onderzoek", without any article.
_BARE_ATTRIBUTE = re.compile(
    r"\s(?:uit|op|vast|af|aan|over|onder)?ge\w+(?:d|t|de|te|en)\s(?!en\b|of\b|door\b|in\b|op\b|met\b|voor\b|te\b|om\b|naar\b|aan\b|als\b|"
    r"bij\b|dan\b|dat\b|van\b|wordt\b|worden\b|is\b|zijn\b|heeft\b|hebben\b|door\b|en/of\b|moet\w*\b|zal\b|zullen\b|kan\b|kunnen\b)[^\W\d_]{4,}",
    re.IGNORECASE,
)
_PREPOSITION_BEFORE = re.compile(r"\b(?:van|uit|door|via|volgens|conform|met|aan|bij)\s$", re.IGNORECASE)
# "Vastgesteld op 12 mei 2022", "de Woondeal, ondertekend in 2023".
_DATED = re.compile(
    r"\b(?:vastgesteld|vastgestelde|ondertekend|ondertekende|gesloten|afgesloten|gedateerd|aangenomen|gepubliceerd|verschenen|"
    r"uitgebracht|gestart|begonnen|opgericht|overeengekomen|gepresenteerd|besloten)\s(?:door\s[^.;,]{1,40}\s)?$",
    re.IGNORECASE,
)
_PRICE_LEVEL = re.compile(
    r"\([^()]*(?:€|[0-9]\s?%|euro)[^()]*$|(?:€\s?[0-9.,]+-?|[0-9]\s?%|euro)\s\($|\b(?:prijspeil|peildatum|peiljaar)\W{1,3}(?:per\s)?$",
    re.IGNORECASE,
)
# "Hun bod voor 2027", "de jaarafspraken voor 2026": what it is about, not until when.
_FOR_A_YEAR = re.compile(
    r"\b(?:bod|biedingen?|begroting|jaarplan|werkplan|programma|huurbeleid|\w*afspraken|huurverhoging|agenda)\s$",
    re.IGNORECASE,
)
_COMES_INTO_FORCE = re.compile(r"\b(?:inwerkingtreding|ingangsdatum|ingang)\b[^.;,]{0,30}$", re.IGNORECASE)
_IN_FORCE_AFTER = re.compile(r"[^.;,]{0,60}\bin\swerking\b|\s(?:jl|j\.l|jongstleden)\b", re.IGNORECASE)

# --- The past -----------------------------------------------------------------------------------------
_AUXILIARY = r"(?:is|zijn|heeft|hebben)"
_NO_PARTICIPLE = (
    r"(?!gereed|gemeente|gezin|gesprek|gebied|gebouw(?:en)?\b|geval|geen\b|gebruiker|verder|bewoner|bestuur|overleg)"
)
_PARTICIPLE = rf"\b{_NO_PARTICIPLE}(?:\w{{0,9}}ge\w{{2,}}(?:d|t|en)|(?:be|ver|ont|her|over|onder)\w{{2,}}(?:d|t|en))\b"
# "Is in 2023 ...", "heeft al in 2023 ...", "hebben wij op 3 mei ...": at most three words between.
_PERFECT_BEFORE = re.compile(rf"\b{_AUXILIARY}\s(?:[^\s.,;:]+\s){{0,4}}$", re.IGNORECASE)
_PERFECT_AFTER = re.compile(rf"\s{_AUXILIARY}\b", re.IGNORECASE)
_FUTURE = (
    r"\b(?:wordt|worden|zal|zullen|gaat|gaan|moet|moeten|kan|kunnen|wil|willen|dient|dienen|"
    r"voornemens|van\splan|te\s\w+en)\b"
)
_DONE = re.compile(rf"(?:(?!{_FUTURE})[^.;(])*?{_PARTICIPLE}", re.IGNORECASE)
_PAST_TENSE = re.compile(
    r"\b(?:werd|werden|was|waren|had|hadden|vond|vonden|bleek|bleken|startte|startten|stelde|stelden|kwam|kwamen|ging|gingen|"
    r"kreeg|kregen|ontving|ontvingen|bouwde|bouwden|leverde|leverden|verhuisde|verhuisden|bedroeg|telde|tekenden|tekende|sloten|sloot|deed|deden|gaf|gaven)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:,]\s|\s(?:en|maar|waarna)\s")

# --- Terms that do not belong to the main verb ----------------------------------------------------------
_ASIDE = re.compile(
    r"(?:,\s(?:die|dat|welke|waarin|waarbij|waarvan|waarmee|omdat|want)|\bof|\b(?:planning|verwachting|prognose)\b|\bnaar\sverwachting|\()"
    r"[^,;:.)]*$",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"\bom\b[^,;:.]*$", re.IGNORECASE)
_REPEATED = re.compile(
    r"\b(?:jaarlijkse?|elk\s(?:kalender)?jaar|ieder\s(?:kalender)?jaar|per\s(?:kalender)?jaar|telkens|steeds)\b",
    re.IGNORECASE,
)


def names_something(sentence: str, start: int, end: int) -> bool:
    """Whether the term from `start` to `end` belongs to a name, a price level or a law coming into force."""
    before = sentence[max(0, start - _REACH) : start]
    return bool(
        _is_attribute(sentence, before, end)
        or _DATED.search(before)
        or _PRICE_LEVEL.search(before)
        or _COMES_INTO_FORCE.search(before)
        or _IN_FORCE_AFTER.match(sentence, end)
        or (_FOR_A_YEAR.search(before) and sentence.startswith("voor ", start))
    )


def has_past_tense(sentence: str, start: int, end: int) -> bool:
    """Whether the clause around the term is told in the past tense ("in 2023 werd ...")."""
    return bool(_PAST_TENSE.search(sentence, *_clause_around(sentence, start, end)))


def has_perfect_tense(sentence: str, start: int, end: int) -> bool:
    """Whether the clause around the term tells what has been done ("is in 2023 ... vastgesteld")."""
    clause_start, _ = _clause_around(sentence, start, end)
    perfect = _PERFECT_BEFORE.search(sentence[clause_start:start]) or _PERFECT_AFTER.match(sentence, end)
    return bool(perfect and _DONE.match(sentence[end : end + _REACH]))


def is_aside(sentence: str, start: int, *, is_firm: bool) -> bool:
    """Whether the term stands in a clause beside the main verb: brackets, a planning, a purpose."""
    before = sentence[max(0, start - _REACH) : start]
    return bool(_ASIDE.search(before) or (not is_firm and _PURPOSE.search(before)))


def is_repeated(sentence: str) -> bool:
    """Whether the sentence is about a duty that comes back every year."""
    return bool(_REPEATED.search(sentence))


def _is_attribute(sentence: str, before: str, end: int) -> bool:
    determiner = _DETERMINER.search(before)
    if determiner and determiner["sure"]:
        return True
    if determiner and not _OM_BEFORE.search(before):
        return bool(_ATTRIBUTE.match(sentence, end))
    return bool(_PREPOSITION_BEFORE.search(before) and _BARE_ATTRIBUTE.match(sentence, end))


def _clause_around(sentence: str, start: int, end: int) -> tuple[int, int]:
    window = max(0, start - _REACH)
    edges = [edge.end() for edge in _CLAUSE.finditer(sentence, window, start)]
    following = _CLAUSE.search(sentence, end, end + _REACH)
    return edges[-1] if edges else window, following.start() if following else min(len(sentence), end + _REACH)
