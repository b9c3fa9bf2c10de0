"""The short cuts of a search find what the whole search finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.vocabulary.hints import figure_starts, has_any, matches_after, matches_at
from samenspraak.core.vocabulary.theme_finder import PATTERNS, STEMS, themes_named

TEXTS = st.text(alphabet="012 .,-/€aE", max_size=30)
WORDS = sorted({word for stems in STEMS.values() for word in re.findall(r"[a-z₂]+", stems)})
HEADINGS = st.lists(st.sampled_from([*WORDS, "woon", "ing", "en", "de"]), max_size=6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("elk kwartaal", True), ("per jaar", True), ("elk uur", False), ("", False)],
)
def test_one_of_the_parts_is_enough(text: str, *, expected: bool) -> None:
    assert has_any(text, ("jaar", "kwart")) is expected


@pytest.mark.parametrize(
    ("text", "starts"),
    [("op 3 mei 2026", [3, 9]), ("K3, 1.250 en 12-5", [4, 13]), ("(2026)", [1]), ("geen", [])],
)
def test_a_figure_starts_where_nothing_is_written_against_it(text: str, starts: list[int]) -> None:
    assert figure_starts(text) == starts


@given(TEXTS)
def test_a_search_at_the_figures_finds_what_a_search_everywhere_does(text: str) -> None:
    everywhere = re.compile(r"(?<![\w.,/-])[0-9]+(?:-[0-9]+| [0-9])")
    at_figures = re.compile(r"[0-9]+(?:-[0-9]+| [0-9])")
    found = [match.span() for match in matches_at(at_figures, text, figure_starts(text))]
    assert found == [match.span() for match in everywhere.finditer(text)]


@given(TEXTS)
def test_a_search_after_a_first_character_finds_what_a_search_everywhere_does(text: str) -> None:
    pattern = re.compile(r"(?<!,)(?:€ ?)?[0-9]{1,2}(?![0-9])")
    found = [match.span() for match in matches_after(re.compile("[€0-9]"), pattern, text)]
    assert found == [match.span() for match in pattern.finditer(text)]


@given(HEADINGS, st.sampled_from(["", " ", "-", ", "]))
def test_no_theme_is_passed_over(words: list[str], between: str) -> None:
    heading = between.join(words)
    assert set(themes_named(heading)) == {theme for theme, pattern in PATTERNS.items() if pattern.search(heading)}


def test_every_stem_names_its_theme() -> None:
    for theme, stems in STEMS.items():
        for stem in re.sub(r"\(\?:(\w+)\|\w+\)", r"\1", stems).split("|"):
            words = stem.replace(r"\w*", "").replace(r"\w+", "en").replace(r"\S*", "").replace("?", "")
            assert theme in themes_named(f"Over {words.upper()}.")
