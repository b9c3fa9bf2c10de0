"""What is asked of pdfium for every line and every object of a page, in a form that costs a third.

As pypdfium2 hands them over, these functions convert and check each argument and let other threads run meanwhile: that
takes longer than the answer, which is a tenth of a microsecond away. Here nothing is checked. Whoever asks passes what
the function declares: a handle as pdfium gave it, a whole number, and for an answer `ctypes.byref` of a place of the
right type. `glyphs` and `rules` see to that; nowhere else are these functions used.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium


def _unchecked(function: Any, answer: type | None, *arguments: type) -> Callable[..., Any]:  # noqa: ANN401 - ctypes' own
    """Return the same C function without the checks; of arguments that are named the type is converted."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    # What PYFUNCTYPE calls keeps Python's lock; more arguments than it names go through as they are.
    return ctypes.PYFUNCTYPE(answer, *arguments)(address)


char_origin = _unchecked(pdfium.FPDFText_GetCharOrigin, None)  # page's text, position, x, y
loose_box = _unchecked(pdfium.FPDFText_GetLooseCharBox, None)  # page's text, position, FS_RECTF
char_matrix = _unchecked(pdfium.FPDFText_GetMatrix, None)  # page's text, position, FS_MATRIX
font_size = _unchecked(pdfium.FPDFText_GetFontSize, ctypes.c_double)  # page's text, position
font_info = _unchecked(pdfium.FPDFText_GetFontInfo, ctypes.c_ulong)  # page's text, position, room, its length, flags
object_at = _unchecked(pdfium.FPDFPage_GetObject, ctypes.c_void_p)  # page, number; gives the object's address
type_at = _unchecked(pdfium.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)  # the object's address
