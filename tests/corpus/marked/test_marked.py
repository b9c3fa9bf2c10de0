"""Seventeen invented agreements in layouts for which there was no rule, as they are and in other clothes.

The documents were written and labelled before the rules were tried on them; what that gave stands in
docs/domain/extraction.md. A change that makes one of them worse is a change for the worse.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from samenspraak.core.extraction import extract
from samenspraak.engines.knowledge.loading import load_knowledge
from samenspraak.engines.readers import read_bytes
from tests.corpus.marked_text import read_marked
from tests.corpus.scoring import Score, score

DOCUMENTS = {path.stem[:3]: path for path in (Path(__file__).parent / "documents").iterdir()}
# F1 of the commitments, and the shares of parties, deadlines, quantities and themes; measured, less a little.
FLOORS = {
    "201": (0.99, 0.99, 0.99, 0.99, 0.99),
    "202": (0.96, 0.99, 0.99, 0.99, 0.75),  # running text: half of the headings name no theme
    "203": (0.99, 0.99, 0.99, 0.88, 0.99),
    "204": (0.99, 0.9, 0.99, 0.85, 0.99),
    "205": (0.99, 0.99, 0.99, 0.99, 0.99),
    "206": (0.99, 0.97, 0.99, 0.99, 0.99),
    "207": (0.99, 0.91, 0.99, 0.99, 0.99),
    "208": (0.99, 0.99, 0.99, 0.99, 0.89),
    "209": (0.99, 0.99, 0.99, 0.99, 0.99),
    "210": (0.99, 0.9, 0.99, 0.79, 0.99),
    "211": (0.99, 0.99, 0.99, 0.99, 0.99),
    "212": (0.96, 0.99, 0.99, 0.99, 0.99),
    "213": (0.99, 0.9, 0.94, 0.88, 0.99),  # in words, only dwellings, people and money are counted
    "214": (0.99, 0.99, 0.99, 0.92, 0.99),
    "215": (0.99, 0.96, 0.99, 0.85, 0.99),
    "216": (0.85, 0.99, 0.79, 0.99, 0.9),  # a letter: "onze wijkbeheerders" are not its writer
    "217": (0.92, 0.76, 0.99, 0.99, 0.76),
}

pytestmark = pytest.mark.slow  # whole documents are read


def with_bullets(mark: str) -> Callable[[str], str]:
    """Return what puts another sign before the items of a list."""
    return lambda text: re.sub(r"^[-•] ", f"{mark} ", text, flags=re.MULTILINE)


def on_pages(text: str) -> str:
    """Cut a text into pages of fifteen lines, each with a running head and a number."""
    lines = text.split("\n")
    pages = [lines[start : start + 15] for start in range(0, len(lines), 15)]
    return "\f".join(
        "\n".join(["Woonafspraken in de regio", "", *page, "", f"Pagina {n} van 9"]) for n, page in enumerate(pages, 1)
    )


VARIATIONS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "en dashes": with_bullets("–"),
    "squares": with_bullets("▪"),
    "ticks": with_bullets("✓"),
    "indented": lambda text: re.sub(r"^(?=\S)", "    ", text, flags=re.MULTILINE),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "pages": on_pages,
    "more white space": lambda text: text.replace("\n\n", "\n\n\n\n"),
}


@cache
def result(name: str, variation: str = "as it is") -> Score:
    """Read a document in one of its forms, and score it."""
    text, register = read_marked(DOCUMENTS[name])
    source = read_bytes(VARIATIONS[variation](text).encode(), name=f"{name}.txt")
    return score(extract(source, load_knowledge()).commitments, register)


def test_every_document_has_floors() -> None:
    assert DOCUMENTS.keys() == FLOORS.keys()


@pytest.mark.parametrize("name", FLOORS)
def test_the_commitments_are_found_and_no_others(name: str) -> None:
    found = result(name)
    told = [*(f"missed: {text}" for text in found.missed), *(f"false: {text}" for text in found.false)]
    assert found.f1 >= FLOORS[name][0], "\n".join(told)


@pytest.mark.parametrize(("place", "field"), [(1, "parties"), (2, "deadline"), (3, "quantity"), (4, "theme")])
@pytest.mark.parametrize("name", FLOORS)
def test_the_fields_of_what_is_found_agree(name: str, place: int, field: str) -> None:
    found = result(name)
    told = [remark for remark in found.remarks if remark.startswith(field[:5])]
    assert getattr(found, field).value >= FLOORS[name][place], "\n".join(told)


@pytest.mark.parametrize("name", FLOORS)
def test_every_code_and_title_is_as_printed(name: str) -> None:
    assert (result(name).code.value, result(name).title.value) == (1.0, 1.0), "\n".join(result(name).remarks)


@pytest.mark.parametrize("variation", VARIATIONS)
@pytest.mark.parametrize("name", FLOORS)
def test_another_form_of_the_same_text_gives_the_same_commitments(name: str, variation: str) -> None:
    found = result(name, variation)
    assert found.f1 >= FLOORS[name][0], "\n".join([*found.missed, *found.false])
