"""Reading a PDF: page by page, scans through text recognition, into one source text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from samenspraak.core.extraction.source import SourceText
from samenspraak.engines.readers.errors import DamagedFile, OcrMissing
from samenspraak.engines.readers.pdf.composing import compose, repairs_of
from samenspraak.engines.readers.pdf.notices import (
    PageNumbers,
    nothing_recognised,
    recognised,
    scans_unread,
    timed_out,
)
from samenspraak.engines.readers.pdf.opening import PDFIUM, opened_pdf
from samenspraak.engines.readers.pdf.page import PageContent, read_page
from samenspraak.engines.readers.pdf.scans import ScanReader, recognised_page, render_grey
from samenspraak.engines.readers.tesseract import Recognition, missing_part

MEDIA_TYPE = "application/pdf"
Progress = Callable[[int, int], None]  # pages done, pages in all


def read_pdf(data: bytes | Path, *, name: str, on_progress: Progress | None = None) -> SourceText:
    """Read a PDF; raises EmptyFile, EncryptedFile, DamagedFile, or OcrMissing when all of it is scanned."""
    with opened_pdf(data, name) as document:
        reading = _Reading(document, name, on_progress)
        reading.run()
    composition = compose(reading.pages)
    return SourceText(
        name=name,
        sha256=sha256_of(data),
        media_type=MEDIA_TYPE,
        raw=composition.raw,
        flow=tuple(composition.flow),
        page_sizes=tuple(page.size for page in reading.pages),
        page_count=len(reading.pages),
        repairs=repairs_of(reading.pages),
        notices=tuple(reading.notices),
    )


def sha256_of(data: bytes | Path) -> str:
    """Return the SHA-256 of a file as hexadecimal digits."""
    if isinstance(data, bytes):
        return hashlib.sha256(data).hexdigest()
    with data.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


class _Reading:
    """The reading of one document: its pages so far, and what could not be read."""

    def __init__(self, document: pypdfium2.PdfDocument, name: str, on_progress: Progress | None) -> None:
        self.pages: list[PageContent] = []
        self.notices: list[str] = []
        self._document, self._name, self._on_progress = document, name, on_progress
        with PDFIUM:
            self._count = len(document)
        self._done = 0
        self._dpi: dict[int, float] = {}

    def run(self) -> None:
        missing: str | None = None
        unread: PageNumbers = []
        with ScanReader(self._page_done) as scans:
            bold_fonts: dict[bytes, bool] = {}
            for number in range(self._count):
                content = self._page(number, bold_fonts)
                self.pages.append(content)
                if content.needs_recognition and (missing := missing or missing_part()) is None:
                    self._start_scan(scans, number)
                    continue
                if content.needs_recognition:
                    unread.append(number + 1)
                self._page_done()
            recognitions = scans.finish()
        if missing is not None and unread:
            self._refuse_or_note(unread, missing)
        self._take(recognitions)

    def _page(self, number: int, bold_fonts: dict[bytes, bool]) -> PageContent:
        with PDFIUM:
            page = pdfium.FPDF_LoadPage(self._document, number)
            if not page:
                raise DamagedFile(self._name, "PDF", f"pagina {number + 1} kan niet worden geopend")
            try:
                return read_page(page, bold_fonts, self.pages[-1].last_grid if self.pages else None)
            finally:
                pdfium.FPDF_ClosePage(page)

    def _start_scan(self, scans: ScanReader, number: int) -> None:
        with PDFIUM:
            page = self._document[number]
            try:
                picture, self._dpi[number] = render_grey(page)
            finally:
                page.close()
        scans.start(number, picture, self._dpi[number])

    def _page_done(self) -> None:
        self._done += 1
        if self._on_progress is not None:
            self._on_progress(self._done, self._count)

    def _refuse_or_note(self, unread: PageNumbers, missing: str) -> None:
        if all(page.needs_recognition or not page.items for page in self.pages):
            raise OcrMissing(self._name, missing)
        self.notices.append(scans_unread(unread, missing))

    def _take(self, recognitions: dict[int, Recognition]) -> None:
        """Put recognised text in the place of the pages' own, where it says clearly more."""
        read: PageNumbers = []
        empty: PageNumbers = []
        late: PageNumbers = []
        for number, recognition in recognitions.items():
            own = self.pages[number]
            content = recognised_page(recognition, own.size, self._dpi[number])
            if content.letter_count > 2 * own.letter_count:
                self.pages[number] = content
                read.append(number + 1)
            elif recognition.is_timed_out:
                late.append(number + 1)
            elif not own.items:
                empty.append(number + 1)
        sentences = ((recognised, read), (timed_out, late), (nothing_recognised, empty))
        self.notices += [sentence(numbers) for sentence, numbers in sentences if numbers]
