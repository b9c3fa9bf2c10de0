"""The characters of one page as pdfium finds them: text, place, size and weight, asked for one at a time.

Every question is a call into pdfium, so callers ask about the first and the last character of a line and
about the odd ones, never about all: that keeps reading within twice the time of bare text extraction.
"""

from __future__ import annotations

import ctypes
import math
import re
from typing import Any

import pypdfium2.raw as pdfium

from samenspraak.engines.readers.pdf.frame import Frame, Turn

_BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_OPAQUE_NAME = re.compile(rb"(?:[A-Z]{6}\+)?(?:CIDFont\+)?[A-Z]{1,3}\d+")
_BOLD_WEIGHT = 700
_FORCE_BOLD = 1 << 18  # font descriptor flag 19, ISO 32000-1 table 123
_SURROGATE = re.compile("[\ud800-\udfff]")
_NAME_ROOM = 128
_LETTERS = re.compile(r"\w\w")
_SAMPLES = 6
# A loose character box is as high as the font's ascent and descent together: 0.9 to 1.5 times its size.
_LEAST_HEIGHT, _MOST_HEIGHT = 0.7, 1.7

Rectangle = tuple[float, float, float, float]  # left, top, right, bottom


class Glyphs:
    """The text of a page and, per position in it, what pdfium knows of that character.

    Places are in the coordinates of `frame`. Close the page's text after use with `close`.
    """

    def __init__(self, page: Any, frame: Frame, bold_fonts: dict[bytes, bool]) -> None:
        self.frame = frame
        self._handle = pdfium.FPDFText_LoadPage(page)
        self._bold_fonts = bold_fonts
        self._rect = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._flags = ctypes.c_int()
        self._name = ctypes.create_string_buffer(_NAME_ROOM)
        self.text, self._index = self._load_text() if self._handle else ("", None)

    def close(self) -> None:
        """Give the page's text back to pdfium."""
        if self._handle:
            pdfium.FPDFText_ClosePage(self._handle)
            self._handle = None

    def origin(self, position: int) -> tuple[float, float]:
        """Where the character stands on its base line."""
        pdfium.FPDFText_GetCharOrigin(self._handle, self._char(position), self._x, self._y)
        return self.frame.point(self._x.value, self._y.value)

    def rectangle(self, position: int) -> Rectangle:
        """Left, top, right and bottom of the room that the character takes."""
        rect = self._rect
        pdfium.FPDFText_GetLooseCharBox(self._handle, self._char(position), rect)
        return self.frame.rectangle((rect.left, rect.bottom, rect.right, rect.top))

    def size(self, position: int, height: float | None = None) -> float:
        """Font size in points as printed; `height`, when known, is that of the character's rectangle."""
        size = abs(float(pdfium.FPDFText_GetFontSize(self._handle, self._char(position))))
        if height is None:
            return self._scaled_size(position, size)
        if size > 0 and _LEAST_HEIGHT <= height / size <= _MOST_HEIGHT:
            return size
        scaled = self._scaled_size(position, size)
        return scaled if scaled > 0 and _LEAST_HEIGHT <= height / scaled <= _MOST_HEIGHT else height

    def turn(self, position: int) -> Turn:
        """How text runs on from the character."""
        pdfium.FPDFText_GetMatrix(self._handle, self._char(position), self._matrix)
        return self.frame.direction(self._matrix.a, self._matrix.b)

    def main_turn(self) -> Turn:
        """How most of the page's text runs, from a handful of samples."""
        starts = range(0, len(self.text), len(self.text) // _SAMPLES + 1)
        words = [word for start in starts if (word := _LETTERS.search(self.text, start))]
        turns = [self.turn(word.start()) for word in words]
        return max(sorted(set(turns)), key=turns.count) if turns else Turn.UPRIGHT

    def is_bold(self, position: int) -> bool:
        """Whether the character's font says, by name or flag, that it is bold."""
        index = self._char(position)
        length = pdfium.FPDFText_GetFontInfo(self._handle, index, self._name, _NAME_ROOM, self._flags)
        name = self._name.value if 0 < length <= _NAME_ROOM else b""
        known = self._bold_fonts.get(name)
        if known is None:
            known = self._bold_fonts[name] = self._looks_bold(name, index)
        return known

    def _looks_bold(self, name: bytes, index: int) -> bool:
        if _BOLD_NAME.search(name) or self._flags.value & _FORCE_BOLD:
            return True
        # Some producers call their fonts F1, F2, ...: then only the descriptor is left to judge by.
        return bool(_OPAQUE_NAME.fullmatch(name)) and (
            pdfium.FPDFText_GetFontWeight(self._handle, index) >= _BOLD_WEIGHT
        )

    def _scaled_size(self, position: int, size: float) -> float:
        pdfium.FPDFText_GetMatrix(self._handle, self._char(position), self._matrix)
        scale = math.hypot(self._matrix.c, self._matrix.d)
        return size * scale if scale > 0 and math.isfinite(scale) else size

    def _char(self, position: int) -> int:
        return position if self._index is None else self._index[position]

    def _load_text(self) -> tuple[str, list[int] | None]:
        count = pdfium.FPDFText_CountChars(self._handle)
        if count <= 0:
            return "", None
        buffer = (ctypes.c_ushort * (count + 1))()
        units = pdfium.FPDFText_GetText(self._handle, 0, count, buffer) - 1
        if units <= 0:
            return "", None
        text = bytes(memoryview(buffer)[:units]).decode("utf-16-le", "surrogatepass")
        if units == count == len(text):
            return _SURROGATE.sub("\ufffd", text), None
        # pdfium leaves out characters without a meaning; a character outside the basic plane is two units.
        index, unit = [], 0
        for character in text:
            index.append(max(0, pdfium.FPDFText_GetCharIndexFromTextIndex(self._handle, unit)))
            unit += 2 if ord(character) > 0xFFFF else 1
        return _SURROGATE.sub("\ufffd", text).replace("\0", "\ufffd"), index
