"""`samenspraak report` writes a report of a round, or says in one sentence why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from samenspraak.apps.reports.actions import adopt_edition
from samenspraak.apps.reports.models import ReportKind
from samenspraak.config.cli import program
from samenspraak.core.extraction.source import Line
from samenspraak.engines.readers import read
from tests.apps.cast import People
from tests.apps.monitoring.board import Board, make_board, report


@pytest.fixture
def board(people: People) -> Board:
    return make_board(people)


def report_of(board: Board, *more: str) -> int:
    return program.main(["report", "monitor", "--agreement", str(board.agreement.public_id), *more])


@pytest.mark.parametrize("form", ["docx", "odt", "html"])
def test_the_monitor_is_written_as_a_file(board: Board, form: str, tmp_path: Path) -> None:
    report(board, text="De bouw is begonnen.", light="green")
    path = tmp_path / f"monitor.{form}"
    assert report_of(board, "--format", form, "--output", str(path)) == 0
    source = read(path)
    assert "De bouw is begonnen." in source.raw
    assert "Leeswijzer" in [item.text for item in source.flow if isinstance(item, Line)]


def test_an_adopted_edition_can_be_had_as_well(board: Board, tmp_path: Path) -> None:
    adopt_edition(about=board.round, kind=ReportKind.MONITOR, seen_version=0, by=board.people.noor)
    report(board, text="De bouw ligt stil.", light="red")
    path = tmp_path / "monitor.html"
    assert report_of(board, "--edition", "1", "--format", "html", "--output", str(path)) == 0
    assert "De bouw ligt stil." not in path.read_text(encoding="utf-8")


def account_of(name: str, *more: str) -> int:
    return program.main(["report", "account", "--organisation", name, "--year", "2027", *more])


def test_the_account_of_an_organisation_is_written_as_a_file(board: Board, tmp_path: Path) -> None:
    report(board, text="De bouw is begonnen.", light="green")
    path = tmp_path / "verantwoording.html"
    more = ["--as", board.people.bas.email, "--format", "html", "--history", "--output", str(path)]
    assert account_of("woonstichting de linde", *more) == 0
    page = path.read_text(encoding="utf-8")
    assert "De bouw is begonnen." in page
    assert "Bijlage: het verloop" in page


def test_an_account_of_others_is_refused_with_whose_one_may_make(
    board: Board, capsys: pytest.CaptureFixture[str]
) -> None:
    assert account_of("Waterhoven", "--as", board.people.bas.email) == 2
    assert "Dit zijn uw organisaties: Woonstichting De Linde." in capsys.readouterr().err
    assert program.main(["report", "account", "--year", "2027"]) == 2
    assert "--organisation NAAM" in capsys.readouterr().err


WRONG = [
    (["--round", "1999-1"], "Ronde 1999-1 is er niet. Deze zijn er: 2027-2."),
    (["--edition", "7"], "Uitgave 7 van dit verslag is er niet."),
    (["--as", "niemand@nergens.example"], "niemand@nergens.example"),
    (["--output", "/bestaat/niet/m.docx"], "kan niet worden geschreven"),
]


@pytest.mark.parametrize(("more", "message"), WRONG)
def test_what_cannot_be_written_says_why(
    board: Board, more: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report_of(board, *more) == 2
    assert message in capsys.readouterr().err


def test_who_is_no_party_finds_nothing(board: Board, capsys: pytest.CaptureFixture[str]) -> None:
    assert report_of(board, "--as", board.people.carla.email) == 2
    assert "niet inzien" in capsys.readouterr().err


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("number", ["geen-nummer", "6f1c0b0e-3f0d-4a70-9c4e-0f6a1d2b3c4d"])
def test_an_unknown_agreement_is_refused(number: str) -> None:
    assert program.main(["report", "monitor", "--agreement", number]) == 2
