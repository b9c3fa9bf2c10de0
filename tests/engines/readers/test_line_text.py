"""A line's text is what a person sees of it; its origins say where each character stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.engines.readers.line_text import tidy


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("  Wij bouwen 30 woningen.  ", "Wij bouwen 30 woningen."),
        ("K 1.1\t\tSociale huur", "K 1.1 Sociale huur"),
        ("2.500\u00a0woningen", "2.500 woningen"),
        ("woning\u00adcorporatie", "woningcorporatie"),
        ("verduur\u00ad", "verduur-"),
        ("BES\u201101 en huur\u2010", "BES-01 en huur-"),
        ("\ufeffInleiding\u200b", "Inleiding"),
        ("a \u200b b", "a b"),
        ("\u200b", ""),
        (" \t ", ""),
        ("\x07Doel\x00", "Doel"),
    ],
)
def test_a_line_is_tidied(raw: str, text: str) -> None:
    assert tidy(raw).text == text


def test_a_straight_line_needs_no_origins() -> None:
    tidied = tidy("  zes woningen ", start=100)
    assert (tidied.start, tidied.end, tidied.origins) == (102, 114, None)


def test_a_no_break_space_keeps_the_line_straight() -> None:
    assert tidy("30\u00a0procent").origins is None


def test_a_gap_is_placed_where_it_begins() -> None:
    assert tidy("a\t\tb", start=10).origins == (10, 11, 13)


def test_an_empty_line_has_a_place_and_no_length() -> None:
    tidied = tidy("   ", start=7)
    assert (tidied.start, tidied.end) == (7, 7)


@given(st.text(alphabet=st.sampled_from("aé1 \t\u00a0\u00ad\u2011\u200b\x02-")), st.integers(0, 1000))
def test_every_character_stands_where_its_origin_says(raw: str, start: int) -> None:
    tidied = tidy(raw, start)
    origins = tidied.origins or tuple(range(tidied.start, tidied.end))
    assert len(origins) == len(tidied.text)
    for character, origin in zip(tidied.text, origins, strict=True):
        original = raw[origin - start]
        assert original == character or original.isspace() or (original in "\u00ad\u2011" and character == "-")
