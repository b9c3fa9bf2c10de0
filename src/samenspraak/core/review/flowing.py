"""Text that was broken off at the edge of a page, shown on another width."""

from __future__ import annotations

import re
from itertools import pairwise

FULL = 0.72  # of a long line of the page: who wrote on after this much, did so because the line was full
SHORTEST = 45  # characters: a page with shorter lines is a list, or stands in narrow columns
_LONG = 0.9  # which line counts as a long one: longer than nine in ten
# What begins something new, however full the line above it was.
_NEW = re.compile(r"\s*(?:[•▪●○◦\uf0b7\uf0a7☐☒☑✓*·–—-]|o |\d+(?:\.\d+)*[.)]? |[a-z][.)] |[A-Z] \d)")


def flowing(raw: str) -> str:
    """Return a text with a space where a line only ended because it was full; every place in it stays the same.

    Lines that were set for paper leave single words behind when they are shown narrower. A line that divides a word
    stays as it is: what is shown is what the file holds.
    """
    lines = raw.split("\n")
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    if not lengths:
        return raw
    full = max(SHORTEST, FULL * lengths[int(_LONG * (len(lengths) - 1))])
    parts = [lines[0]]
    for above, line in pairwise(lines):
        goes_on = len(above.strip()) >= full and line.strip() and not _NEW.match(line)
        parts += (" " if goes_on and not above.rstrip().endswith("-") else "\n", line)
    return "".join(parts)
