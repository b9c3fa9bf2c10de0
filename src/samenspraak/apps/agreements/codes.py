"""Printed codes in the order in which people count: J 9 before J 10."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"\d+")
_BETWEEN = re.compile(r"[\s\-_/]+")
_WIDTH = 6
KEY_LENGTH = 120


def code_key(code: str) -> str:
    """Return a key that sorts as text; "K 1.10", "k1.10" and "K-1.10" have the same one."""
    joined = _BETWEEN.sub("", code.lower()).strip(".")
    return _DIGITS.sub(lambda number: number[0].zfill(_WIDTH), joined)[:KEY_LENGTH]
