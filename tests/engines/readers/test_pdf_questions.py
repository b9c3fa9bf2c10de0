"""The quick questions to pdfium get the answers that the checked ones get."""

from __future__ import annotations

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium

from samenspraak.engines.readers.pdf.questions import (
    char_matrix,
    char_origin,
    font_info,
    font_size,
    loose_box,
    object_at,
    type_at,
)
from tests.engines.readers.pdf_samples import lay_out_lines

PDF = lay_out_lines("Vier woningen\nin 2027, elk met een tuin.")
ROOM = 128


def test_letters_stand_where_pdfium_says() -> None:
    with pypdfium2.PdfDocument(PDF) as document:
        text = document[0].get_textpage()
        x, y, other_x, other_y = (ctypes.c_double() for _ in range(4))
        box, other_box = pdfium.FS_RECTF(), pdfium.FS_RECTF()
        for position in range(text.count_chars()):
            char_origin(text.raw, position, ctypes.byref(x), ctypes.byref(y))
            pdfium.FPDFText_GetCharOrigin(text, position, other_x, other_y)
            assert (x.value, y.value) == (other_x.value, other_y.value)
            loose_box(text.raw, position, ctypes.byref(box))
            pdfium.FPDFText_GetLooseCharBox(text, position, other_box)
            assert bytes(box) == bytes(other_box)
        assert x.value > 0


def test_letters_look_as_pdfium_says() -> None:
    with pypdfium2.PdfDocument(PDF) as document:
        text = document[0].get_textpage()
        matrix, other_matrix = pdfium.FS_MATRIX(), pdfium.FS_MATRIX()
        name, flags = ctypes.create_string_buffer(ROOM), ctypes.c_int()
        other_name, other_flags = ctypes.create_string_buffer(ROOM), ctypes.c_int()
        for position in range(text.count_chars()):
            assert font_size(text.raw, position) == pdfium.FPDFText_GetFontSize(text, position)
            char_matrix(text.raw, position, ctypes.byref(matrix))
            pdfium.FPDFText_GetMatrix(text, position, other_matrix)
            assert bytes(matrix) == bytes(other_matrix)
            length = font_info(text.raw, position, name, ctypes.c_ulong(ROOM), ctypes.byref(flags))
            assert length == pdfium.FPDFText_GetFontInfo(text, position, other_name, ROOM, other_flags)
            assert (name.value, flags.value) == (other_name.value, other_flags.value)
        assert name.value


def test_objects_are_of_the_kind_that_pdfium_says() -> None:
    with pypdfium2.PdfDocument(PDF) as document:
        page = document[0]
        count = pdfium.FPDFPage_CountObjects(page)
        kinds = [type_at(object_at(page.raw, number)) for number in range(count)]
        assert kinds == [pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, number)) for number in range(count)]
        assert pdfium.FPDF_PAGEOBJ_TEXT in kinds
