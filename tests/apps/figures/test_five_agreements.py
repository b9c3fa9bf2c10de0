"""What real agreements ask in numbers, as targets: shares of a price year, signals, paths with unknowns, ceilings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from samenspraak.apps.agreements.models import Agreement, Commitment
from samenspraak.apps.figures import actions, queries
from samenspraak.apps.figures.models import Target
from samenspraak.apps.figures.values import Measured, TargetValues
from samenspraak.core.measurement.indicators import Nature
from samenspraak.core.measurement.targets import PathPoint, Timing
from samenspraak.core.vocabulary.quantity import Bound
from tests.apps.acts.figures import SHARE
from tests.apps.cast import People, first_commitment

EFG = TargetValues(
    label="woningen met label E, F of G", unit="dwelling", nature=Nature.STOCK, bound=Bound.MAX, value=Decimal(0),
    timing=Timing.AT_THE_END, first_year=2022, last_year=2028,
)  # fmt: skip


@pytest.fixture(autouse=True)
def in_may_2026(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every light be judged on one day."""
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 5, 1))


def set_by(people: People, commitment: Commitment, values: TargetValues) -> Target:
    return actions.set_target(commitment=commitment, values=values, by=people.noor)


def measure(people: People, target: Target, numbers: dict[int, int]) -> None:
    measured = [Measured(Decimal(number), date(year, 12, 31), "monitor") for year, number in numbers.items()]
    actions.record_observations(target=target, measured=measured, by=people.noor)


def test_heiloo_asks_three_shares_by_the_limits_of_2023(people: People, agreement: Agreement) -> None:
    for code, share in (("PRICE.GOE", 5), ("PRICE.BETL", 65), ("PRICE.BETH", 80)):
        values = replace(
            SHARE, label=code, key_figure=code, value=Decimal(share), price_year=2023, signal_value=None, path=()
        )
        set_by(people, first_commitment(agreement), values)
    (group,) = queries.figures_for(people.bas, agreement.public_id).groups
    shown = [(row.aim.value, row.price_year) for row in group.rows if row.aim]
    assert shown == [(5.0, 2023), (65.0, 2023), (80.0, 2023)]  # in the order in which they were agreed
    # They do not count the same, and the page says so: once, not of every two.
    assert [each.labels for each in group.apart] == [("PRICE.GOE", "PRICE.BETL", "PRICE.BETH")]


def test_heemstede_warns_at_65_per_association(people: People, agreement: Agreement) -> None:
    commitment = first_commitment(agreement)
    party = agreement.parties.get(side="housing_association")
    both = replace(SHARE, value=None, signal_value=Decimal(65), path=(), first_year=2025, last_year=2027)
    elan = set_by(people, commitment, replace(both, party_id=party.pk))
    other = set_by(people, commitment, both)
    measure(people, elan, {2025: 71})
    measure(people, other, {2025: 40})
    lights = [queries.target_page(people.bas, each.public_id).row for each in (elan, other)]
    assert [(row.light, row.reason) for row in lights] == [("green", "above_signal"), ("amber", "signal")]
    # A year's target beside it: 70% of the framework, 68% for 2025.
    framework = set_by(people, commitment, replace(both, label="kader", value=Decimal(70), signal_value=None))
    measure(people, framework, {2025: 68})
    assert queries.target_page(people.bas, framework.public_id).row.reason == "missed"


def test_heerlen_plans_with_unknowns_and_expects_when_the_last_label_goes(people: People, agreement: Agreement) -> None:
    party = agreement.parties.get(side="housing_association")
    weller = (598, 559, 474, 352, 253, 188, None)
    path = tuple(PathPoint(2022 + n, None if cell is None else Decimal(cell)) for n, cell in enumerate(weller))
    zuid = (479, 379, None, None, None, None, None)
    other = tuple(PathPoint(2022 + n, None if cell is None else Decimal(cell)) for n, cell in enumerate(zuid))
    commitment = first_commitment(agreement)
    tenants = agreement.parties.exclude(pk=party.pk)[0]
    target = set_by(people, commitment, replace(EFG, party_id=party.pk, path=path))
    set_by(people, commitment, replace(EFG, party_id=tenants.pk, path=other))
    measure(people, target, {2022: 598, 2023: 559, 2024: 474, 2025: 352})
    page = queries.target_page(people.bas, target.public_id)
    assert page.path[-1].planned is None
    assert page.expectation.years[-1].value > 0  # before 2029 is not reached at this pace
    by_year = {row.year: row for row in page.together}
    assert by_year[2023].planned is not None
    assert by_year[2023].planned.value == 938.0
    assert by_year[2024].unknown == (tenants.name,)


def test_noordwijk_sells_no_more_than_it_says(people: People, agreement: Agreement) -> None:
    sold = replace(
        EFG, label="verkochte woningen", nature=Nature.FLOW, value=Decimal(10), timing=Timing.IN_TOTAL,
        first_year=2026, last_year=2026,
    )  # fmt: skip
    target = set_by(people, first_commitment(agreement), sold)
    for number, first, last, reason in ((10, 1, 30, "within_limit"), (1, 31, 31, "limit_exceeded")):
        measured = [Measured(Decimal(number), date(2026, 1, last), "opgave", since=date(2026, 1, first))]
        actions.record_observations(target=target, measured=measured, by=people.noor)
        assert queries.target_page(people.bas, target.public_id).row.reason == reason


def test_a_region_sees_its_growth_added_up_beside_the_whole_that_was_agreed(
    people: People, agreement: Agreement
) -> None:
    growth = replace(
        EFG, label="netto groei", nature=Nature.FLOW, bound=Bound.MIN, value=Decimal(11_650), timing=Timing.IN_TOTAL,
        first_year=2020, last_year=2029, path=(PathPoint(2028, Decimal(10_485)), PathPoint(2029, None)),
    )  # fmt: skip
    target = set_by(people, first_commitment(agreement), growth)
    for year, number in {2020: 1010, 2021: 1240, 2022: 1105}.items():
        measured = [Measured(Decimal(number), date(year, 12, 31), "CBS", since=date(year, 1, 1), is_final=year < 2022)]
        actions.record_observations(target=target, measured=measured, by=people.noor)
    page = queries.target_page(people.bas, target.public_id)
    assert page.row.total is not None
    assert (page.row.total.value, page.row.is_final) == (3355.0, False)
    (series,) = queries.series_for(people.bas, [page.commitment_id])[page.commitment_id].series
    assert [one.value for one in series.observations] == [1010.0, 2250.0, 3355.0]
    assert (series.total_since, series.unknown) == (2020, (2029,))
    assert series.expected == series.ahead[-1]
    assert min(one.low or 0 for one in series.ahead) >= 3355  # what was counted does not go away again


def test_a_total_of_which_the_first_year_lacks_is_drawn_with_what_it_is_without(
    people: People, agreement: Agreement
) -> None:
    built = replace(
        EFG, label="gebouwd", nature=Nature.FLOW, bound=Bound.MIN, value=Decimal(120), timing=Timing.IN_TOTAL,
        first_year=2022, last_year=2028, path=(),
    )  # fmt: skip
    target = set_by(people, first_commitment(agreement), built)
    for year in (2023, 2024, 2025):
        measured = [Measured(Decimal(20), date(year, 12, 31), "opgave", since=date(year, 1, 1))]
        actions.record_observations(target=target, measured=measured, by=people.noor)
    page = queries.target_page(people.bas, target.public_id)
    assert page.picture is not None
    assert [row[1] for row in page.picture.rows] == [f"ten minste {n} woningen" for n in (20, 40, 60)]
    assert "Van 1 januari 2022 tot en met 31 december 2022 is niets gemeten" in page.picture.note
    said = [str(each) for each in (page.expectation.outlook, *page.expectation.more)]
    assert said[0].startswith("Te weinig punten: er is nog geen vergelijkbare meting")
    assert said[1].startswith("Wat na een gat in de metingen komt, doet niet mee")


def test_what_differs_otherwise_is_said_apart(people: People, agreement: Agreement) -> None:
    commitment = first_commitment(agreement)
    for label, price_year in (("goedkoop", 2023), ("betaalbaar", 2023), ("duur", 2024)):
        values = replace(SHARE, label=label, price_year=price_year, signal_value=None, path=())
        set_by(people, commitment, values)
    (group,) = queries.figures_for(people.bas, agreement.public_id).groups
    said = [(each.labels, [difference.value for difference in each.differences]) for each in group.apart]
    assert said == [
        (("goedkoop", "betaalbaar"), ["definition"]),
        (("goedkoop", "duur"), ["definition", "price_year"]),
        (("betaalbaar", "duur"), ["definition", "price_year"]),
    ]


def test_targets_of_the_own_agreement_come_first_to_be_held_beside(people: People, agreement: Agreement) -> None:
    commitment = first_commitment(agreement)
    one = set_by(people, commitment, replace(SHARE, label="zon"))
    set_by(people, commitment, replace(SHARE, label="maan"))
    found = queries.target_page(people.bas, one.public_id).others
    assert [name for _number, name in found] == [f"maan – {agreement.title}"]


def test_a_signal_value_alone_is_drawn_as_one(people: People, agreement: Agreement) -> None:
    warned = replace(SHARE, value=None, signal_value=Decimal(65), path=(), first_year=2025, last_year=2027)
    target = set_by(people, first_commitment(agreement), warned)
    measure(people, target, {2025: 40})
    page = queries.target_page(people.bas, target.public_id)
    assert page.picture is not None
    assert "de signaalwaarde is 65%" in page.picture.alternative
    assert page.picture.narrow != page.picture.address
