"""The traffic light in a table's row: the colour of a cell, or the word in it. Never a guess."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Sequence

from samenspraak.core.extraction.source import Cell
from samenspraak.core.vocabulary.traffic_light import TrafficLight

LEAST_SATURATION = 0.18  # below this a colour is a tint of white or grey, which says nothing
WORDS = {
    TrafficLight.GREEN: re.compile(r"[🟢🟩✅]|\b(?:groen|op schema|gereed|afgerond|gedaan|behaald)\b", re.IGNORECASE),
    TrafficLight.AMBER: re.compile(
        r"[🟡🟠🟨🟧]|\b(?:geel|oranje|vraagt actie|vereist actie|aandacht)\b", re.IGNORECASE
    ),
    TrafficLight.RED: re.compile(
        r"[🔴🟥❌]|\b(?:rood|loopt achter|niet gestart|niet behaald|achterstand)\b", re.IGNORECASE
    ),
}
# Hues in degrees: where a person says red, amber (orange to yellow) and green.
HUES = (
    (0, 18, TrafficLight.RED),
    (18, 70, TrafficLight.AMBER),
    (70, 170, TrafficLight.GREEN),
    (335, 360, TrafficLight.RED),
)


def light_of(row: Sequence[Cell], column: int | None) -> TrafficLight | None:
    """Return the light in the column of ratings, or the one colour with which a row's cells are shaded."""
    if column is not None and column < len(row):
        return _colour(row[column].shading) or light_named(row[column].text)
    colours = {light for cell in row if (light := _colour(cell.shading))}
    return colours.pop() if len(colours) == 1 else None


def light_named(text: str) -> TrafficLight | None:
    """Return the light that a word or a coloured sign names; None where there is none or more than one."""
    named = [light for light, pattern in WORDS.items() if pattern.search(text)]
    return named[0] if len(named) == 1 else None


def _colour(shading: str | None) -> TrafficLight | None:
    """Return the light that a fill "#rrggbb" shows; None for white, grey, blue and what is no colour."""
    if not shading or not re.fullmatch(r"#[0-9a-fA-F]{6}", shading):
        return None
    red, green, blue = (int(shading[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    if saturation < LEAST_SATURATION or lightness > 0.97 or lightness < 0.08:
        return None
    degrees = hue * 360
    return next((light for low, high, light in HUES if low <= degrees < high), None)
