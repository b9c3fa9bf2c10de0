"""Units are typed and shown in the language of the screen, and kept as codes."""

from __future__ import annotations

import pytest
from django.utils import translation

from samenspraak.web.design.units import unit_name, unit_of_name

NAMES = [
    ("nl", "dwelling", "woningen"),
    ("nl", "percent", "procent"),
    ("nl", "EUR/month", "euro per maand"),
    ("nl", "times/year", "keer per jaar"),
    ("nl", "standplaatsen", "standplaatsen"),
    ("nl", "", ""),
    ("en", "dwelling", "dwellings"),
    ("en", "percent", "percent"),
]


@pytest.mark.parametrize(("language", "unit", "name"), NAMES)
def test_a_unit_is_shown_in_words_and_comes_back_as_it_was(language: str, unit: str, name: str) -> None:
    with translation.override(language):
        assert unit_name(unit) == name
        assert unit_of_name(unit_name(unit)) == unit


def test_capitals_and_spaces_do_not_matter() -> None:
    with translation.override("nl"):
        assert unit_of_name("  Euro  per maand ") == "EUR/month"
