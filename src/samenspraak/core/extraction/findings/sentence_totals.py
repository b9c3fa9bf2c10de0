"""A whole and its parts in one sentence: "40 woningen, waarvan 25 sociale huur en 20 middenhuur"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samenspraak.core.extraction.findings.codes import PARTS_OF_WHOLE
from samenspraak.core.extraction.findings.material import Material, cut
from samenspraak.core.extraction.result import Finding
from samenspraak.core.vocabulary.counted import what_is_counted
from samenspraak.core.vocabulary.hints import texts_with
from samenspraak.core.vocabulary.numbers import FoundNumber, NumberKind, find_numbers, format_number

DWELLING = "dwelling"
OF_WHICH = re.compile(r"^[\s,]*(?:\([^)]*\)[\s,]*)?waarvan\s+(?:er\s+)?$", re.IGNORECASE)
NAMELY = re.compile(
    r"^\s*(?:\([^)]*\)\s*)?(?::|,?\s*(?:bestaande\s+uit|te\s+weten:?|namelijk:?|verdeeld\s+(?:in|over):?|"
    r"onderverdeeld\s+in:?))\s*$",
    re.IGNORECASE,
)
AND = re.compile(r"^[^.;:]{0,60}?(?:,|\ben\b|\+)\s*(?:en\s+)?$", re.IGNORECASE)
PARTING = ("waarvan", "bestaande uit", "te weten", "namelijk", "verdeeld", ":")
PARTED = re.compile("|".join(PARTING), re.IGNORECASE)
DIGIT = re.compile(r"\d")
BEFORE, AFTER = 82, 31  # characters around such a word in which the whole and the first part stand
NESTED = re.compile(r"waarvan|waaronder|bestaande uit|te weten|namelijk|:", re.IGNORECASE)
# "120 van De Kade en 65 van Thuisvast": the parts leave out what they count.
OWNED = re.compile(r"^\s*(?:van|voor|in|door|bij|aan|op|te|sociale?|midden\w*|koop|huur|$|[.,;)]|en\b)", re.IGNORECASE)
NOT_ALL = re.compile(
    r"\b(?:onder andere|onder meer|o\.a|waaronder|bijvoorbeeld|minimaal|maximaal|minstens|ten minste|tenminste|circa|"
    r"ca|ongeveer|ruim|bijna|resterende|overige|rest|indicatief|per jaar|jaarlijks|naar verwachting)\b",
    re.IGNORECASE,
)
LONGEST = 320  # characters after the whole in which its parts stand


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a whole; `are_all` when the sentence says that there are no others."""

    numbers: tuple[FoundNumber, ...]
    are_all: bool

    @property
    def sum(self) -> float:
        """Return the parts added up."""
        return sum(number.value for number in self.numbers)


def findings(material: Material) -> Iterator[Finding]:
    """Yield a finding for every whole that is less than its parts, or other than all its parts together."""
    for index in texts_with([entry.block.text.lower() for entry in material.texts], PARTING):
        entry = material.texts[index]
        text = entry.block.text
        if not _may_add_up(text):
            continue
        numbers = find_numbers(text)
        for place, whole in enumerate(numbers, start=1):
            parts = _parts_of(text, whole, numbers[place:])
            if parts and (parts.sum > whole.value or (parts.are_all and parts.sum != whole.value)):
                span = entry.block.span(whole.start, parts.numbers[-1].end)
                yield PARTS_OF_WHOLE.finding(
                    span,
                    where=material.at(span),
                    total=f"{format_number(whole.value)} woningen",
                    sum=format_number(parts.sum),
                    words=cut(text[whole.start :]),
                )


def _may_add_up(text: str) -> bool:
    """Say whether a number stands before and one after a word that parts a whole; cheap, most texts have none."""
    return any(
        DIGIT.search(text, max(0, word.start() - BEFORE), word.start())
        and DIGIT.search(text, word.end(), word.end() + AFTER)
        for word in PARTED.finditer(text)
    )


def _parts_of(text: str, whole: FoundNumber, others: Sequence[FoundNumber]) -> Parts | None:
    """Return the parts that a sentence gives of a number of dwellings; None when it gives none."""
    counted = what_is_counted(text, whole) if _is_plain(whole) else None
    if counted is None or counted.unit != DWELLING or not others:
        return None
    gap = text[counted.end : others[0].start]
    are_all = bool(NAMELY.match(gap))
    if not are_all and not OF_WHICH.match(gap):
        return None
    parts: list[FoundNumber] = []
    end = counted.end
    for number in others:
        if number.start - whole.end > LONGEST or (parts and not AND.match(text[end : number.start])):
            break
        part = _end_of_part(text, number, are_all=are_all)
        if part is None:
            return None  # a share, an amount or something else: these are no parts of a number of dwellings
        parts.append(number)
        end = part
    sentence = text[max(0, whole.start - 30) : end + 40]
    if NOT_ALL.search(sentence):
        return None
    goes_on = bool(NESTED.match(text[end : end + 40].lstrip(" ,")))
    return Parts(tuple(parts), are_all and len(parts) > 1 and not goes_on) if parts else None


def _end_of_part(text: str, number: FoundNumber, *, are_all: bool) -> int | None:
    if not _is_plain(number):
        return None
    counted = what_is_counted(text, number)
    if counted and counted.unit == DWELLING:
        return counted.end
    return number.end if are_all and OWNED.match(text[number.end :]) else None


def _is_plain(number: FoundNumber) -> bool:
    return number.kind is NumberKind.PLAIN and number.upper is None and not number.is_year_like
