"""A first look at a file that somebody hands in: what is it, and could it be read at all?"""

from __future__ import annotations

from samenspraak.engines.readers.detection import Format, detect
from samenspraak.engines.readers.zip_guard import unpack

_MEDIA_TYPES = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.ODT: "application/vnd.oasis.opendocument.text",
    Format.FLAT_ODT: "application/vnd.oasis.opendocument.text-flat-xml",
    Format.HTML: "text/html",
    Format.IMAGE: "image/png",
    Format.PLAIN_TEXT: "text/plain",
}
_IMAGES = ((b"\xff\xd8\xff", "image/jpeg"), (b"II*\x00", "image/tiff"), (b"MM\x00*", "image/tiff"))
_PACKED = {Format.DOCX, Format.ODT}


def media_type_of(data: bytes, *, name: str) -> str:
    """Return the media type, told by what is in the file; raises SamenspraakError for what cannot be read.

    It is fast, so it does not find everything: a file that passes may still turn out to be damaged.
    """
    found = detect(data, name=name)
    if found in _PACKED:
        # What a packed file says of its own size is no proof: its text is unpacked, against a limit.
        unpack(data, name=name, kind=found.upper(), wanted=lambda entry: entry.endswith(".xml"))
    return next((kind for mark, kind in _IMAGES if data.startswith(mark)), _MEDIA_TYPES[found])
