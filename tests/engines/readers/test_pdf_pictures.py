"""Pictures of pages, on which the screen marks a passage."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from samenspraak.core.extraction.source import Line
from samenspraak.engines.readers.pdf import picture, read_pdf
from tests.engines.readers.pdf_samples import drawn


def opened(png: bytes) -> Image.Image:
    assert png.startswith(b"\x89PNG")
    return Image.open(io.BytesIO(png))


def test_a_picture_is_as_wide_as_asked_and_shows_the_page(tmp_path: Path) -> None:
    path = tmp_path / "een.pdf"
    path.write_bytes(drawn(lambda canvas: canvas.drawString(72, 700, "Zonnedam")))
    image = opened(picture(path, 1, width=600))
    assert image.width == 600
    assert image.height == pytest.approx(600 * 842 / 595, abs=2)
    assert len(image.convert("L").getcolors() or []) > 2


def test_the_box_of_a_line_lies_on_its_ink(tmp_path: Path) -> None:
    path = tmp_path / "een.pdf"
    path.write_bytes(drawn(lambda canvas: canvas.drawString(72, 700, "Zonnedam bouwt")))
    source = read_pdf(path, name="een.pdf")
    (line,) = source.flow
    assert isinstance(line, Line)
    assert line.box is not None
    scale = 1190 / source.page_sizes[0].width
    ink = opened(picture(path, 1, width=1190)).convert("L").point(lambda value: 255 * (value < 128)).getbbox()
    assert ink is not None
    left, top, right, bottom = (edge / scale for edge in ink)
    assert line.box.left - 1 <= left
    assert line.box.top - 1 <= top
    assert right <= line.box.right + 1
    assert bottom <= line.box.bottom + 1


def test_a_picture_never_grows_beyond_bounds(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(10, 10, "lang")

    path = tmp_path / "lang.pdf"
    path.write_bytes(drawn(draw, pagesize=(200, 14_000)))
    image = opened(picture(path, 1, width=100_000))
    assert image.width * image.height <= 13_000_000
