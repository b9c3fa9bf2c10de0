"""From a page's own coordinates to points from the top left, with the text upright.

A PDF page counts from the bottom left, may be shown turned (`/Rotate`), and may carry text that was printed
sideways (a wide table on an upright page). Reading is done in a frame in which most of the text runs from
left to right; boxes are given as the page is shown.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from enum import IntEnum

import pypdfium2.raw as pdfium

from samenspraak.core.extraction.source import Box, PageSize

Handle = object  # what pdfium gives for a page, a page object or a path: only pdfium looks inside

_MOST_ROUNDED = 50_000  # places that are remembered


class Turn(IntEnum):
    """How text runs on the page as it is shown, in quarter turns clockwise."""

    UPRIGHT = 0
    DOWNWARDS = 1
    UPSIDE_DOWN = 2
    UPWARDS = 3


class Rounded(dict[float, float]):
    """Places of one document to a tenth of a point: most come back on line after line, and rounding is slow."""

    def __missing__(self, value: float) -> float:
        rounded = round(value, 1)
        if len(self) < _MOST_ROUNDED:
            self[value] = rounded
        return rounded


@dataclass(frozen=True, slots=True)
class Frame:
    """The affine map (x, y) -> (a x + c y + e, b x + d y + f) to reading coordinates, and the page as shown."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    shown: PageSize
    turn: Turn = Turn.UPRIGHT
    is_straight: bool = field(init=False)  # whether the page's own coordinates are only moved, and counted from the top

    def __post_init__(self) -> None:
        object.__setattr__(self, "is_straight", self.a == 1 and self.d == -1)

    @property
    def width(self) -> float:
        """Width of the page as it is read, in points."""
        return self.shown.height if self.turn in (Turn.DOWNWARDS, Turn.UPWARDS) else self.shown.width

    @property
    def height(self) -> float:
        """Height of the page as it is read, in points."""
        return self.shown.width if self.turn in (Turn.DOWNWARDS, Turn.UPWARDS) else self.shown.height

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Map a point of the page's own coordinates."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def rectangle(self, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """Map (left, bottom, right, top) of the page's own coordinates to (left, top, right, bottom)."""
        if self.is_straight:  # as nearly all pages are; the short way, for speed
            return box[0] + self.e, self.f - box[3], box[2] + self.e, self.f - box[1]
        x0, y0 = self.point(box[0], box[1])
        x1, y1 = self.point(box[2], box[3])
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def direction(self, x: float, y: float) -> Turn:
        """Tell how text that advances by (x, y) in the page's own coordinates runs in this frame."""
        across, down = self.a * x + self.c * y, self.b * x + self.d * y
        if abs(across) >= abs(down):
            return Turn.UPRIGHT if across >= 0 else Turn.UPSIDE_DOWN
        return Turn.DOWNWARDS if down > 0 else Turn.UPWARDS

    def turned(self, turn: Turn) -> Frame:
        """Return the frame in which text that runs in direction `turn` in this one is upright."""
        width, height = self.shown.width, self.shown.height
        if turn is Turn.UPWARDS:  # (x, y) -> (height - y, x)
            return Frame(-self.b, self.a, -self.d, self.c, height - self.f, self.e, self.shown, turn)
        if turn is Turn.DOWNWARDS:  # (x, y) -> (y, width - x)
            return Frame(self.b, -self.a, self.d, -self.c, self.f, width - self.e, self.shown, turn)
        if turn is Turn.UPSIDE_DOWN:
            return Frame(-self.a, -self.b, -self.c, -self.d, width - self.e, height - self.f, self.shown, turn)
        return self

    def box(self, left: float, top: float, right: float, bottom: float, rounded: Rounded) -> Box:
        """Turn a rectangle in reading coordinates into a box on the page as it is shown."""
        if self.turn is not Turn.UPRIGHT:
            left, top, right, bottom = self._as_shown(left, top, right, bottom)
        # As `Box(...)` does, in a third of the time: a box is made for every line.
        return tuple.__new__(Box, (rounded[left], rounded[top], rounded[right], rounded[bottom]))

    def _as_shown(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        width, height = self.shown.width, self.shown.height
        if self.turn is Turn.UPWARDS:
            return top, height - right, bottom, height - left
        if self.turn is Turn.DOWNWARDS:
            return width - bottom, left, width - top, right
        return width - right, height - bottom, width - left, height - top


def page_frame(page: Handle) -> Frame:
    """Return the frame of a page as it is shown (`page`: a pdfium page handle)."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(rect))
    left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
    width, height = right - left, top - bottom
    rotation = pdfium.FPDFPage_GetRotation(page)
    if rotation == 1:
        return Frame(0, 1, 1, 0, -bottom, -left, PageSize(height, width))
    if rotation == 2:
        return Frame(-1, 0, 0, 1, right, -bottom, PageSize(width, height))
    if rotation == 3:
        return Frame(0, -1, -1, 0, top, right, PageSize(height, width))
    return Frame(1, 0, 0, -1, -left, top, PageSize(width, height))
