"""How often the band of the forecast holds: on series of which the truth is known, because they are made here.

    python -m scripts.backtest_forecast            prints the table
    python -m scripts.backtest_forecast --write    puts it into docs/domain/measurement.md as well

Each kind of series is made many times from a fixed seed; the forecast sees the first points and is asked for a later
one.
"""

from __future__ import annotations

import math
import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from statistics import median

from samenspraak.core.measurement.forecast import Forecast, forecast
from samenspraak.core.measurement.indicators import Indicator, Nature
from samenspraak.core.measurement.observations import Observation
from samenspraak.core.measurement.targets import Target, Timing
from samenspraak.core.vocabulary.quantity import Bound

PAGE = Path(__file__).parents[1] / "docs" / "domain" / "measurement.md"
BEGIN, END = "<!-- backtest -->\n", "<!-- end of backtest -->"
FIRST_YEAR = 2012
POINTS = (3, 4, 6, 8, 12)
AHEAD = (1, 3, 5)
ROUNDS = 1000
COUNTED = Indicator("backtest", "woningen", "dwelling", Nature.STOCK)

Maker = Callable[[random.Random, int], list[float]]


def straight(chance: random.Random, length: int) -> list[float]:
    """A steady pace with scatter: figures that are measured roughly."""
    pace = chance.uniform(-30, 30)
    return [1000 + pace * year + chance.gauss(0, 40) for year in range(length)]


def wandering(chance: random.Random, length: int) -> list[float]:
    """A stock: each year adds its own surprise to what there was."""
    pace, level, found = chance.uniform(-30, 30), 1000.0, []
    for _ in range(length):
        found.append(level)
        level += pace + chance.gauss(0, 40)
    return found


def lumpy(chance: random.Random, length: int) -> list[float]:
    """Building: some years nothing, some years a whole block."""
    level, found = 0.0, []
    for _ in range(length):
        level += chance.choice([0, 0, 0, 5, 20, 60])
        found.append(level)
    return found


def odd_year(chance: random.Random, length: int) -> list[float]:
    """A steady pace with scatter and one year that is far off."""
    found = straight(chance, length)
    found[chance.randrange(max(length - max(AHEAD), 1))] += chance.choice([-1, 1]) * 300
    return found


def levelling_off(chance: random.Random, length: int) -> list[float]:
    """A growth that slows down: no line can know where it ends."""
    turn, most = chance.uniform(3, 9), chance.uniform(800, 1200)
    return [most / (1 + math.exp(-(year - turn) / 2)) + chance.gauss(0, 20) for year in range(length)]


MAKERS: dict[str, Maker] = {
    "vast tempo, met ruis": straight,
    "voorraad die dwaalt": wandering,
    "bouw met pieken": lumpy,
    "één afwijkend jaar": odd_year,
    "groei die afvlakt": levelling_off,
}


@dataclass(frozen=True, slots=True)
class Result:
    """How a kind of series went."""

    coverage: float  # share of the truths within the band
    half_band: float  # half of the band's median width


def observations(values: list[float]) -> list[Observation]:
    """Return values as measurements on the last day of successive years."""
    return [
        Observation(COUNTED, Decimal(round(value)), date(FIRST_YEAR + index, 12, 31), "gemaakt")
        for index, value in enumerate(values)
    ]


def measure(maker: Maker, points: int, ahead: int, *, rounds: int = ROUNDS) -> Result:
    """Return how often the truth was in the band."""
    chance = random.Random(f"{maker.__name__} {points} {ahead}")
    last_year = FIRST_YEAR + points + ahead - 1
    target = Target(COUNTED, Bound.MIN, None, Timing.AT_THE_END, FIRST_YEAR, last_year)
    inside, halves = 0, []
    for _ in range(rounds):
        made = maker(chance, points + ahead)
        found = forecast(target, observations(made[:points]))
        if not isinstance(found, Forecast):
            raise TypeError(found)
        truth = round(made[-1])
        inside += found.at_the_end.low <= truth <= found.at_the_end.high
        halves.append(float(found.at_the_end.high - found.at_the_end.low) / 2)
    return Result(inside / rounds, median(halves))


def table() -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"| reeks | vooruit | {' | '.join(f'{points} punten' for points in POINTS)} |"
    yield f"| --- | --- | {' | '.join('---' for _ in POINTS)} |"
    for name, maker in MAKERS.items():
        for ahead in AHEAD:
            results = [measure(maker, points, ahead) for points in POINTS]
            cells = " | ".join(f"{result.coverage:.0%} (± {result.half_band:.0f})" for result in results)
            yield f"| {name} | {ahead} jaar | {cells} |"


def main() -> None:
    """Print the table, and keep it where asked."""
    lines = "\n".join(table())
    print(lines)
    if "--write" in sys.argv[1:]:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}{lines}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
