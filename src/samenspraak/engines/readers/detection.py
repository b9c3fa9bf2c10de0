"""Which format is a file in? Told by what is in it; its name plays no part."""

from __future__ import annotations

import re
from enum import StrEnum

from samenspraak.engines.readers.errors import DamagedFile, EmptyFile, EncryptedFile, ReaderError, UnknownFormat
from samenspraak.engines.readers.text_decoding import decode
from samenspraak.engines.readers.zip_guard import entry_names, unpack


class Format(StrEnum):
    """The formats that can be read."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    FLAT_ODT = "fodt"
    HTML = "html"
    IMAGE = "image"
    PLAIN_TEXT = "txt"


class UnreadFormat(UnknownFormat):
    """A format that is recognised and not read; `advice` says in Dutch what to hand in instead."""

    def __init__(self, name: str, what: str, advice: str) -> None:
        ReaderError.__init__(self, name, f"Dit is {what}; dat kan niet worden gelezen. {advice}")


_HEAD = 1024  # bytes in which a PDF's first words may stand (ISO 32000-1, implementation note 13)
_TEXT_HEAD = 4096  # characters in which a page shows that it is one

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of Office 97-2003, and of locked DOCX files
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")

_SAVE_AS_DOCX = "Open het in Word of LibreOffice en sla het op als DOCX of PDF."
_SAVE_AS_PDF = "Sla het op als PDF en lever dat bestand aan."
_UNREAD = (
    (b"{\\rtf", "een RTF-bestand", _SAVE_AS_DOCX),
    (b"%!PS", "een PostScript-bestand", _SAVE_AS_PDF),
    (b"Rar!", "een RAR-archief", "Pak het uit en lever de documenten zelf aan."),
    (b"7z\xbc\xaf\x27\x1c", "een 7-Zip-archief", "Pak het uit en lever de documenten zelf aan."),
    (b"\x1f\x8b", "een ingepakt bestand (gzip)", "Pak het uit en lever het document zelf aan."),
    (b"GIF8", "een GIF-afbeelding", "Sla haar op als PNG of PDF."),
    (b"BM", "een BMP-afbeelding", "Sla haar op als PNG of PDF."),
)
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_FLAT_TEXT = 'office:mimetype="application/vnd.oasis.opendocument.text'
_HTML_START = re.compile(r"<!doctype\s+html|<html[\s>]|<body[\s>]|<head[\s>]", re.IGNORECASE)
_HTML_TAG = re.compile(r"</?(?:p|div|table|tr|td|h[1-6]|ul|ol|li|span|br)\b[^<>]{0,500}>", re.IGNORECASE)
_FEWEST_TAGS = 3


def detect(data: bytes, *, name: str) -> Format:
    """Return the format of `data`; raises EmptyFile, UnknownFormat, DamagedFile, EncryptedFile or ZipBomb."""
    if not data:
        raise EmptyFile(name)
    if data.startswith(_ZIP):
        return _packed_format(data, name)
    if data.startswith(_OLE2):
        raise _old_office(data, name)
    if data.startswith(_IMAGES):
        return Format.IMAGE
    if b"%PDF-" in data[:_HEAD]:
        return Format.PDF
    return _text_format(data, name)


def _packed_format(data: bytes, name: str) -> Format:
    names = entry_names(data, name=name, kind=_packed_kind(data))
    if "[Content_Types].xml" in names:
        return _office_format(names, name)
    if "content.xml" in names:
        return _open_document_format(data, name)
    if "mimetype" in names and "encrypted-package" in names:
        raise EncryptedFile(name, "ODT")
    if "mimetype" in names and any(entry.endswith(".opf") for entry in names):
        raise UnreadFormat(name, "een e-boek (EPUB)", _SAVE_AS_PDF)
    raise UnreadFormat(name, "een zip-archief", "Pak het uit en lever de documenten zelf aan.")


def _packed_kind(data: bytes) -> str:
    """Return what a packed file that cannot be opened was probably meant to be."""
    if b"word/" in data[:_TEXT_HEAD] or b"word/" in data[-_TEXT_HEAD:]:
        return "DOCX"
    return "ODT" if f"{_OPEN_DOCUMENT}text".encode() in data[:_TEXT_HEAD] else "zip"


def _office_format(names: frozenset[str], name: str) -> Format:
    if any(entry.startswith("word/") for entry in names):
        return Format.DOCX
    if any(entry.startswith("xl/") for entry in names):
        raise UnreadFormat(name, "een Excel-werkmap", _SAVE_AS_PDF)
    if any(entry.startswith("ppt/") for entry in names):
        raise UnreadFormat(name, "een PowerPoint-presentatie", _SAVE_AS_PDF)
    raise DamagedFile(name, "DOCX", "de tekst ontbreekt")


def _open_document_format(data: bytes, name: str) -> Format:
    parts = unpack(data, name=name, kind="ODT", wanted=lambda entry: entry == "mimetype")
    kind = parts.get("mimetype", b"").decode("ascii", errors="replace").strip()
    # Without the entry that names it, the content decides: the reader refuses what is no text.
    if not kind or kind.startswith(f"{_OPEN_DOCUMENT}text"):
        return Format.ODT
    if kind.startswith(_OPEN_DOCUMENT):
        raise UnreadFormat(name, "een OpenDocument-bestand dat geen tekst is", _SAVE_AS_PDF)
    raise UnknownFormat(name)


def _old_office(data: bytes, name: str) -> ReaderError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return EncryptedFile(name, "Office")
    if "WordDocument".encode("utf-16-le") in data:
        return UnreadFormat(name, "een Word-bestand van voor 2007 (.doc)", _SAVE_AS_DOCX)
    return UnreadFormat(name, "een Office-bestand van voor 2007", _SAVE_AS_PDF)


def _text_format(data: bytes, name: str) -> Format:
    for mark, what, advice in _UNREAD:
        # Two letters are no proof: a text may begin with them, so only what is no text is refused by them.
        if data.startswith(mark) and (len(mark) > len("BM") or decode(data) is None):
            raise UnreadFormat(name, what, advice)
    decoded = decode(data[: _TEXT_HEAD * 4]) or decode(data)
    if decoded is None:
        raise UnknownFormat(name)
    head = decoded.text[:_TEXT_HEAD]
    if "<office:document" in head and _FLAT_TEXT in decoded.text:
        return Format.FLAT_ODT
    is_page = _HTML_START.search(head) or (head.lstrip().startswith("<") and _has_tags(head))
    return Format.HTML if is_page else Format.PLAIN_TEXT


def _has_tags(head: str) -> bool:
    return len(_HTML_TAG.findall(head)) >= _FEWEST_TAGS
