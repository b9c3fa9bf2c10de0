from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import CommitmentQuantity
from samenspraak.apps.audit.models import Event
from samenspraak.apps.figures import actions, queries
from samenspraak.apps.figures.errors import (
    FigureNotPossible,
    MayNotMeasure,
    MayNotSetTargets,
    TargetChangedMeanwhile,
)
from samenspraak.apps.figures.models import PathStep, Target
from samenspraak.apps.figures.values import Measured
from samenspraak.apps.parties.models import Membership
from samenspraak.core.measurement.errors import NothingToDivideBy, SignalOnWrongSide
from samenspraak.core.measurement.indicators import Difference, Nature
from samenspraak.core.measurement.targets import PathPoint, Timing
from samenspraak.core.vocabulary.quantity import Bound
from tests.apps.acts.figures import MEASURED, SHARE, a_target
from tests.apps.cast import People


def test_a_target_keeps_its_path_with_what_is_not_known(people: People) -> None:
    target = a_target(people)
    assert list(PathStep.objects.values_list("year", "value")) == [(2025, Decimal(66)), (2026, None)]
    page = queries.target_page(people.bas, target.public_id)
    assert [(step.year, step.planned and step.planned.value) for step in page.path] == [(2025, 66.0), (2026, None)]


def test_changing_a_target_logs_what_it_was(people: People) -> None:
    target = a_target(people)
    changed = actions.set_target(
        commitment=target.commitment,
        values=replace(SHARE, value=Decimal(70), signal_value=None, path=()),
        target=target,
        seen_version=1,
        by=people.noor,
    )
    assert (changed.pk, changed.version) == (target.pk, 2)
    assert not changed.path.exists()
    event = Event.objects.latest("id")
    assert event.before
    assert event.after
    assert (event.before["value"], event.after["value"]) == ("65.0000", "70")
    assert event.before["path"] == {"2025": "66.0000", "2026": None}


def test_who_comes_second_does_not_overwrite(people: People) -> None:
    target = a_target(people)
    again = {"commitment": target.commitment, "values": SHARE, "target": target, "seen_version": 1, "by": people.noor}
    actions.set_target(**again)
    with pytest.raises(TargetChangedMeanwhile):
        actions.set_target(**again)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"label": " "}, FigureNotPossible),
        ({"value": Decimal(101)}, FigureNotPossible),
        ({"value": Decimal("1e30"), "unit": "dwelling", "signal_value": None}, FigureNotPossible),
        ({"first_year": 2028}, FigureNotPossible),
        ({"last_year": 9999}, FigureNotPossible),
        ({"path": (PathPoint(2025, None), PathPoint(2025, Decimal(1)))}, FigureNotPossible),
        ({"path": (PathPoint(25, None),)}, FigureNotPossible),
        ({"signal_value": Decimal(60)}, SignalOnWrongSide),
        ({"party_id": 987_654}, FigureNotPossible),
        ({"timing": Timing.IN_TOTAL}, FigureNotPossible),  # percentages do not add up
        ({"timing": Timing.IN_TOTAL, "unit": "dwelling", "nature": Nature.STOCK}, FigureNotPossible),
    ],
)
def test_what_cannot_be_a_target_is_refused(
    people: People, change: dict[str, object], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        a_target(people, replace(SHARE, **change))  # type: ignore[arg-type]
    assert not Target.objects.exists()


@pytest.mark.parametrize(
    "change",
    [
        {"value": Decimal(101)},
        {"source": " "},
        {"on": timezone.localdate() + timedelta(days=1)},
        {"since": date(2026, 1, 1)},
        {"margin": Decimal("Infinity")},
    ],
)
def test_what_cannot_have_been_measured_is_refused(people: People, change: dict[str, object]) -> None:
    target = a_target(people)
    with pytest.raises(FigureNotPossible):
        actions.record_observations(target=target, measured=[MEASURED, replace(MEASURED, **change)], by=people.noor)  # type: ignore[arg-type]
    assert not target.observations.exists(), "all or none"


def test_what_is_no_longer_followed_is_no_longer_measured(people: People) -> None:
    target = a_target(people)
    actions.withdraw_target(target=target, seen_version=1, reason="Dubbel ingevoerd.", by=people.noor)
    target.refresh_from_db()
    with pytest.raises(FigureNotPossible, match="niet meer gevolgd"):
        actions.record_observations(target=target, measured=[MEASURED], by=people.noor)


def test_a_break_in_the_year_1_is_refused(people: People) -> None:
    with pytest.raises(FigureNotPossible, match="Kijk het jaar na"):
        actions.mark_break(target=a_target(people), on=date(1, 1, 1), reason="NTA 8800", by=people.noor)


def test_another_municipality_neither_sees_nor_changes(people: People) -> None:
    target = a_target(people)
    with pytest.raises(NotFound):
        queries.target_page(people.carla, target.public_id)
    with pytest.raises(NotFound):
        queries.figures_for(people.carla, target.commitment.agreement.public_id)
    with pytest.raises(MayNotSetTargets):
        actions.set_target(commitment=target.commitment, values=SHARE, by=people.carla)
    with pytest.raises(MayNotMeasure):
        actions.record_observations(target=target, measured=[MEASURED], by=people.carla)


def test_a_reader_reads_a_contributor_measures(people: People) -> None:
    target = a_target(people)
    membership = Membership.objects.get(person=people.bas)
    membership.role = Membership.Role.READER
    membership.save()
    assert not queries.target_page(people.bas, target.public_id).may_measure
    with pytest.raises(MayNotMeasure):
        actions.record_observations(target=target, measured=[MEASURED], by=people.bas)
    membership.role = Membership.Role.CONTRIBUTOR
    membership.save()
    actions.record_observations(target=target, measured=[MEASURED], by=people.bas)
    with pytest.raises(MayNotSetTargets):
        actions.mark_break(target=target, on=date(2025, 1, 1), reason="anders geteld", by=people.bas)


def test_a_measurement_is_withdrawn_by_its_own_organisation_only(people: People) -> None:
    target = a_target(people)
    (observation,) = actions.record_observations(target=target, measured=[MEASURED], by=people.bas)
    with pytest.raises(MayNotMeasure):
        actions.withdraw_observation(observation=observation, reason="klopt niet", by=people.noor)
    actions.withdraw_observation(observation=observation, reason="klopt niet", by=people.bas)
    page = queries.target_page(people.noor, target.public_id)
    (shown,) = page.observations
    assert (shown.is_withdrawn, shown.withdrawn_reason) == (True, "klopt niet")
    assert page.row.reason == "not_measured"
    with pytest.raises(FigureNotPossible):
        actions.withdraw_observation(observation=observation, reason="nog eens", by=people.bas)


def test_a_reason_is_asked_for(people: People) -> None:
    target = a_target(people)
    with pytest.raises(FigureNotPossible):
        actions.withdraw_target(target=target, seen_version=1, reason=" ", by=people.noor)
    with pytest.raises(FigureNotPossible):
        actions.mark_break(target=target, on=date(2025, 1, 1), reason="", by=people.noor)


def test_another_version_of_the_definition_stands_there_and_does_not_count(people: People) -> None:
    target = a_target(people)
    actions.record_observations(target=target, measured=[replace(MEASURED, definition_version="2")], by=people.noor)
    page = queries.target_page(people.noor, target.public_id)
    assert page.observations[0].differs
    assert page.row.reason == "not_comparable"


def test_a_withdrawn_target_is_no_longer_followed_and_can_still_be_read(people: People) -> None:
    target = a_target(people)
    actions.withdraw_target(target=target, seen_version=1, reason="dubbel", by=people.noor)
    assert not queries.figures_for(people.noor, target.commitment.agreement.public_id).groups
    assert queries.target_page(people.noor, target.public_id).is_withdrawn
    with pytest.raises(TargetChangedMeanwhile):
        actions.set_target(commitment=target.commitment, values=SHARE, target=target, seen_version=2, by=people.noor)


def test_a_number_that_became_a_target_is_proposed_no_more(people: People) -> None:
    target = a_target(people)
    commitment = target.commitment
    quantity = commitment.quantities.all()[0]
    agreement_id = commitment.agreement.public_id

    def proposed() -> set[int]:
        groups = queries.figures_for(people.noor, agreement_id).proposed
        return {proposal.number for group in groups for proposal in group.proposals}

    assert quantity.pk in proposed()
    actions.set_target(commitment=commitment, values=replace(SHARE, from_text=quantity.text), by=people.noor)
    assert quantity.pk not in proposed()


def test_two_targets_that_look_alike_and_count_otherwise_say_so(people: People) -> None:
    target = a_target(people)
    other = replace(SHARE, label="iets anders", last_year=2030)
    actions.set_target(commitment=target.commitment, values=other, by=people.noor)
    (group,) = queries.figures_for(people.noor, target.commitment.agreement.public_id).groups
    (pair,) = group.apart
    assert pair.differences == (Difference.DEFINITION, Difference.PERIOD)


def test_parties_with_the_same_target_stand_beside_each_other(people: People) -> None:
    first, second = a_target(people).commitment.agreement.parties.order_by("order")[:2]
    counted = replace(SHARE, unit="dwelling", value=Decimal(100), signal_value=None)
    one, other = (
        actions.set_target(
            commitment=Target.objects.all()[0].commitment,
            values=replace(counted, party_id=party.pk, path=(PathPoint(2025, planned), PathPoint(2026, None))),
            by=people.noor,
        )
        for party, planned in ((first, Decimal(40)), (second, None))
    )
    page = queries.target_page(people.noor, one.public_id)
    assert [companion.row.public_id for companion in page.companions] == [other.public_id]
    assert [(step.year, step.planned and step.planned.value, step.unknown) for step in page.together] == [
        (2025, 40.0, (second.name,)),
        (2026, None, ()),
    ]


def test_the_figures_of_an_agreement_take_as_many_queries_for_many_targets(
    people: People, django_assert_max_num_queries: object
) -> None:
    target = a_target(people)
    for number in range(12):
        made = actions.set_target(
            commitment=target.commitment, values=replace(SHARE, label=str(number)), by=people.noor
        )
        actions.record_observations(target=made, measured=[MEASURED], by=people.noor)
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        page = queries.figures_for(people.noor, target.commitment.agreement.public_id)
    assert len(page.groups[0].rows) == 13


def test_shares_of_a_whole_add_up_and_say_by_which_key(people: People) -> None:
    whole = replace(SHARE, unit="dwelling", value=Decimal(18_350), signal_value=None, path=())
    target = a_target(people, whole)
    keys = [("Waterhoven", Decimal(12_345)), ("Zandhoek", Decimal(6_789)), ("Elders", Decimal(1_001))]
    actions.set_sharing_out(target=target, key="woningen", source="CBS", parts=keys, by=people.noor)
    page = queries.shares_page(people.bas, target.public_id)
    assert sum(one.value for one in page.shares) == 18_350
    assert [one.name for one in page.shares] == ["Waterhoven", "Zandhoek", "Elders"]
    assert (page.key, page.source, page.key_total) == ("woningen", "CBS", Decimal(20_135))
    share = actions.set_target(commitment=target.commitment, values=SHARE, by=people.noor)
    with pytest.raises(FigureNotPossible, match="percentage"):
        actions.set_sharing_out(target=share, key="woningen", source="CBS", parts=keys, by=people.noor)
    nothing = [("Waterhoven", Decimal(0))]
    with pytest.raises(NothingToDivideBy):
        actions.set_sharing_out(target=target, key="woningen", source="CBS", parts=nothing, by=people.noor)


def test_a_number_set_aside_is_not_proposed_until_it_is_brought_back(people: People) -> None:
    agreement = a_target(people).commitment.agreement
    quantity = CommitmentQuantity.objects.filter(commitment__agreement=agreement)[0]
    dismissed = actions.dismiss_number(quantity=quantity, by=people.noor)
    page = queries.figures_for(people.bas, agreement.public_id)
    assert page.proposed == ()
    assert [group.dismissed for group in page.dismissed] == [((dismissed.pk, quantity.text),)]
    actions.restore_number(dismissed=dismissed, by=people.noor)
    assert queries.figures_for(people.bas, agreement.public_id).proposed[0].proposals[0].text == quantity.text


def test_a_break_that_was_none_is_withdrawn_and_stays_in_the_log(people: People) -> None:
    target = a_target(people)
    series_break = actions.mark_break(target=target, on=date(2021, 1, 1), reason="NTA 8800", by=people.noor)
    with pytest.raises(FigureNotPossible):
        actions.withdraw_break(series_break=series_break, reason="", by=people.noor)
    actions.withdraw_break(series_break=series_break, reason="toch hetzelfde", by=people.noor)
    assert queries.target_page(people.bas, target.public_id).breaks == ()
    assert Event.objects.latest("id").before == {"2021-01-01": "NTA 8800"}


def test_an_agreement_has_its_own_numbers_for_amber_and_outdated(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 5, 1))
    built = replace(
        SHARE,
        unit="dwelling",
        value=Decimal(0),
        bound=Bound.MAX,
        timing=Timing.AT_THE_END,
        nature=Nature.STOCK,
        first_year=2022,
        last_year=2040,
        signal_value=None,
        path=(PathPoint(2022, Decimal(600)), PathPoint(2025, Decimal(300))),
    )
    target = a_target(people, built)
    measured = [
        Measured(Decimal(600), date(2022, 12, 31), "opgave"),
        Measured(Decimal(340), date(2025, 12, 31), "opgave"),
    ]
    actions.record_observations(target=target, measured=measured, by=people.noor)
    assert queries.target_page(people.bas, target.public_id).row.light == "amber"
    agreement = target.commitment.agreement
    actions.set_measuring_policy(agreement=agreement, tolerance_percent=Decimal(1), outdated_days=548, by=people.noor)
    assert queries.target_page(people.bas, target.public_id).row.light == "red"
    with pytest.raises(FigureNotPossible):
        actions.set_measuring_policy(
            agreement=agreement, tolerance_percent=Decimal(90), outdated_days=1, by=people.noor
        )
