"""A number that somebody types in a field or a cell, the Dutch way."""

from __future__ import annotations

import re

_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_PLAIN = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


def typed_number(words: str) -> float | None:
    """Return what was typed as 1.250, 1.250,5, 2,5 or 2.5; a point before three digits parts thousands. Else None."""
    plain = "".join(words.split())
    if _THOUSANDS.fullmatch(plain):
        return float(plain.replace(".", "").replace(",", "."))
    return float(plain.replace(",", ".")) if _PLAIN.fullmatch(plain) else None
