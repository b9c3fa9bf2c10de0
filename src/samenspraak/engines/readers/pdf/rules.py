"""The drawn lines and coloured areas of a page: what a ruled table is made of."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2.raw as pdfium

from samenspraak.engines.readers.pdf.frame import Frame, Handle
from samenspraak.engines.readers.pdf.questions import object_at, type_at

_THIN = 2.5  # points: a filled area thinner than this is a rule
_STRAIGHT = 0.5  # points that the ends of a straight line may differ
_MOST_OBJECTS = 20_000  # a map or a drawing beyond this is looked at no further
_MOST_SEGMENTS = 40_000  # of all paths of a page together
_DEEPEST = 4  # forms within forms
_SMALL = 10.0  # points: no cell of a table
_RECTANGLE = 5  # segments, with the closing one
_WHITE = 250  # of 255, and up

Matrix = tuple[float, float, float, float, float, float]
Bounds = tuple[float, float, float, float]  # left, top, right, bottom
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line: at `at` (y of a horizontal, x of a vertical one), from `start` to `end`, in points."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Fill:
    """A coloured area; `is_plain` when it is a rectangle."""

    left: float
    top: float
    right: float
    bottom: float
    color: str  # "#rrggbb"
    is_plain: bool

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page, in reading coordinates; later fills lie on top of earlier ones."""

    horizontals: list[Rule] = field(default_factory=list)
    verticals: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    image_area: float = 0.0  # square points that pictures cover, overlaps counted twice
    path_count: int = 0

    def may_hold_table(self, least_rows: int) -> bool:
        """Whether there are rules (the outer ones may lack) or filled areas enough for so many rows."""
        areas = sum(fill.is_plain for fill in self.fills)
        return (len(self.horizontals) > least_rows and bool(self.verticals)) or areas >= 2 * least_rows


def read_drawing(page: Handle, frame: Frame) -> Drawing:
    """Return the rules, fills and pictures of a page (`page`: a pdfium page handle)."""
    drawing = Drawing()
    reader = _PathReader(frame, drawing)
    for handle, kind, matrix in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            reader.add_path(handle, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, top, right, bottom = reader.bounds(handle, matrix)
            drawing.image_area += max(0.0, right - left) * max(0.0, bottom - top)
    return drawing


def _objects(page: Handle) -> Iterator[tuple[Handle, int, Matrix]]:
    """Yield paths and images with the matrix of the form that they are in; text is passed over."""
    text = pdfium.FPDF_PAGEOBJ_TEXT
    for number in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        kind = type_at(object_at(page, number))
        if kind == text:  # as nearly all are
            continue
        handle = pdfium.FPDFPage_GetObject(page, number)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _objects_of_form(handle, _IDENTITY, 1)
        else:
            yield handle, kind, _IDENTITY


def _objects_of_form(form: Handle, outer: Matrix, depth: int) -> Iterator[tuple[Handle, int, Matrix]]:
    matrix = _times(_matrix_of(form), outer)
    for number in range(min(pdfium.FPDFFormObj_CountObjects(form), _MOST_OBJECTS)):
        handle = pdfium.FPDFFormObj_GetObject(form, number)
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            yield from _objects_of_form(handle, matrix, depth + 1)
        elif kind != pdfium.FPDF_PAGEOBJ_TEXT:
            yield handle, kind, matrix


@dataclass(slots=True)
class _Subpath:
    points: list[tuple[float, float]]
    is_curved: bool = False

    def bounds(self) -> tuple[float, float, float, float]:
        xs, ys = zip(*self.points, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def is_rectangle(self) -> bool:
        left, top, right, bottom = self.bounds()
        return not self.is_curved and all(
            min(abs(x - left), abs(x - right), abs(y - top), abs(y - bottom)) <= _STRAIGHT for x, y in self.points
        )


class _PathReader:
    def __init__(self, frame: Frame, drawing: Drawing) -> None:
        self._frame, self._drawing = frame, drawing
        self._edges = [ctypes.c_float() for _ in range(4)]
        self._fill, self._stroke = ctypes.c_int(), ctypes.c_int()
        self._rgba = [ctypes.c_uint() for _ in range(4)]
        self._segments_left = _MOST_SEGMENTS

    def bounds(self, handle: Handle, matrix: Matrix) -> Bounds:
        """Left, top, right and bottom of an object in reading coordinates."""
        if not pdfium.FPDFPageObj_GetBounds(handle, *self._edges):
            return 0.0, 0.0, 0.0, 0.0
        left, bottom, right, top = (edge.value for edge in self._edges)
        if matrix is _IDENTITY:
            return self._frame.rectangle((left, bottom, right, top))
        return self._frame.rectangle((*_moved(matrix, left, bottom), *_moved(matrix, right, top)))

    def add_path(self, handle: Handle, matrix: Matrix) -> None:
        """Sort a path under rules or fills."""
        self._drawing.path_count += 1
        if not pdfium.FPDFPath_GetDrawMode(handle, self._fill, self._stroke):
            return
        is_filled, is_stroked = bool(self._fill.value), bool(self._stroke.value)
        if not (is_filled or is_stroked):
            return  # a clipping path: nothing is seen of it
        bounds = self.bounds(handle, matrix)
        if self._add_rule(bounds):
            return
        color = self._color(handle) if is_filled else None
        if color is not None and _is_small(bounds):
            # A bullet or a check mark: many segments, and none of them matters.
            is_plain = pdfium.FPDFPath_CountSegments(handle) <= _RECTANGLE
            self._drawing.fills.append(Fill(*bounds, color, is_plain))
            return
        for subpath in self._subpaths(handle, matrix):
            if color is not None:
                self._add_fill(subpath, color)
            if is_stroked:
                for start, end in pairwise(subpath.points):
                    self._add_side(start, end)

    def _add_rule(self, bounds: Bounds) -> bool:
        """Add a thin area as a rule; False when it is not thin."""
        left, top, right, bottom = bounds
        if bottom - top > _THIN and right - left > _THIN:
            return False
        if right - left >= bottom - top:
            self._drawing.horizontals.append(Rule((top + bottom) / 2, left, right))
        else:
            self._drawing.verticals.append(Rule((left + right) / 2, top, bottom))
        return True

    def _add_fill(self, subpath: _Subpath, color: str) -> None:
        bounds = subpath.bounds()
        if not self._add_rule(bounds):
            self._drawing.fills.append(Fill(*bounds, color, subpath.is_rectangle()))

    def _add_side(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        (x0, y0), (x1, y1) = start, end
        if abs(y1 - y0) <= _STRAIGHT < abs(x1 - x0):
            self._drawing.horizontals.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= _STRAIGHT < abs(y1 - y0):
            self._drawing.verticals.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))

    def _color(self, handle: Handle) -> str | None:
        if not pdfium.FPDFPageObj_GetFillColor(handle, *self._rgba):
            return None
        red, green, blue, alpha = (channel.value for channel in self._rgba)
        return f"#{red:02x}{green:02x}{blue:02x}" if alpha else None

    def _subpaths(self, handle: Handle, outer: Matrix) -> list[_Subpath]:
        count = pdfium.FPDFPath_CountSegments(handle)
        self._segments_left -= count
        if count <= 0 or self._segments_left < 0:
            return []
        matrix = _times(_matrix_of(handle), outer)
        x, y = self._edges[0], self._edges[1]
        subpaths: list[_Subpath] = []
        for number in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(handle, number)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            point = self._frame.point(*_moved(matrix, x.value, y.value))
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO or not subpaths:
                subpaths.append(_Subpath([]))
            subpaths[-1].points.append(point)
            subpaths[-1].is_curved |= kind == pdfium.FPDF_SEGMENT_BEZIERTO
            if pdfium.FPDFPathSegment_GetClose(segment):
                subpaths[-1].points.append(subpaths[-1].points[0])
        return subpaths


def _is_small(bounds: Bounds) -> bool:
    left, top, right, bottom = bounds
    return right - left <= _SMALL and bottom - top <= _SMALL


def is_white(color: str) -> bool:
    """Whether "#rrggbb" cannot be told from paper."""
    return all(int(color[place : place + 2], 16) >= _WHITE for place in (1, 3, 5))


def _matrix_of(handle: Handle) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, matrix):
        return _IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
