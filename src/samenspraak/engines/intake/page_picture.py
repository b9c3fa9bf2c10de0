"""A picture of one page, to show a passage where it stands."""

from __future__ import annotations

from io import BytesIO
from threading import Lock
from typing import BinaryIO

import pypdfium2
from PIL import Image, ImageSequence, UnidentifiedImageError

from samenspraak.engines.intake.errors import NoPageOfThat

PDF = "application/pdf"
MAX_PIXELS = 40_000_000  # a page ten times as high as wide at the largest width

# PDFium keeps global state: two threads in it at the same time end the process.
_one_at_a_time = Lock()


def page_picture(file: BinaryIO, media_type: str, *, number: int, width: int) -> bytes:
    """Return page `number` (from 1) as PNG of `width` pixels; raises NoPageOfThat."""
    picture = _pdf_page(file, number, width) if media_type == PDF else _image_page(file, number, width)
    out = BytesIO()
    picture.save(out, format="PNG", optimize=False)
    return out.getvalue()


def _pdf_page(file: BinaryIO, number: int, width: int) -> Image.Image:
    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(file)
        except pypdfium2.PdfiumError:
            raise NoPageOfThat from None
        try:
            if not 1 <= number <= len(document):
                raise NoPageOfThat
            page = document[number - 1]
            scale = width / max(1.0, page.get_width())
            if width * page.get_height() * scale > MAX_PIXELS:
                raise NoPageOfThat
            picture: Image.Image = page.render(scale=scale, draw_annots=True).to_pil()
            return picture.convert("RGB")
        except pypdfium2.PdfiumError:
            raise NoPageOfThat from None
        finally:
            document.close()


def _image_page(file: BinaryIO, number: int, width: int) -> Image.Image:
    try:
        with Image.open(file) as image:
            for index, frame in enumerate(ImageSequence.Iterator(image), start=1):
                if index == number:
                    height = max(1, round(frame.height * width / max(1, frame.width)))
                    if width * height > MAX_PIXELS:
                        raise NoPageOfThat
                    return frame.convert("RGB").resize((width, height))
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        raise NoPageOfThat from None
    raise NoPageOfThat
