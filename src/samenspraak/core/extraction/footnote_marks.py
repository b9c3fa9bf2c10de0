"""Footnote digits that stick to the word before them: "gemeente2", "plannen3"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from samenspraak.core.extraction.source import Line, Table

DIGITS = frozenset("123456789")
NOTE = re.compile(r"^(?P<number>[1-9]\d?) [A-ZÀ-Ý‘'\"]")
# A small letter or a closing mark, then one or two digits, then the end of the word; never m2 or CO2.
GLUED = re.compile(r"(?<=[a-zà-ÿ)”’]{2})(?<!\bm)(?<!km)(?P<number>[1-9]\d?)(?=[\s.,;:)!?]|$)")


def without_footnote_marks(flow: Sequence[Line | Table]) -> list[Line | Table]:
    """Return the flow with the digits taken off that call a footnote of this document; offsets stay true."""
    notes = (NOTE.match(line.text) for line in flow if isinstance(line, Line) and line.text[:1] in DIGITS)
    numbers = {match["number"] for match in notes if match}
    if not numbers:
        return list(flow)
    return [_without(element, numbers) if isinstance(element, Line) else element for element in flow]


def _without(line: Line, numbers: set[str]) -> Line:
    kept: list[int] = list(range(len(line.text)))
    for match in GLUED.finditer(line.text):
        if match["number"] in numbers:
            kept = [index for index in kept if not match.start() <= index < match.end()]
    if len(kept) == len(line.text):
        return line
    return replace(
        line, text="".join(line.text[index] for index in kept), origins=tuple(line.origin(index) for index in kept)
    )
