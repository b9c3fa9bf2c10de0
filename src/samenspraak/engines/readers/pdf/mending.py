"""From a line as the file has it to a line that can be read, each character with its origin.

Only what is particular to PDF is mended here: raised note digits, symbol-font bullets, control characters and
signs for a hyphen at the line's end. Ligatures and divided words are mended for every format alike, later.
"""

from __future__ import annotations

import re
import unicodedata

from samenspraak.core.light_values import light_value
from samenspraak.engines.readers.pdf.fragments import Fragment
from samenspraak.engines.readers.pdf.glyphs import Glyphs

_SOFT_HYPHEN = "\u00ad"
_HYPHEN_AT_END = re.compile("[\ufffe\u00ad]+$")
_LONE_SYMBOL = re.compile(r"(?<!\S)[\ue000-\uf8ff](?!\S)|^\ufffd(?= )")
# Print without a known character is kept where it may be part of a word (a ligature), and is no loss elsewhere.
_IDLE = re.compile(r"(?<!\w)\ufffd(?![a-zà-ÿ])")
_DIGIT = re.compile("[0-9]")  # asked before numbers are looked for
_NUMBER = re.compile("[0-9][0-9]*")  # twice as fast as with a plus
_RAISED_SIZE = 0.8  # a note digit is at most this share of the line's size
_RAISED_BY = 0.1  # share of the line's size that it stands above the base line (a lowered one, CO2, is no note)
_POWER = re.compile(r"(?:^|[^\w])[kcdm]?m ?$")  # "m" + a raised 2: square metres


@light_value
class Mended:
    """Readable text; `origins[i]` is where character i stands in the raw text (None: at i)."""

    text: str
    origins: tuple[int, ...] | None
    note_digits: int = 0  # runs of raised digits that were left out


def mended(fragment: Fragment, glyphs: Glyphs | None) -> Mended:
    """Mend the text of a fragment; without glyphs (recognised text) nothing is known of raised digits."""
    raw = fragment.text
    notes = _note_digits(fragment, glyphs) if glyphs is not None and _DIGIT.search(raw, 1) else []
    if not notes and raw.isprintable() and "\ufffd" not in raw:
        return Mended(raw, None)
    dropped = {place for start, end in notes for place in range(start, end)}
    dropped |= {match.start() for match in _IDLE.finditer(raw)}
    symbols = {match.start() for match in _LONE_SYMBOL.finditer(raw)}
    hyphens = _HYPHEN_AT_END.search(raw)
    characters: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(raw):
        written = _written(character, is_symbol=place in symbols) if place in symbols or place not in dropped else ""
        if hyphens is not None and place >= hyphens.start():
            written = "-" if place == hyphens.start() else ""
        if written and not (written == " " and characters[-1:] == [" "]):
            characters.append(written)
            origins.append(place)
    return Mended("".join(characters), tuple(origins), len(notes))


def _written(character: str, *, is_symbol: bool) -> str:
    if is_symbol:
        return "•"
    if character == "\ufffe":
        return "-"
    if character in "\u00a0\u2007\u202f\t":
        return " "
    return (
        ""
        if character == _SOFT_HYPHEN or unicodedata.category(character) in {"Cc", "Cf", "Cn", "Zl", "Zp"}
        else character
    )


def _note_digits(fragment: Fragment, glyphs: Glyphs) -> list[tuple[int, int]]:
    """Return the places of raised small digits, those at the line's start (the note itself) left alone."""
    notes = []
    for match in _NUMBER.finditer(fragment.text):
        last = match.end() - 1
        if match.start() == 0 or not _is_raised(fragment, glyphs, last):
            continue
        start = last
        while start > match.start() and _is_raised(fragment, glyphs, start - 1):
            start -= 1
        if start > 0 and not _POWER.search(fragment.text[:start]):
            notes.append((start, match.end()))
    return notes


def _is_raised(fragment: Fragment, glyphs: Glyphs, place: int) -> bool:
    position = fragment.position(place)
    # The place is asked first: one question to pdfium, where the size takes two, and most digits are not raised.
    if position is None or fragment.baseline - glyphs.baseline(position) < _RAISED_BY * fragment.size:
        return False
    return glyphs.size(position) <= _RAISED_SIZE * fragment.size
