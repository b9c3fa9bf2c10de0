"""Two people at once: of two who write the same, one is told what the other did, and nobody meets a fault of ours."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial

import pytest

from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.figures import actions
from samenspraak.apps.figures.errors import AlreadyCounted, FigureNotPossible
from samenspraak.apps.figures.extracts import actions as extracts
from samenspraak.apps.figures.known_parameters import parameters_now
from samenspraak.apps.figures.models import AddedParameter, Extract, MunicipalNumber, OwnKeyFigure
from samenspraak.apps.figures.municipal import actions as municipal
from samenspraak.core.measurement.errors import ParameterAlreadyKnown
from tests.apps.acts.figures import LIMIT
from tests.apps.cast import People
from tests.apps.figures.lists import NUMBER, OWN_FORM, TEN, delivered, in_a_real_place, looked_at, place_of, stock
from tests.apps.side_by_side import while_not_yet_kept

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_of_two_who_change_an_own_figure_the_second_hears_that_it_changed(people: People, agreement: Agreement) -> None:
    in_a_real_place(agreement)
    first = partial(extracts.set_own_figure, organisation=place_of(agreement), form=OWN_FORM, by=people.noor)
    made = first()
    change = partial(first, form=OWN_FORM | {"of": ""}, instead_of=made)
    assert isinstance(while_not_yet_kept(change, change), FigureNotPossible)
    assert list(OwnKeyFigure.objects.values_list("version", flat=True)) == [2, 1]


def test_of_two_who_declare_the_same_code_the_second_hears_that_it_is_taken(
    people: People, agreement: Agreement
) -> None:
    in_a_real_place(agreement)
    declare = partial(extracts.set_own_figure, organisation=place_of(agreement), form=OWN_FORM, by=people.noor)
    assert isinstance(while_not_yet_kept(declare, declare), FigureNotPossible)
    assert OwnKeyFigure.objects.count() == 1


def test_two_numbers_of_a_municipality_are_two_versions(people: People, agreement: Agreement) -> None:
    in_a_real_place(agreement)
    enter = partial(municipal.set_municipal_number, organisation=place_of(agreement), by=people.noor)
    second = while_not_yet_kept(partial(enter, **NUMBER), partial(enter, **NUMBER | {"value": 41}))
    assert isinstance(second, MunicipalNumber)
    assert (second.version, second.value) == (2, 41)


def test_of_two_who_add_a_limit_for_the_same_days_one_is_kept_and_the_limits_can_still_be_read(people: People) -> None:
    add = partial(actions.add_parameter, by=people.noor)
    other = replace(LIMIT, value=Decimal(440_000))
    assert isinstance(while_not_yet_kept(partial(add, values=LIMIT), partial(add, values=other)), ParameterAlreadyKnown)
    assert [each.value for each in AddedParameter.objects.all()] == [LIMIT.value]
    assert parameters_now()


def test_of_two_lists_of_one_year_one_is_counted_and_the_other_waits(people: People, agreement: Agreement) -> None:
    association = in_a_real_place(agreement)
    lists = [looked_at(delivered(association, people.bas, stock(units))) for units in (TEN, TEN[:6])]
    confirm = [partial(extracts.confirm_extract, extract=each, by=people.bas) for each in lists]
    refused = while_not_yet_kept(*confirm)
    assert isinstance(refused, AlreadyCounted)
    assert "wordt een andere lijst al geteld" in refused.message
    assert Extract.objects.filter(status=Extract.Status.COUNTING).count() == 1
