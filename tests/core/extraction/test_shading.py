"""The traffic light in a row of a table: a colour or a word, and never a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.extraction.shading import light_of
from samenspraak.core.extraction.source import Cell
from samenspraak.core.vocabulary.traffic_light import TrafficLight

GREEN, AMBER, RED = TrafficLight.GREEN, TrafficLight.AMBER, TrafficLight.RED

COLOURS = [
    ("#00b050", GREEN),
    ("#92d050", GREEN),
    ("#c6efce", GREEN),
    ("#ffff00", AMBER),
    ("#ffc000", AMBER),
    ("#ed7d31", AMBER),
    ("#ff0000", RED),
    ("#c00000", RED),
    ("#FF0000", RED),
    ("#ffffff", None),
    ("#fffafa", None),
    ("#150000", None),
    ("#000000", None),
    ("#d9d9d9", None),
    ("#4472c4", None),
    ("#7030a0", None),
    ("red", None),
    ("#ff00", None),
    (None, None),
]
WORDS = [
    ("Groen", GREEN),
    ("op schema", GREEN),
    ("Afgerond", GREEN),
    ("geel", AMBER),
    ("vraagt actie", AMBER),
    ("ROOD", RED),
    ("loopt achter", RED),
    ("groen of rood", None),
    ("in uitvoering", None),
    ("vergroening", None),
    ("", None),
]


@pytest.mark.parametrize(("colour", "light"), COLOURS)
def test_a_fill_shows_a_light(colour: str | None, light: TrafficLight | None) -> None:
    assert light_of([Cell("", 0, 0, colour)], 0) == light


@pytest.mark.parametrize(("word", "light"), WORDS)
def test_a_word_names_a_light(word: str, light: TrafficLight | None) -> None:
    assert light_of([Cell(word, 0, len(word))], 0) == light


def test_a_colour_counts_more_than_the_word_in_it() -> None:
    assert light_of([Cell("groen", 0, 5, "#ff0000")], 0) is RED


def test_without_a_column_the_one_colour_of_the_row_counts() -> None:
    plain, green, red = Cell("a", 0, 1), Cell("b", 2, 3, "#00b050"), Cell("c", 4, 5, "#ff0000")
    assert light_of([plain, green, green], None) is GREEN
    assert light_of([green, red], None) is None
    assert light_of([plain], None) is None
    assert light_of([Cell("groen", 0, 5)], None) is None


def test_a_row_that_is_too_short_has_no_light() -> None:
    assert light_of([Cell("groen", 0, 5)], 3) is None
    assert light_of([], None) is None


@given(st.from_regex(r"#[0-9a-fA-F]{6}", fullmatch=True) | st.text(max_size=8))
def test_any_fill_is_a_light_or_nothing(colour: str) -> None:
    assert light_of([Cell("", 0, 0, colour)], 0) in {GREEN, AMBER, RED, None}
