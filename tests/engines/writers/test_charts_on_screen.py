"""A chart on a dark screen: every colour of its frame is named, and is what the screen has."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest
from lxml import etree

from samenspraak.core.composition.charts.lights import lights_chart
from samenspraak.core.composition.look import LIGHTS
from samenspraak.core.vocabulary.traffic_light import TrafficLight
from samenspraak.engines.writers.charts import drawn
from samenspraak.engines.writers.charts_on_screen import (
    IN_THE_DARK,
    PAPER_IN_THE_DARK,
    address_for_screen,
    for_screen,
)
from tests.core.composition.test_charts import HOMES, WORDS, series_chart, targets_chart

pytestmark = pytest.mark.slow  # starts the machine that draws
TOKENS = Path(__file__).parents[3] / "src" / "samenspraak" / "web" / "design" / "static" / "design" / "tokens.css"
ALL = dict.fromkeys([*TrafficLight, None], 5)


def pictures() -> list[str]:
    charts = (lights_chart("Stand", "Thema", [("Bouwen", ALL)], WORDS), targets_chart("Doelen", [HOMES]))
    return [drawn(chart).svg for chart in (*charts, series_chart(HOMES)) if chart]


def test_every_colour_turns_or_is_that_of_a_light() -> None:
    stay = {"none", "#ffffff", *(colour for look in LIGHTS.values() for colour in (look.fill, look.on_fill))}
    for svg in pictures():
        used = {one.get(part) for one in etree.fromstring(svg.encode()).iter() for part in ("fill", "stroke")} - {None}
        assert used <= stay | set(IN_THE_DARK)
    assert not set(IN_THE_DARK) & stay, "letters on a light stay as they are"


def test_the_picture_is_the_same_but_for_one_rule_before_it() -> None:
    svg = pictures()[0]
    shown = for_screen(svg)
    assert re.sub("<style>.*</style>", "", shown) == svg
    root = etree.fromstring(shown.encode())
    assert [child.tag.rpartition("}")[2] for child in root][:2] == ["style", "rect"]
    address = address_for_screen(svg)
    assert base64.b64decode(address.partition(",")[2]).decode() == shown


def test_the_dark_colours_are_those_of_the_screen() -> None:
    dark = TOKENS.read_text(encoding="utf-8").partition("prefers-color-scheme: dark")[2]
    named = {PAPER_IN_THE_DARK, *(colour for light, colour in IN_THE_DARK.items() if light != "#b9d5de")}
    assert all(colour in dark for colour in named)
