"""Who is asked follows from the document, and from what a coordinator decided beside it, until that is changed."""

from __future__ import annotations

from datetime import date

import pytest

from samenspraak.apps.audit.models import Event, EventKind
from samenspraak.apps.monitoring import actions, queries
from samenspraak.apps.monitoring.asking.actions import ask_again, leave_out_party, name_lead
from samenspraak.apps.monitoring.asking.queries import Asking, asking_of
from samenspraak.apps.monitoring.errors import NeedsExplanation, NotYourWords, PartiesStay, RoundClosed
from samenspraak.apps.monitoring.models import Round, RoundItem
from samenspraak.apps.monitoring.successions.actions import leave_agreement, merge_organisations
from samenspraak.apps.parties.actions import add_organisation
from samenspraak.apps.parties.models import Organisation, Person
from tests.apps.monitoring.board import Board, asked_along, report, tertial


def names(item: RoundItem) -> set[str]:
    return set(item.reports.values_list("party__name", flat=True))


def following(board: Board, code: str) -> RoundItem:
    """Return the same commitment in the round after this one."""
    period = tertial(2027, 3)
    if not Round.objects.filter(agreement=board.agreement, number=3).exists():
        actions.open_round(agreement=board.agreement, period=period, due_on=date(2028, 1, 15), by=board.people.noor)
    return RoundItem.objects.get(round__agreement=board.agreement, round__number=3, commitment__code=code)


def asking(person: Person, item: RoundItem) -> Asking:
    return asking_of(queries.item_page(person, item.public_id))


def name_municipality(board: Board) -> None:
    name_lead(item=board.building, party=board.municipality, reason="De trekker stopte.", by=board.people.noor)


def test_a_lead_that_was_named_is_asked_in_the_rounds_that_come(board: Board) -> None:
    leave_agreement(party=board.association, on=date(2026, 7, 1), reason="Gestopt.", by=board.people.noor)
    name_municipality(board)
    assert names(board.building) == {"Waterhoven"}
    assert names(following(board, "K 1.10")) == {"Waterhoven"}


def test_a_lead_that_was_named_stands_behind_the_one_of_the_document(board: Board) -> None:
    name_municipality(board)
    item = following(board, "K 1.10")
    assert queries.item_page(board.hanna, item.public_id).item.leads == ("De Linde", "Waterhoven")


def test_a_lead_that_was_named_and_merged_is_asked_under_its_new_name(board: Board) -> None:
    item = board.round.items.get(commitment__code="K 1.9")
    name_lead(item=item, party=board.association, reason="Doet het werk.", by=board.people.noor)
    bosje = add_organisation(kind=Organisation.Kind.HOUSING_ASSOCIATION, name="Het Bosje", by=board.people.ada)
    linde = Organisation.objects.get(name="Woonstichting De Linde")
    merge_organisations(
        organisations=[linde], successor=bosje, on=date(2026, 7, 1), reason="Fusie.", by=board.people.ada
    )
    assert names(following(board, "K 1.9")) == {"Waterhoven", "Het Bosje"}


def test_a_party_that_was_left_out_is_not_asked_now_nor_later_and_the_others_are(board: Board) -> None:
    item, party = asked_along(board)
    assert names(item) == {"Waterhoven", "De Linde"}
    leave_out_party(item=item, party=party, reason="Doet niet mee.", by=board.people.noor)
    assert names(item) == {"Waterhoven"}
    assert names(following(board, "K 1.9")) == {"Waterhoven"}
    event = Event.objects.filter(kind=EventKind.PARTY_LEFT_OUT).latest("pk")
    assert (event.reason, event.before) == ("Doet niet mee.", {"party": "De Linde"})


def test_joining_and_leaving_of_others_does_not_bring_back_who_was_left_out(board: Board) -> None:
    item, party = asked_along(board)
    leave_out_party(item=item, party=party, reason="Doet niet mee.", by=board.people.noor)
    leave_agreement(party=board.tenants, on=date(2026, 7, 1), reason="Gestopt.", by=board.people.noor)
    assert names(item) == {"Waterhoven"}


def test_leaving_out_can_be_undone(board: Board) -> None:
    item, party = asked_along(board)
    leave_out_party(item=item, party=party, reason="Doet niet mee.", by=board.people.noor)
    ask_again(item=item, party=party, by=board.people.noor)
    assert names(item) == {"Waterhoven", "De Linde"}
    assert asking(board.people.noor, item).decided == ()
    assert names(following(board, "K 1.9")) == {"Waterhoven", "De Linde"}


def test_a_named_lead_that_was_left_out_and_asked_again_is_asked_later_too(board: Board) -> None:
    name_municipality(board)
    leave_out_party(item=board.building, party=board.municipality, reason="Toch niet.", by=board.people.noor)
    assert names(board.building) == {"De Linde"}
    ask_again(item=board.building, party=board.municipality, by=board.people.noor)
    assert names(following(board, "K 1.10")) == {"De Linde", "Waterhoven"}


def test_a_round_that_was_there_keeps_who_it_asked(board: Board) -> None:
    item, party = asked_along(board)
    later = following(board, "K 1.9")
    leave_out_party(item=later, party=party, reason="Doet niet mee.", by=board.people.noor)
    assert names(later) == {"Waterhoven"}
    assert names(item) == {"Waterhoven", "De Linde"}


def test_who_was_left_out_may_still_report(board: Board) -> None:
    item, party = asked_along(board)
    leave_out_party(item=item, party=party, reason="Doet niet mee.", by=board.people.noor)
    said = actions.Report(text="Wij helpen toch.")
    actions.report_progress(item=item, party=party, report=said, seen_version=0, by=board.people.bas)
    assert names(item) == {"Waterhoven", "De Linde"}


def test_who_said_something_and_who_is_the_only_one_is_not_left_out(board: Board) -> None:
    with pytest.raises(PartiesStay, match="niemand meer gevraagd"):
        leave_out_party(item=board.building, party=board.association, reason="Weg.", by=board.people.noor)
    name_municipality(board)
    report(board, text="Begonnen.")
    with pytest.raises(PartiesStay, match="zei hierover al iets"):
        leave_out_party(item=board.building, party=board.association, reason="Weg.", by=board.people.noor)
    with pytest.raises(PartiesStay, match="niet naar deze afspraak gevraagd"):
        leave_out_party(item=board.building, party=board.tenants, reason="Weg.", by=board.people.noor)


def test_only_a_coordinator_decides_with_a_reason_in_an_open_round(board: Board) -> None:
    item, party = asked_along(board)
    with pytest.raises(NotYourWords):
        leave_out_party(item=item, party=party, reason="Geen zin.", by=board.rik)
    with pytest.raises(NeedsExplanation):
        leave_out_party(item=item, party=party, reason=" ", by=board.people.noor)
    with pytest.raises(PartiesStay):
        ask_again(item=item, party=party, by=board.people.noor)
    actions.lock_round(round_=board.round, by=board.people.noor)
    with pytest.raises(RoundClosed):
        leave_out_party(item=item, party=party, reason="Doet niet mee.", by=board.people.noor)


def test_everybody_sees_who_was_left_out_and_why_and_only_a_coordinator_what_may_change(board: Board) -> None:
    item, party = asked_along(board)
    assert dict(asking(board.people.noor, item).may_leave_out).keys() == {party.pk, board.municipality.pk}
    leave_out_party(item=item, party=party, reason="Doet niet mee.", by=board.people.noor)
    seen = asking(board.hanna, item)
    assert [(row.name, row.is_asked, row.reason, row.by) for row in seen.decided] == [
        ("De Linde", False, "Doet niet mee.", "Noor")
    ]
    assert (seen.may_leave_out, seen.may_ask) == ((), ())
    managed = asking(board.people.noor, item)
    assert managed.may_leave_out == ()  # who is left is the only one
    assert dict(managed.may_ask).keys() == {board.tenants.pk}
