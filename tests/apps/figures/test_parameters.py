from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from samenspraak.apps.figures import actions, known_parameters, queries, read_parameters
from samenspraak.apps.figures.errors import FigureNotPossible, MayNotSetTargets
from samenspraak.apps.figures.known_parameters import as_value, parameters_now
from samenspraak.apps.figures.models import AddedParameter
from samenspraak.core.measurement.errors import ParameterAlreadyKnown
from samenspraak.core.measurement.parameters import ParameterName
from samenspraak.engines.knowledge.parameters import load_parameters
from tests.apps.acts.figures import LIMIT
from tests.apps.cast import People


def test_an_added_year_is_known_to_all_with_who_added_it(people: People) -> None:
    actions.add_parameter(values=LIMIT, by=people.noor)
    found = parameters_now().value(ParameterName.AFFORDABLE_PURCHASE_LIMIT, on=date(2027, 6, 1))
    assert (found.value, found.source) == (Decimal(430_000), "Rijk")
    rows = {row.label: row for row in queries.parameters_for(people.carla, 2027).rows}
    row = rows["grens voor betaalbare koop"]
    assert (row.added_by, row.may_withdraw) == ("Noor", False)


def test_what_was_unverified_is_replaced_and_what_is_official_is_not(people: People) -> None:
    for_2026 = replace(LIMIT, value=Decimal(421_000), valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31))
    actions.add_parameter(values=for_2026, by=people.noor)
    found = parameters_now().value(ParameterName.AFFORDABLE_PURCHASE_LIMIT, on=date(2026, 6, 1))
    assert (found.value, found.is_verified) == (Decimal(421_000), True)
    with pytest.raises(ParameterAlreadyKnown, match=r"390\.000"):
        actions.add_parameter(values=replace(for_2026, valid_from=date(2024, 1, 1), valid_to=None), by=people.noor)
    with pytest.raises(ParameterAlreadyKnown):
        actions.add_parameter(values=for_2026, by=people.bas)
    assert AddedParameter.objects.count() == 1


def test_a_year_without_limits_names_what_is_missing(people: People) -> None:
    page = queries.parameters_for(people.bas, 2031)
    assert ("liberalisatiegrens", "liberalisation limit") in page.missing
    assert {row.amount.unit for row in page.rows} == {"percent"}, "only the rules that hold until they change"


@pytest.mark.parametrize(
    "change",
    [
        {"name": "zomaar iets"},
        {"household": "one_person"},
        {"name": "allocation_income_limit"},
        {"value": Decimal(0)},
        {"value": Decimal("NaN")},
        {"value": Decimal("430000.005")},
        {"valid_to": date(2026, 1, 1)},
        {"valid_from": date(1, 1, 1)},
        {"source": ""},
    ],
)
def test_what_cannot_be_a_limit_is_refused(people: People, change: dict[str, object]) -> None:
    with pytest.raises(FigureNotPossible):
        actions.add_parameter(values=replace(LIMIT, **change), by=people.noor)  # type: ignore[arg-type]
    assert not AddedParameter.objects.exists()


def test_a_limit_per_household_is_added_per_household(people: People) -> None:
    values = replace(LIMIT, name="allocation_income_limit", household="more_persons", value=Decimal(58_000))
    actions.add_parameter(values=values, by=people.noor)
    assert queries.parameters_for(people.noor, 2027).rows[0].household == "more_persons"


def test_only_who_added_a_limit_takes_it_back(people: People) -> None:
    added = actions.add_parameter(values=LIMIT, by=people.noor)
    with pytest.raises(MayNotSetTargets, match="Noor"):
        actions.withdraw_parameter(parameter=added, by=people.bas)
    actions.withdraw_parameter(parameter=added, by=people.ada)
    assert not AddedParameter.objects.exists()


def test_a_limit_says_whether_it_holds_on_every_day_of_the_year_shown(people: People) -> None:
    later = replace(LIMIT, valid_from=date(2027, 7, 1), valid_to=None)
    actions.add_parameter(values=later, by=people.noor)
    holds = {
        year: {row.label: row.holds_all_year for row in queries.parameters_for(people.bas, year).rows}
        for year in (2027, 2028)
    }
    assert [holds[year]["grens voor betaalbare koop"] for year in (2027, 2028)] == [False, True]


def test_a_limit_that_a_later_version_ships_takes_the_place_of_what_somebody_added(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = actions.add_parameter(values=replace(LIMIT, valid_to=None), by=people.noor)
    official = replace(
        as_value(added), value=Decimal(450_000), valid_from=date(2028, 1, 1), valid_to=date(2028, 12, 31)
    )
    shipped = load_parameters().supplemented_by([official])
    for module in (known_parameters, read_parameters):
        monkeypatch.setattr(module, "load_parameters", lambda: shipped)
    found = [
        known_parameters.parameters_now().find(official.parameter.name, on=date(year, 6, 1))
        for year in range(2027, 2030)
    ]
    assert [each and each.value for each in found] == [LIMIT.value, Decimal(450_000), None]
    (row,) = [row for row in queries.parameters_for(people.noor, 2027).rows if row.added_number == added.pk]
    assert row.valid_to == date(2027, 12, 31)
