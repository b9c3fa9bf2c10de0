"""Opening a PDF: the one door to pdfium, with our own errors."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from samenspraak.engines.readers.errors import DamagedFile, EmptyFile, EncryptedFile

# pdfium has global state and is not safe for threads: whoever calls it holds this lock. The reader lets go
# of it after every page, so that a page picture need not wait for a whole document.
PDFIUM = threading.RLock()

_TAIL = 4096
_END_MARK = b"%%EOF"
_BLANK = b"\0\r\n\t "


@contextmanager
def opened_pdf(data: bytes | Path, name: str) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF and close it afterwards; raises EmptyFile, EncryptedFile or DamagedFile."""
    with PDFIUM:
        document = _open(data, name)
    try:
        _refuse_cut_off(data, name)
        yield document
    finally:
        with PDFIUM:
            document.close()


def _open(data: bytes | Path, name: str) -> pypdfium2.PdfDocument:
    if _size(data) == 0:
        raise EmptyFile(name)
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise EncryptedFile(name, "PDF") from error
        raise DamagedFile(name, "PDF") from error


def _refuse_cut_off(data: bytes | Path, name: str) -> None:
    # pdfium rebuilds what it can of a cut-off file, and the rest would be missing without a word.
    if _END_MARK not in _tail(data):
        raise DamagedFile(name, "PDF", "het einde van het bestand ontbreekt")


def _size(data: bytes | Path) -> int:
    return len(data) if isinstance(data, bytes) else data.stat().st_size


def _tail(data: bytes | Path) -> bytes:
    """Return the last bytes before the blanks and zeros with which some programs fill a file up."""
    if isinstance(data, bytes):
        return data.rstrip(_BLANK)[-_TAIL:]
    with data.open("rb") as stream:
        end = data.stat().st_size
        while end > 0:
            start = max(0, end - _TAIL)
            stream.seek(start)
            block = stream.read(end - start).rstrip(_BLANK)
            if block:
                stream.seek(max(0, start + len(block) - _TAIL))
                return stream.read(min(_TAIL, start + len(block)))
            end = start
    return b""
