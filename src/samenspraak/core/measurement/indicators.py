"""What is counted, and whether two figures count the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Nature(StrEnum):
    """Whether a figure is a state on a day or what happened in a period."""

    STOCK = "stock"
    FLOW = "flow"


@dataclass(frozen=True, slots=True)
class Indicator:
    """Indicator: what is counted, by which definition, in which unit; figures of one indicator compare.

    `key` names the definition (a key figure's, or one of the parties' own); another `version` of it counts otherwise.
    `price_year` is the year whose limits or prices are used, where that matters.
    """

    key: str
    label: str
    unit: str  # as a quantity's: "percent", "dwelling", "EUR/month"
    nature: Nature
    version: str = "1"
    price_year: int | None = None

    @property
    def is_share(self) -> bool:
        """Tell whether it is a part of something: shares are never added or averaged."""
        return self.unit == "percent"


class Difference(StrEnum):
    """In what two figures differ, so that they do not compare."""

    DEFINITION = "definition"
    VERSION = "version"
    UNIT = "unit"
    NATURE = "nature"
    PRICE_YEAR = "price_year"
    PERIOD = "period"
    SERIES_BREAK = "series_break"
    OVERLAP = "overlap"
    SHARE = "share"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why figures are not compared or added; `sentence` says it in Dutch."""

    differences: tuple[Difference, ...]
    sentence: str


def differences(one: Indicator, other: Indicator) -> tuple[Difference, ...]:
    """Return in what two indicators differ; empty when their figures compare."""
    found = []
    if one.unit != other.unit:
        found.append(Difference.UNIT)
    if one.key != other.key:
        found.append(Difference.DEFINITION)
    elif one.version != other.version:
        found.append(Difference.VERSION)
    if one.nature is not other.nature:
        found.append(Difference.NATURE)
    if one.price_year != other.price_year:
        found.append(Difference.PRICE_YEAR)
    return tuple(found)


def refusal(verb: str, found: Sequence[Difference], one: Indicator, other: Indicator) -> Refusal:
    """Say why two figures cannot be compared ("te vergelijken") or added ("op te tellen")."""
    reasons = ", en ".join(_said(difference, one, other) for difference in found)
    return Refusal(tuple(found), f"Deze cijfers zijn niet {verb}: {reasons}.")


def _said(difference: Difference, one: Indicator, other: Indicator) -> str:
    match difference:
        case Difference.UNIT:
            return f"de eenheid verschilt ({one.unit} en {other.unit})"
        case Difference.DEFINITION:
            return f"zij tellen iets anders ({one.label} en {other.label})"
        case Difference.VERSION:
            return f"de definitie is gewijzigd (versie {one.version} en {other.version})"
        case Difference.PRICE_YEAR:
            return f"het prijspeil verschilt ({one.price_year or 'geen'} en {other.price_year or 'geen'})"
        case _:
            return _SAID[difference]


# In what two figures differ, where both are named beside it.
DIFFERENCE_WORDS = {
    Difference.DEFINITION: "wat wordt geteld verschilt",
    Difference.VERSION: "de definitie is gewijzigd",
    Difference.UNIT: "de eenheid verschilt",
    Difference.NATURE: "het ene is een stand, het andere een aantal over een periode",
    Difference.PRICE_YEAR: "het prijspeil verschilt",
    Difference.PERIOD: "de periode verschilt",
}
_SAID = {
    Difference.NATURE: "het ene is een stand op een dag en het andere een aantal over een periode",
    Difference.PERIOD: "zij gaan over een andere periode",
    Difference.SERIES_BREAK: "tussen beide zit een breuk in de reeks",
    Difference.OVERLAP: "de perioden overlappen, zodat een deel dubbel zou tellen",
    Difference.SHARE: "aandelen tellen niet op zonder teller en noemer",
    Difference.NOTHING: "er is niets om mee te rekenen",
}
