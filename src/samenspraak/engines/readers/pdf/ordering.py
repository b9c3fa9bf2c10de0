"""Reading order: mostly the order in which the file draws, with what is drawn out of turn put back."""

from __future__ import annotations

from samenspraak.engines.readers.pdf.fragments import Fragment

_SLACK = 0.5  # font sizes that the next line may stand higher and still follow
_LEAP = 6.0  # font sizes that it may stand lower: a head and a foot drawn together are two runs


def downwards(fragments: list[Fragment]) -> list[Fragment]:
    """Return the fragments with every run that stands wholly above an earlier run moved before it.

    A run is what the file draws from the top down without jumping back or leaping on. Running heads and feet that are
    drawn last or first find their place; columns and cells, which stand beside each other, keep the file's order.
    """
    runs = _runs(fragments)
    if len(runs) <= 1:
        return fragments
    placed: list[_Run] = []
    for run in runs:
        place = len(placed)
        while place > 0 and run.bottom <= placed[place - 1].top + _SLACK * run.size:
            place -= 1
        placed.insert(place, run)
    return [fragment for run in placed for fragment in run.fragments]


class _Run:
    def __init__(self, fragments: list[Fragment]) -> None:
        self.fragments = fragments
        self.top = min(fragment.top for fragment in fragments)
        self.bottom = max(fragment.bottom for fragment in fragments)
        self.size = fragments[0].size


def _runs(fragments: list[Fragment]) -> list[_Run]:
    runs: list[list[Fragment]] = []
    for fragment in fragments:
        step = fragment.baseline - runs[-1][-1].baseline if runs else 0.0
        if runs and -_SLACK * fragment.size <= step <= _LEAP * fragment.size:
            runs[-1].append(fragment)
        else:
            runs.append([fragment])
    return [_Run(run) for run in runs]
