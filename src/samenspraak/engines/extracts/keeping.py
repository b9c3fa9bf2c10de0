"""Rows of an extract kept encrypted, where an installation was told to: by default none is kept.

A kept file is what was understood of a delivery, as Parquet, encrypted in pieces with AES-GCM. Each piece says by its
number which it is and whether it is the last: pieces that are missing, turned round or changed are refused. Head and
name are bound to every piece, so that no file can stand in for another.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from samenspraak.engines.extracts.errors import KeptRowsUnreadable, RowsKeyWrong

KEY_BYTES, ID_BYTES, SALT_BYTES, TAG_BYTES = 32, 8, 7, 16
PIECE = 1 << 20
MAGIC = b"SSKR1"
SUFFIX = ".rows"


@dataclass(frozen=True, slots=True)
class Key:
    """A key, and the eight bytes by which a file says that it needs it."""

    secret: bytes
    number: bytes


def keys_of(texts: Sequence[str]) -> tuple[Key, ...]:
    """Return keys written as 32 bytes in URL-safe base64; raises RowsKeyWrong, which never repeats a key."""
    found = []
    for number, text in enumerate(texts, start=1):
        try:
            secret = base64.b64decode(text.strip(), altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            secret = b""
        if len(secret) != KEY_BYTES:
            raise RowsKeyWrong(
                f"Sleutel {number} voor bewaarde rijen is geen {KEY_BYTES} bytes in base64. Maak er een met:"
                ' python -c "import base64, os; print(base64.urlsafe_b64encode(os.urandom(32)).decode())".'
            )
        found.append(Key(secret, hashlib.sha256(b"rows" + secret).digest()[:ID_BYTES]))
    return tuple(found)


def kept_rows_in(folder: Path, texts: Sequence[str]) -> KeptRows | None:
    """Return where rows are kept, for keys as a setting has them; None, so that none are, without a key."""
    keys = keys_of(texts)
    return KeptRows(folder, keys) if keys else None


class KeptRows:
    """A folder of encrypted rows. The first key encrypts; all keys decrypt."""

    def __init__(self, folder: Path, keys: Sequence[Key]) -> None:
        if not keys:
            raise RowsKeyWrong("Zonder sleutel worden geen rijen bewaard. Noem er een in SAMENSPRAAK_ROWS_KEYS.")
        self._folder, self._keys = folder, tuple(keys)

    def names(self) -> list[str]:
        """Return what is kept."""
        return sorted(path.name.removesuffix(SUFFIX) for path in self._folder.glob(f"*{SUFFIX}"))

    def keep(self, plain: Path, name: str) -> None:
        """Keep a file under a name, whole or not at all."""
        with plain.open("rb") as file:
            self._write(name, iter(lambda: file.read(PIECE), b""))

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield what was kept; raises KeptRowsUnreadable before the first wrong byte is given away."""
        try:
            file = self._path(name).open("rb")
        except FileNotFoundError:
            raise KeptRowsUnreadable(
                "Deze rijen zijn er niet (meer). Lever het bestand opnieuw aan.", where=name
            ) from None
        with file:
            head = file.read(len(MAGIC) + ID_BYTES + SALT_BYTES)
            number, salt = head[len(MAGIC) : len(MAGIC) + ID_BYTES], head[len(MAGIC) + ID_BYTES :]
            key = next((each for each in self._keys if each.number == number), None)
            if not head.startswith(MAGIC) or len(salt) != SALT_BYTES:
                raise KeptRowsUnreadable("Dit zijn geen bewaarde rijen.", where=name)
            if key is None:
                raise KeptRowsUnreadable(
                    "De sleutel van deze rijen staat niet in SAMENSPRAAK_ROWS_KEYS. Zet de oude achteraan terug.",
                    where=name,
                )
            yield from _decrypted(file, key, salt, head + name.encode(), name)

    def rotate(self) -> int:
        """Encrypt again what another than the first key encrypted; return how many. After that the others can go."""
        count = 0
        for name in self.names():
            with self._path(name).open("rb") as file:
                number = file.read(len(MAGIC) + ID_BYTES)[len(MAGIC) :]
            if number != self._keys[0].number:
                self._write(name, self.pieces(name))
                count += 1
        return count

    def delete(self, name: str) -> None:
        """Take away what was kept under a name, if anything was."""
        self._path(name).unlink(missing_ok=True)

    def delete_older(self, today: date, days: int) -> list[str]:
        """Take away what was kept longer than so many days; return the names."""
        limit = datetime(today.year, today.month, today.day, tzinfo=UTC) - timedelta(days=days)
        old = [name for name in self.names() if self._path(name).stat().st_mtime < limit.timestamp()]
        for name in old:
            self.delete(name)
        return old

    def _path(self, name: str) -> Path:
        if not name or Path(name).name != name:
            raise KeptRowsUnreadable("Deze naam kan niet.", where=name)
        return self._folder / f"{name}{SUFFIX}"

    def _write(self, name: str, pieces: Iterator[bytes]) -> None:
        """Rotating keeps the day on which rows were kept: it does not make them younger."""
        path = self._path(name)
        kept_on = path.stat().st_mtime if path.exists() else None
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_suffix(f".{os.getpid()}.part")
        try:
            draft.touch(mode=0o600)
            with draft.open("wb") as out:
                head = MAGIC + self._keys[0].number + secrets.token_bytes(SALT_BYTES)
                out.write(head)
                out.writelines(_encrypted(pieces, self._keys[0], head[-SALT_BYTES:], head + name.encode()))
            if kept_on is not None:
                os.utime(draft, (kept_on, kept_on))
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)


def _nonce(salt: bytes, number: int, *, is_last: bool) -> bytes:
    return salt + number.to_bytes(4, "big") + bytes([is_last])


def _encrypted(pieces: Iterator[bytes], key: Key, salt: bytes, bound: bytes) -> Iterator[bytes]:
    cipher, held, number = AESGCM(key.secret), next(pieces, b""), 0
    for piece in pieces:
        yield cipher.encrypt(_nonce(salt, number, is_last=False), held, bound)
        held, number = piece, number + 1
    yield cipher.encrypt(_nonce(salt, number, is_last=True), held, bound)


def _decrypted(file: BinaryIO, key: Key, salt: bytes, bound: bytes, name: str) -> Iterator[bytes]:
    cipher, held, number = AESGCM(key.secret), file.read(PIECE + TAG_BYTES), 0
    while True:
        following = file.read(PIECE + TAG_BYTES)
        try:
            yield cipher.decrypt(_nonce(salt, number, is_last=not following), held, bound)
        except InvalidTag:
            raise KeptRowsUnreadable(
                "Deze rijen zijn beschadigd of veranderd. Lever het bestand opnieuw aan.", where=name
            ) from None
        if not following:
            return
        held, number = following, number + 1
