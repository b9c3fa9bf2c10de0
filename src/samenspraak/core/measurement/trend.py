"""A straight line through few points, and how far from it the next one may lie.

The line is that of Theil (1950) and Sen (1968): the median of the slopes between all pairs, so that one odd year does
not turn it. It is then moved half way towards the last point: of a series that wanders, the last point says most; of
one that scatters round a line, the line does. The band is the wider of two: what a line with scatter would need and
what a wandering series would need (each step adds its own surprise). How often it holds is measured by
scripts/backtest_forecast.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import sqrt
from statistics import median

FEWEST_POINTS = 3
# Student's t for a band that holds four times in five (0.90 one-sided), by degrees of freedom; beyond ten the last one.
_T = (3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372)

Point = tuple[float, float]  # when (in years), how much


@dataclass(frozen=True, slots=True)
class Trend:
    """The line and what its band is made of; made by `trend_through`."""

    slope: float
    level: float  # at the last point
    last: float  # when that is
    count: int
    middle: float
    spread: float  # sum of squared distances to the middle
    scatter: float  # standard deviation round the line
    surprise: float  # standard deviation of a year's step

    def at(self, when: float) -> float:
        """Return what the line says."""
        return self.level + self.slope * (when - self.last)

    def half_band(self, when: float) -> float:
        """Return how far the truth may be on either side, four times in five."""
        ahead = max(when - self.last, 0.0)
        round_the_line = self.scatter * sqrt(1 + 1 / self.count + (when - self.middle) ** 2 / self.spread)
        wandering = self.surprise * sqrt(ahead + ahead**2 / (self.count - 1))
        return _T[min(self.count - 2, len(_T)) - 1] * max(round_the_line, wandering)


def trend_through(points: Sequence[Point], *, rounding: float = 0.0) -> Trend:
    """Return the line through at least three points in order of time.

    `rounding` is the step in which values are given (1 for dwellings): even on a perfect line they may be half of it
    off.
    """
    if len(points) < FEWEST_POINTS:
        raise ValueError(f"a trend through {len(points)} points")
    count = len(points)
    slope = median((later[1] - one[1]) / (later[0] - one[0]) for one, later in combinations(points, 2))
    start = median(value - slope * when for when, value in points)
    left = [value - start - slope * when for when, value in points]
    middle = sum(when for when, _ in points) / count
    steps = [
        (later[1] - one[1] - slope * (later[0] - one[0])) / sqrt(later[0] - one[0]) for one, later in pairwise(points)
    ]
    least = rounding / sqrt(12)  # the standard deviation of what rounding takes away
    last = points[-1][0]
    return Trend(
        slope=slope,
        level=start + slope * last + left[-1] / 2,
        last=last,
        count=count,
        middle=middle,
        spread=sum((when - middle) ** 2 for when, _ in points),
        scatter=max(least, sqrt(sum(each**2 for each in left) / (count - 2))),
        surprise=max(least, sqrt(sum(each**2 for each in steps) / (count - 2))),
    )
