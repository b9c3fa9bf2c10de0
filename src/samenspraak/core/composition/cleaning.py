"""Text that every format can hold.

A control character breaks the XML of an office file; a character from the private-use area has no glyph, makes a
PDF fail PDF/UA and hides the text around it from other readers; half a surrogate pair cannot be written at all.
"""

from __future__ import annotations

import re

# Tab and line end are white space; all other control characters, surrogates, non-characters and private use go.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
# Word writes its bullets with letters of the private-use area: what people see is a bullet.
_BULLETS = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪", "\uf0fc": "✓", "\uf0d8": "›"})


def writable(text: str) -> str:
    """Return the text without what some format cannot hold; every line end is the same one."""
    text = text.translate(_BULLETS).replace("\r\n", "\n").replace("\r", "\n")
    return _UNWRITABLE.sub("", text)
