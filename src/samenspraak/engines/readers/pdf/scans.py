"""Scanned pages of a PDF: rendered by pdfium, read by Tesseract, two pages side by side."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from types import TracebackType
from typing import Self

import pypdfium2
from PIL import Image

from samenspraak.core.extraction.source import PageSize
from samenspraak.engines.readers.pdf.columns import in_reading_order
from samenspraak.engines.readers.pdf.fragments import Fragment
from samenspraak.engines.readers.pdf.frame import Frame, Turn
from samenspraak.engines.readers.pdf.mending import mended
from samenspraak.engines.readers.pdf.page import PageContent, PageLine
from samenspraak.engines.readers.tesseract import DPI, Recognition, recognise

_SIDE_BY_SIDE = 2
_MOST_WAITING = 4  # pictures in memory
_MOST_PIXELS = 20_000_000  # an A2 sheet at 200 dpi
_POINTS_PER_INCH = 72
_TURNS = {0: Turn.UPRIGHT, 90: Turn.UPWARDS, 180: Turn.UPSIDE_DOWN, 270: Turn.DOWNWARDS}


class ScanReader:
    """Reads pictures of pages in the background; use it as a context, and `finish` before its end."""

    def __init__(self, on_page: Callable[[], None]) -> None:
        self._pool = ThreadPoolExecutor(_SIDE_BY_SIDE)
        self._on_page = on_page
        self._futures: dict[int, Future[Recognition]] = {}
        self._waiting: set[Future[Recognition]] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def start(self, number: int, picture: Image.Image, dpi: float) -> None:
        """Begin to read a page; waits when too many pictures are in memory."""
        while len(self._waiting) >= _MOST_WAITING:
            self._take_finished()
        future = self._pool.submit(recognise, picture, dpi)
        self._futures[number] = future
        self._waiting.add(future)

    def finish(self) -> dict[int, Recognition]:
        """Wait for all pages; return what was recognised by page index."""
        while self._waiting:
            self._take_finished()
        return {number: future.result() for number, future in self._futures.items()}

    def _take_finished(self) -> None:
        done, self._waiting = wait(self._waiting, return_when=FIRST_COMPLETED)
        for _ in done:
            self._on_page()


def render_grey(page: pypdfium2.PdfPage) -> tuple[Image.Image, float]:
    """Draw a page in grey; return the picture and its dots per inch (fewer on a very large sheet)."""
    width, height = page.get_size()
    scale = DPI / _POINTS_PER_INCH
    pixels = width * height * scale * scale
    if pixels > _MOST_PIXELS:
        scale *= (_MOST_PIXELS / pixels) ** 0.5
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        return bitmap.to_pil().copy(), scale * _POINTS_PER_INCH
    finally:
        bitmap.close()


def recognised_page(recognition: Recognition, shown: PageSize, dpi: float) -> PageContent:
    """Turn what was recognised in the picture of a page into its content."""
    upright = Frame(1, 0, 0, -1, 0, shown.height, shown)
    frame = upright.turned(_TURNS.get(recognition.rotation, Turn.UPRIGHT))
    scale = _POINTS_PER_INCH / dpi
    fragments = [
        Fragment(line.text, line.left * scale, line.right * scale, line.baseline * scale, line.size * scale)
        for line in recognition.lines
    ]
    content = PageContent(frame, needs_recognition=True)
    content.items = [
        PageLine(fragment, mended(fragment, None)) for fragment in in_reading_order(fragments, None, frame.height)
    ]
    return content
