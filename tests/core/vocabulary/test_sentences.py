"""Running text cut into sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.vocabulary.sentences import sentences_of

TEXTS = [
    ("Wij bouwen. Wij slopen.", ["Wij bouwen.", "Wij slopen."]),
    ("Er zijn ca. 30 woningen. Meer niet!", ["Er zijn ca. 30 woningen.", "Meer niet!"]),
    ("Dit is m.b.t. Wonen en d.d. 3 mei.", ["Dit is m.b.t. Wonen en d.d. 3 mei."]),
    ("Zie artikel 3.2 en 2.250 woningen.", ["Zie artikel 3.2 en 2.250 woningen."]),
    ("Een regel\nloopt door.", ["Een regel loopt door."]),
    ("Een regel\n\nloopt door.", ["Een regel loopt door."]),
    ("Van de\n\nWoningen telt dit.", ["Van de Woningen telt dit."]),
    ("Kop\n\nEen zin.", ["Kop", "Een zin."]),
    ("Lijst:\n• een\n• twee", ["Lijst:", "• een", "• twee"]),
    ("Lijst: • een • twee", ["Lijst:", "een", "twee"]),
    ("Hij zei: 'Kom.' Toen ging hij.", ["Hij zei: 'Kom.'", "Toen ging hij."]),
    ("", []),
    (" \n\t\n ", []),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_a_text_is_cut_after_its_full_stops_and_list_items(text: str, expected: list[str]) -> None:
    assert sentences_of(text) == expected


def test_what_is_too_long_for_a_sentence_is_cut_at_a_space() -> None:
    pieces = sentences_of("woord " * 1000)
    assert max(map(len, pieces)) <= 1000
    assert " ".join(pieces).split() == ["woord"] * 1000


@given(st.text(alphabet="ab. \n•A1", max_size=200) | st.text(max_size=300))
def test_no_word_is_lost(text: str) -> None:
    bullets = str.maketrans("", "", "•▪◦●○■□➢")
    assert "".join("".join(sentences_of(text)).translate(bullets).split()) == "".join(text.translate(bullets).split())
