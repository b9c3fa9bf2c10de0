"""Small rooms: a file that can be read at one sitting, a function that fits a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house.source import ROOT, functions, modules, name_of, tree

LONGEST_FILE = 400
LONGEST_FUNCTION = 50
HOMES = ("src/samenspraak", "tests", "bench", "scripts")


def everything() -> list[Path]:
    """Return all Python files that people write."""
    return [path for home in HOMES for path in modules(ROOT / home)]


@pytest.mark.parametrize("path", everything(), ids=name_of)
def test_a_file_and_its_functions_stay_small(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_FILE, f"{name_of(path)} has {lines} lines"
    long = {f.name: f.end_lineno - f.lineno + 1 for f in functions(tree(path)) if f.end_lineno}
    assert {name: size for name, size in long.items() if size > LONGEST_FUNCTION} == {}


def test_no_file_is_named_for_having_no_subject() -> None:
    assert [name_of(p) for p in everything() if p.stem in {"utils", "util", "helpers", "common", "misc"}] == []
