"""Limits of the law (rent, income, purchase price) and agreed rules, each with the days on which it holds.

A key figure names a parameter and a day, never an amount. What is not known is not there: asking for it is an error
that says what is missing, never the amount of another year. The shipped amounts stand in
`engines/knowledge/data/parameters.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from samenspraak.core.measurement.errors import (
    HouseholdNeeded,
    LimitUndecided,
    MissingParameter,
    ParameterAlreadyKnown,
    SeveralInOneYear,
)
from samenspraak.core.measurement.households import Household
from samenspraak.core.vocabulary.dates import day_in_words


class ParameterName(StrEnum):
    """What can be asked for; the Dutch words stand in the data."""

    QUALITY_DISCOUNT_LIMIT = "quality_discount_limit"
    LOWER_CAPPING_LIMIT = "lower_capping_limit"
    UPPER_CAPPING_LIMIT = "upper_capping_limit"
    RENT_ALLOWANCE_MAXIMUM = "rent_allowance_maximum"
    LIBERALISATION_LIMIT = "liberalisation_limit"
    MID_RENT_LIMIT = "mid_rent_limit"
    ALLOCATION_INCOME_LIMIT = "allocation_income_limit"
    SECOND_INCOME_LIMIT = "second_income_limit"
    MIDDLE_INCOME_LIMIT = "middle_income_limit"
    APPROPRIATE_INCOME_LIMIT = "appropriate_income_limit"
    SALE_INCOME_LIMIT = "sale_income_limit"
    AFFORDABLE_PURCHASE_LIMIT = "affordable_purchase_limit"
    ALLOCATION_SHARE = "allocation_share"
    ALLOCATION_SHARE_BY_AGREEMENT = "allocation_share_by_agreement"
    APPROPRIATE_SHARE = "appropriate_share"


class ParameterState(StrEnum):
    """How sure an amount is."""

    OFFICIAL = "official"  # set by the state, with a source
    DERIVED = "derived"  # follows from an official amount by a rule that is named
    UNVERIFIED = "unverified"  # found in an indirect place, or remembered: to be checked before it is relied on


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a value is a value of: its Dutch and English words, its unit and how an amount on the limit counts."""

    name: ParameterName
    label: str
    label_en: str
    unit: str  # "EUR/month", "EUR/year", "EUR", "share"
    is_included: bool | None  # does an amount exactly on the limit still fall under it? None: not known
    households: tuple[Household, ...] = ()  # empty: one value for all households


@dataclass(frozen=True, slots=True)
class ParameterValue:
    """One amount with the first and last day on which it holds; `valid_to` None is until further notice."""

    parameter: Parameter
    value: Decimal
    valid_from: date
    valid_to: date | None
    household: Household | None
    state: ParameterState
    source: str
    note: str = ""

    @property
    def price_year(self) -> int:
        """Return the price year (prijspeil) to which the amount belongs."""
        return self.valid_from.year

    @property
    def is_verified(self) -> bool:
        """Tell whether it can be shown without a warning."""
        return self.state is not ParameterState.UNVERIFIED

    def holds_on(self, day: date) -> bool:
        """Tell whether this is the amount of that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def covers(self, amount: Decimal) -> bool:
        """Tell whether an amount falls under this limit; on the limit itself the parameter decides."""
        if amount != self.value:
            return amount < self.value
        if self.parameter.is_included is None:
            raise LimitUndecided(
                f"Het bedrag is precies de {self.parameter.label} ({_dutch(amount)}). "
                "Of dat er nog onder valt is niet bekend: spreek af hoe u telt."
            )
        return self.parameter.is_included

    def overlaps(self, other: ParameterValue) -> bool:
        """Tell whether two values are both for the same days, parameter and household."""
        if (self.parameter.name, self.household) != (other.parameter.name, other.household):
            return False
        return self.valid_from <= (other.valid_to or date.max) and other.valid_from <= (self.valid_to or date.max)


class Parameters:
    """All parameters that are known, to be asked by name and day."""

    def __init__(self, parameters: Iterable[Parameter], values: Iterable[ParameterValue]) -> None:
        self._parameters = {parameter.name: parameter for parameter in parameters}
        self._values: dict[ParameterName, tuple[ParameterValue, ...]] = {}
        for name in self._parameters:
            self._values[name] = ()
        for value in sorted(values, key=lambda each: each.valid_from):
            clash = next((known for known in self._values[value.parameter.name] if known.overlaps(value)), None)
            if clash:
                raise _already_known(clash)
            self._values[value.parameter.name] += (value,)

    def __iter__(self) -> Iterator[ParameterValue]:
        for values in self._values.values():
            yield from values

    def parameter(self, name: ParameterName) -> Parameter:
        """Return what is asked for by this name: its words, unit and how the limit itself counts."""
        return self._parameters[name]

    def value(self, name: ParameterName, *, on: date, household: Household | None = None) -> ParameterValue:
        """Return the value of a day; an error says which value is missing for which day."""
        found = self.find(name, on=on, household=household)
        if found is None:
            raise _missing(self._parameters[name], day_in_words(on), self._class_of(name, household))
        return found

    def find(self, name: ParameterName, *, on: date, household: Household | None = None) -> ParameterValue | None:
        """Return the value of a day, or None when it is not known."""
        wanted = self._class_of(name, household)
        return next((each for each in self._values[name] if each.household is wanted and each.holds_on(on)), None)

    def value_in(self, name: ParameterName, *, price_year: int, household: Household | None = None) -> ParameterValue:
        """Return the one value of a price year; a limit that changed within the year needs a day instead."""
        wanted = self._class_of(name, household)
        first, last = date(price_year, 1, 1), date(price_year, 12, 31)
        found = [
            each
            for each in self._values[name]
            if each.household is wanted
            and each.valid_from <= last
            and (each.valid_to is None or each.valid_to >= first)
        ]
        if not found:
            raise _missing(self._parameters[name], f"prijspeil {price_year}", wanted)
        if len(found) > 1:
            amounts = ", ".join(f"{_dutch(each.value)} vanaf {day_in_words(each.valid_from)}" for each in found)
            raise SeveralInOneYear(
                f"De {self._parameters[name].label} is in {price_year} veranderd: {amounts}. "
                "Noem een dag in plaats van een jaar."
            )
        return found[0]

    def supplemented_by(self, values: Iterable[ParameterValue]) -> Parameters:
        """Return these with values that an office added: they fill gaps and replace what was unverified.

        An official or derived amount is never replaced: two amounts for one day would make every figure a guess.
        """
        added = tuple(values)
        kept = []
        for known in self:
            replacement = next((value for value in added if value.overlaps(known)), None)
            if replacement is None:
                kept.append(known)
            elif known.is_verified:
                raise _already_known(known)
        return Parameters(self._parameters.values(), (*kept, *added))

    def until_known(self, value: ParameterValue) -> ParameterValue | None:
        """Return an added value for the days until a verified amount follows; None where one holds on its first day.

        Somebody adds a limit until further notice, and the next version of this software ships that of a later year.
        """
        beside = [known.valid_from for known in self if known.is_verified and known.overlaps(value)]
        if not beside:
            return value
        first = min(beside)
        return None if first <= value.valid_from else replace(value, valid_to=first - timedelta(days=1))

    def _class_of(self, name: ParameterName, household: Household | None) -> Household | None:
        """Return the class by which the values of a parameter are kept, or say that a class is needed."""
        known = self._parameters[name].households
        if not known:
            return None
        if household is None:
            raise HouseholdNeeded(
                f"De {self._parameters[name].label} verschilt per huishouden. Zeg erbij voor welk huishouden: "
                f"{', '.join(HOUSEHOLD_LABELS[each] for each in known)}."
            )
        return household if household in known else household.of_any_age


HOUSEHOLD_LABELS = {
    Household.ONE_PERSON: "eenpersoons",
    Household.MORE_PERSONS: "meerpersoons",
    Household.ONE_PERSON_OLDER: "eenpersoons oudere",
    Household.MORE_PERSONS_OLDER: "meerpersoons oudere",
}


def _missing(parameter: Parameter, when: str, household: Household | None) -> MissingParameter:
    whose = f" (huishouden: {HOUSEHOLD_LABELS[household]})" if household else ""
    return MissingParameter(
        f"De {parameter.label}{whose} is niet bekend voor {when}. Voeg het bedrag toe bij de grenzen, met de bron."
    )


def _already_known(known: ParameterValue) -> ParameterAlreadyKnown:
    until = f"tot en met {day_in_words(known.valid_to)}" if known.valid_to else "tot nader order"
    return ParameterAlreadyKnown(
        f"De {known.parameter.label} is al bekend vanaf {day_in_words(known.valid_from)} {until}: "
        f"{_dutch(known.value)} ({known.source}). Kies andere dagen."
    )


def _dutch(amount: Decimal) -> str:
    """Write an amount as Dutch readers do: 1.157,95."""
    return f"{amount:,}".translate(str.maketrans(",.", ".,"))
