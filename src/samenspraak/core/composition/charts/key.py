"""What the lines and shapes of a chart mean, drawn as the same marks: no word has to be looked up by colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from samenspraak.core.composition.charts.frame import ACCENT, BAND, INK, LETTER_WIDTH, LINE, MUTED, PAPER, Spec, label

LINE_HEIGHT = 22
_SAMPLE = 30  # a mark is as wide as this, with the space before its word
_BETWEEN = 18
_LONGEST_WORDS = 60


class Mark(StrEnum):
    """A kind of line or shape in a chart over time."""

    TARGET = "target"
    SIGNAL = "signal"
    MEASURED = "measured"
    PROVISIONAL = "provisional"
    PLANNED = "planned"
    UNKNOWN = "unknown"
    GAP = "gap"
    EXPECTED = "expected"
    BAND = "band"
    BREAK = "break"


# The same looks as in the chart itself: lines by their dashes, points by shape and filling.
RULES: dict[Mark, Spec] = {
    Mark.TARGET: {"stroke": INK, "strokeDash": [8, 4], "strokeWidth": 2},
    Mark.SIGNAL: {"stroke": MUTED, "strokeDash": [1, 3], "strokeWidth": 2},
    Mark.MEASURED: {"stroke": ACCENT, "strokeDash": [], "strokeWidth": 2.5},
    Mark.PROVISIONAL: {"stroke": ACCENT, "strokeDash": [], "strokeWidth": 2.5},
    Mark.PLANNED: {"stroke": MUTED, "strokeDash": [3, 3], "strokeWidth": 2},
    Mark.EXPECTED: {"stroke": ACCENT, "strokeDash": [2, 3], "strokeWidth": 2},
}
POINTS: dict[Mark, Spec] = {
    Mark.MEASURED: {"shape": "circle", "size": 80, "fill": ACCENT, "stroke": ACCENT},
    Mark.PROVISIONAL: {"shape": "circle", "size": 80, "fill": PAPER, "stroke": ACCENT, "strokeWidth": 2},
    Mark.PLANNED: {"shape": "square", "size": 110, "fill": PAPER, "stroke": MUTED, "strokeWidth": 1.5},
    Mark.EXPECTED: {"shape": "diamond", "size": 130, "fill": PAPER, "stroke": ACCENT, "strokeWidth": 1.5},
    Mark.BAND: {"shape": "square", "size": 260, "fill": BAND, "stroke": BAND},
    Mark.GAP: {"shape": "square", "size": 260, "fill": PAPER, "stroke": MUTED, "strokeDash": [4, 3]},
    Mark.UNKNOWN: {"shape": "square", "size": 260, "fill": LINE, "stroke": MUTED, "strokeDash": [2, 2]},
}
BREAK: Spec = {"stroke": INK, "strokeDash": [2, 2], "strokeWidth": 1.5}


@dataclass(frozen=True, slots=True)
class _Entry:
    mark: Mark
    words: str
    x: float
    y: float


def key(entries: Sequence[tuple[Mark, str]], width: int) -> Spec:
    """Return the entries from left to right on as many lines as they need."""
    placed = _placed(entries, width)
    layers: list[Spec] = []
    for one in placed:
        layers += _drawn(one)
    words = [{"x": one.x + _SAMPLE, "y": one.y, "text": one.words} for one in placed]
    return {
        "width": width,
        "height": placed[-1].y + LINE_HEIGHT / 2 if placed else 0,
        "layer": [
            *layers,
            {
                "data": {"values": words},
                "mark": {"type": "text", "align": "left", "baseline": "middle"},
                "encoding": {"x": _place("x"), "y": _place("y"), "text": {"field": "text"}},
            },
        ],
    }


def _placed(entries: Sequence[tuple[Mark, str]], width: int) -> list[_Entry]:
    found: list[_Entry] = []
    x, y = 0.0, LINE_HEIGHT / 2
    for mark, said in entries:
        words = label(said, min(_LONGEST_WORDS, int((width - _SAMPLE) / LETTER_WIDTH)))
        wide = _SAMPLE + len(words) * LETTER_WIDTH
        if found and x + wide > width:
            x, y = 0.0, y + LINE_HEIGHT
        found.append(_Entry(mark, words, x, y))
        x += wide + _BETWEEN
    return found


def _drawn(one: _Entry) -> list[Spec]:
    middle = {"x": one.x + _SAMPLE / 2 - 4, "y": one.y}
    found: list[Spec] = []
    if one.mark in RULES:
        ends = {"x": one.x, "x2": one.x + _SAMPLE - 8, "y": one.y}
        encoding = {"x": _place("x"), "x2": {"field": "x2"}, "y": _place("y")}
        found.append({"data": {"values": [ends]}, "mark": {"type": "rule", **RULES[one.mark]}, "encoding": encoding})
    if one.mark is Mark.BREAK:
        upright = {"x": middle["x"], "y": one.y - 9, "y2": one.y + 9}
        encoding = {"x": _place("x"), "y": _place("y"), "y2": {"field": "y2"}}
        found.append({"data": {"values": [upright]}, "mark": {"type": "rule", **BREAK}, "encoding": encoding})
    if one.mark in POINTS:
        mark = {"type": "point", "opacity": 1, **POINTS[one.mark]}
        found.append(
            {"data": {"values": [middle]}, "mark": mark, "encoding": {"x": _place("x"), "y": _place("y")}},
        )
    return found


def _place(field: str) -> Spec:
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}
