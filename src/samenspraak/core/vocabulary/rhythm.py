"""How often: "elke zes weken", "twee keer per jaar", "halfjaarlijks", "jaarlijks"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samenspraak.core.vocabulary.hints import has_any
from samenspraak.core.vocabulary.number_words import number_word
from samenspraak.core.vocabulary.numbers import FoundNumber


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A repetition with its place. `upper` is the upper end of a range; a weak one only says jaarlijks."""

    start: int
    end: int
    value: float
    upper: float | None
    unit: str
    is_weak: bool = False


_PER_YEAR = {"jaar": 1, "kalenderjaar": 1, "halfjaar": 2, "half jaar": 2, "kwartaal": 4, "maand": 12, "week": 52}
_SPAN_UNITS = {"dagen": "day", "weken": "week", "maanden": "month", "jaar": "year", "jaren": "year"}
_PERIOD = r"(?P<period>kalenderjaar|half\s?jaar|jaar|kwartaal|maand|week)"
_SPAN = r"(?P<span>dagen|weken|maanden|jaren|jaar)"

# After a number: "keer per jaar", "maal per kwartaal", "x/jaar".
_TIMES_PER = re.compile(
    rf"\s?(?:keer|maal|x)\s?(?:per|in\shet|in\seen|in\sde|elk|elke|ieder|iedere|/)\s?{_PERIOD}\b", re.IGNORECASE
)
_TIMES_YEARLY = re.compile(r"\s?(?:keer|maal|x)\s?jaarlijks\b", re.IGNORECASE)
# "Per jaar minstens twee keer": the year stands in front.
_YEAR_IN_FRONT = re.compile(r"\b(?:per\sjaar|jaarlijks|elk\sjaar|ieder\sjaar)\b[^.;:]{0,40}$", re.IGNORECASE)
_TIMES = re.compile(r"\s?(?:keer|maal|x)\b(?!\s(?:per|in|zo))", re.IGNORECASE)

_MANY = r"(?:één|een|twee|drie|vier|vijf|zes|acht|tien|twaalf)"
# One word for the count: "tweemaal per jaar", "eens per kwartaal".
_COUNT_WORD = re.compile(
    rf"\b(?P<count>{_MANY}maal|eens)\s(?:per|in\shet|in\seen|in\sde|elk|elke|ieder|iedere)\s{_PERIOD}\b", re.IGNORECASE
)
# Once in so many: "eens per twee jaar", "één keer in de vier jaar", "elke zes weken", "om de 3 maanden".
_EVERY = re.compile(
    r"\b(?:(?:elke|iedere|elk|ieder|om\sde)"
    r"|(?:eens|eenmaal|éénmaal|(?:een|één|1)\s?(?:keer|maal|x))\s(?:per|in\sde|om\sde|elke|iedere))"
    rf"\s(?P<count>[^\W\d_]{{3,12}}|[0-9]{{1,2}})\s{_SPAN}\b",
    re.IGNORECASE,
)
# One word for the rhythm: "zeswekelijks", "twee-jaarlijkse".
_WORD = re.compile(
    r"\b(?P<count>twee|drie|vier|vijf|zes|acht|tien)[\s-]?(?P<span>wekelijks|maandelijks|jaarlijks)e?\b", re.IGNORECASE
)
_WORD_UNITS = {"wekelijks": "week", "maandelijks": "month", "jaarlijks": "year"}
_HALF_YEARLY = re.compile(r"\bhalf-?jaarlijkse?\b", re.IGNORECASE)
_EACH = re.compile(r"\b(?:elk|ieder|per)\s(?P<period>kwartaal|half\s?jaar)\b(?!\s?(?:van|[0-9]))", re.IGNORECASE)
_SEASONS = re.compile(
    r"\bin\s(?:het|elk|ieder)\svoorjaar\sen\s(?:in\s)?(?:het\s)?najaar\b|\bin\s(?:het|elk|ieder)\svoor-\sen\snajaar\b",
    re.IGNORECASE,
)
_EACH_YEAR = re.compile(r"\b(?:elk|ieder|per)\s(?:kalender)?jaar\b|\bjaarlijks", re.IGNORECASE)

_WEAK = re.compile(
    r"\b(?P<word>jaarlijkse?|maandelijkse?|wekelijkse?|(?:elk|ieder)\sjaar|elke\smaand|elke\sweek)\b", re.IGNORECASE
)
_WEAK_PER_YEAR = {"jaar": 1, "maand": 12, "week": 52, "weke": 52}
# "Een jaarlijks overleg" is a rhythm, "op basis van een jaarlijks overzicht" and "de jaarlijkse begroting" are names.
_ARTICLE_BEFORE = re.compile(
    r"\b(?:de|het|een|dit|deze|die|hun|haar|onze|ons|hiervoor|van|bij|in|op|tijdens)\s$", re.IGNORECASE
)
_HELD = re.compile(
    r"\s(?:\w+e\s)?\w*(?:overleg|overleggen|gesprek|gesprekken|evaluatie|bijeenkomst|monitor|monitoring|rapportage|schouw|bezoek|"
    r"voortgangsrapportage|thema\w+|excursie|actualisatie)\b",
    re.IGNORECASE,
)
_INDEFINITE_BEFORE = re.compile(r"(?<!van\s)(?<!in\s)\been\s$", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:^|[,;(])\s?(?:waarbij|waarin|waarvan|waarmee|zoals|die|dat|welke|deze\b)[^,;]*$", re.IGNORECASE
)

# What must stand in a sentence in lower case before its patterns are worth a search.
_STRETCHES = ("jaar", "jaren", "kwartaal", "maand", "week", "weke", "dagen")
_COUNTS = ("maal", "eens")
_EVERY_PARTS = ("elk", "ieder", "om", "eens", "maal", "keer", "x")
_SPANS = ("jaar", "jaren", "maanden", "weken", "dagen")
_PARTS_OF_A_YEAR = ("kwartaal", "half")
_WEAK_PARTS = ("lijks", "elk", "ieder")


def find_rhythms(sentence: str, numbers: tuple[FoundNumber, ...]) -> list[Rhythm]:
    """Return the repetitions of a sentence; `numbers` are those that were found in it."""
    lowered = sentence.lower()
    if not has_any(lowered, _STRETCHES):
        return []
    found = [rhythm for number in numbers if (rhythm := _after_number(sentence, number))]
    if has_any(lowered, _COUNTS):
        found += [_counted(match) for match in _COUNT_WORD.finditer(sentence)]
    if has_any(lowered, _EVERY_PARTS) and has_any(lowered, _SPANS):
        found += [rhythm for match in _EVERY.finditer(sentence) if (rhythm := _every(match))]
    if "lijks" in lowered:
        found += _in_one_word(sentence)
    if has_any(lowered, _PARTS_OF_A_YEAR):
        found += [_each(match) for match in _EACH.finditer(sentence)]
    if "najaar" in lowered and _EACH_YEAR.search(sentence):
        found += [Rhythm(m.start(), m.end(), 2, None, "times/year") for m in _SEASONS.finditer(sentence)]
    return _apart(found)


def _in_one_word(sentence: str) -> list[Rhythm]:
    found = [
        Rhythm(m.start(), m.end(), number_word(m["count"]) or 0, None, _WORD_UNITS[m["span"].lower()])
        for m in _WORD.finditer(sentence)
    ]
    return found + [Rhythm(m.start(), m.end(), 2, None, "times/year") for m in _HALF_YEARLY.finditer(sentence)]


def find_weak_rhythm(sentence: str) -> Rhythm | None:
    """Return "jaarlijks" and the like where it says how often something is done, None where it only names a thing."""
    if not has_any(sentence.lower(), _WEAK_PARTS):
        return None
    for match in _WEAK.finditer(sentence):
        if _says_how_often(match, sentence):
            word = match["word"].lower()
            per_year = next(count for name, count in _WEAK_PER_YEAR.items() if name in word)
            return Rhythm(match.start(), match.end(), per_year, None, "times/year", is_weak=True)
    return None


def _says_how_often(match: re.Match[str], sentence: str) -> bool:
    before = sentence[: match.start()]
    if _ASIDE.search(before[-160:]):
        return False
    is_adjective = match["word"].lower().endswith("kse") or bool(_ARTICLE_BEFORE.search(before[-12:]))
    if not is_adjective:
        return True
    return bool(_INDEFINITE_BEFORE.search(before[-12:]) and _HELD.match(sentence, match.end()))


def _after_number(sentence: str, number: FoundNumber) -> Rhythm | None:
    per = _TIMES_PER.match(sentence, number.end)
    if per:
        factor = _per_year(per["period"])
        upper = None if number.upper is None else number.upper * factor
        return Rhythm(number.start, per.end(), number.value * factor, upper, "times/year")
    yearly = _TIMES_YEARLY.match(sentence, number.end)
    if yearly is None and _YEAR_IN_FRONT.search(sentence[max(0, number.start - 60) : number.start]):
        yearly = _TIMES.match(sentence, number.end)
    return Rhythm(number.start, yearly.end(), number.value, number.upper, "times/year") if yearly else None


def _per_year(period: str) -> int:
    return _PER_YEAR[" ".join(period.lower().split())]


def _counted(match: re.Match[str]) -> Rhythm:
    word = match["count"].lower()
    count = 1 if word == "eens" else number_word(word.removesuffix("maal")) or 1
    return Rhythm(match.start(), match.end(), count * _per_year(match["period"]), None, "times/year")


def _every(match: re.Match[str]) -> Rhythm | None:
    word = match["count"]
    count = float(word) if word.isdecimal() else number_word(word)
    if not count:
        return None
    return Rhythm(match.start(), match.end(), float(count), None, _SPAN_UNITS[match["span"].lower()])


def _each(match: re.Match[str]) -> Rhythm:
    return Rhythm(match.start(), match.end(), _per_year(match["period"]), None, "times/year")


def _apart(rhythms: list[Rhythm]) -> list[Rhythm]:
    """Return the rhythms in reading order; of two that overlap the longer one says more."""
    kept: list[Rhythm] = []
    for rhythm in sorted(rhythms, key=lambda r: (-(r.end - r.start), r.start)):
        if all(rhythm.end <= other.start or other.end <= rhythm.start for other in kept):
            kept.append(rhythm)
    return sorted(kept, key=lambda rhythm: rhythm.start)
