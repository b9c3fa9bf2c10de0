from __future__ import annotations

import pytest

from samenspraak.engines.knowledge.compounds import CompoundSplitter

WORDS = "huur verhoging beleid woning bouw programma stad deel raad zorg hond hok het een verhogingsbeleid".split()
SPLITTER = CompoundSplitter(dict.fromkeys(WORDS, 5.0) | {"zwam": 1.0})


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("huurverhoging", ("huur", "verhoging")),
        ("woningbouwprogramma", ("woning", "bouw", "programma")),
        ("stadsdeelraad", ("stad", "deel", "raad")),
        ("hondenhok", ("hond", "hok")),
        ("huurverhogingsbeleid", ("huur", "verhogingsbeleid")),
    ],
)
def test_a_compound_falls_apart_into_its_words(word: str, parts: tuple[str, ...]) -> None:
    assert SPLITTER.split(word) == parts


@pytest.mark.parametrize(
    "word", ["huur", "huurxverhoging", "hethok", "huureen", "zwamhok", "huur-beleid", "", "huurhuurhuurhuurhuur"]
)
def test_what_is_no_compound_is_not_split(word: str) -> None:
    assert SPLITTER.split(word) is None


def test_heads_are_the_places_after_a_row_of_parts() -> None:
    assert {cut.place for cut in SPLITTER.heads("huurverhogingsbe")} == {0, 4, 13, 14}


def test_tails_are_the_places_before_a_closing_part() -> None:
    assert {cut.place for cut in SPLITTER.tails("gingsbeleid")} == {11, 5, 4}


def test_a_short_part_must_be_very_common() -> None:
    splitter = CompoundSplitter({"dak": 5.0, "arl": 3.0, "lijst": 4.0})
    assert splitter.is_part("dak")
    assert not splitter.is_part("arl")
    assert splitter.split("arllijst") is None
