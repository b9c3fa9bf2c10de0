from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.measurement.errors import (
    HouseholdNeeded,
    MissingParameter,
    ParameterAlreadyKnown,
    SeveralInOneYear,
)
from samenspraak.core.measurement.households import Household, household_of
from samenspraak.core.measurement.parameters import (
    Parameter,
    ParameterName,
    Parameters,
    ParameterState,
    ParameterValue,
)

LIMIT = Parameter(ParameterName.LIBERALISATION_LIMIT, "liberalisatiegrens", "liberalisation limit", "EUR/month", True)
INCOME = Parameter(
    ParameterName.ALLOCATION_INCOME_LIMIT,
    "inkomensgrens",
    "income limit",
    "EUR/year",
    True,
    (Household.ONE_PERSON, Household.MORE_PERSONS),
)


def limit(amount: str, first: date, last: date | None, *, verified: bool = True) -> ParameterValue:
    state = ParameterState.OFFICIAL if verified else ParameterState.UNVERIFIED
    return ParameterValue(LIMIT, Decimal(amount), first, last, None, state, "Rijksoverheid")


BEFORE = limit("879.66", date(2024, 1, 1), date(2024, 6, 30))
AFTER = limit("1157.95", date(2024, 7, 1), date(2024, 12, 31))
FAMILIES = ParameterValue(
    INCOME,
    Decimal(48625),
    date(2023, 1, 1),
    date(2023, 12, 31),
    Household.MORE_PERSONS,
    ParameterState.OFFICIAL,
    "Aedes",
)
KNOWN = Parameters([LIMIT, INCOME], [AFTER, BEFORE, FAMILIES])


def test_the_break_within_a_year_needs_a_day() -> None:
    assert KNOWN.value(LIMIT.name, on=date(2024, 6, 30)) is BEFORE
    assert KNOWN.value(LIMIT.name, on=date(2024, 7, 1)) is AFTER
    with pytest.raises(SeveralInOneYear, match=r"879,66 vanaf 1 januari 2024, 1\.157,95 vanaf 1 juli 2024"):
        KNOWN.value_in(LIMIT.name, price_year=2024)


def test_a_price_year_with_one_amount_needs_no_day() -> None:
    assert KNOWN.value_in(INCOME.name, price_year=2023, household=Household.MORE_PERSONS) is FAMILIES
    assert FAMILIES.price_year == 2023


def test_no_year_is_filled_in_with_another() -> None:
    with pytest.raises(MissingParameter, match="niet bekend voor 1 januari 2025"):
        KNOWN.value(LIMIT.name, on=date(2025, 1, 1))
    with pytest.raises(MissingParameter, match="niet bekend voor prijspeil 2025"):
        KNOWN.value_in(LIMIT.name, price_year=2025)
    assert KNOWN.find(LIMIT.name, on=date(2023, 12, 31)) is None


def test_a_limit_that_differs_per_household_is_not_guessed() -> None:
    with pytest.raises(HouseholdNeeded, match="eenpersoons, meerpersoons"):
        KNOWN.value(INCOME.name, on=date(2023, 5, 1))
    with pytest.raises(MissingParameter, match="huishouden: eenpersoons"):
        KNOWN.value(INCOME.name, on=date(2023, 5, 1), household=Household.ONE_PERSON)


def test_an_older_household_has_the_limit_of_all_ages_where_there_is_no_other() -> None:
    assert KNOWN.value(INCOME.name, on=date(2023, 5, 1), household=Household.MORE_PERSONS_OLDER) is FAMILIES


def test_a_limit_for_all_may_be_asked_with_a_household() -> None:
    assert KNOWN.value(LIMIT.name, on=date(2024, 5, 1), household=Household.ONE_PERSON) is BEFORE


def test_an_office_fills_a_gap_and_replaces_what_was_unverified() -> None:
    remembered = limit("1200", date(2025, 1, 1), date(2025, 12, 31), verified=False)
    ours = limit("1184.82", date(2025, 1, 1), date(2025, 12, 31))
    later = limit("1228.07", date(2026, 1, 1), None)
    supplemented = Parameters([LIMIT], [BEFORE, remembered]).supplemented_by([ours, later])
    assert list(supplemented) == [BEFORE, ours, later]
    assert supplemented.value(LIMIT.name, on=date(2031, 1, 1)) is later


def test_an_official_amount_is_not_replaced() -> None:
    with pytest.raises(ParameterAlreadyKnown, match=r"tot en met 31 december 2024: 1\.157,95"):
        KNOWN.supplemented_by([limit("1100", date(2024, 12, 31), None)])
    assert KNOWN.value(LIMIT.name, on=date(2024, 12, 31)) is AFTER


def test_two_amounts_for_one_day_are_refused() -> None:
    with pytest.raises(ParameterAlreadyKnown, match="Kies andere dagen"):
        Parameters([LIMIT], [BEFORE, replace(AFTER, valid_from=date(2024, 6, 30))])


@pytest.mark.parametrize(
    ("persons", "older", "household"),
    [
        (1, False, Household.ONE_PERSON),
        (2, False, Household.MORE_PERSONS),
        (1, True, Household.ONE_PERSON_OLDER),
        (5, True, Household.MORE_PERSONS_OLDER),
    ],
)
def test_the_class_of_a_household(persons: int, older: bool, household: Household) -> None:  # noqa: FBT001 - a table
    assert household_of(persons, is_older=older) is household


def test_nobody_is_no_household() -> None:
    with pytest.raises(ValueError, match="0 persons"):
        household_of(0)


@given(
    st.decimals("0", "3000", places=2),
    st.decimals("0", "3000", places=2),
)
def test_more_rent_never_falls_under_a_limit_that_less_rent_is_over(one: Decimal, other: Decimal) -> None:
    lower, higher = sorted((one, other))
    assert AFTER.covers(lower) or not AFTER.covers(higher)


def test_an_added_limit_holds_until_an_official_one_follows_and_not_after_it() -> None:
    official = limit("1200", date(2031, 1, 1), date(2031, 12, 31))
    known = Parameters([LIMIT], [official])
    until_further_notice = limit("1150", date(2030, 1, 1), None)
    assert known.until_known(until_further_notice) == replace(until_further_notice, valid_to=date(2030, 12, 31))
    assert known.until_known(replace(until_further_notice, valid_from=date(2031, 1, 1))) is None
    assert known.until_known(replace(until_further_notice, valid_from=date(2032, 1, 1))) is not None
