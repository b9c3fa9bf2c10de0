"""A picture of one page, to show a passage where it stands."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageSequence, UnidentifiedImageError

from samenspraak.engines.intake.errors import NoPageOfThat
from samenspraak.engines.readers.errors import ReaderError
from samenspraak.engines.readers.pdf import picture

PDF = "application/pdf"
COLOURS = 256
MAX_PIXELS = 40_000_000  # a strip ten times as high as wide at the largest width


def page_picture(path: Path, media_type: str, *, number: int, width: int) -> bytes:
    """Return page `number` (from 1) of a PDF or scan as PNG of some `width` pixels; raises NoPageOfThat."""
    try:
        if media_type == PDF:
            return _as_small_png(Image.open(BytesIO(picture(path, number, width=width))))
        return _as_small_png(_scan(path, number, width))
    except (ReaderError, UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        raise NoPageOfThat from None


def _scan(path: Path, number: int, width: int) -> Image.Image:
    with Image.open(path) as image:
        for index, frame in enumerate(ImageSequence.Iterator(image), start=1):
            if index == number:
                height = max(1, round(frame.height * width / max(1, frame.width)))
                if width * height > MAX_PIXELS:
                    break
                return frame.convert("RGB").resize((width, height))
    raise NoPageOfThat


def _as_small_png(image: Image.Image) -> bytes:
    """Return a PNG with a palette: of a printed page a quarter of the size, and no eye sees the difference."""
    out = BytesIO()
    few_colours = image.convert("RGB").quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few_colours.save(out, format="PNG", optimize=True)
    return out.getvalue()
