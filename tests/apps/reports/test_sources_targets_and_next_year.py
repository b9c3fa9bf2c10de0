"""A report says where its commitments stand, shows the targets that people confirmed, and what is for next year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.documents.models import Document
from samenspraak.apps.figures import actions as figures
from samenspraak.apps.figures.models import Target
from samenspraak.apps.figures.queries import series_for, target_page
from samenspraak.apps.figures.values import Measured
from samenspraak.apps.reports import queries
from samenspraak.apps.reports.drafts import report_of
from samenspraak.apps.reports.models import ReportKind
from samenspraak.core.composition.tree import Chart, Report
from tests.apps.cast import first_commitment
from tests.apps.monitoring.board import Board, report
from tests.core.composition.reading import headings, tables, under, words_of
from tests.web.figures import VALUES

OVERVIEW = "Doelen en wat is gemeten"
OF_TARGET = "K 1.10 woningen met label E, F of G: doel en meting"


def rows(board: Board) -> list[list[str]]:
    found = tables(report_of(board.people.noor, board.round, ReportKind.MONITOR))
    return [row for title, table in found.items() if title.startswith("Afspraken") for row in table]


def test_every_row_says_on_which_page_of_the_document_it_stands(board: Board) -> None:
    places = dict(Commitment.objects.values_list("code", "page"))
    assert {row[0]: row[1].rpartition(" (")[2] for row in rows(board)} == {
        row[0]: f"blz.\u00a0{places[row[0]]})" for row in rows(board)
    }
    monitor = report_of(board.people.noor, board.round, ReportKind.MONITOR)
    assert under(monitor, "Bronnen").endswith("\nafspraken.pdf")
    Document.objects.update(has_pages=False)
    assert all("(deel\u00a0" in row[1] for row in rows(board))


def target(board: Board, aim: int = 0) -> Target:
    noor = board.people.noor
    values = replace(VALUES, value=Decimal(aim))
    made = figures.set_target(commitment=first_commitment(board.agreement), values=values, by=noor)
    measured = [
        Measured(Decimal(598), date(2022, 12, 31), "opgave"),
        Measured(Decimal(559), date(2023, 12, 31), "opgave", margin=Decimal(20)),
    ]
    figures.record_observations(target=made, measured=measured, by=noor)
    figures.mark_break(target=made, on=date(2023, 6, 1), reason="De definitie van het label veranderde.", by=noor)
    return made


def charts(board: Board, kind: ReportKind) -> dict[str, Chart]:
    blocks = report_of(board.people.noor, board.round, kind).blocks
    return {block.title: block for block in blocks if isinstance(block, Chart)}


@pytest.mark.slow  # draws
def test_a_target_that_people_confirmed_is_drawn_as_on_its_own_page(board: Board) -> None:
    noor, made = board.people.noor, target(board)
    page = target_page(noor, made.public_id).picture
    shown = {one.title: one for one in queries.draft_page(noor, board.round.public_id, ReportKind.MONITOR).pictures}
    assert page is not None
    assert shown[OF_TARGET].address == page.address
    assert shown[OF_TARGET].rows == page.rows
    assert page.head == ("Op", "Gepland", "Gemeten")
    assert page.rows[0] == ("31 december 2022", "598 woningen", "598 woningen")
    assert "Vanaf 1 juni 2023 is anders geteld: De definitie van het label veranderde." in page.note
    assert shown[OF_TARGET].alternative.startswith("Lijndiagram.")


def test_the_report_says_of_a_target_what_its_own_page_says(board: Board) -> None:
    noor, made = board.people.noor, target(board)
    few = target_page(noor, made.public_id).expectation
    assert str(few.outlook) == "Te weinig punten: er is 1 vergelijkbare meting, en er zijn er drie nodig."
    assert f"{few.outlook} {few.more[0]}" in under(_monitor(board), "Doelen en metingen")
    later = [Measured(Decimal(n), date(year, 12, 31), "opgave") for year, n in ((2024, 474), (2025, 352))]
    figures.record_observations(target=made, measured=later, by=noor)
    page = target_page(noor, made.public_id).expectation
    said = under(_monitor(board), "Doelen en metingen")
    assert f"{page.outlook} {page.more[0]} {page.more[1]} Eind 2028: " in said
    assert str(page.rests_on[0]) in said


def test_targets_that_do_not_compare_are_said_so_in_the_report(board: Board) -> None:
    made = target(board, 100)
    other = replace(VALUES, label="woningen met een slecht label", value=Decimal(90))
    figures.set_target(commitment=made.commitment, values=other, by=board.people.noor)
    said = under(_monitor(board), "Doelen en metingen")
    assert (
        "K 1.10 “woningen met een slecht label” en “woningen met label E, F of G” tellen niet op dezelfde manier:"
        " wat wordt geteld verschilt."
    ) in said


def _monitor(board: Board) -> Report:
    return report_of(board.people.noor, board.round, ReportKind.MONITOR)


@pytest.mark.parametrize("kind", [ReportKind.MONITOR, ReportKind.EVALUATION])
def test_it_takes_the_place_of_what_was_reported_beside_the_number_in_the_text(board: Board, kind: ReportKind) -> None:
    report(board, text="Begonnen.", light="green", figures={"actual": 20.0, "as_of": "2027-08-31"})  # type: ignore[arg-type]
    assert [row[0] for row in _overview(board, kind)] == ["K 1.10 Bouwen"]
    made = target(board, 100)
    assert [row[0] for row in _overview(board, kind)] == ["K 1.10 woningen met label E, F of G"]
    figures.withdraw_target(target=made, seen_version=1, reason="Dubbel ingevoerd.", by=board.people.noor)
    assert [row[0] for row in _overview(board, kind)] == ["K 1.10 Bouwen"]


def _overview(board: Board, kind: ReportKind) -> list[list[str]]:
    return [[words_of(cell) for cell in row] for row in charts(board, kind)[OVERVIEW].table.rows]


def test_who_may_not_see_the_agreement_sees_no_target(board: Board) -> None:
    number = target(board).commitment.public_id
    assert list(series_for(board.people.bas, [number])) == [number]
    assert series_for(board.people.carla, [number]) == {}


def letter(board: Board) -> list[str]:
    found = headings(report_of(board.people.noor, board.round, ReportKind.COUNCIL_LETTER))
    return found[found.index("Nieuw voor 2028") + 1 : found.index("Bijlagen")]


def unasked(board: Board) -> Commitment:
    """Return a commitment that the round does not ask about."""
    last = Commitment.objects.filter(agreement=board.agreement).order_by("-order")[0]
    board.round.items.filter(commitment=last).delete()
    return last


def test_a_commitment_without_a_year_is_for_the_year_that_its_heading_names(board: Board) -> None:
    last = Commitment.objects.filter(pk=unasked(board).pk)
    last.update(year=None, code="K 3.7", title="Onderzoek naar lasten", heading="Kaderafspraken 2027 tot 2028")
    assert letter(board) == []
    last.update(heading="Wat partijen in 2028 willen bereiken")
    assert letter(board) == ["K 3.7 Onderzoek naar lasten"]


def test_what_this_year_has_too_is_not_new_whatever_its_code(board: Board) -> None:
    first = first_commitment(board.agreement)
    Commitment.objects.filter(pk=unasked(board).pk).update(year=2028, code="J 9", text=first.text, title=first.title)
    assert letter(board) == []
