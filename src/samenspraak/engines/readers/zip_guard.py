"""Opens a packed document (DOCX, ODT) without trusting what it says about its own size.

Only the parts that are asked for are unpacked, in small pieces and against a limit, so a file that unpacks to
gigabytes costs no more than the limit. Nothing is ever written to disk under a name from the file.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from samenspraak.engines.readers.errors import DamagedFile, EncryptedFile, ZipBomb

_IS_ENCRYPTED = 0x1
_CENTRAL_HEADER = b"PK\x01\x02"
_PIECE = 1 << 16

# What zipfile and zlib raise on damaged bytes; RuntimeError is zipfile's word for "a password is needed".
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    OverflowError,
    IndexError,
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a packed document may cost; sizes in bytes."""

    entries: int = 20_000
    declared: int = 300_000_000  # all entries together, pictures included
    unpacked: int = 64_000_000  # the parts that are read; a thousand pages take about 20 MB
    # Deflate cannot do better than about 1,030; text does 10 to 50, and small files may do what they like.
    ratio: int = 250
    ratio_counts_from: int = 20_000_000


def entry_names(data: bytes, *, name: str, kind: str) -> frozenset[str]:
    """Return the names of the entries; raises DamagedFile, EncryptedFile or ZipBomb."""
    with _opened(data, name, kind, Limits()) as archive:
        return frozenset(archive.namelist())


def unpack(
    data: bytes, *, name: str, kind: str, wanted: Callable[[str], bool], limits: Limits | None = None
) -> Mapping[str, bytes]:
    """Return the wanted entries by name; raises DamagedFile, EncryptedFile or ZipBomb."""
    limits = limits or Limits()
    parts: dict[str, bytes] = {}
    left = limits.unpacked
    try:
        with _opened(data, name, kind, limits) as archive:
            for entry in archive.infolist():
                if wanted(entry.filename):
                    parts[entry.filename] = _read_entry(archive, entry, left, name, limits)
                    left -= len(parts[entry.filename])
    except _UNREADABLE as error:
        raise DamagedFile(name, kind) from error
    return parts


def _opened(data: bytes, name: str, kind: str, limits: Limits) -> zipfile.ZipFile:
    # Counted in the bytes, because zipfile builds an object per entry before anyone can ask how many there are.
    if data.count(_CENTRAL_HEADER) > limits.entries:
        raise DamagedFile(name, kind, f"er zitten meer dan {limits.entries} onderdelen in")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _UNREADABLE as error:
        raise DamagedFile(name, kind) from error
    _inspect(archive.infolist(), name, kind, limits)
    return archive


def _inspect(entries: list[zipfile.ZipInfo], name: str, kind: str, limits: Limits) -> None:
    if any(entry.flag_bits & _IS_ENCRYPTED for entry in entries):
        raise EncryptedFile(name, kind)
    if any(_leaves_its_folder(entry.filename) for entry in entries):
        raise DamagedFile(name, kind, "er staan verdachte bestandsnamen in")
    if sum(entry.file_size for entry in entries) > limits.declared:
        raise ZipBomb(name, limits.declared)


def _leaves_its_folder(filename: str) -> bool:
    return filename.startswith(("/", "\\")) or ".." in filename.replace("\\", "/").split("/")


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int, name: str, limits: Limits) -> bytes:
    is_suspect = entry.file_size > limits.ratio * max(1, entry.compress_size)
    if is_suspect and entry.file_size > limits.ratio_counts_from:
        raise ZipBomb(name, limits.ratio_counts_from)
    pieces = []
    # Read piece by piece: asked for everything at once, zipfile unpacks more than the entry says it holds.
    with archive.open(entry) as stream:
        while piece := stream.read(_PIECE):
            left -= len(piece)
            if left < 0:
                raise ZipBomb(name, limits.unpacked)
            pieces.append(piece)
    return b"".join(pieces)
