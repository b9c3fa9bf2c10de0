"""Finds the pages of a text that was drawn from a PDF by a tool that marks them with a single space.

Such a tool puts one space between the pages it strings together, so the first line of every page begins with exactly
one space and no other line does.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

_FEWEST_MARKS = 2  # when the document itself begins with one
_FEWEST_LOOSE_MARKS = 4  # when it does not
_SHORTEST_PAGE = 12  # lines, for the middle page; a column of indented items is denser than that
_LEAST_CONSISTENT = 0.8
_MOST_OTHER_INDENTS = 0.05


def marked_page_starts(lines: Sequence[str]) -> frozenset[int]:
    """Return the indices of the lines that begin a page; empty when the marks do not form one clear pattern."""
    filled = [index for index, line in enumerate(lines) if line and not line.isspace()]
    indents = {index: _leading_spaces(lines[index]) for index in filled}
    candidates = [index for index in filled if indents[index] == 1]
    others = sum(indents[index] > 1 for index in filled)
    if len(candidates) < _FEWEST_MARKS or others > _MOST_OTHER_INDENTS * len(filled):
        return frozenset()
    # Marks in pairs are pages of one line, such as a divider sheet; that is the exception.
    if _standing_alone(filled, indents) < _LEAST_CONSISTENT * len(candidates):
        return frozenset()
    return frozenset(candidates) if _are_pages_apart(candidates, is_first=candidates[0] == filled[0]) else frozenset()


def _standing_alone(filled: list[int], indents: dict[int, int]) -> int:
    """Count the candidates whose neighbours above and below begin at the margin."""
    padded = [0, *(indents[index] for index in filled), 0]
    places = range(1, len(filled) + 1)
    return sum(padded[place] == 1 and not padded[place - 1] and not padded[place + 1] for place in places)


def _are_pages_apart(marks: list[int], *, is_first: bool) -> bool:
    if len(marks) < (_FEWEST_MARKS if is_first else _FEWEST_LOOSE_MARKS):
        return False
    return median(below - above for above, below in pairwise(marks)) >= _SHORTEST_PAGE


def _leading_spaces(line: str) -> int:
    return len(line) - len(line.lstrip())
