"""Packs an office file again, so that the same content gives the same bytes on every day."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

Moment = tuple[int, int, int, int, int, int]
EPOCH: Moment = (2000, 1, 1, 0, 0, 0)


def settled(packed: bytes, *, epoch: Moment = EPOCH, compresslevel: int | None = None) -> bytes:
    """Return the same zip file with one date for all its members; their order stays."""
    out = BytesIO()
    with ZipFile(BytesIO(packed)) as old, ZipFile(out, "w") as new:
        for member in old.infolist():
            info = ZipInfo(member.filename, epoch)
            # OpenDocument wants its first member, the media type, uncompressed.
            info.compress_type = ZIP_STORED if member.filename == "mimetype" else ZIP_DEFLATED
            new.writestr(info, old.read(member), compresslevel=compresslevel)
    return out.getvalue()
