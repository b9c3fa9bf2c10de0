"""What all charts share: letters, lines, and how a specification becomes text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from samenspraak.core.composition.cleaning import writable

# Not quite the ink of letters on a light (look.py): on a dark screen this one turns, and that one stays.
INK = "#17222c"
# The ground of an open point and of a number in the picture; not quite white, so that it turns as well.
PAPER = "#fefefe"
MUTED = "#4a5a68"
LINE = "#d5dce1"
ACCENT = "#0a5c73"
BAND = "#b9d5de"
LETTERS = "Liberation Sans, Arial, Helvetica, sans-serif"
LETTER_SIZE = 13
# A chart is drawn for the width of a page; a letter is some 6.5 of these wide.
WIDTH = 560
# For a telephone, where the names of rows stand above their bars.
NARROW = 296
LETTER_WIDTH = 6.7
LONGEST_LABEL = 32

_CONFIG = {
    "font": LETTERS,
    "background": "#ffffff",
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": LETTER_SIZE,
        "titleFontSize": LETTER_SIZE,
        "titleFontWeight": "normal",
        "labelColor": INK,
        "titleColor": INK,
        "gridColor": LINE,
        "domainColor": MUTED,
        # The lines behind the bars say where a number is; a stroke beside each says it again.
        "ticks": False,
        "labelPadding": 6,
    },
    "text": {"font": LETTERS, "fontSize": LETTER_SIZE, "fill": INK},
}

Spec = dict[str, Any]


def specification(inside: Spec) -> str:
    """Return a whole specification as JSON; the same values give the same text."""
    whole = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.20.json",
        "padding": 6,
        "config": _CONFIG,
        **inside,
    }
    return json.dumps(whole, ensure_ascii=False, sort_keys=True)


def label(text: str, longest: int = LONGEST_LABEL) -> str:
    """Return a text that fits in a chart; the whole text stands in the table."""
    text = " ".join(writable(text).split())
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def labels(names: Sequence[str]) -> list[str]:
    """Return names of at most two lines; those that would look alike get a number, so that each keeps its own row."""
    found: list[str] = []
    for name in names:
        first, rest = _two_lines(" ".join(writable(name).split()))
        wanted = again = f"{first}\n{label(rest)}".strip()
        number = 2
        while again in found:
            again = f"{wanted[: 2 * LONGEST_LABEL - 6]} ({number})"
            number += 1
        found.append(again)
    return found


def _two_lines(text: str) -> tuple[str, str]:
    if len(text) <= LONGEST_LABEL:
        return text, ""
    cut = text.rfind(" ", 0, LONGEST_LABEL + 1)
    cut = cut if cut > 0 else LONGEST_LABEL
    return text[:cut], text[cut:].strip()


def rows_axis(width: int = WIDTH) -> Spec:
    """Return the axis along which the rows have their names; in a narrow chart those stand above the bars."""
    if width < WIDTH:
        return {"field": "row", "type": "nominal", "sort": None, "axis": None}
    return {
        "field": "row",
        "type": "nominal",
        "sort": None,
        "axis": {
            "title": None,
            "domain": False,
            "ticks": False,
            "labelPadding": 8,
            "labelLimit": 260,
            "labelExpr": "split(datum.label, '\\n')",
        },
    }


def named_above(name: str) -> str:
    """Return the name of a row as one line above its bar, in a narrow chart."""
    return label(name.replace("\n", " "), int(NARROW / LETTER_WIDTH))


def above(field: str, shift: int) -> Spec:
    """Return words above the bars of a narrow chart, over as many lines as they have, up from `shift`."""
    mark = {"type": "text", "align": "left", "baseline": "line-top", "yOffset": shift, "lineBreak": "\n"}
    return {"mark": mark, "encoding": {"x": {"datum": 0}, "text": {"field": field}}}


def wide_enough(value: float, whole: float, letters: int, width: int = WIDTH) -> bool:
    """Tell whether a text of so many letters fits in a bar of `value` on an axis that ends at `whole`."""
    return whole > 0 and value / whole * width >= letters * LETTER_WIDTH + 6
