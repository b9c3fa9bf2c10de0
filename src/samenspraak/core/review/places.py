"""From a place in a text that was mended to the same place in the raw text of the file."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_DIVIDED = re.compile(r"(?<=[a-zà-ÿ])[-\u00ad\ufffe]\s*\n\s*(?=[a-zà-ÿ])")
_SPACE = re.compile(r"\s+")


def raw_offset(raw: str, text: str, position: int) -> int:
    """Return where `text[position]` stands in `raw`, the passage that the text was read from.

    The two differ where letters were mended or words joined; a place inside such a difference goes to its end.
    """
    matcher = SequenceMatcher(None, text, raw, autojunk=False)
    for block in matcher.get_matching_blocks():
        if position < block.a:
            return block.b
        if position < block.a + block.size:
            return block.b + position - block.a
    return len(raw)


def reading_text(raw: str, repairs: tuple[tuple[str, str], ...] = ()) -> str:
    """Return a raw passage as people read it: letters mended, divided words joined, white space evened out."""
    for before, after in repairs:
        raw = raw.replace(before, after)
    return _SPACE.sub(" ", _DIVIDED.sub("", raw)).strip()
