"""A picture of one page, to show a passage where it stands."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageSequence, UnidentifiedImageError

from samenspraak.engines.intake.errors import NoPageOfThat
from samenspraak.engines.readers.errors import ReaderError
from samenspraak.engines.readers.pdf import picture

PDF = "application/pdf"
MAX_PIXELS = 40_000_000  # a strip ten times as high as wide at the largest width


def page_picture(path: Path, media_type: str, *, number: int, width: int) -> bytes:
    """Return page `number` (from 1) of a PDF or scan as PNG of some `width` pixels; raises NoPageOfThat."""
    try:
        return picture(path, number, width=width) if media_type == PDF else _scan(path, number, width)
    except (ReaderError, UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        raise NoPageOfThat from None


def _scan(path: Path, number: int, width: int) -> bytes:
    with Image.open(path) as image:
        for index, frame in enumerate(ImageSequence.Iterator(image), start=1):
            if index == number:
                return _as_png(frame, width)
    raise NoPageOfThat


def _as_png(frame: Image.Image, width: int) -> bytes:
    height = max(1, round(frame.height * width / max(1, frame.width)))
    if width * height > MAX_PIXELS:
        raise NoPageOfThat
    out = BytesIO()
    frame.convert("RGB").resize((width, height)).save(out, format="PNG")
    return out.getvalue()
