"""Parties come and go half-way: open tasks move, words stay under the name of then, and what was adopted stays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from samenspraak.apps.agreements.models import AgreementParty, CommitmentParty
from samenspraak.apps.agreements.queries import visible_agreements
from samenspraak.apps.monitoring import actions, queries
from samenspraak.apps.monitoring.asking.actions import name_lead
from samenspraak.apps.monitoring.errors import NeedsExplanation, NotYourWords, PartiesStay
from samenspraak.apps.monitoring.models import Adoption, Consultation, Progress, RoundItem
from samenspraak.apps.monitoring.successions import actions as successions
from samenspraak.apps.monitoring.successions.queries import merger_preview, parties_for
from samenspraak.apps.parties.actions import add_member, add_organisation, register_person
from samenspraak.apps.parties.errors import NoRight
from samenspraak.apps.parties.models import Membership, Merger, Organisation, Person
from tests.apps.cast import PASSWORD
from tests.apps.monitoring.board import Board, adopted, report, tertial

ON = date(2026, 7, 1)


@pytest.fixture
def es(board: Board) -> Organisation:
    """Another association, which is no party yet."""
    return add_organisation(kind=Organisation.Kind.HOUSING_ASSOCIATION, name="Woonstichting De Es", by=board.people.ada)


@pytest.fixture
def grove(board: Board) -> Organisation:
    """The association that the others go on as, where Gijs works."""
    made = add_organisation(kind=Organisation.Kind.HOUSING_ASSOCIATION, name="Het Bosje", by=board.people.ada)
    gijs = register_person(email="gijs@bosje.example", name="Gijs", password=PASSWORD, by=board.people.ada)
    add_member(person=gijs, organisation=made, role=Membership.Role.CONTRIBUTOR, by=board.people.ada)
    return made


@pytest.fixture
def gijs(grove: Organisation) -> Person:
    return grove.people.get(name="Gijs")


def linde_in(board: Board) -> AgreementParty:
    return board.agreement.parties.get(name="De Linde")


def shared_item(board: Board) -> RoundItem:
    """Return a commitment that all associations lead."""
    item = board.round.items.exclude(pk=board.building.pk).order_by("order")[0]
    item.commitment.parties.all().delete()
    CommitmentParty.objects.create(commitment=item.commitment, name="corporaties", role="lead", order=0)
    item.reports.all().delete()
    Progress.objects.create(item=item, party=linde_in(board))
    return item


def merge(board: Board, grove: Organisation, *others: Organisation) -> Merger:
    linde = linde_in(board).organisation
    assert linde is not None
    return successions.merge_organisations(
        organisations=[linde, *others], successor=grove, on=ON, reason="Fusie.", by=board.people.ada
    )


def asked(item: RoundItem) -> dict[str, int]:
    return {report.party.name: report.version for report in item.reports.select_related("party")}


def say(item: RoundItem, party: AgreementParty, by: Person) -> Progress:
    said = actions.Report(light="green", text="Het loopt.")
    return actions.report_progress(item=item, party=party, report=said, seen_version=0, by=by)


def join(board: Board, organisation: Organisation) -> AgreementParty:
    return successions.join_agreement(
        agreement=board.agreement, organisation=organisation, on=ON, reason="Nieuw.", by=board.people.noor
    )


def test_a_party_that_joins_is_asked_from_then_on_what_its_group_leads(board: Board, es: Organisation) -> None:
    item = shared_item(board)
    party = join(board, es)
    assert asked(item) == {"De Linde": 0, "Woonstichting De Es": 0}
    assert "Woonstichting De Es" not in asked(board.building)
    assert Consultation.objects.filter(round=board.round, party=party).exists()


def test_what_is_adopted_does_not_know_who_joined_later(board: Board, es: Organisation) -> None:
    adopted(board)
    before = Adoption.objects.get().snapshot
    join(board, es)
    assert Adoption.objects.get().snapshot == before
    assert not Progress.objects.filter(party__name="Woonstichting De Es").exists()


def test_open_tasks_of_both_become_one_task_of_the_successor(
    board: Board, es: Organisation, grove: Organisation
) -> None:
    item = shared_item(board)
    join(board, es)
    merge(board, grove, es)
    assert asked(item) == {"Het Bosje": 0}
    assert asked(board.building) == {"Het Bosje": 0}, "who led it under the old name leads it under the new one"


def test_what_was_said_stays_under_the_old_name_and_is_not_asked_again(
    board: Board, es: Organisation, grove: Organisation
) -> None:
    item = shared_item(board)
    say(board.building, linde_in(board), board.people.bas)
    join(board, es)
    say(item, linde_in(board), board.people.bas)
    merge(board, grove, es)
    assert asked(board.building) == {"De Linde": 1}
    assert asked(item) == {"De Linde": 1, "Het Bosje": 0}, "the open task of the other one moved"


def test_the_desk_of_the_successor_holds_the_tasks_and_its_people_see_the_history(
    board: Board, grove: Organisation, gijs: Person
) -> None:
    assert not visible_agreements(gijs).exists()
    merge(board, grove)
    desk = queries.desk_of(gijs)
    assert [row.item.code for round_ in desk.rounds for row in round_.rows] == ["K 1.10"]
    assert {round_.party for round_ in desk.rounds} == {"Het Bosje"}
    party = board.party("Bosje")
    assert say(board.building, party, gijs).version == 1
    assert say(board.round.items.exclude(pk=board.building.pk)[0], party, board.people.bas).version == 1


def test_nobody_speaks_under_the_old_name_any_more(board: Board, grove: Organisation, gijs: Person) -> None:
    old = linde_in(board)
    merge(board, grove)
    for person in (board.people.bas, gijs):
        with pytest.raises(NotYourWords):
            say(board.building, old, person)


def test_a_next_round_asks_the_successor_by_the_name_in_the_document(board: Board, grove: Organisation) -> None:
    merge(board, grove)
    adopted(board)
    later = actions.open_round(
        agreement=board.agreement, period=tertial(2027, 3), due_on=date(2028, 1, 15), by=board.people.noor
    )
    names = {report.party.name for report in Progress.objects.filter(item__round=later).select_related("party")}
    assert "Het Bosje" in names
    assert "De Linde" not in names


def test_a_merger_says_beforehand_what_it_will_change_and_changes_nothing(board: Board, grove: Organisation) -> None:
    linde = linde_in(board).organisation
    assert linde is not None
    shown = merger_preview([linde], grove, ON)
    assert (shown.names, [place.parties for place in shown.places]) == (("Woonstichting De Linde",), [("De Linde",)])
    assert shown.open_tasks == Progress.objects.filter(party=linde_in(board), version=0).count() > 0
    assert set(shown.people) == {"Bas", "Rik"}
    assert not Merger.objects.exists()


def test_undoing_a_merger_gives_everything_back(board: Board, grove: Organisation, gijs: Person) -> None:
    item = shared_item(board)
    before = {(row.item_id, row.party_id, row.version) for row in Progress.objects.all()}
    merger = merge(board, grove)
    successions.undo_merger(merger=merger, reason="Ging niet door.", by=board.people.ada)
    assert {(row.item_id, row.party_id, row.version) for row in Progress.objects.all()} == before
    assert not AgreementParty.objects.filter(name="Het Bosje").exists()
    assert set(grove.people.all()) == {gijs}
    assert say(item, linde_in(board), board.people.bas).version == 1


def test_undoing_keeps_what_the_successor_said_meanwhile(board: Board, grove: Organisation, gijs: Person) -> None:
    merger = merge(board, grove)
    say(board.building, board.party("Bosje"), gijs)
    successions.undo_merger(merger=merger, reason="Ging niet door.", by=board.people.ada)
    assert asked(board.building) == {"De Linde": 0, "Het Bosje": 1}
    assert board.party("Bosje").left_on == timezone.localdate()


def test_after_an_adoption_a_merger_stays(board: Board, grove: Organisation) -> None:
    merger = merge(board, grove)
    adopted(board)
    with pytest.raises(PartiesStay):
        successions.undo_merger(merger=merger, reason="Te laat.", by=board.people.ada)
    assert Merger.objects.get().undone_at is None


def test_who_merged_before_goes_along(board: Board, es: Organisation, grove: Organisation) -> None:
    first = merge(board, es)
    successions.merge_organisations(
        organisations=[es], successor=grove, on=ON, reason="Nog een fusie.", by=board.people.ada
    )
    linde = Organisation.objects.get(name="Woonstichting De Linde")
    assert linde.stands_as == grove
    assert asked(board.building) == {"Het Bosje": 0}
    assert first.successor == es


def test_what_cannot_merge_is_refused(board: Board, es: Organisation, grove: Organisation) -> None:
    municipality = board.municipality.organisation
    assert municipality is not None
    wrong = [([], grove), ([grove], grove), ([municipality], grove)]
    for organisations, successor in wrong:
        with pytest.raises(PartiesStay):
            successions.merge_organisations(
                organisations=organisations, successor=successor, on=ON, reason="Fusie.", by=board.people.ada
            )
    with pytest.raises(PartiesStay):
        successions.merge_organisations(
            organisations=[es],
            successor=grove,
            on=timezone.localdate() + timedelta(days=1),
            reason="Fusie.",
            by=board.people.ada,
        )
    with pytest.raises(NeedsExplanation):
        successions.merge_organisations(organisations=[es], successor=grove, on=ON, reason=" ", by=board.people.ada)
    merge(board, grove)
    with pytest.raises(PartiesStay):
        merge(board, es)


def test_a_coordinator_of_one_does_not_merge_another(board: Board, grove: Organisation) -> None:
    linde = linde_in(board).organisation
    assert linde is not None
    with pytest.raises(NoRight):
        successions.merge_organisations(
            organisations=[linde], successor=grove, on=ON, reason="Overname.", by=board.people.bas
        )


def test_a_lead_that_left_is_shown_and_another_is_named(board: Board) -> None:
    old = linde_in(board)
    successions.leave_agreement(party=old, on=ON, reason="Gestopt.", by=board.people.noor)
    page = parties_for(board.people.noor, board.agreement.public_id)
    assert ("K 1.10", "De Linde") in {(row.code, row.was_asked) for row in page.leaderless}
    assert next(count for _head, count in queries.desk_of(board.people.noor).leads_missing) == len(page.leaderless)
    name_lead(item=board.building, party=board.municipality, reason="Neemt het over.", by=board.people.noor)
    assert "K 1.10" not in {row.code for row in parties_for(board.people.noor, board.agreement.public_id).leaderless}
    assert asked(board.building) == {board.municipality.name: 0}


def test_who_left_reads_on_but_coordinates_no_more(board: Board) -> None:
    report(board, light="green", text="Loopt.")
    successions.leave_agreement(party=linde_in(board), on=ON, reason="Gestopt.", by=board.people.noor)
    assert queries.monitor_for(board.people.bas, board.round.public_id).may_manage is False
    assert asked(board.building) == {"De Linde": 1}
    with pytest.raises(NotYourWords):
        report(board, seen_version=1, light="red", text="Toch niet.")


def test_a_party_without_people_is_pointed_at(board: Board) -> None:
    place = next(p for p in parties_for(board.people.noor, board.agreement.public_id).places if p.name == "De Linde")
    assert place.has_reporter
    Membership.objects.filter(person=board.people.bas).delete()
    place = next(p for p in parties_for(board.people.noor, board.agreement.public_id).places if p.name == "De Linde")
    assert not place.has_reporter
