"""What a person may read of rounds, in a bounded number of queries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.monitoring import actions, queries
from samenspraak.apps.monitoring.models import Consultation
from samenspraak.apps.monitoring.pages import MonitorFilter
from tests.apps.monitoring.board import DUE, Board, adopted, report, tertial
from tests.apps.monitoring.large import a_hundred_and_twenty


@contextmanager
def at_most(count: int) -> Iterator[None]:
    with CaptureQueriesContext(connection) as captured:
        yield
    assert len(captured) <= count, "\n".join(query["sql"][:200] for query in captured.captured_queries)


READS: dict[str, Callable[[Board], object]] = {
    "monitor": lambda b: queries.monitor_for(b.people.carla, b.round.public_id),
    "comparison": lambda b: queries.comparison_for(b.people.carla, b.round.public_id),
    "rounds": lambda b: queries.rounds_for(b.people.carla, b.agreement.public_id),
    "item": lambda b: queries.item_page(b.people.carla, b.building.public_id),
    "quality": lambda b: queries.quality_for(b.people.carla, b.agreement.public_id),
}


@pytest.mark.parametrize("read", READS)
def test_a_stranger_finds_nothing(board: Board, read: str) -> None:
    with pytest.raises(NotFound):
        READS[read](board)


def test_a_stranger_has_an_empty_desk_and_no_moments(board: Board) -> None:
    page = queries.desk_of(board.people.carla)
    assert (page.rounds, page.others, page.news) == ((), (), ())
    assert queries.moments_of(board.people.carla, board.building.commitment.public_id) == ()


def test_a_monitor_counts_lights_by_theme_and_party(board: Board) -> None:
    report(board, light="amber", text="Het bezwaar loopt.")
    page = queries.monitor_for(board.people.noor, board.round.public_id)
    assert page.by_light.counts == {"amber": 1, "": 2}
    assert {row.name: row.counts for row in page.by_theme} == {"availability": {"amber": 1, "": 1}, "": {"": 1}}
    assert {row.name: row.counts for row in page.by_party} == {"Waterhoven": {"": 1}, "De Linde": {"amber": 1}}
    assert page.show_counts == {"": 3, "attention": 1, "disputed": 0, "silent": 2, "mine": 1}


@pytest.mark.parametrize(
    ("show", "expected"),
    [
        ("attention", ["K 1.10"]),
        ("disputed", ["K 1.10"]),
        ("silent", ["K 1.9", ""]),
        ("mine", ["K 1.9"]),
        ("", ["K 1.10", "K 1.9", ""]),
    ],
)
def test_a_filter_leaves_what_it_says(board: Board, show: str, expected: list[str]) -> None:
    report(board, light="amber", text="Het bezwaar loopt.")
    actions.react(item=board.building, party=board.tenants, light="red", text="Niets gezien.", by=board.hanna)
    page = queries.monitor_for(board.people.noor, board.round.public_id, wanted=MonitorFilter(show=show))
    assert [item.code for item in page.items] == expected
    assert page.total == 3


def test_an_adopted_round_shows_what_was_adopted(board: Board) -> None:
    report(board, light="amber", text="Het bezwaar loopt.")
    adopted(board)
    Commitment.objects.filter(code="K 1.10").update(title="Anders", text="Anders")
    page = queries.monitor_for(board.people.noor, board.round.public_id)
    assert (page.edition, page.items[0].title) == (1, "Bouwen")
    with pytest.raises(NotFound):
        queries.monitor_for(board.people.noor, board.round.public_id, edition=2)


def test_the_round_before_tells_what_turned_and_why(board: Board) -> None:
    report(board, light="green", standing="on_schedule", text="Loopt.")
    later = actions.open_round(agreement=board.agreement, period=tertial(2027, 3), due_on=DUE, by=board.people.noor)
    item = later.items.get(commitment__code="K 1.10")
    said = actions.Report(light="red", text="De aannemer is failliet.")
    actions.report_progress(item=item, party=board.association, report=said, seen_version=0, by=board.people.bas)
    page = queries.comparison_for(board.people.noor, later.public_id)
    turned = [(turn.item.code, turn.before, turn.after, turn.why) for turn in page.turned]
    assert turned == [("K 1.10", "green", "red", "De aannemer is failliet.")]
    assert page.same == 2
    moments = queries.moments_of(board.people.noor, item.commitment.public_id)
    assert [moment.light for moment in moments] == ["green", "red"]


def test_what_turned_comes_before_what_was_not_asked_before(board: Board) -> None:
    later = actions.open_round(agreement=board.agreement, period=tertial(2027, 3), due_on=DUE, by=board.people.noor)
    first, *_between, last = later.items.order_by("order")
    board.round.items.filter(commitment=first.commitment_id).delete()
    board.round.items.filter(commitment=last.commitment_id).update(written_light="red")
    page = queries.comparison_for(board.people.noor, later.public_id)
    assert [(turn.item.public_id, turn.is_new) for turn in page.turned] == [
        (last.public_id, False),
        (first.public_id, True),
    ]


def test_a_desk_holds_what_is_asked_of_the_own_party(board: Board) -> None:
    page = queries.desk_of(board.people.bas)
    assert [(row.item.code, row.report.is_reported) for round_ in page.rounds for row in round_.rows] == [
        ("K 1.10", False)
    ]
    assert page.owed == 1
    report(board, light="green")
    assert queries.desk_of(board.people.bas).owed == 0


def test_a_reader_owes_nothing(board: Board) -> None:
    assert queries.desk_of(board.rik).rounds == ()


def test_a_locked_round_leaves_the_desk(board: Board) -> None:
    actions.lock_round(round_=board.round, by=board.people.noor)
    assert queries.desk_of(board.people.bas).rounds == ()


def test_a_closed_round_asks_on_the_desk_where_the_own_party_stands_until_it_said_so(board: Board) -> None:
    actions.lock_round(round_=board.round, by=board.people.noor)
    (owed,) = queries.desk_of(board.hanna).positions_owed
    assert (owed.party, owed.due_on) == ("Huurdersplatform De Linde", timezone.localdate() + timedelta(weeks=6))
    assert [one.due_on for one in queries.desk_of(board.people.bas).positions_owed] == [
        None
    ]  # the law's clock is theirs
    assert queries.desk_of(board.rik).positions_owed == ()
    agrees = Consultation.Position.AGREES
    actions.take_position(round_=board.round, party=board.tenants, position=agrees, text="", by=board.hanna)
    assert queries.desk_of(board.hanna).positions_owed == ()


def test_an_open_round_in_which_nothing_is_asked_stands_on_the_desk_to_be_read(board: Board) -> None:
    assert [head.public_id for head in queries.desk_of(board.hanna).to_read] == [board.round.public_id]
    assert queries.desk_of(board.people.bas).to_read == ()
    actions.lock_round(round_=board.round, by=board.people.noor)
    assert queries.desk_of(board.hanna).to_read == ()


def test_a_coordinator_sees_who_is_silent_and_whom_an_answer_is_owed(board: Board) -> None:
    actions.take_position(
        round_=board.round,
        party=board.tenants,
        position=Consultation.Position.REMARKS,
        text="Neem de wachttijd op.",
        by=board.hanna,
    )
    page = queries.desk_of(board.people.noor)
    assert [row.party for _head, rows in page.others for row in rows] == ["De Linde"]
    assert [row.text for _head, row in page.answers_owed] == ["Neem de wachttijd op."]
    assert queries.desk_of(board.hanna).others == ()


def test_news_is_what_others_said_since_one_was_here(board: Board) -> None:
    report(board, light="green", text="Loopt.")
    assert queries.desk_of(board.people.noor).news == (), "this visit is no earlier one"


def test_news_names_what_others_said(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    earlier = timezone.now() - timedelta(days=3)
    monkeypatch.setattr("samenspraak.apps.monitoring.read_desk.last_act_of", lambda _person, **_before: earlier)
    report(board, light="green", text="Loopt.")
    page = queries.desk_of(board.people.noor)
    assert [(row.who, row.what) for row in page.news] == [("De Linde", "progress_reported")]
    assert queries.desk_of(board.people.bas).news == (), "one's own words are no news"


@pytest.mark.slow  # a hundred and twenty commitments
def test_a_hundred_and_twenty_commitments_take_no_more_queries_than_three(board: Board) -> None:
    a_hundred_and_twenty(board.agreement)
    opened = actions.open_round(
        agreement=board.agreement, period=tertial(2028, 2), due_on=date(2028, 9, 1), by=board.people.noor
    )
    assert opened.items.count() >= 120
    with at_most(15):
        queries.monitor_for(board.people.noor, opened.public_id)
    with at_most(15):
        assert queries.desk_of(board.people.bas).owed >= 117
    with at_most(15):
        queries.comparison_for(board.people.noor, opened.public_id)
    with at_most(6):
        queries.quality_for(board.people.noor, board.agreement.public_id)


@pytest.mark.parametrize(
    ("code", "title", "heading", "name"),
    [
        ("K 1", "Nieuwbouw", "Nieuwbouw", "Nieuwbouw"),
        ("", "Nieuwbouw", "Wonen", "Nieuwbouw"),
        ("", "Nieuwbouw", "Nieuwbouw", "De gemeente bouwt."),
        ("", "", "Nieuwbouw", "De gemeente bouwt."),
    ],
    ids=["a number", "a title of its own", "the heading above its row", "no title"],
)
def test_a_commitment_goes_by_what_tells_it_apart(code: str, title: str, heading: str, name: str) -> None:
    assert queries.name_of(code, title, heading, "De gemeente  bouwt.") == name
