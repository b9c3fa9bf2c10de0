"""Numbers of a whole municipality: shares are divided by them, versions stay, and what lacks is said by name."""

from __future__ import annotations

from copy import copy
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.figures import actions as targets
from samenspraak.apps.figures.errors import FigureNotPossible, MayNotSetTargets
from samenspraak.apps.figures.extracts import jobs, queries
from samenspraak.apps.figures.extracts.counting import Counted
from samenspraak.apps.figures.extracts.feeding import number_for
from samenspraak.apps.figures.extracts.known_figures import shipped_figures
from samenspraak.apps.figures.extracts.own_figures import lists_about
from samenspraak.apps.figures.models import Extract, KeyFigureValue, MunicipalNumber, Target
from samenspraak.apps.figures.municipal import actions
from samenspraak.apps.figures.municipal.queries import municipal_numbers_for
from samenspraak.apps.figures.values import TargetValues
from samenspraak.apps.parties.models import Organisation
from samenspraak.core.measurement.indicators import Nature
from samenspraak.core.measurement.targets import Timing
from samenspraak.core.vocabulary.quantity import Bound
from samenspraak.engines.extracts.progress import Tell
from tests.apps.cast import People
from tests.apps.figures.lists import CODE, NUMBER, TEN, counted, delivered, in_a_real_place, place_of, stock

pytestmark = pytest.mark.slow  # counts with the engine
SHARE = "SOCIAL.OF_STOCK"


@pytest.fixture
def association(agreement: Agreement) -> Organisation:
    return in_a_real_place(agreement)


def entered(agreement: Agreement, people: People, **said: Any) -> MunicipalNumber:
    """Enter a number, and do what a worker does then."""
    made = actions.set_municipal_number(organisation=place_of(agreement), by=people.noor, **{**NUMBER, **said})
    jobs.divide_again(str(made.pk))
    return made


def share(level: str = "municipality") -> tuple[Decimal | None, str]:
    found = KeyFigureValue.objects.get(code=SHARE, level=level)
    return found.value, found.reason


def test_a_share_without_its_number_says_which_is_missing_and_has_a_value_once_it_is_entered(
    people: People, agreement: Agreement, association: Organisation
) -> None:
    counted(delivered(association, people.bas), people.bas)
    assert share() == (None, "het aantal van alle woningen in de gemeente in 2024 is niet opgegeven")
    (row, new) = municipal_numbers_for(people.noor).lacking
    assert (row.kind, row.year, [figure.code for figure in row.figures]) == ("dwellings", 2024, [SHARE])
    assert (new.kind, [figure.code for figure in new.figures]) == ("new_dwellings", ["SOCIAL.OF_NEW_BUILD"])
    entered(agreement, people)
    assert share() == (Decimal("0.25"), "")
    assert [row.kind for row in municipal_numbers_for(people.noor).lacking] == ["new_dwellings"]


def test_what_is_known_lacks_nowhere_also_when_it_is_no_longer_listed(
    people: People, agreement: Agreement, association: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted(delivered(association, people.bas), people.bas)
    entered(agreement, people)
    entered(agreement, people, year=2025, on=date(2025, 12, 31))
    monkeypatch.setattr("samenspraak.apps.figures.municipal.queries._MOST_ROWS", 1)
    page = municipal_numbers_for(people.noor)
    assert [row.year for row in page.rows] == [2025]
    assert [row.kind for row in page.lacking] == ["new_dwellings"]


def test_a_list_that_comes_later_is_divided_by_it_at_once_and_a_working_area_never_is(
    people: People, agreement: Agreement, association: Organisation
) -> None:
    entered(agreement, people)
    entered(agreement, people, year=2023, on=date(2023, 12, 31), value=99)
    counted(delivered(association, people.bas), people.bas)
    assert share() == (Decimal("0.25"), "")
    assert share("whole") == (None, "dit aandeel is er per gemeente")


def test_a_number_that_is_entered_while_a_list_is_counted_divides_it_too(
    people: People, agreement: Agreement, association: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = jobs.count

    def count_meanwhile(extract: Extract, tell: Tell) -> Counted:
        found = count(extract, tell)
        entered(agreement, people)
        return found

    monkeypatch.setattr(jobs, "count", count_meanwhile)
    counted(delivered(association, people.bas), people.bas)
    assert share() == (Decimal("0.25"), "")


def test_a_next_version_counts_and_taking_it_back_lets_the_one_before_count_again(
    people: People, agreement: Agreement, association: Organisation
) -> None:
    counted(delivered(association, people.bas), people.bas)
    entered(agreement, people)
    second = entered(agreement, people, value=20)
    assert (second.version, share()[0]) == (2, Decimal("0.5"))
    with pytest.raises(FigureNotPossible):
        actions.withdraw_municipal_number(number=second, reason=" ", by=people.noor)
    actions.withdraw_municipal_number(number=second, reason="van het verkeerde jaar", by=people.noor)
    jobs.divide_again(str(second.pk))
    assert share()[0] == Decimal("0.25")
    page = municipal_numbers_for(people.noor)
    assert [(row.version, row.value) for row in page.rows] == [(1, 40)]
    assert [(row.version, row.withdrawn_reason) for row in page.earlier] == [(2, "van het verkeerde jaar")]
    with pytest.raises(FigureNotPossible):
        actions.withdraw_municipal_number(number=second, reason="nog eens", by=people.noor)
    third = entered(agreement, people, value=50)
    assert (third.version, share()[0]) == (3, Decimal("0.2"))


def test_a_list_that_is_taken_back_meanwhile_keeps_no_other_from_being_divided(
    people: People, agreement: Agreement, association: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted(delivered(association, people.bas), people.bas)
    (extract,) = lists_about(place_of(agreement))
    gone = copy(extract)
    gone.attempt = 99  # as of a list that went on since it was looked up
    monkeypatch.setattr(jobs, "lists_about", lambda _: _Both([gone, extract]))
    entered(agreement, people)
    assert share() == (Decimal("0.25"), "")


class _Both(list[Extract]):
    def filter(self, **_asked: object) -> _Both:
        return self


def test_two_associations_together_are_divided_by_the_number_once(
    people: People, agreement: Agreement, association: Organisation
) -> None:
    other = Organisation.objects.create(name="De Hoek", kind=Organisation.Kind.HOUSING_ASSOCIATION)
    agreement.parties.create(name="De Hoek", side=other.kind, organisation=other, order=9)
    other.memberships.create(person=people.bas, role="contributor")
    entered(agreement, people, is_final=False)
    for each in (association, other):
        counted(delivered(each, people.bas, stock(TEN)), people.bas)
    page = queries.key_figure_for(people.noor, agreement.public_id, SHARE, municipality=CODE)
    (line,) = page.years
    assert line.together is not None
    assert line.together.amount is not None
    assert (line.together.amount.value, line.together.of and line.together.of.value) == (50.0, 40.0)
    assert [cell.is_final for cell in (*line.cells, line.together)] == [False, False, False]
    assert line.divisor is not None
    assert (line.divisor.value, line.divisor.source) == (40, NUMBER["source"])
    fed = number_for(
        Target(commitment=agreement.commitments.all()[0]), shipped_figures()[SHARE], 2024, queries.Places(agreement)
    )
    assert (fed.value, fed.is_final) == (Decimal(50), False)


def test_a_target_that_follows_the_share_is_measured_once_the_number_is_there(
    people: People, agreement: Agreement, association: Organisation
) -> None:
    values = TargetValues(
        label="aandeel sociaal", unit="percent", nature=Nature.STOCK, bound=Bound.MIN, value=Decimal(30),
        timing=Timing.EVERY_YEAR, first_year=2024, last_year=2028, key_figure=SHARE,
    )  # fmt: skip
    target = targets.set_target(commitment=agreement.commitments.all()[0], values=values, by=people.noor)
    counted(delivered(association, people.bas), people.bas)
    assert not target.observations.exists()
    entered(agreement, people)
    assert target.observations.get(withdrawn_at=None).value == Decimal(25)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ({"value": 0}, "heel getal van 1"),
        ({"on": date(2023, 12, 31)}, "hoort in 2024 te liggen, of op 1 januari 2025"),
        ({"source": "  "}, "Noem de bron"),
        ({"kind": "boats"}, "Kies wat is geteld"),
        ({"value": 9}, "al 10 woningen geteld; alles samen kan niet minder zijn"),
    ],
)
def test_a_number_that_cannot_be_is_refused_with_what_to_do(
    people: People, agreement: Agreement, association: Organisation, said: dict[str, Any], text: str
) -> None:
    counted(delivered(association, people.bas), people.bas)
    with pytest.raises(FigureNotPossible) as raised:
        entered(agreement, people, **said)
    assert text in str(raised.value)
    assert not MunicipalNumber.objects.exists()


def test_only_a_coordinator_of_the_municipality_enters_it(
    people: People, agreement: Agreement, association: Organisation
) -> None:
    with pytest.raises(MayNotSetTargets):
        actions.set_municipal_number(organisation=place_of(agreement), by=people.bas, **NUMBER)
    with pytest.raises(MayNotSetTargets):
        actions.set_municipal_number(organisation=association, by=people.bas, **NUMBER)
    Organisation.objects.filter(pk=place_of(agreement).pk).update(cbs_code="")
    with pytest.raises(FigureNotPossible):
        actions.set_municipal_number(organisation=place_of(agreement), by=people.noor, **NUMBER)
