from __future__ import annotations

import os
import stat
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from samenspraak.core.errors import SamenspraakError
from samenspraak.core.extraction.knowledge import ConfirmedOrganisation, Knowledge, OrganisationKind
from samenspraak.core.extraction.result import Extraction
from samenspraak.core.extraction.source import SourceText
from samenspraak.engines.intake import taking_in
from samenspraak.engines.intake.taking_in import Taken, take_in, take_in_bytes, try_to_take_in
from samenspraak.engines.intake.taking_in_many import result_of, take_in_many

TEXT = "De Linde bouwt in 2027 ten minste 80 woningen."
LINDE = ConfirmedOrganisation("De Linde", OrganisationKind.HOUSING_ASSOCIATION)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "brief.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_file_is_read_and_understood_with_a_word_on_how_far_it_is(letter: Path) -> None:
    said: list[tuple[str, int, int]] = []
    intake = take_in(letter, on_progress=lambda *steps: said.append(steps))
    assert intake.source.raw == TEXT
    assert said[-1] == ("begrijpen", 1, 1)
    assert said[0][0] == "lezen"


def test_bytes_give_what_the_file_gives(letter: Path) -> None:
    assert take_in_bytes(letter.read_bytes(), name="brief.txt") == take_in(letter)


def test_extraction_is_handed_the_organisations_that_people_confirmed(
    letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[Knowledge] = []
    understand = taking_in.extract

    def listen(source: SourceText, knowledge: Knowledge) -> Extraction:
        handed.append(knowledge)
        return understand(source, knowledge)

    monkeypatch.setattr(taking_in, "extract", listen)
    take_in(letter, organisations=(LINDE,))
    assert handed[0].organisations == (LINDE,)
    assert handed[0].municipalities


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("weg.txt", "E111"),
        ("", "E112"),
        ("n" * 300, "E113"),
        ("nul\x00.txt", "E111"),
        ("pipe", "E112"),
        ("leeg.txt", "E101"),
    ],
)
def test_what_is_no_readable_file_is_refused_with_a_code(tmp_path: Path, name: str, code: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "leeg.txt").touch()
    with pytest.raises(SamenspraakError) as refused:
        take_in(tmp_path / name)
    assert refused.value.code == code


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(letter: Path) -> None:
    letter.chmod(stat.S_IWUSR)
    with pytest.raises(SamenspraakError):
        take_in(letter)


def test_a_refusal_is_a_value_with_the_whole_sentence(tmp_path: Path) -> None:
    taken = try_to_take_in(tmp_path / "weg.txt")
    assert taken.intake is None
    assert taken.refusal is not None
    assert taken.refusal.message == "weg.txt: Dit bestand bestaat niet. Controleer de naam en de map. (E111)"
    assert taken.refusal.trace == ""


def test_a_fault_of_ours_keeps_its_trace_for_the_log(letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking_in, "extract", lambda *_given: 1 / 0)
    taken = try_to_take_in(letter)
    assert taken.refusal is not None
    assert taken.refusal.message == "brief.txt: ZeroDivisionError"
    assert "ZeroDivisionError" in taken.refusal.trace


@pytest.mark.slow  # starts processes, which is what it is about
def test_many_files_come_back_in_their_order_and_one_bad_file_stops_nobody(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(6)]
    for number, path in enumerate(paths):
        path.write_text("" if number == 2 else f"{number}. {TEXT}", encoding="utf-8")
    taken = list(take_in_many(paths, processes=2))
    assert [one.path for one in taken] == paths
    assert [one.refusal and one.refusal.code for one in taken] == [None, None, "E101", None, None, None]
    assert [one.intake and one.intake.source.raw[0] for one in taken] == ["0", "1", None, "3", "4", "5"]


def test_a_process_that_the_machine_stopped_is_a_refusal_of_its_file() -> None:
    future: Future[Taken] = Future()
    future.set_exception(BrokenProcessPool())
    taken = result_of(Path("groot.pdf"), future)
    assert taken.refusal is not None
    assert taken.refusal.code == "E114"
