"""Columns that somebody chose, and views kept under a name."""

from __future__ import annotations

import pytest

from samenspraak.apps.agreements.errors import InvalidValue, NotAllowed, NotFound, NothingChanged, ViewNameTaken
from samenspraak.apps.agreements.models import Agreement, SavedView
from samenspraak.apps.agreements.own_views.actions import change_view, choose_columns, delete_view, save_view
from samenspraak.apps.agreements.queries import (
    CommitmentFilter,
    agreement_of_views,
    agreement_page,
    own_view,
    views_page,
)
from samenspraak.apps.parties.models import Person
from tests.apps.cast import People, registered

pytestmark = pytest.mark.database


@pytest.fixture
def agreement(people: People) -> Agreement:
    return registered(people.noor)


def kept(agreement: Agreement, by: Person, name: str = "Zorg", *, is_shared: bool = False) -> SavedView:
    return save_view(agreement=agreement, name=name, address="thema=wonen-en-zorg", is_shared=is_shared, by=by)


def names(person: Person, agreement: Agreement) -> list[tuple[str, str]]:
    found = agreement_page(person, agreement.public_id, wanted=CommitmentFilter()).own.views
    return [(view.name, view.owner) for view in found]


def test_columns_are_remembered_in_the_order_of_the_table(people: People, agreement: Agreement) -> None:
    assert agreement_page(people.noor, agreement.public_id, wanted=CommitmentFilter()).own.columns is None
    choose_columns(columns=["deadline", "onzin", "code"], by=people.noor)
    choose_columns(columns=["deadline", "code"], by=people.noor)
    assert agreement_page(people.noor, agreement.public_id, wanted=CommitmentFilter()).own.columns == (
        "code",
        "deadline",
    )
    assert agreement_page(people.bas, agreement.public_id, wanted=CommitmentFilter()).own.columns is None


def test_a_view_is_ones_own_until_it_is_shared(people: People, agreement: Agreement) -> None:
    view = kept(agreement, people.noor)
    assert (names(people.noor, agreement), names(people.bas, agreement)) == ([("Zorg", "")], [])
    change_view(view=view, name="Wonen en zorg", is_shared=True, by=people.noor)
    assert names(people.bas, agreement) == [("Wonen en zorg", str(people.noor))]
    with pytest.raises(NotFound):
        own_view(people.bas, view.public_id)
    with pytest.raises(NotFound):
        delete_view(view=view, by=people.bas)
    delete_view(view=view, by=people.noor)
    assert views_page(people.bas, agreement).others == ()


@pytest.mark.parametrize("name", ["Zorg", "  ZORG ", "zorg\x00"])
def test_two_views_of_one_person_never_have_the_same_name(people: People, agreement: Agreement, name: str) -> None:
    kept(agreement, people.noor)
    other = kept(agreement, people.noor, "Anders")
    with pytest.raises(ViewNameTaken, match="Kies een andere naam"):
        kept(agreement, people.noor, name)
    with pytest.raises(ViewNameTaken):
        change_view(view=other, name=name, is_shared=False, by=people.noor)
    assert kept(agreement, people.bas, name).owner == people.bas


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_name_that_cannot_be_is_refused(people: People, agreement: Agreement, name: str) -> None:
    with pytest.raises(InvalidValue):
        kept(agreement, people.noor, name)


def test_an_address_that_is_too_long_is_refused(people: People, agreement: Agreement) -> None:
    with pytest.raises(InvalidValue, match="te lang"):
        save_view(agreement=agreement, name="Lang", address="zoek=" + "x" * 2000, is_shared=False, by=people.noor)


def test_who_is_no_party_keeps_nothing(people: People, agreement: Agreement) -> None:
    with pytest.raises(NotFound):
        kept(agreement, people.carla)
    with pytest.raises(NotFound):
        agreement_of_views(people.carla, agreement.public_id)


def test_a_view_that_stays_the_same_is_said(people: People, agreement: Agreement) -> None:
    view = kept(agreement, people.noor)
    with pytest.raises(NothingChanged):
        change_view(view=view, name="Zorg", is_shared=False, by=people.noor)


def test_a_reader_keeps_a_view_but_does_not_share_it(people: People, agreement: Agreement) -> None:
    people.bas.memberships.update(role="reader")
    view = kept(agreement, people.bas)
    with pytest.raises(NotAllowed):
        change_view(view=view, name="Zorg", is_shared=True, by=people.bas)
    with pytest.raises(NotAllowed):
        kept(agreement, people.bas, "Anders", is_shared=True)
