"""Putting together what belongs on one line: raised digits and list markers that pdfium sets apart."""

from __future__ import annotations

import re

from samenspraak.engines.readers.pdf.fragments import Fragment
from samenspraak.engines.readers.pdf.frame import Turn
from samenspraak.engines.readers.pdf.rules import Fill

# Bullets (those of the private-use area are Word's Symbol and Wingdings), dashes, "1.", "2.3", "a)", "iv.", "K 1.2".
_MARKER = re.compile(
    r"[•◦▪▫‣∙·●○■□➢➤►▶✓✔❖\-–—*o§\ue000-\uf8ff\ufffd]"
    r"|\(?\d{1,3}[.)]"
    r"|\d{1,3}(?:\.\d{1,3}){1,3}\.?"
    r"|\(?[a-zA-Z][.)]"
    r"|\(?[ivx]{1,4}[.)]"
    r"|[A-Z]{1,2}\.? ?\d{1,3}(?:\.\d{1,3})*\.?"
)
_BULLET = "• "
_LEAST_DOT, _MOST_DOT = 1.5, 8.0  # points across
_DOT_REACH = 2.5  # font sizes between a drawn bullet and its text
_SMALL_LETTER = 0.75  # font sizes: how high a bullet may hang, and how large it may be
_LONGEST_MARKER = 12
_MARKER_REACH = 6.0  # font sizes between a marker and its text
_SAME_LINE = 0.3  # font sizes that two base lines of one line may differ
_RAISED = 0.5  # the same, for a raised or lowered digit next to a word
_GLUED = 0.15  # font sizes: less white than this is no space
_RUNS_ON = 0.8  # font sizes: more white than this is not the same run of text


def joined(fragments: list[Fragment]) -> list[Fragment]:
    """Return the fragments of a page with the pieces of one line put together, in the order they came."""
    return _with_loose_markers(_with_pieces_that_run_on(fragments))


def with_drawn_bullets(fragments: list[Fragment], fills: list[Fill]) -> list[Fragment]:
    """Write a bullet before a line that has a small round or square shape drawn where a bullet stands."""
    dots = [fill for fill in fills if _LEAST_DOT <= fill.bottom - fill.top <= _MOST_DOT and _is_square(fill)]
    for dot in dots:
        middle = (dot.top + dot.bottom) / 2
        beside = (
            line
            for line in fragments
            if 0 < line.left - dot.right <= _DOT_REACH * line.size
            and line.baseline - _SMALL_LETTER * line.size <= middle <= line.baseline
            and dot.bottom - dot.top <= _SMALL_LETTER * line.size
        )
        line = min(beside, key=lambda line: line.left, default=None)
        if line is not None and line.turn is Turn.UPRIGHT and not line.text.startswith(_BULLET):
            line.text = _BULLET + line.text
            line.left = dot.left
            line.spans = [(here + len(_BULLET), there, length) for here, there, length in line.spans]
    return fragments


def _is_square(fill: Fill) -> bool:
    width, height = fill.right - fill.left, fill.bottom - fill.top
    return abs(width - height) <= 0.2 * max(width, height)


def _with_pieces_that_run_on(fragments: list[Fragment]) -> list[Fragment]:
    result: list[Fragment] = []
    for fragment in fragments:
        if result and _runs_on(result[-1], fragment):
            result[-1] = merged(result[-1], fragment)
        else:
            result.append(fragment)
    return result


def _runs_on(first: Fragment, second: Fragment) -> bool:
    size = max(second.size, first.size)
    # The base lines first: most pieces of a page are lines under each other.
    return (
        abs(second.baseline - first.baseline) <= _RAISED * size
        and -0.3 * size <= second.left - first.right <= _RUNS_ON * size
        and first.turn is second.turn is Turn.UPRIGHT
    )


def _with_loose_markers(fragments: list[Fragment]) -> list[Fragment]:
    markers = [fragment for fragment in fragments if _is_marker(fragment)]
    if not markers:
        return fragments
    partners: dict[int, Fragment] = {}
    for marker in markers:
        partner = _text_beside(marker, fragments)
        if partner is not None and id(partner) not in partners:
            partners[id(partner)] = marker
    moved = {id(marker) for marker in partners.values()}
    return [
        merged(partners[id(fragment)], fragment) if id(fragment) in partners else fragment
        for fragment in fragments
        if id(fragment) not in moved
    ]


def _is_marker(fragment: Fragment) -> bool:
    text = fragment.text
    return len(text) <= _LONGEST_MARKER and fragment.turn is Turn.UPRIGHT and _MARKER.fullmatch(text) is not None


def _text_beside(marker: Fragment, fragments: list[Fragment]) -> Fragment | None:
    """Return the nearest text to the right of a marker on the same line."""
    nearest: Fragment | None = None
    for fragment in fragments:
        size = max(marker.size, fragment.size)
        if (
            abs(fragment.baseline - marker.baseline) <= _SAME_LINE * size
            and marker.right - 1 <= fragment.left <= marker.right + _MARKER_REACH * size
            and fragment is not marker
            and (nearest is None or fragment.left < nearest.left)
        ):
            nearest = fragment
    return None if nearest is None or _is_marker(nearest) else nearest


def merged(first: Fragment, second: Fragment) -> Fragment:
    """Put `second` after `first`; the longer of the two decides on base line and size."""
    gap = second.left - first.right
    space = "" if gap < _GLUED * max(first.size, second.size) else " "
    main = first if len(first.text) >= len(second.text) else second
    offset = len(first.text) + len(space)
    return Fragment(
        first.text + space + second.text,
        min(first.left, second.left),
        max(first.right, second.right),
        main.baseline,
        main.size,
        main.is_bold,
        main.turn,
        spans=[*first.spans, *((here + offset, there, length) for here, there, length in second.spans)],
    )
