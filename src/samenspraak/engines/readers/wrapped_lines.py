"""Finds documents whose paragraphs are printed lines: text pasted from a PDF into a word processor.

There every line end became a paragraph end. Such a document is told by its full lines: they stop in the middle of a
sentence and the next one goes on with a small letter, which whole paragraphs hardly ever do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import mode

from samenspraak.core.extraction.source import Line, Table

_LONGEST_PRINTED = 200  # characters; small print over a full page
_FULL = 0.6  # of the longest usual line
_FEWEST_FULL = 8
_LEAST_OPEN = 0.3  # of the full lines; three quarters in wrapped text, a few in a hundred elsewhere
_CLOSING = tuple(".:;!?…")

Flow = Sequence[Line | Table]


def as_printed(flow: Flow) -> tuple[Line | Table, ...]:
    """Return the flow with its paragraphs as lines where that is what they are, and unchanged elsewhere."""
    gaps = _gaps_inside_sentences(flow)
    if gaps is None:
        return tuple(flow)
    # Spacing that stands between the lines of one sentence stands between all lines and says nothing.
    usual = mode(gaps)
    return tuple(_as_line(part, usual) if isinstance(part, Line) else part for part in flow)


def _as_line(line: Line, usual_gap: float) -> Line:
    if not line.is_paragraph or line.heading_level is not None or line.list_level is not None:
        return line
    return replace(line, is_paragraph=False, space_before=max(0.0, line.space_before - usual_gap))


def _gaps_inside_sentences(flow: Flow) -> list[float] | None:
    """Return the white space inside sentences that run on over paragraphs; None when paragraphs are paragraphs."""
    lengths = sorted(len(part.text) for part in flow if isinstance(part, Line))
    if len(lengths) < _FEWEST_FULL:
        return None
    longest = lengths[len(lengths) * 95 // 100]
    pairs = [
        (above, below)
        for above, below in pairwise(flow)
        if isinstance(above, Line) and isinstance(below, Line) and len(above.text) >= _FULL * longest
    ]
    gaps = [below.space_before for above, below in pairs if _runs_on(above.text, below.text)]
    if longest > _LONGEST_PRINTED or len(pairs) < _FEWEST_FULL or len(gaps) < _LEAST_OPEN * len(pairs):
        return None
    return gaps


def _runs_on(above: str, below: str) -> bool:
    return below[0].islower() and not above.endswith(_CLOSING)
