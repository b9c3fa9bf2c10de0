"""Every class in a style sheet is used by some page: what nothing uses is gone."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

WEB = Path(__file__).parents[2] / "src/samenspraak/web"
SHEETS = sorted(WEB.glob("**/static/**/*.css"))
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ADDRESS = re.compile(r"url\([^)]*\)|\"[^\"]*\"")


def classes_of(css: str) -> set[str]:
    """Return the classes that the selectors of a style sheet name."""
    bare = _ADDRESS.sub("", _COMMENT.sub("", css))
    selectors = re.findall(r"([^{};]+)\{", bare)
    return {name for selector in selectors for name in re.findall(r"\.([a-z][\w-]*)", selector)}


@cache
def pages() -> str:
    """Return all that a class can be written in: templates, scripts, and Python that makes markup."""
    kinds = ("**/*.html", "**/*.js", "**/*.py")
    files = [path for kind in kinds for path in WEB.glob(kind) if ".min." not in path.name]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def is_used(name: str, text: str) -> bool:
    """Whether a class is written somewhere, whole or as a beginning that a value completes (light--{})."""
    if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
        return True
    stem = re.match(r"(.+(?:--|__))", name)
    return stem is not None and re.search(rf"(?<![\w-]){re.escape(stem[1])}\$?\{{", text) is not None


def test_the_reading_of_a_style_sheet_knows_classes_from_numbers_and_addresses() -> None:
    css = '.a .b--c:hover > i, .d::before { margin: .5rem; background: url("x.svg"); } @media print { .e { top: 0 } }'
    assert classes_of(css) == {"a", "b--c", "d", "e"}
    assert is_used("light--red", 'class="light light--{}"')
    assert not is_used("card", 'class="card-wide"')


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_every_class_of_a_style_sheet_is_used(sheet: Path) -> None:
    names = classes_of(sheet.read_text(encoding="utf-8"))
    assert {name for name in names if not is_used(name, pages())} == set()
