"""On request a report tells who changed what when; its charts are kept as they were drawn."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from samenspraak.apps.agreements.models import Agreement, CommitmentVersion
from samenspraak.apps.agreements.revisions import actions as revisions
from samenspraak.apps.monitoring import actions as monitoring
from samenspraak.apps.monitoring.queries import earlier_rounds, events_in
from samenspraak.apps.reports import actions, queries
from samenspraak.apps.reports.composing import frozen, thawed
from samenspraak.apps.reports.drafts import report_of
from samenspraak.apps.reports.models import Edition, ReportKind
from samenspraak.apps.reports.pages import FORMATS
from samenspraak.core.composition.annex import TITLE
from samenspraak.core.composition.tree import Chart, Figure
from samenspraak.engines.writers import charts
from tests.apps.cast import first_commitment
from tests.apps.monitoring.board import DUE, Board, adopted, report, tertial
from tests.core.composition.reading import headings, tables, words_of
from tests.engines.writers.reports.sample import sample

MONITOR = ReportKind.MONITOR


def changed(board: Board) -> None:
    revisions.revise_commitment(
        commitment=first_commitment(board.agreement),
        values={"title": "Bouwen bij het station"},
        seen=1,
        nature=CommitmentVersion.Nature.CORRECTION,
        reason="De titel ontbrak.",
        by=board.people.noor,
    )


def history(board: Board) -> list[list[str]]:
    found = report_of(board.people.noor, board.round, MONITOR, with_history=True)
    assert headings(found)[-1] == TITLE
    return tables(found).get("Wie wat wanneer heeft veranderd", [])


def test_the_annex_tells_who_changed_what_in_the_round_and_in_the_register(board: Board) -> None:
    report(board, text="De bouw is begonnen.", light="green")
    report(board, seen_version=1, text="De bouw ligt stil.", light="red", next_step="een andere aannemer zoeken")
    monitoring.react(
        item=board.building, party=board.tenants, text="Wij maken ons zorgen.", light="red", by=board.hanna
    )
    monitoring.settle_item(item=board.building, light="amber", text="Er komt een plan.", by=board.people.noor)
    changed(board)
    rows = history(board)
    assert [row[1] for row in rows] == ["Noor", "Noor", "Hanna", "Bas", "Bas"]
    assert all("K 1.10" in row[2] for row in rows)
    assert "“Bouwen bij het station”. Reden: De titel ontbrak." in rows[0][3]
    assert "Stand naar vraagt actie. “Er komt een plan.”" in rows[1][3]
    assert "“Wij maken ons zorgen.”" in rows[2][3]
    assert "Stand van op schema naar loopt achter. “De bouw ligt stil.”. “een andere aannemer zoeken”" in rows[3][3]
    assert "Stand naar op schema. “De bouw is begonnen.”" in rows[4][3]


def test_nobody_asked_and_nothing_happened(board: Board) -> None:
    assert TITLE not in headings(report_of(board.people.noor, board.round, MONITOR))
    assert history(board) == []


def test_an_edition_with_the_annex_keeps_it(board: Board) -> None:
    report(board, text="De bouw is begonnen.", light="green")
    edition = actions.adopt_edition(
        about=board.round, kind=MONITOR, seen_version=0, with_history=True, by=board.people.noor
    )
    content = queries.edition_file(board.people.noor, edition.public_id, "html").content.decode()
    assert "Bas" in content
    assert TITLE in content


def test_a_round_is_told_beside_those_before_it_as_they_were_adopted(board: Board) -> None:
    report(board, text="De bouw is begonnen.", light="green", figures={"actual": 20.0, "as_of": "2027-08-31"})  # type: ignore[arg-type]
    adopted(board)
    later = monitoring.open_round(agreement=board.agreement, period=tertial(2027, 3), due_on=DUE, by=board.people.noor)
    monitoring.report_progress(
        item=later.items.get(commitment__code="K 1.10"),
        party=board.association,
        report=monitoring.Report(text="De bouw ligt stil.", light="red", figures={"actual": 35.0, "expected": 70.0}),
        seen_version=0,
        by=board.people.bas,
    )
    found = report_of(board.people.bas, later, MONITOR)
    shown = {block.title: block for block in found.blocks if isinstance(block, Chart)}
    course = [[words_of(cell) for cell in row] for row in shown["Stand door de rondes heen"].table.rows]
    assert [row[0] for row in course] == ["Tweede tertiaal 2027", "Derde tertiaal 2027"]
    measured = [[words_of(cell) for cell in row] for row in shown["Doelen en wat is gemeten"].table.rows]
    assert measured == [["K 1.10 Bouwen", "ten minste 80 woningen", "35 woningen", "31 december 2027", "70 woningen"]]
    over_time = [[words_of(cell) for cell in row] for row in shown["K 1.10 Bouwen: doel en meting"].table.rows]
    assert ["31 augustus 2027", "20 woningen", ""] in over_time
    assert any("Vorige ronde: op schema." in row[5] for rows in tables(found).values() for row in rows if len(row) == 7)
    assert earlier_rounds(board.people.bas, board.round.public_id) == ()


@pytest.mark.slow  # draws
def test_what_was_drawn_is_never_drawn_again(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = actions.adopt_edition(about=board.round, kind=MONITOR, seen_version=0, by=board.people.noor)
    first = queries.edition_file(board.people.noor, edition.public_id, "docx").content

    def other(_drawing: str) -> str:
        raise AssertionError("an edition was drawn again")

    monkeypatch.setattr(charts, "_scalable", other)
    assert queries.edition_file(board.people.noor, edition.public_id, "docx").content == first
    assert "svg" in json.dumps(Edition.objects.get().report)


@pytest.mark.slow  # draws
def test_a_report_comes_back_from_its_edition_as_it_went_in() -> None:
    value, _sha256 = frozen(sample())
    back = thawed(json.loads(json.dumps(value)))
    assert [type(block) for block in back.blocks].count(Figure) == 2
    assert back == charts.with_pictures(sample())


def test_the_history_and_the_rounds_are_read_in_a_bounded_number_of_queries(
    board: Board, django_assert_max_num_queries: Callable[..., object]
) -> None:
    report(board, text="De bouw is begonnen.", light="green")
    changed(board)
    with django_assert_max_num_queries(58):  # type: ignore[attr-defined]
        report_of(board.people.noor, board.round, MONITOR, with_history=True)
    with django_assert_max_num_queries(7):  # type: ignore[attr-defined]
        events_in(board.people.noor, [board.round.public_id])


@pytest.mark.slow  # draws, and lays out a PDF
@pytest.mark.parametrize("kind", [kind for kind in ReportKind if kind is not ReportKind.ACCOUNT])
def test_a_round_in_which_nobody_said_anything_is_a_report_all_the_same(board: Board, kind: ReportKind) -> None:
    Agreement.objects.update(kind=Agreement.Kind.REGIONAL)
    for form in FORMATS:
        assert queries.draft_file(board.people.noor, board.round.public_id, kind, form).content
    page = queries.draft_file(board.people.noor, board.round.public_id, kind, "html").content.decode()
    assert "None" not in page
