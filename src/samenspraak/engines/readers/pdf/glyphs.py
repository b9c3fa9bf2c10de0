"""The characters of one page as pdfium finds them: text, place, size and weight, asked for one at a time.

Every question is a call into pdfium, so callers ask about the first and the last character of a line and
about the odd ones, never about all: that keeps reading within twice the time of bare text extraction.
"""

from __future__ import annotations

import ctypes
import math
import re
import sys

import pypdfium2.raw as pdfium

from samenspraak.engines.readers.pdf.frame import Frame, Handle, Turn
from samenspraak.engines.readers.pdf.questions import char_matrix, char_origin, font_info, font_size, loose_box

_BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_OPAQUE_NAME = re.compile(rb"(?:[A-Z]{6}\+)?(?:CIDFont\+)?[A-Z]{1,3}\d+")
_BOLD_WEIGHT = 700
_FORCE_BOLD = 1 << 18  # font descriptor flag 19, ISO 32000-1 table 123
_SURROGATE = re.compile("[\ud800-\udfff]")
UNKNOWN = "\ufffd"  # print whose character the file does not tell
_HYPHEN = "\ufffe"  # what pdfium itself gives for a hyphen at the end of a line
_NAME_ROOM = 128
_NAME_LENGTH = ctypes.c_ulong(_NAME_ROOM)
_TEXT_ROOM = 4096  # characters: room for a page's text is made in multiples of it
_LETTERS = re.compile(r"\w\w")
_SAMPLES = 6
# A loose character box is as high as the font's ascent and descent together: 0.9 to 1.5 times its size.
_LEAST_HEIGHT, _MOST_HEIGHT = 0.7, 1.7

Rectangle = tuple[float, float, float, float]  # left, top, right, bottom


class Glyphs:
    """The text of a page and, per position in it, what pdfium knows of that character.

    Places are in the coordinates of `frame`. Close the page's text after use with `close`.
    """

    def __init__(self, page: Handle, frame: Frame, bold_fonts: dict[bytes, bool]) -> None:
        self.frame = frame
        self._handle = pdfium.FPDFText_LoadPage(page)
        self._bold_fonts = bold_fonts
        self._rect = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._flags = ctypes.c_int()
        self._name = ctypes.create_string_buffer(_NAME_ROOM)
        # Where pdfium writes its answers.
        self._to_rect, self._to_matrix = ctypes.byref(self._rect), ctypes.byref(self._matrix)
        self._to_x, self._to_y = ctypes.byref(self._x), ctypes.byref(self._y)
        self._to_flags = ctypes.byref(self._flags)
        self.text = self._load_text() if self._handle else ""

    def close(self) -> None:
        """Give the page's text back to pdfium."""
        if self._handle:
            pdfium.FPDFText_ClosePage(self._handle)
            self._handle = None

    def origin(self, position: int) -> tuple[float, float]:
        """Where the character stands on its base line."""
        char_origin(self._handle, position, self._to_x, self._to_y)
        return self.frame.point(self._x.value, self._y.value)

    def rectangle(self, position: int) -> Rectangle:
        """Left, top, right and bottom of the room that the character takes."""
        rect = self._rect
        loose_box(self._handle, position, self._to_rect)
        return self.frame.rectangle((rect.left, rect.bottom, rect.right, rect.top))

    def white(self, position: int) -> tuple[float, float]:
        """Where the character before a position ends and the one after it begins."""
        frame, rect = self.frame, self._rect
        if not frame.is_straight:
            return self.rectangle(position - 1)[2], self.rectangle(position + 1)[0]
        # The short way: in a search for wide gaps this is asked of every space in a line.
        loose_box(self._handle, position - 1, self._to_rect)
        end = rect.right + frame.e
        loose_box(self._handle, position + 1, self._to_rect)
        return end, rect.left + frame.e

    def baseline(self, position: int) -> float:
        """How far down the base line runs that the character stands on."""
        char_origin(self._handle, position, self._to_x, self._to_y)
        frame = self.frame
        return frame.f - self._y.value if frame.is_straight else frame.point(self._x.value, self._y.value)[1]

    def ends(self, first: int, last: int) -> tuple[float, float, float, float, float]:
        """Left edge and base line of a first character; top, right and bottom of the room that a last one takes."""
        frame, x, y, rect, handle = self.frame, self._x, self._y, self._rect, self._handle
        char_origin(handle, first, self._to_x, self._to_y)
        loose_box(handle, last, self._to_rect)
        if not frame.is_straight:
            room = frame.rectangle((rect.left, rect.bottom, rect.right, rect.top))
            return *frame.point(x.value, y.value), *room[1:]
        e, f = frame.e, frame.f  # the short way: this is asked of every line
        return x.value + e, f - y.value, f - rect.top, rect.right + e, f - rect.bottom

    def size(self, position: int) -> float:
        """Font size in points as printed."""
        return self.set_size(position) * self.scale(position)

    def set_size(self, position: int) -> float:
        """Font size as the file sets it, before any scaling: good to compare within a line."""
        size: float = font_size(self._handle, position)
        return abs(size)

    def scale(self, position: int) -> float:
        """How many times larger than set the character is printed."""
        matrix = self._matrix
        char_matrix(self._handle, position, self._to_matrix)
        if matrix.c == 0 and matrix.d == 1:
            return 1.0
        scale = math.hypot(matrix.c, matrix.d)
        return scale if 0 < scale < math.inf else 1.0

    def turn(self, position: int) -> Turn:
        """How text runs on from the character."""
        char_matrix(self._handle, position, self._to_matrix)
        return self.frame.direction(self._matrix.a, self._matrix.b)

    def main_turn(self) -> Turn:
        """How most of the page's text runs, from a handful of samples."""
        starts = range(0, len(self.text), len(self.text) // _SAMPLES + 1)
        words = [word for start in starts if (word := _LETTERS.search(self.text, start))]
        turns = [self.turn(word.start()) for word in words]
        return max(sorted(set(turns)), key=turns.count) if turns else Turn.UPRIGHT

    def is_bold(self, position: int) -> bool:
        """Whether the character's font says, by name or flag, that it is bold."""
        length = font_info(self._handle, position, self._name, _NAME_LENGTH, self._to_flags)
        name = self._name.value if 0 < length <= _NAME_ROOM else b""
        known = self._bold_fonts.get(name)
        if known is None:
            known = self._bold_fonts[name] = self._looks_bold(name, position)
        return known

    def _looks_bold(self, name: bytes, position: int) -> bool:
        if _BOLD_NAME.search(name) or self._flags.value & _FORCE_BOLD:
            return True
        # Some producers call their fonts F1, F2, ...: then only the descriptor is left to judge by.
        return bool(_OPAQUE_NAME.fullmatch(name)) and (
            pdfium.FPDFText_GetFontWeight(self._handle, position) >= _BOLD_WEIGHT
        )

    def _load_text(self) -> str:
        """Return the page's text with one character per position of pdfium's own list."""
        count = pdfium.FPDFText_CountChars(self._handle)
        if count <= 0:
            return ""
        # For ctypes every size of room is a type of its own, and making one takes longer than filling it.
        buffer = (ctypes.c_ushort * (_TEXT_ROOM * (count // _TEXT_ROOM + 1)))()
        units = pdfium.FPDFText_GetText(self._handle, 0, count, buffer) - 1
        if units == count:
            return _decoded(ctypes.string_at(buffer, 2 * units))
        # pdfium passes over characters without a meaning in silence, and the positions shift: ask for each.
        return "".join(map(self._character, range(count)))

    def _character(self, position: int) -> str:
        code = int(pdfium.FPDFText_GetUnicode(self._handle, position))
        if pdfium.FPDFText_IsHyphen(self._handle, position) == 1:
            return _HYPHEN
        if code == 0:
            return UNKNOWN if self._has_ink(position) else " "
        return UNKNOWN if 0xD800 <= code <= 0xDFFF or code > sys.maxunicode else chr(code)

    def _has_ink(self, position: int) -> bool:
        edges = [ctypes.c_double() for _ in range(4)]
        pdfium.FPDFText_GetCharBox(self._handle, position, *edges)
        return edges[1].value > edges[0].value and edges[3].value > edges[2].value


def _decoded(utf_16: bytes) -> str:
    try:
        return utf_16.decode("utf-16-le")
    except UnicodeDecodeError:  # half a pair: print without a known character
        return _SURROGATE.sub(UNKNOWN, utf_16.decode("utf-16-le", "surrogatepass"))
