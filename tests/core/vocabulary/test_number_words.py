"""Dutch number words and ordinals."""

from __future__ import annotations

import pytest

from samenspraak.core.vocabulary.number_words import number_word, ordinal_word


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("een", 1), ("één", 1), ("Twee", 2), ("acht", 8), ("elf", 11), ("achttien", 18), ("tachtig", 80),
        ("eenentwintig", 21), ("tweeëndertig", 32), ("negenennegentig", 99), ("honderd", 100), ("honderdtwaalf", 112),
        ("honderdentwaalf", 112), ("tweehonderdvijftig", 250), ("twaalfhonderd", 1200), ("duizend", 1000),
        ("vijftienduizend", 15000), ("anderhalve", 1.5), ("tweeënhalf", 2.5),
    ],
)  # fmt: skip
def test_a_number_word_has_a_value(word: str, value: float) -> None:
    assert number_word(word) == value


@pytest.mark.parametrize("word", ["honderden", "tientallen", "paar", "enkele", "tweede", "woning", "", "eens"])
def test_another_word_has_no_value(word: str) -> None:
    assert number_word(word) is None


@pytest.mark.parametrize(
    ("word", "rank"), [("eerste", 1), ("Derde", 3), ("4e", 4), ("1ste", 1), ("3de", 3), ("12e", 12)]
)
def test_an_ordinal_has_a_rank(word: str, rank: int) -> None:
    assert ordinal_word(word) == rank


@pytest.mark.parametrize("word", ["laatste", "3", "e", "drie", "123e", ""])
def test_another_word_has_no_rank(word: str) -> None:
    assert ordinal_word(word) is None
