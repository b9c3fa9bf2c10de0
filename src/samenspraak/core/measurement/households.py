"""The household classes by which limits differ: one person or more, older (AOW age) or not."""

from __future__ import annotations

from enum import StrEnum


class Household(StrEnum):
    """A household as the limits of the law tell them apart (Wet op de huurtoeslag, Btiv art. 16 and 54)."""

    ONE_PERSON = "one_person"
    MORE_PERSONS = "more_persons"
    ONE_PERSON_OLDER = "one_person_older"
    MORE_PERSONS_OLDER = "more_persons_older"

    @property
    def of_any_age(self) -> Household:
        """Return the class without age, for limits that do not look at it."""
        return _OF_ANY_AGE.get(self, self)


_OF_ANY_AGE = {
    Household.ONE_PERSON_OLDER: Household.ONE_PERSON,
    Household.MORE_PERSONS_OLDER: Household.MORE_PERSONS,
}


def household_of(persons: int, *, is_older: bool = False) -> Household:
    """Return the class of a household of so many persons."""
    if persons < 1:
        raise ValueError(f"a household of {persons} persons")
    if is_older:
        return Household.ONE_PERSON_OLDER if persons == 1 else Household.MORE_PERSONS_OLDER
    return Household.ONE_PERSON if persons == 1 else Household.MORE_PERSONS
