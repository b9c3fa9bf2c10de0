"""Reads a document: from bytes in any of the known formats to lines and tables with their places."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from samenspraak.core.errors import SamenspraakError
from samenspraak.core.extraction.source import SourceText
from samenspraak.engines.readers.collecting import collecting_later
from samenspraak.engines.readers.detection import Format, detect
from samenspraak.engines.readers.docx import read_docx
from samenspraak.engines.readers.errors import DamagedFile, FileTooLarge, ReaderError
from samenspraak.engines.readers.html import read_html
from samenspraak.engines.readers.odt import read_flat_odt, read_odt
from samenspraak.engines.readers.plain_text import read_plain_text

__all__ = ["MAX_SIZE", "read", "read_bytes"]

MAX_SIZE = 200_000_000  # bytes; a file of this size or larger is not opened

Progress = Callable[[int, int], None]  # pages done, pages in all


class _Reader(Protocol):
    def __call__(self, data: bytes, *, name: str, on_progress: Progress | None = None) -> SourceText: ...


def read(
    path: Path, *, on_progress: Progress | None = None, mend_text: bool = True, max_size: int = MAX_SIZE
) -> SourceText:
    """Read a file in any known format, told by its content; raises only SamenspraakError."""
    try:
        size = path.stat().st_size
        # Asked before reading: a file that is too large must cost nothing.
        if size >= max_size:
            raise FileTooLarge(path.name, size, max_size)
        data = path.read_bytes()
    except OSError as error:
        raise ReaderError(
            path.name, "Het bestand kan niet worden geopend. Controleer of het bestaat en of u het mag lezen."
        ) from error
    return read_bytes(data, name=path.name, on_progress=on_progress, mend_text=mend_text, max_size=max_size)


def read_bytes(
    data: bytes, *, name: str, on_progress: Progress | None = None, mend_text: bool = True, max_size: int = MAX_SIZE
) -> SourceText:
    """Read a document that is already in memory; `name` is only used to say where something went wrong."""
    if len(data) >= max_size:
        raise FileTooLarge(name, len(data), max_size)
    found = detect(data, name=name)
    with collecting_later():
        try:
            source = _READERS[found](data, name=name, on_progress=on_progress)
        except SamenspraakError:
            raise
        # The border of all readers: behind it stand libraries that, on a damaged file, may raise anything.
        except Exception as error:
            raise DamagedFile(name, found.upper()) from error
        return _mended(source) if mend_text else source


def _read_pdf(data: bytes, *, name: str, on_progress: Progress | None = None) -> SourceText:
    # Imported here: pdfium and its companions take longer to load than a Word file takes to read.
    from samenspraak.engines.readers.pdf import read_pdf  # noqa: PLC0415

    return read_pdf(data, name=name, on_progress=on_progress)


def _read_image(data: bytes, *, name: str, on_progress: Progress | None = None) -> SourceText:
    # Imported here, for the same reason.
    from samenspraak.engines.readers.ocr import read_image  # noqa: PLC0415

    return read_image(data, name=name, on_progress=on_progress)


def _mended(source: SourceText) -> SourceText:
    # Imported here, because the word list it judges by is loaded with it.
    from samenspraak.engines.readers.repair import mend  # noqa: PLC0415

    return mend(source)


_READERS: dict[Format, _Reader] = {
    Format.PDF: _read_pdf,
    Format.DOCX: read_docx,
    Format.ODT: read_odt,
    Format.FLAT_ODT: read_flat_odt,
    Format.HTML: read_html,
    Format.IMAGE: _read_image,
    Format.PLAIN_TEXT: read_plain_text,
}
