"""Which characters do these bytes stand for, and are they text at all?"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1_000_000  # characters looked at to tell text from noise
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_MULTI_BYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_MOST_CONTROLS = 0.01  # random bytes have 0.1
_MOST_HIGH = 0.3  # Dutch in one byte per character has 0.01, random bytes have 0.5

_READ_AS_WINDOWS = "De tekst is geen geldige UTF-8; hij is gelezen als Windows-tekst (cp1252)."


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with what had to be assumed about its bytes, as Dutch sentences."""

    text: str
    notices: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded | None:
    """Return the text of `data` without its byte-order mark, or None when it is no text."""
    decoded = _decode_marked(data) or _decode_unmarked(data)
    return decoded if decoded and _is_text(decoded.text) else None


def _decode_marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with_replacements(data[len(mark) :], encoding)
    return None


def _decode_unmarked(data: bytes) -> Decoded | None:
    encoding = _utf16_without_mark(data) or "utf-8"
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError:
        pass
    if _is_mostly_utf8(data):
        return _with_replacements(data, "utf-8")
    if len(_HIGH.findall(data, 0, _SAMPLE)) > _MOST_HIGH * min(len(data), _SAMPLE):
        return None
    return Decoded(data.decode("cp1252", errors="replace"), (_READ_AS_WINDOWS,))


def _utf16_without_mark(data: bytes) -> str | None:
    """Latin text in UTF-16 has a zero in nearly every other byte."""
    sample = data[:2000]
    half = len(sample) // 2
    if half < 2:  # one character says nothing
        return None
    if sample[1::2].count(0) > 0.8 * half and sample[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.8 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _is_mostly_utf8(data: bytes) -> bool:
    """A damaged UTF-8 text still has far more whole characters than loose bytes; Windows text has hardly any."""
    whole = b"".join(_MULTI_BYTE.findall(data))
    loose = len(_HIGH.findall(data)) - len(whole)
    return len(whole) > 2 * loose


def _with_replacements(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    count = text.count("\ufffd")
    if not count:
        return Decoded(text)
    return Decoded(text, (f"Op {count} plaatsen staan onleesbare tekens in de tekst; daar staat nu \ufffd.",))


def _is_text(text: str) -> bool:
    sample = text[:_SAMPLE]
    controls = len(_CONTROLS.findall(sample))
    # A short text may hold one stray control character; noise has more than one in a hundred.
    return controls <= max(1, _MOST_CONTROLS * len(sample)) and controls * 4 <= len(sample)
