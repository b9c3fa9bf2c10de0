"""A scan that comes as a picture (PNG, JPEG, TIFF): every picture in the file is a page."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from samenspraak.core.extraction.source import PageSize, SourceText
from samenspraak.engines.readers.errors import DamagedFile, EmptyFile, OcrMissing, PictureTooLarge
from samenspraak.engines.readers.pdf.composing import compose
from samenspraak.engines.readers.pdf.notices import nothing_recognised, recognised, timed_out
from samenspraak.engines.readers.pdf.page import PageContent
from samenspraak.engines.readers.pdf.reader import sha256_of
from samenspraak.engines.readers.pdf.scans import ScanReader, recognised_page
from samenspraak.engines.readers.tesseract import DPI, missing_part

Progress = Callable[[int, int], None]  # pages done, pages in all

_MOST_PIXELS = 100_000_000  # a page of A3 at 600 dpi has 70 million
_POINTS_PER_INCH = 72
_LIKELY_DPI = (90.0, 1300.0)  # what scanners set; 72 and the like are a camera's or a program's default
_LONG_SIDE = 842.0  # points: without a resolution, a picture is taken for a page of A4
_CLOSE_ENOUGH = (0.7, 1.35)  # resizing by less gains nothing


def read_image(data: bytes | Path, *, name: str, on_progress: Progress | None = None) -> SourceText:
    """Read the text in a picture; raises EmptyFile, DamagedFile, PictureTooLarge or OcrMissing."""
    content = data if isinstance(data, bytes) else data.read_bytes()
    if not content:
        raise EmptyFile(name)
    with _opened(content, name) as image:
        if (missing := missing_part()) is not None:
            raise OcrMissing(name, missing)
        count = getattr(image, "n_frames", 1)
        pages, notices = _recognised_pages(image, name, count, on_progress)
        media_type = Image.MIME.get(image.format or "", "image/png")
    composition = compose(pages)
    return SourceText(
        name=name,
        sha256=sha256_of(content),
        media_type=media_type,
        raw=composition.raw,
        flow=tuple(composition.flow),
        page_sizes=tuple(page.size for page in pages),
        page_count=count,
        notices=tuple(notices),
    )


def _opened(content: bytes, name: str) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the size is judged by us, before anything is unpacked
            image = Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "TIFF"))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError) as error:
        raise DamagedFile(name, "afbeelding") from error
    return image


def _recognised_pages(
    image: Image.Image, name: str, count: int, on_progress: Progress | None
) -> tuple[list[PageContent], list[str]]:
    done = 0

    def page_done() -> None:
        nonlocal done
        done += 1
        if on_progress is not None:
            on_progress(done, count)

    sheets: list[tuple[PageSize, float]] = []
    with ScanReader(page_done) as scans:
        for number, (picture, dpi) in enumerate(_pictures(image, name, count)):
            size = PageSize(picture.width * _POINTS_PER_INCH / dpi, picture.height * _POINTS_PER_INCH / dpi)
            sheets.append((size, dpi))
            scans.start(number, picture, dpi)
        found = scans.finish()
    pages = [recognised_page(found[number], size, dpi) for number, (size, dpi) in enumerate(sheets)]
    late = [number + 1 for number in found if found[number].is_timed_out]
    read = [number + 1 for number, page in enumerate(pages) if page.items]
    empty = [number for number in range(1, count + 1) if number not in {*late, *read}]
    sentences = ((recognised, read), (timed_out, late), (nothing_recognised, empty))
    return pages, [sentence(numbers) for sentence, numbers in sentences if numbers]


def _pictures(image: Image.Image, name: str, count: int) -> Iterator[tuple[Image.Image, float]]:
    """Yield every page in grey, at a resolution that Tesseract reads well, with its dots per inch."""
    for number in range(count):
        try:
            image.seek(number)
            if image.width * image.height > _MOST_PIXELS:
                raise PictureTooLarge(name, image.width, image.height)
            dpi = _dots_per_inch(image)
            grey = _on_white(ImageOps.exif_transpose(image))
        except (OSError, ValueError, SyntaxError, EOFError, MemoryError, Image.DecompressionBombError) as error:
            raise DamagedFile(name, "afbeelding") from error
        factor = DPI / dpi
        if not _CLOSE_ENOUGH[0] <= factor <= _CLOSE_ENOUGH[1]:
            size = max(1, round(grey.width * factor)), max(1, round(grey.height * factor))
            grey, dpi = grey.resize(size, Image.Resampling.LANCZOS), float(DPI)
        yield grey, dpi


def _on_white(image: Image.Image) -> Image.Image:
    if "A" in image.getbands() or "transparency" in image.info:
        layers = image.convert("RGBA")
        paper = Image.new("RGBA", layers.size, "white")
        return Image.alpha_composite(paper, layers).convert("L")
    return image.convert("L")


def _dots_per_inch(image: Image.Image) -> float:
    stated = image.info.get("dpi")
    if isinstance(stated, tuple) and stated and _LIKELY_DPI[0] <= float(stated[0]) <= _LIKELY_DPI[1]:
        return float(stated[0])
    return max(image.width, image.height) / _LONG_SIDE * _POINTS_PER_INCH
