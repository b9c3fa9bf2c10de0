"""Small rooms: a file that can be read at one sitting, a function that fits a screen."""

from __future__ import annotations

from pathlib import Path

from tests.house.source import ROOT, functions, modules, name_of, tree

LONGEST_FILE = 400
LONGEST_FUNCTION = 50
HOMES = ("src/samenspraak", "tests", "bench", "scripts")


def everything() -> list[Path]:
    """Return all Python files that people write."""
    return [path for home in HOMES for path in modules(ROOT / home)]


def test_a_file_stays_small() -> None:
    lines = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in everything()}
    assert {name: count for name, count in lines.items() if count > LONGEST_FILE} == {}


def test_a_function_stays_small() -> None:
    lengths = {
        (name_of(path), function.name): function.end_lineno - function.lineno + 1
        for path in everything()
        for function in functions(tree(path))
        if function.end_lineno
    }
    assert {place: length for place, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_no_file_is_named_for_having_no_subject() -> None:
    assert [name_of(p) for p in everything() if p.stem in {"utils", "util", "helpers", "common", "misc"}] == []
