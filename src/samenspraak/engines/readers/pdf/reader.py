"""Reading a PDF: page by page, scans through text recognition, into one source text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from samenspraak.core.extraction.source import SourceText
from samenspraak.engines.readers.errors import DamagedFile
from samenspraak.engines.readers.pdf.composing import compose, repairs_of
from samenspraak.engines.readers.pdf.opening import PDFIUM, opened_pdf
from samenspraak.engines.readers.pdf.page import PageContent, read_page

MEDIA_TYPE = "application/pdf"
Progress = Callable[[int, int], None]  # pages done, pages in all


def read_pdf(data: bytes | Path, *, name: str, on_progress: Progress | None = None) -> SourceText:
    """Read a PDF; raises EmptyFile, EncryptedFile, DamagedFile, or OcrMissing when all of it is scanned."""
    pages: list[PageContent] = []
    bold_fonts: dict[bytes, bool] = {}
    with opened_pdf(data, name) as document:
        count = len(document)
        for number in range(count):
            with PDFIUM:
                page = pdfium.FPDF_LoadPage(document, number)
                if not page:
                    raise DamagedFile(name, "PDF", f"pagina {number + 1} kan niet worden geopend")
                try:
                    pages.append(read_page(page, bold_fonts))
                finally:
                    pdfium.FPDF_ClosePage(page)
            if on_progress is not None:
                on_progress(number + 1, count)
    composition = compose(pages)
    return SourceText(
        name=name,
        sha256=sha256_of(data),
        media_type=MEDIA_TYPE,
        raw=composition.raw,
        flow=tuple(composition.flow),
        page_sizes=tuple(page.size for page in pages),
        page_count=len(pages),
        repairs=repairs_of(pages),
    )


def sha256_of(data: bytes | Path) -> str:
    """Return the SHA-256 of a file as hexadecimal digits."""
    if isinstance(data, bytes):
        return hashlib.sha256(data).hexdigest()
    with data.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
