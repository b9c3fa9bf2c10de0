"""How sure it is that what was found is a commitment: the share that was one, in labelled documents like it.

Measured on the documents of `scripts/labels` and of a labelled corpus; docs/domain/extraction.md has the counts.
"""

from __future__ import annotations

import math

# With a number of its own or in a row of a table all 307 were one: no more than 1 in 100 is none (rule of three).
IN_FORM = 0.99

# From which log-odds of its wording on, and the share that was a commitment then; the surest first.
Steps = tuple[tuple[float, float], ...]
BELOW_PROMISE: Steps = ((1.0, 0.98), (0.0, 0.95), (-1.0, 0.93), (-math.inf, 0.7))  # under a heading like "Afspraken"
RUNNING: Steps = ((2.0, 0.9), (0.0, 0.8), (-math.inf, 0.6))  # anywhere else in the text


def share_at(log_odds: float, steps: Steps) -> float:
    """Return the share (0-1) of statements with these log-odds that were a commitment."""
    return next(share for least, share in steps if log_odds >= least)
