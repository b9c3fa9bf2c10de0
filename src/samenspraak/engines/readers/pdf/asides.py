"""What stands beside the text and is not read with it: sideways text and letters stacked above each other."""

from __future__ import annotations

from itertools import pairwise

from samenspraak.engines.readers.pdf.fragments import Fragment
from samenspraak.engines.readers.pdf.frame import Turn

_FEWEST = 3  # stacked letters
_TIGHT = 1.6  # font sizes from one stacked letter to the next
_ALIGNED = 0.6  # font sizes that their left edges may differ (an I is narrower than a W)


def without_asides(fragments: list[Fragment]) -> tuple[list[Fragment], list[str]]:
    """Return the fragments that are read, and the texts set aside."""
    stacks = _stacks(fragments)
    stacked = {id(letter) for stack in stacks for letter in stack}
    turned = [fragment for fragment in fragments if fragment.turn is not Turn.UPRIGHT]
    if not stacks and not turned:  # as on most pages
        return fragments, []
    kept = [fragment for fragment in fragments if fragment.turn is Turn.UPRIGHT and id(fragment) not in stacked]
    return kept, [fragment.text for fragment in turned] + ["".join(letter.text for letter in stack) for stack in stacks]


def _stacks(fragments: list[Fragment]) -> list[list[Fragment]]:
    """Return the runs of single letters that stand close above each other, with no text on both their sides."""
    letters = [fragment for fragment in fragments if len(fragment.text) == 1 and fragment.text.isalpha()]
    if len(letters) < _FEWEST:
        return []
    lines = [fragment for fragment in fragments if len(fragment.text) > 1 and fragment.turn is Turn.UPRIGHT]
    stacks: list[list[Fragment]] = [[letters[0]]]
    for above, below in pairwise(letters):
        if _is_below(above, below):
            stacks[-1].append(below)
        else:
            stacks.append([below])
    return [stack for stack in stacks if len(stack) >= _FEWEST and _is_beside(stack, lines)]


def _is_below(above: Fragment, below: Fragment) -> bool:
    return (
        abs(below.left - above.left) <= _ALIGNED * above.size
        and 0 < below.baseline - above.baseline <= _TIGHT * above.size
    )


def _is_beside(stack: list[Fragment], lines: list[Fragment]) -> bool:
    # A column of energy labels stands between other text of its rows; letters in the margin do not.
    left, right = min(letter.left for letter in stack), max(letter.right for letter in stack)
    rows = [line for line in lines if line.bottom > stack[0].top and line.top < stack[-1].bottom]
    return all(line.left > right for line in rows) or all(line.right < left for line in rows)
