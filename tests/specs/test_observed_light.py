"""The observed light, case by case, on 1 May 2026. docs/domain/measurement.md shows this same table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.measurement.indicators import Indicator, Nature
from samenspraak.core.measurement.observations import Observation, SeriesBreak
from samenspraak.core.measurement.observed_light import ObservationPolicy, ObservedReason, observed_light
from samenspraak.core.measurement.targets import PathPoint, Target, Timing
from samenspraak.core.vocabulary.quantity import Bound

TODAY = date(2026, 5, 1)
PAGE = Path(__file__).parents[2] / "docs" / "domain" / "measurement.md"

# A measurement: year (or last day), "=" and value; "?" provisional, "~5" a margin of 5, "!" another definition.
CASES = """
  what  | target   | when       | period | signal | path           | measured                || light | reason
  share |          | yearly     | 24-27  |        |                | 25=70                   ||       | no target
  share | min 70   | yearly     | 24-27  |        |                |                         ||       | not measured
  share | min 70   | yearly     | 24-27  |        |                | 24=72 25=71!            ||       | not comparable
  share | min 70   | yearly     | 23-27  |        |                | 23=75                   ||       | outdated
  share | min 70   | yearly     | 24-27  |        |                | 24=60 25=70             || green | reached
  share | min 70   | yearly     | 24-27  |        |                | 24=75 25=69             || red   | missed
  share | min 70   | yearly     | 24-27  |        |                | 25-10-30=40?            || red   | missed
  share | min 70   | yearly     | 24-24  |        |                | 24-10-30=71?            || green | reached
  share | min 70   | yearly     | 24-24  |        |                | 24-10-30=40?            || red   | missed
  share | min 70   | yearly     | 24-27  |        |                | 25-10-30=63?            || amber | provisional
  share | min 70   | yearly     | 24-27  |        |                | 25=68~3                 || amber | within margin
  share | min 70   | yearly     | 24-27  |        |                | 25=72~3                 || amber | within margin
  share | min 70   | yearly     | 24-27  |        |                | 25=70~3                 || green | reached
  share | min 65   | yearly     | 24-27  | 68     |                | 25=68                   || amber | signal
  share | min 65   | yearly     | 24-27  | 68     |                | 25=69                   || green | reached
  share | min 65   | yearly     | 24-27  | 68     |                | 25=64                   || red   | missed
  share |          | yearly     | 24-27  | 65     |                | 25=65                   || amber | signal
  share |          | yearly     | 24-27  | 65     |                | 25=66                   || green | above signal
  share | max 15   | yearly     | 24-27  | 12     |                | 25=12                   || amber | signal
  share | max 15   | yearly     | 24-27  | 12     |                | 25=11                   || green | reached
  share | max 15   | yearly     | 24-27  |        |                | 25=16                   || red   | missed
  share | about 70 | yearly     | 24-27  |        |                | 25=63                   || green | reached
  share | about 70 | yearly     | 24-27  |        |                | 25=62                   || red   | missed
  built | min 30   | yearly     | 24-27  |        |                | 26-04-30=10             ||       | not covered
  built | min 30   | yearly     | 24-27  |        |                | 26-04-30=30             || green | reached
  sold  | max 10   | in total   | 26-26  |        |                | 26-04-30=11             || red   | limit exceeded
  sold  | max 10   | in total   | 26-26  |        |                | 26-04-30=10             || green | within limit
  sold  | max 10   | in total   | 26-26  | 8      |                | 26-04-30=8              || amber | signal
  sold  | max 40   | in total   | 23-26  |        |                | 23=12 24=13 25=12       || amber | uncertain
  sold  | max 40   | in total   | 22-25  |        |                | 22=9 23=9 24=9 25=9     || green | reached
  built | min 120  | in total   | 24-27  |        |                | 24=70 25=50             || green | reached
  built | min 120  | in total   | 24-27  |        |                | 24=70 25=49             ||       | too few points
  built | min 120  | in total   | 24-27  |        |                | 25=49                   ||       | not covered
  built | min 120  | in total   | 22-25  |        |                | 22=20 23=30 24=20 25=30 || red   | missed
  built | min 120  | in total   | 22-25  |        |                | 22=20 23=30 24=20       ||       | not covered
  built | min 120  | in total   | 23-29  |        |                | 23=20 24=20 25=20       || green | expected
  built | min 120  | in total   | 23-27  |        |                | 23=20 24=20 25=20       || red   | not expected
  built | min 120  | in total   | 23-28  |        |                | 23=30 24=10 25=20       || amber | uncertain
  label | max 0    | at the end | 22-28  |        | 22=598 25=352  | 24=470 25=352           || green | on path
  label | max 0    | at the end | 22-28  |        | 22=598 25=352  | 24=470 25=411           || amber | just off path
  label | max 0    | at the end | 22-28  |        | 22=598 25=352  | 24=470 25=412           || red   | off path
  label | max 0    | at the end | 22-28  |        | 22=598 26=t.b. | 23=500 24=300 25=100    || green | expected
  label | max 0    | at the end | 22-28  |        |                | 23=500 24=480 25=460    || red   | not expected
  label | max 0    | at the end | 22-28  |        |                | 25=0                    || green | reached
  label | max 0    | at the end | 22-25  |        |                | 24=50 25=1              || red   | missed
"""


def rows(table: str) -> list[list[str]]:
    return [
        [cell.strip() for cell in line.replace("||", "|").split("|")] for line in table.strip("\n").splitlines()[1:]
    ]


INDICATORS = {
    "share": Indicator("share", "aandeel van de verhuringen", "percent", Nature.FLOW),
    "built": Indicator("built", "nieuwe woningen", "dwelling", Nature.FLOW),
    "sold": Indicator("sold", "verkochte woningen", "dwelling", Nature.FLOW),
    "label": Indicator("label", "woningen met label E, F of G", "dwelling", Nature.STOCK),
}
TIMINGS = {"yearly": Timing.EVERY_YEAR, "at the end": Timing.AT_THE_END, "in total": Timing.IN_TOTAL}
OTHER = Indicator("other", "iets anders", "percent", Nature.FLOW)


def observation(text: str, indicator: Indicator) -> Observation:
    """Read one measurement of the table."""
    day, _, said = text.partition("=")
    on = date.fromisoformat(f"20{day}") if "-" in day else date(2000 + int(day), 12, 31)
    number, _, margin = said.rstrip("!?").partition("~")
    return Observation(
        OTHER if said.endswith("!") else indicator,
        Decimal(number),
        on,
        "opgave",
        since=date(on.year, 1, 1) if indicator.nature is Nature.FLOW else None,
        is_final=not said.endswith("?"),
        margin=Decimal(margin) if margin else None,
    )


def target(cells: list[str]) -> Target:
    """Read the target of a row."""
    what, aim, when, period, signal, path = cells
    bound, _, value = aim.partition(" ")
    first, last = (2000 + int(year) for year in period.split("-"))
    points = [text.split("=") for text in path.split()]
    return Target(
        INDICATORS[what],
        Bound(bound or "min"),
        Decimal(value) if value else None,
        TIMINGS[when],
        first,
        last,
        path=tuple(PathPoint(2000 + int(year), None if said == "t.b." else Decimal(said)) for year, said in points),
        signal_value=Decimal(signal) if signal else None,
    )


@pytest.mark.parametrize("cells", rows(CASES), ids=" | ".join)
def test_the_first_rule_that_applies_decides(cells: list[str]) -> None:
    measured = [observation(text, INDICATORS[cells[0]]) for text in cells[6].split()]
    found = observed_light(target(cells[:6]), measured, [], ObservationPolicy(), TODAY)
    assert (found.light or "", found.reason.value.replace("_", " ")) == (cells[7], cells[8])


def test_every_rule_has_a_case() -> None:
    assert {cells[8].replace(" ", "_") for cells in rows(CASES)} == {reason.value for reason in ObservedReason}


def test_the_documentation_shows_the_table_that_is_tested() -> None:
    assert CASES in PAGE.read_text(encoding="utf-8")


def test_what_was_measured_before_a_break_does_not_count() -> None:
    aim = target(["label", "max 0", "at the end", "22-28", "", ""])
    falling = [observation(f"{year}={value}", aim.indicator) for year, value in ((22, 300), (23, 200), (24, 100))]
    after = [*falling, observation("25=280", aim.indicator)]
    broken = [SeriesBreak(date(2025, 1, 1), "NTA 8800")]
    assert observed_light(aim, after, broken, ObservationPolicy(), TODAY).reason is ObservedReason.TOO_FEW_POINTS
    assert observed_light(aim, after, [], ObservationPolicy(), TODAY).reason is ObservedReason.UNCERTAIN


def test_a_measurement_of_tomorrow_is_not_looked_at() -> None:
    aim = target(["share", "min 70", "yearly", "24-27", "", ""])
    measured = [observation("25=60", aim.indicator), observation("26=90", aim.indicator)]
    assert observed_light(aim, measured, [], ObservationPolicy(), TODAY).value == 60


@given(st.integers(0, 100), st.integers(0, 100))
def test_a_better_figure_never_gives_a_worse_light(one: int, other: int) -> None:
    aim = target(["share", "min 65", "yearly", "24-27", "68", ""])
    order = ["red", "amber", "green"]
    ranks = []
    for value in sorted((one, other)):
        light = observed_light(aim, [observation(f"25={value}", aim.indicator)], [], ObservationPolicy(), TODAY).light
        assert light is not None
        ranks.append(order.index(light.value))
    assert ranks == sorted(ranks)
