"""Packs an office file again, so that the same text gives the same bytes on every day."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

EPOCH = (2026, 1, 1, 0, 0, 0)


def settle(path: Path) -> None:
    """Rewrite the zip file at `path` with one date for all members; their order stays."""
    with ZipFile(path) as packed:
        members = [(info.filename, packed.read(info)) for info in packed.infolist()]
    with ZipFile(path, "w") as packed:
        for name, content in members:
            info = ZipInfo(name, EPOCH)
            # OpenDocument wants its first member, the media type, uncompressed.
            info.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            packed.writestr(info, content, compresslevel=9)
