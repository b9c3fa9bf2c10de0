"""Which colour does a cell give its reader, when it is not its background?"""

from __future__ import annotations

from collections.abc import Collection

_DOTS = frozenset("●•■▪⬤◼⚫")
_BLACK = "#000000"


def dot_color(text: str, colors: Collection[str | None]) -> str | None:
    """Return the colour ("#rrggbb") of a cell that holds one coloured dot: a traffic light is often drawn so."""
    if text.strip() not in _DOTS or len(colors) != 1:
        return None
    color = next(iter(colors))
    return None if color == _BLACK else color
