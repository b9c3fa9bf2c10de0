from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from samenspraak.config.cli import help_texts, program
from samenspraak.config.cli.arguments import COMMANDS, PlainParser


def run(*arguments: str) -> int:
    """Return the exit status, also of what leaves the program at once."""
    try:
        return program.main(arguments)
    except SystemExit as end:
        return int(end.code or 0)


def test_the_overview_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    shown = capsys.readouterr().out
    assert [command for command in COMMANDS if not re.search(rf"^  {command}\b", shown, re.MULTILINE)] == []


@pytest.mark.parametrize("texts", [help_texts.DUTCH, help_texts.ENGLISH], ids=["nl", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_explains_every_option(command: str, texts: dict[str, str]) -> None:
    parser = PlainParser(command)
    COMMANDS[command](parser)
    options = {name for action in parser._actions for name in action.option_strings} - {"-h", "--help"}
    assert {name for name in options if name not in texts[command]} == set()
    assert f"samenspraak {command}" in texts[command]


@pytest.mark.parametrize("texts", [help_texts.DUTCH, help_texts.ENGLISH], ids=["nl", "en"])
def test_no_line_of_help_is_wider_than_a_terminal(texts: dict[str, str]) -> None:
    assert max(len(line) for text in texts.values() for line in text.splitlines()) <= 115


def test_help_is_dutch_unless_english_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run("extract", "--help")
    assert "Gebruik:" in capsys.readouterr().out
    monkeypatch.setenv("SAMENSPRAAK_LANG", "en_GB")
    run("extract", "--help")
    assert "Usage:" in capsys.readouterr().out


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"Samenspraak {version('samenspraak')}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "er ontbreekt iets: OPDRACHT"),
        (["lees"], "dit ken ik niet: lees"),
        (["extract"], "er ontbreekt iets: BESTAND"),
        (["extract", "a", "--format", "xml"], "--format kan niet 'xml' zijn; kies uit 'json', 'table'"),
        (["extract", "a", "--snel"], "dit ken ik niet: --snel"),
        (["extract", "a", "--processes", "0"], "--processes kan niet '0' zijn"),
        (["extract", "a", "--output"], "achter --output ontbreekt iets"),
        (["serve", "--port", "99999"], "--port kan niet '99999' zijn"),
        (["confirm", "De Linde"], "er ontbreekt iets: --kind"),
        (["demo", "extra"], "dit ken ik niet: extra"),
    ],
)
def test_a_wrong_command_is_one_dutch_sentence_and_status_two(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert run(*arguments) == 2
    (sentence,) = capsys.readouterr().err.splitlines()
    assert words in sentence
    assert "--help (E502)" in sentence


LOADED = """
import sys
from samenspraak.config.cli import program
try:
    program.main(sys.argv[1:])
except SystemExit:
    pass
print(*sys.modules, file=sys.stderr)
"""


@pytest.mark.slow  # a fresh process
@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["--help"], {"django", "lxml", "pypdfium2", "pydantic", "rich", "PIL", "multiprocessing"}),
        (["extract", "weg.txt"], {"django", "pydantic", "rich", "multiprocessing", "sqlite3"}),
    ],
)
def test_a_command_loads_no_more_than_it_needs(tmp_path: Path, arguments: list[str], absent: set[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert set(done.stderr.split()) & absent == set()
