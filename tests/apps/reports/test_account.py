"""An association's account: its own commitments, over every agreement that it may see, and nobody else's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.monitoring import actions as monitoring
from samenspraak.apps.parties.models import Organisation, Person
from samenspraak.apps.reports import actions, queries
from samenspraak.apps.reports.drafts import report_of
from samenspraak.apps.reports.errors import MayNotWriteReports
from samenspraak.apps.reports.models import ReportKind
from samenspraak.core.composition.tree import Chart
from tests.apps.cast import registered
from tests.apps.monitoring.board import DUE, Board, adopted, report, tertial
from tests.core.composition.reading import headings, sentences, tables, words_of

ACCOUNT = ReportKind.ACCOUNT


def linde() -> Organisation:
    return Organisation.objects.get(name="Woonstichting De Linde")


def year(person: Person, number: int = 2027) -> queries.Year:
    return queries.year_for(person, linde().pk, number)


def second_agreement(board: Board) -> Agreement:
    """Return another agreement to which the association is a party, in which nothing was asked yet."""
    made = registered(board.people.noor, content=b"%PDF other bytes")
    Agreement.objects.filter(pk=made.pk).update(title="Afspraken in Zandhoek")
    return made


def test_it_tells_its_own_commitments_with_what_it_said_itself(board: Board) -> None:
    report(board, text="De bouw is begonnen.", light="green", next_step="het dak")
    monitoring.react(item=board.building, party=board.tenants, text="Wij zien weinig.", light="red", by=board.hanna)
    found = report_of(board.people.bas, year(board.people.bas), ACCOUNT)
    assert found.subtitle == "Woonstichting De Linde"
    assert "was in 2027 trekker van één afspraak in één set prestatieafspraken" in sentences(found)
    rows = next(rows for title, rows in tables(found).items() if title.startswith("Onze afspraken"))
    assert len(rows) == 1
    assert "De bouw is begonnen. / Volgende stap: het dak" in rows[0][2]
    assert "Huurdersplatform De Linde" in rows[0][4]


def test_several_agreements_stand_beside_each_other(board: Board) -> None:
    report(board, text="De bouw is begonnen.", light="green")
    adopted(board)
    other = second_agreement(board)
    assert "Afspraken in Zandhoek" in sentences(report_of(board.people.bas, year(board.people.bas), ACCOUNT))
    monitoring.open_round(agreement=other, period=tertial(2027, 2), due_on=DUE, by=board.people.noor)
    found = report_of(board.people.bas, year(board.people.bas), ACCOUNT)
    assert "Niet gevolgd" not in headings(found)
    chart = next(block for block in found.blocks if isinstance(block, Chart))
    names = [words_of(row[0]) for row in chart.table.rows]
    assert len(names) == len(set(names)) == 2
    assert "vastgesteld op" in sentences(found)
    assert "nog niet vastgesteld" in sentences(found)


def test_a_year_in_which_nothing_was_asked_says_so(board: Board) -> None:
    found = report_of(board.people.bas, year(board.people.bas, 2026), ACCOUNT)
    assert "In 2026 is ons in geen enkele ronde naar een afspraak gevraagd." in sentences(found)


def test_only_who_works_there_finds_it(board: Board) -> None:
    assert year(board.rik).year == 2027
    for person in (board.people.noor, board.people.carla, board.hanna):
        with pytest.raises(NotFound):
            year(person)
    with pytest.raises(NotFound):
        year(board.people.bas, 99)


def test_an_adopted_account_stays_and_is_not_found_by_other_parties(board: Board) -> None:
    report(board, text="De bouw is begonnen.", light="green")
    about = year(board.people.ada)
    with pytest.raises(MayNotWriteReports):
        actions.adopt_edition(about=about, kind=ACCOUNT, seen_version=0, by=board.rik)
    edition = actions.adopt_edition(about=about, kind=ACCOUNT, seen_version=0, with_history=True, by=board.people.ada)
    first = queries.edition_file(board.rik, edition.public_id, "docx").content
    report(board, seen_version=1, text="De bouw ligt stil.", light="red")
    assert queries.edition_file(board.rik, edition.public_id, "docx").content == first
    assert [row.number for row in queries.editions_of(board.rik, about)] == [1]
    for person in (board.people.noor, board.people.carla):
        with pytest.raises(NotFound):
            queries.edition_file(person, edition.public_id, "html")


def test_what_was_written_in_an_account_stands_in_its_file(board: Board) -> None:
    report(board, text="De bouw is begonnen.", light="green")
    about = year(board.people.ada)
    actions.write_passages(
        about=about, kind=ACCOUNT, texts={"In het kort#1": "Een goed jaar."}, seen_version=0, by=board.people.ada
    )
    assert "Een goed jaar." in queries.account_file(board.rik, about, "html").content.decode()
    page = queries.account_page(board.rik, about)
    assert page.draft.passages[0].text == "Een goed jaar."
    assert page.years == (2027,)
    assert not page.draft.may_write


def test_a_round_has_no_account_and_a_year_no_monitor(board: Board) -> None:
    with pytest.raises(NotFound):
        queries.draft_page(board.people.noor, board.round.public_id, ACCOUNT)
    with pytest.raises(NotFound):
        queries.draft_page(board.people.noor, board.round.public_id, ReportKind.PROGRESS)
    Agreement.objects.update(kind=Agreement.Kind.REGIONAL)
    page = queries.draft_page(board.people.noor, board.round.public_id, ReportKind.PROGRESS)
    assert page.title == "Voortgangsbericht"
    assert ReportKind.PROGRESS in [row.kind for row in queries.reports_for(board.rik, board.round.public_id).rows]


def test_many_agreements_ask_no_more_than_one(
    board: Board, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for number in range(3):
        made = registered(board.people.noor, content=b"%PDF bytes " + str(number).encode())
        monitoring.open_round(agreement=made, period=tertial(2027, 2), due_on=date(2027, 9, 1), by=board.people.noor)
    about = year(board.people.bas)
    with django_assert_max_num_queries(16):  # type: ignore[attr-defined]
        found = report_of(board.people.bas, about, ACCOUNT)
    assert len([title for title in tables(found) if title.startswith("Onze afspraken")]) == 4
