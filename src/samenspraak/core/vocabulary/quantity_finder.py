"""Finds the quantities of a commitment: numbers that are part of what is promised."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from samenspraak.core.vocabulary.bounds import bound_of
from samenspraak.core.vocabulary.counted import TIME_UNITS, Counted, times_a_year, unit_of, what_is_counted
from samenspraak.core.vocabulary.no_quantity import is_age, is_name, is_relative_span, is_state_of_affairs, told_from
from samenspraak.core.vocabulary.numbers import FoundNumber, NumberKind, find_numbers
from samenspraak.core.vocabulary.quantity import Bound, Quantity
from samenspraak.core.vocabulary.rhythm import Rhythm, find_rhythms, find_weak_rhythm
from samenspraak.core.vocabulary.sentences import sentences_of

_YEAR_IN_FRONT = re.compile(
    r"\b(?:in|voor|vóór|vanaf|tot|sinds|eind|einde|begin|medio|ultimo|t/m|met|jaar|per|uiterlijk|na|uit|zomer|najaar|voorjaar)\s$",
    re.IGNORECASE,
)
# "10 woningen per jaar", "jaarlijks ca. 10 woningen": a count with a pace.
_MOST = 60  # numbers in a sentence; what has more is a table or noise
_REACH = 300  # characters
_EVERY_YEAR = re.compile(r"\b(?:jaarlijks|elk\sjaar|ieder\sjaar)\b", re.IGNORECASE)
_PACE = re.compile(r"\b(?:jaarlijks|per\s(?:kalender)?jaar|elk\sjaar|ieder\sjaar)\b", re.IGNORECASE)
_CLAUSE_EDGE = re.compile(r"[;:]|,\s(?:en|maar|waarbij|zodat|terwijl|waarvan)\s")
_NEVER_PACED = TIME_UNITS | {"percent", "EUR/month", "times", "times/year", "m²"}
# A bare number goes on counting what the sentence counted before: "40 woningen in 2025 en nog eens 60 in 2026".
_GOES_ON_BEFORE = re.compile(
    r"(?:\ben|\bplus|\beens|\bwaarvan|\bnog|\bnaar|\boftewel|\bofwel|\bweten|\bnamelijk|,)\s(?:er\s|de\s)?$|\ber\s$",
    re.IGNORECASE,
)
# "Anker isoleert 480 woningen, De Kade 130."
_GOES_ON_NAMED = re.compile(r"(?:,|;|\ben)\s(?:[A-ZÀ-Ý][\w’'-]*\s){1,3}$")
# "90 van de 118 woningen": the first counts what the second does.
_OUT_OF = re.compile(r"\svan\s(?:de|deze|die|haar|hun|onze)\s$")
# "Anker 310, De Kade 290 en Nieuw Huis 270 woningen": all count what the last does.
_SHARED = re.compile(r"(?:,|\sen)\s(?:(?:de|het|en)\s)?(?:[A-ZÀ-Ý][\w’'-]*\s){1,3}")
_BEHIND_NAME = re.compile(r"[A-ZÀ-Ý][\w’'-]*\s$")
_GOES_ON_AFTER = re.compile(
    r"\s?(?:$|[.,;)]|(?:in|op|van|te|aan|per|toe|af|worden|wordt|zijn|voor|door|bij|en|daarvan|hiervan|gerealiseerd|opgeleverd|"
    r"gebouwd|bestemd|bedoeld)\b)",
    re.IGNORECASE,
)
# The count may follow its noun: "het aantal huurwoningen neemt met 60 toe", "aantal woningen: 46".
_NUMBER_OF = re.compile(r"\baantal\s(?P<words>(?:[^\s.;:,]+[\s:]\s?){1,5})", re.IGNORECASE)
_NUMBER_OF_BEFORE = re.compile(r"(?:\bmet|\bnaar|\bop|\bis|\bbedraagt|:)\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Place:
    """A number among the others of its sentence."""

    sentence: str
    numbers: tuple[FoundNumber, ...]
    index: int

    @property
    def number(self) -> FoundNumber:
        return self.numbers[self.index]

    @property
    def around(self) -> tuple[str, str]:
        return _around(self.sentence, self.number.start, self.number.end)

    @property
    def neighbours(self) -> tuple[int, int]:
        """Return where the number before ends and the number after begins."""
        before = self.numbers[self.index - 1].end if self.index else 0
        is_last = self.index + 1 == len(self.numbers)
        return before, len(self.sentence) if is_last else self.numbers[self.index + 1].start


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a statement in reading order; a range gives its two ends (min and max)."""
    sentences = sentences_of(text)
    found = [quantity for sentence in sentences for quantity in _in_sentence(sentence)]
    if not found:
        # "Jaarlijks" is a quantity only where the rhythm is the point, not beside what is promised in numbers.
        found = _weak(sentences)
    return tuple(_without_repetition(found))


def _in_sentence(sentence: str) -> list[Quantity]:
    numbers = find_numbers(sentence)
    if len(numbers) > _MOST:
        return []
    rhythms = find_rhythms(sentence, numbers)
    found: list[tuple[int, list[Quantity]]] = [(r.start, _of_rhythm(sentence, r)) for r in rhythms]
    apart = [
        index
        for index, number in enumerate(numbers)
        if not any(r.start < number.end and number.start < r.end for r in rhythms)
    ]
    counting = _counting(sentence, numbers, apart)
    told = told_from(sentence) if counting else None
    for index, counted in counting:
        if not is_state_of_affairs(sentence, numbers[index], told):
            found.append((numbers[index].start, _of_number(_Place(sentence, numbers, index), counted)))
    return [quantity for _, quantities in sorted(found, key=lambda pair: pair[0]) for quantity in quantities]


def _counting(sentence: str, numbers: tuple[FoundNumber, ...], apart: list[int]) -> list[tuple[int, Counted]]:
    """Return which of the numbers apart from a rhythm count something, by their index, and what."""
    counting: list[tuple[int, Counted]] = []
    counted_before: Counted | None = None
    for index in apart:
        counted = _counted(sentence, numbers[index], counted_before) or _out_of(sentence, numbers, index)
        if counted is not None:
            counted_before = _dwellings_in(counted) or counted_before
            counting.append((index, counted))
    return counting


def _out_of(sentence: str, numbers: tuple[FoundNumber, ...], index: int) -> Counted | None:
    """Return what a number counts that is taken out of the next one: "90 van de 118 woningen"."""
    number, following = numbers[index], numbers[index + 1 : index + 2]
    if number.is_year_like or not following:
        return None
    between = sentence[number.end : following[0].start]
    is_shared = _SHARED.fullmatch(between) and _BEHIND_NAME.search(sentence, 0, number.start)
    if not (is_shared or _OUT_OF.fullmatch(between)):
        return None
    counted = _counted(sentence, following[0], None) or (_out_of(sentence, numbers, index + 1) if is_shared else None)
    return replace(counted, end=number.end) if counted else None


def _dwellings_in(counted: Counted) -> Counted | None:
    """Return the dwellings that were counted, or of which a share was taken."""
    if counted.unit == "dwelling":
        return counted
    is_share = counted.unit == "percent" and counted.subject and unit_of(counted.subject.split()[-1]) == "dwelling"
    return replace(counted, unit="dwelling") if is_share else None


def _counted(sentence: str, number: FoundNumber, before: Counted | None) -> Counted | None:
    """Return what the number counts, None when it is no quantity."""
    if is_name(sentence, number) or _is_year(sentence, number):
        return None
    counted = what_is_counted(sentence, number)
    if counted is None:
        return _continued(sentence, number, before) or times_a_year(sentence, number)
    if counted.unit in TIME_UNITS and (is_relative_span(sentence, number) or is_age(sentence, number)):
        return None
    if not _is_meant(sentence, number, counted):
        return None
    return counted


def _is_year(sentence: str, number: FoundNumber) -> bool:
    return number.is_year_like and bool(
        number.upper or _YEAR_IN_FRONT.search(sentence, max(0, number.start - 14), number.start)
    )


def _is_meant(sentence: str, number: FoundNumber, counted: Counted) -> bool:
    """Whether a number word is meant as a quantity: "twee wethouders" and "één loket" are not."""
    is_one = number.value == 1 and number.upper is None
    is_fixed = counted.unit in _FIXED_UNITS
    if number.kind is not NumberKind.PLAIN or (not number.in_words and (is_fixed or not is_one)):
        return True
    if is_fixed and not is_one:
        return True
    if _EVERY_YEAR.search(sentence[max(0, number.start - 16) : number.start]) or _PACE.match(sentence, counted.end + 1):
        return True
    words = bound_of(*_around(sentence, number.start, number.end))
    return words.length > 0 and words.bound is not Bound.EXACT


_FIXED_UNITS = (
    frozenset({"dwelling", "household", "person", "times", "standplaatsen", "plekken", "statushouders"}) | TIME_UNITS
)


def _continued(sentence: str, number: FoundNumber, before: Counted | None) -> Counted | None:
    """Return what a bare number counts: the same as the number before it, or the "aantal ..." in front."""
    if number.is_year_like or number.in_words or not _GOES_ON_AFTER.match(sentence, number.end):
        return None
    lead, after = _around(sentence, number.start, number.end)
    is_bounded = bound_of(lead, after).length > 0
    if before is not None and (is_bounded or _GOES_ON_BEFORE.search(lead[-20:]) or _GOES_ON_NAMED.search(lead[-60:])):
        return replace(before, end=number.end)
    if is_bounded or _NUMBER_OF_BEFORE.search(lead[-12:]):
        return _number_of(lead, number)
    return None


def _number_of(lead: str, number: FoundNumber) -> Counted | None:
    for named in _NUMBER_OF.finditer(lead):
        words = re.split(r"[\s:]+", named["words"])
        nouns = [index for index, word in enumerate(words) if unit_of(word) == "dwelling"]
        if nouns:
            return Counted("dwelling", " ".join(words[: nouns[0] + 1]), number.end)
    return None


def _of_number(place: _Place, counted: Counted) -> list[Quantity]:
    sentence, number = place.sentence, place.number
    words = bound_of(*place.around, is_money=number.kind is NumberKind.EUR)
    text = sentence[number.start - words.length : max(number.end, counted.end)].strip(" (")
    unit = _with_pace(place, counted)
    return _ends(text, (number.value, number.upper), unit, words.bound, counted.subject)


def _with_pace(place: _Place, counted: Counted) -> str:
    """Return the unit with "/year" when the clause says that the number holds for every year."""
    if counted.unit in _NEVER_PACED:
        return counted.unit
    sentence, number = place.sentence, place.number
    before, after = place.neighbours
    edge_after = _CLAUSE_EDGE.search(sentence, number.end, after)
    if _PACE.search(sentence, number.end, edge_after.start() if edge_after else after):
        return f"{counted.unit}/year"
    edges_before = [edge.end() for edge in _CLAUSE_EDGE.finditer(sentence, before, number.start)]
    # "Per jaar" behind another number belongs to that one; "jaarlijks" belongs to all.
    pace = _PACE if edges_before or before == 0 else _EVERY_YEAR
    is_paced = pace.search(sentence, edges_before[-1] if edges_before else before, number.start)
    return f"{counted.unit}/year" if is_paced else counted.unit


def _of_rhythm(sentence: str, rhythm: Rhythm) -> list[Quantity]:
    words = bound_of(*_around(sentence, rhythm.start, rhythm.end))
    text = sentence[rhythm.start - words.length : rhythm.end].strip(" (")
    # An intention to build says nothing of how exactly a meeting's rhythm is meant; only the words beside it do.
    bound = words.bound if words.length else Bound.EXACT
    return _ends(text, (rhythm.value, rhythm.upper), rhythm.unit, bound, None)


def _ends(text: str, ends: tuple[float, float | None], unit: str, bound: Bound, subject: str | None) -> list[Quantity]:
    low, high = ends
    if high is None:
        return [Quantity(text, low, unit, bound, subject)]
    return [Quantity(text, low, unit, Bound.MIN, subject), Quantity(text, high, unit, Bound.MAX, subject)]


def _around(sentence: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a place, as far as it can bear upon it."""
    return sentence[max(0, start - _REACH) : start], sentence[end : end + _REACH]


def _weak(sentences: list[str]) -> list[Quantity]:
    for sentence in sentences:
        rhythm = find_weak_rhythm(sentence)
        if rhythm:
            return _of_rhythm(sentence, rhythm)
    return []


def _without_repetition(quantities: list[Quantity]) -> list[Quantity]:
    """Leave out a share that is only named again ("die 60% is een gemiddelde")."""
    kept: list[Quantity] = []
    for quantity in quantities:
        is_again = quantity.unit == "percent" and any(
            q.value == quantity.value and q.unit == "percent" and quantity.subject in (None, q.subject) for q in kept
        )
        if not is_again:
            kept.append(quantity)
    return kept
