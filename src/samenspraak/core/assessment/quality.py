"""How well a commitment is made: SMART checks, and the three steps of concreteness of the national map.

Visitations judge whether agreements are concrete (SMART), substantiated and reciprocal; the national map
(*Prestatieafspraken op de kaart*) counts three steps of concreteness per theme, and the most concrete item leads.
This is advice beside a commitment and never stands in the way of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Criterion(StrEnum):
    """What can be looked for in a commitment."""

    OWNER = "owner"
    MEASURABLE = "measurable"
    TARGET = "target"
    BASELINE = "baseline"
    DATE = "date"
    SOURCE = "source"
    PRICE_YEAR = "price_year"
    FIRM = "firm"  # says that something is done, not that it is striven for


class Verdict(StrEnum):
    """What was found of a criterion."""

    MET = "met"
    MISSING = "missing"
    NOT_ASKED = "not_asked"  # makes no sense here: a price year without an amount


class Concreteness(IntEnum):
    """The three steps: from an intention to something of which one can say whether it was done."""

    INTENTION = 1  # nothing to see afterwards whether it was done
    PARTLY = 2  # a number, a product or a date, but not who, what and when together
    CONCRETE = 3  # somebody does something that can be seen, before a day or all the time


@dataclass(frozen=True, slots=True)
class Wording:
    """A commitment as the checks need it."""

    text: str
    has_lead: bool
    has_deadline: bool  # a day, a period, or continuously
    units: tuple[str, ...] = ()  # the units of its quantities, as in `Quantity.unit`


@dataclass(frozen=True, slots=True)
class Quality:
    """What the checks say of one commitment; `checks` in the order of `Criterion`."""

    checks: tuple[tuple[Criterion, Verdict], ...]
    concreteness: Concreteness

    @property
    def missing(self) -> tuple[Criterion, ...]:
        """What could be added."""
        return tuple(criterion for criterion, verdict in self.checks if verdict is Verdict.MISSING)


_PRODUCT = re.compile(
    r"\b(?:plan|rapport|rapportage|overzicht|onderzoek|inventarisatie|notitie|verordening|visie|woonzorgvisie|convenant|regeling|"
    r"beleid|protocol|lijst|analyse|evaluatie|monitor|voorstel|overeenkomst|contract|campagne|werkgroep|training|cursus|"
    r"bijeenkomst|overleg|spreekuur|\w{3,20}(?:plan|visie|beleid|overleg|onderzoek|regeling|contract))\b",
    re.IGNORECASE,
)
_BASELINE = re.compile(
    r"\b(?:nulmeting|ten opzichte van|vergeleken met|nu nog|momenteel|peildatum|stand per|uitgangssituatie|huidige|"
    r"per 1 januari|van [\d.,]+ ?%? naar)(?!\w)",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?:\b(?:bron|blijkt uit|op basis van|volgens|gemeten|geregistreerd|registratie|monitor|jaarverslag|woningnet)\b|"
    r"\b(?:CBS|WSW|BAG|BRP|dVi|dPi|WOZ|WMD)\b)",
    re.IGNORECASE,
)
_PRICE_YEAR = re.compile(r"\b(?:prijspeil|prijsniveau|geïndexeerd|indexering|jaarlijks aangepast)\b", re.IGNORECASE)
_WEAK = re.compile(
    r"\b(?:streven|streeft|streven\s+ernaar|(?:spannen|spant)\s+(?:zich|zij|we|wij)\s+in|inspannen|waar\s+mogelijk|zo\s?mogelijk|"
    r"indien\s+mogelijk|zoveel\s+mogelijk|de\s+intentie|bezien|verkennen\s+de\s+mogelijkheden|in\s+principe|bij\s+voorkeur)\b",
    re.IGNORECASE,
)


def quality_of(wording: Wording) -> Quality:
    """Judge one commitment by its words; the checks look for signs and can be wrong, so they only advise."""
    has_number = bool(wording.units)
    is_measurable = has_number or bool(_PRODUCT.search(wording.text))
    has_money = any(unit.startswith("EUR") for unit in wording.units)
    found = {
        Criterion.OWNER: _met(wording.has_lead),
        Criterion.MEASURABLE: _met(is_measurable),
        Criterion.TARGET: _met(has_number),
        Criterion.BASELINE: _met(bool(_BASELINE.search(wording.text))) if has_number else Verdict.NOT_ASKED,
        Criterion.DATE: _met(wording.has_deadline),
        Criterion.SOURCE: _met(bool(_SOURCE.search(wording.text))) if has_number else Verdict.NOT_ASKED,
        Criterion.PRICE_YEAR: _met(bool(_PRICE_YEAR.search(wording.text))) if has_money else Verdict.NOT_ASKED,
        Criterion.FIRM: _met(not _WEAK.search(wording.text)),
    }
    return Quality(tuple(found.items()), _concreteness(found))


def most_concrete(steps: Iterable[Concreteness]) -> Concreteness | None:
    """Return the step of a theme: the most concrete commitment leads, as on the national map."""
    return max(steps, default=None)


def _met(holds: bool) -> Verdict:  # noqa: FBT001 - the answer to a question
    return Verdict.MET if holds else Verdict.MISSING


def _concreteness(found: dict[Criterion, Verdict]) -> Concreteness:
    """Who, what and when together make it concrete; striving for it takes a step off."""
    is_there = {criterion for criterion, verdict in found.items() if verdict is Verdict.MET}
    if {Criterion.OWNER, Criterion.MEASURABLE, Criterion.DATE, Criterion.FIRM} <= is_there:
        return Concreteness.CONCRETE
    return Concreteness.PARTLY if {Criterion.MEASURABLE, Criterion.DATE} & is_there else Concreteness.INTENTION
