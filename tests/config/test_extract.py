from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from jsonschema import validate

from samenspraak.config.cli import program
from samenspraak.config.cli.intake_sentences import is_other_language
from samenspraak.engines.intake import taking_in
from tests.config.command import PROGRAM, samenspraak, surroundings

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/api/extract.schema.json").read_text(encoding="utf-8"))
NOTHING_IN_IT = "De gemeente en de corporatie zijn het eens over het belang van goed wonen."
ENGLISH = "The municipality and its partners hope that all who live here will find a place of their own. " * 5


@pytest.mark.slow  # the program as a person starts it
def test_the_json_of_one_file_is_the_published_object_and_nothing_else(letter: Path, tmp_path: Path) -> None:
    done = samenspraak("extract", letter, "--format", "json", folder=tmp_path)
    assert done.returncode == 0
    validate(json.loads(done.stdout), SCHEMA)


@pytest.mark.slow  # the program as a person starts it, where Dutch letters are not expected
def test_the_json_is_utf_8_whatever_the_machine_prefers(tmp_path: Path) -> None:
    (tmp_path / "coöperatie.txt").write_text("Samen", encoding="utf-8")
    done = samenspraak("extract", "coöperatie.txt", folder=tmp_path, PYTHONIOENCODING="ascii")
    assert '"name": "coöperatie.txt"' in done.stdout


@pytest.mark.slow  # several processes
def test_of_several_files_each_result_is_a_line_and_a_bad_one_stops_nobody(letter: Path, tmp_path: Path) -> None:
    done = samenspraak("extract", letter, "weg.pdf", letter, folder=tmp_path)
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [result["source"]["name"] for result in results] == ["brief.txt", "brief.txt"]
    assert done.returncode == 2
    assert "weg.pdf: " in done.stderr


@pytest.mark.usefixtures("understood")
def test_results_go_into_a_folder_without_overwriting_each_other(letter: Path, tmp_path: Path) -> None:
    (tmp_path / "twee").mkdir()
    for path, name in ((letter, "een"), (letter, "twee")):
        assert program.main(["extract", str(path), "--output", str(tmp_path / "uit" / name)]) == 0
    (result,) = (tmp_path / "uit" / "een").iterdir()
    assert result.name == "brief.json"
    validate(json.loads(result.read_text(encoding="utf-8")), SCHEMA)


@pytest.mark.slow  # several processes
def test_two_files_of_one_name_get_two_results(letter: Path, tmp_path: Path) -> None:
    (tmp_path / "ander").mkdir()
    (tmp_path / "ander" / "brief.txt").write_text("Iets anders.", encoding="utf-8")
    done = samenspraak("extract", letter, "ander/brief.txt", "--output", "uit", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == ["brief-2.json", "brief.json"]


def test_a_folder_that_cannot_be_made_is_one_sentence(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["extract", str(letter), "--output", str(letter / "uit")]) == 2
    assert capsys.readouterr().err.endswith("Kies een andere map. (E503)\n")


@pytest.mark.usefixtures("understood")
def test_the_table_is_for_reading(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["extract", str(letter), "--format", "table"]) == 0
    shown = capsys.readouterr().out
    for words in (
        "Prestatieafspraken Waterhoven (2026-2029)",
        "K 1.10",
        "Bouwen",
        "De Linde",
        "in 2027",
        "4 afspraken",
    ):
        assert words in shown
    assert "E601 Hier staat 80, daar 65. (bladzijde 1)" in shown


def test_a_table_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "brief\x1b[31m.txt"
    path.write_text("Titel \x1b]0;weg\x07 van het stuk", encoding="utf-8")
    assert program.main(["extract", str(path), "--format", "table"]) == 0
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err


@pytest.mark.parametrize(("text", "words"), [(NOTHING_IN_IT, "geen afspraken"), (ENGLISH, "niet Nederlands")])
def test_a_document_without_commitments_is_no_error_but_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, words: str
) -> None:
    path = tmp_path / "stuk.txt"
    path.write_text(text, encoding="utf-8")
    assert program.main(["extract", str(path)]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["commitments"] == []
    assert words in said.err


@pytest.mark.parametrize(
    ("text", "is_other"),
    [
        (ENGLISH, True),
        (NOTHING_IN_IT * 5, False),
        ("Kort stuk", False),
        ("", False),
        ("Die Gemeinde baut und wir alle auch. " * 9, True),
    ],
)
def test_another_language_is_told_by_the_small_words(text: str, *, is_other: bool) -> None:
    assert is_other_language(text) is is_other


def test_a_fault_of_ours_is_one_sentence_status_70_and_a_trace_in_the_log(
    letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(taking_in, "extract", lambda *_given: 1 / 0)
    monkeypatch.setenv("SAMENSPRAAK_DATA_DIR", str(tmp_path))
    assert program.main(["extract", str(letter)]) == 70
    said = capsys.readouterr()
    assert "ZeroDivisionError" in said.err
    assert "Traceback" not in said.err + said.out
    assert str(tmp_path / "samenspraak.log") in said.err
    assert "Traceback" in (tmp_path / "samenspraak.log").read_text(encoding="utf-8")


def test_ctrl_c_ends_with_130_and_one_word(
    letter: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(taking_in, "extract", interrupt)
    assert program.main(["extract", str(letter)]) == 130
    assert capsys.readouterr().err == "Afgebroken.\n"


@pytest.mark.slow  # two processes that are stopped half-way
def test_ctrl_c_stops_all_processes_without_a_trace(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(40)]
    for path in paths:
        path.write_text("De gemeente overlegt elk kwartaal met de corporatie.\n" * 4000, encoding="utf-8")
    # A machine that runs these tests in the background ignores Ctrl-C, and so would everything it starts.
    running = subprocess.Popen(
        ["env", "--default-signal=INT", PROGRAM, "extract", *paths, "--output", "uit"],
        cwd=tmp_path,
        env=surroundings(tmp_path),
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while not (tmp_path / "uit").exists() and running.poll() is None:
        time.sleep(0.05)
    time.sleep(0.3)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "Traceback" not in said


@pytest.mark.slow  # the program in a pipe
def test_whoever_stops_reading_early_gets_no_complaint(letter: Path, tmp_path: Path) -> None:
    running = subprocess.Popen(
        [PROGRAM, "extract", letter],
        cwd=tmp_path,
        env=surroundings(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout is not None
    running.stdout.close()
    _, said = running.communicate(timeout=30)
    assert running.returncode == 141
    assert b"Error" not in said
