"""A light is told by its shape and its word as well as by its colour: in black and white, and read aloud."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest
from django.utils import translation

import samenspraak.web.design
from samenspraak.web.design.templatetags.marks import light_mark

LIGHTS = ("green", "amber", "red", "grey", "")
ICONS = Path(samenspraak.web.design.__file__).parent / "static/design/icons.svg"


def shape(light: str) -> str:
    """Return how a light is drawn, without its name."""
    found = re.search(
        rf'<symbol id="light-{light or "unknown"}"[^>]*>(.*?)</symbol>', ICONS.read_text(encoding="utf-8")
    )
    assert found is not None
    return found[1]


def word(light: str) -> str:
    return re.sub(r"<[^>]*>", "", light_mark(light)).strip()


@pytest.mark.parametrize(("one", "other"), [*combinations(LIGHTS, 2)])
def test_no_two_lights_share_a_shape_or_a_word(one: str, other: str) -> None:
    assert shape(one) != shape(other)
    for language in ("nl", "en"):
        with translation.override(language):
            assert word(one) != word(other) != ""


@pytest.mark.parametrize("light", LIGHTS)
def test_a_shape_has_no_colour_of_its_own(light: str) -> None:
    assert not re.search(r'(?:fill|stroke)="(?!none|currentcolor)', shape(light), re.IGNORECASE)
