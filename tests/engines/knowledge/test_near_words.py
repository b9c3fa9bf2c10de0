from __future__ import annotations

import pytest

from samenspraak.engines.knowledge.near_words import near_words

KNOWN = {"corporatie": 9, "corporaties": 4, "huurder": 3, "huurders": 12, "wijk": 2, "wijn": 1, "woning": 50}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("coporatie", ("corporatie", "corporaties")),  # a letter too few
        ("huurdesr", ("huurders", "huurder")),  # two letters changed places
        ("wonnig", ("woning",)),
        ("wijl", ("wijk", "wijn")),  # the commoner one first
        ("wij", ()),  # too short to guess
        ("iets heel anders", ()),
    ],
)
def test_the_nearest_word_comes_first(typed: str, meant: tuple[str, ...]) -> None:
    assert near_words(typed, KNOWN) == meant


def test_a_word_is_not_near_to_itself() -> None:
    assert "woning" not in near_words("woning", KNOWN)
