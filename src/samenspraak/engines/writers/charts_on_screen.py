"""The picture of a report on a page: the same one, that follows the reader's light or dark screen.

A page shows a chart as an image, so that nothing of it reaches the page. Within an image the rule of the colour scheme
looks at the page that holds it: a page with a theme of its own, and paper, stay light (design/tokens.css).
"""

from __future__ import annotations

import base64
from collections.abc import Mapping

from samenspraak.core.composition.charts.frame import ACCENT, BAND, INK, LINE, MUTED, PAPER

# What each colour of the frame is in the dark; lights keep theirs, because letters stand on them.
PAPER_IN_THE_DARK = "#1a2229"
IN_THE_DARK: Mapping[str, str] = {
    PAPER: PAPER_IN_THE_DARK,
    INK: "#e9edf0",
    "black": "#e9edf0",  # what a line is drawn with that names no colour
    MUTED: "#aeb9c2",
    LINE: "#333e47",
    ACCENT: "#7fc8da",
    BAND: "#2b5563",
}
_RULES = "".join(
    f'[{part}="{light}"]{{{part}:{dark}}}' for light, dark in IN_THE_DARK.items() for part in ("fill", "stroke")
)
_STYLE = f"<style>@media screen and (prefers-color-scheme:dark){{svg>rect{{fill:{PAPER_IN_THE_DARK}}}{_RULES}}}</style>"


def for_screen(svg: str) -> str:
    """Return a drawn chart with what its colours are on a dark screen."""
    opening, end, rest = svg.partition(">")
    return f"{opening}{end}{_STYLE}{rest}"


def address_for_screen(svg: str) -> str:
    """Return the address (data:) under which a page shows a drawn chart."""
    return f"data:image/svg+xml;base64,{base64.b64encode(for_screen(svg).encode()).decode()}"
