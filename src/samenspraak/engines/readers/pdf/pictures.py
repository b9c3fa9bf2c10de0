"""Pictures of pages for the screen: what a passage is marked on."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from samenspraak.engines.readers.errors import DamagedFile
from samenspraak.engines.readers.pdf.opening import PDFIUM, opened_pdf

_LEAST_WIDTH, _MOST_WIDTH = 50, 2_400  # pixels
_MOST_PIXELS = 12_000_000


def picture(path: Path, page: int, *, width: int) -> bytes:
    """Draw a page (counted from 1) as PNG, `width` pixels wide or less when the page is very tall.

    Raises what reading the PDF raises, and DamagedFile when it has no such page.
    """
    with opened_pdf(path, path.name) as document, PDFIUM:
        if not 1 <= page <= len(document):
            raise DamagedFile(path.name, "PDF", f"pagina {page} bestaat niet")
        sheet = document[page - 1]
        try:
            bitmap = sheet.render(scale=_scale(sheet.get_size(), width))
            try:
                return _as_png(bitmap.to_pil())
            finally:
                bitmap.close()
        finally:
            sheet.close()


def _scale(size: tuple[float, float], width: int) -> float:
    page_width, page_height = size
    scale = min(max(width, _LEAST_WIDTH), _MOST_WIDTH) / max(page_width, 1.0)
    pixels = page_width * page_height * scale * scale
    return scale if pixels <= _MOST_PIXELS else scale * float((_MOST_PIXELS / pixels) ** 0.5)


def _as_png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG", compress_level=4)
    return stream.getvalue()
