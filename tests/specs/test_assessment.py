"""The computed traffic light, case by case, on 1 May 2026. docs/domain/assessment.md shows this same table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.assessment.policy import Facts, Policy, Reason, assess
from samenspraak.core.assessment.standing import Standing
from samenspraak.core.assessment.whole import light_of_the_whole
from samenspraak.core.vocabulary.quantity import Bound
from samenspraak.core.vocabulary.traffic_light import TrafficLight

TODAY = date(2026, 5, 1)
PAGE = Path(__file__).parents[2] / "docs" / "domain" / "assessment.md"

CASES = """
  says          | target  | actual | expected | due on     | reported   || light | reason
  lapsed        | min 100 |     10 |          | 2025-12-31 | 2026-04-01 || grey  | lapsed
  on hold       | min 100 |     10 |       20 | 2026-12-31 | 2026-04-01 || grey  | on hold
  no occasion   |         |        |          | 2025-12-31 | 2026-04-01 || grey  | no occasion
  on schedule   | max 15  |     16 |          | 2026-12-31 | 2026-04-01 || red   | limit exceeded
  behind        | min 100 |    100 |          | 2026-12-31 | 2026-04-01 || green | target reached
                | min 100 |    120 |          | 2025-12-31 |            || green | target reached
  done          |         |        |          | 2025-12-31 | 2026-04-01 || green | done
  done          | min 100 |     90 |          | 2026-12-31 | 2026-04-01 || amber | done below target
  done          | max 15  |     12 |          | 2026-12-31 | 2026-04-01 || green | done
  on schedule   |         |        |          | 2026-04-30 | 2026-04-01 || red   | past due
  on schedule   |         |        |          | 2026-05-01 | 2026-04-01 || green | in time
  on schedule   | min 100 |     60 |      100 | 2026-04-30 | 2026-04-01 || red   | past due
  on schedule   | max 15  |     12 |          | 2026-04-30 | 2026-04-01 || green | target reached
                |         |        |          | 2026-12-31 |            ||       | not reported
                | min 100 |        |          |            |            ||       | not reported
  on schedule   |         |        |          | 2026-12-31 | 2025-08-01 || amber | long silence
  on schedule   |         |        |          | 2026-12-31 | 2025-09-01 || green | in time
  not started   |         |        |          | 2026-06-30 | 2026-04-01 || amber | due soon not started
  not started   |         |        |          | 2026-07-01 | 2026-04-01 || green | in time
  on schedule   | min 100 |        |          | 2026-12-31 | 2026-04-01 ||       | no actual
  on schedule   | min 100 |     60 |          | 2026-12-31 | 2026-04-01 ||       | no forecast
  on schedule   | min 100 |     20 |      100 | 2026-12-31 | 2026-04-01 || green | expected to reach
  on schedule   | min 100 |     60 |       90 | 2026-12-31 | 2026-04-01 || amber | shortfall within tolerance
  on schedule   | min 100 |     60 |       89 | 2026-12-31 | 2026-04-01 || red   | shortfall beyond tolerance
  on schedule   | max 100 |     60 |       99 | 2026-12-31 | 2026-04-01 || green | within limit
  on schedule   | max 100 |     60 |      105 | 2026-12-31 | 2026-04-01 || amber | shortfall within tolerance
  on schedule   | max 100 |     60 |      120 | 2026-12-31 | 2026-04-01 || red   | shortfall beyond tolerance
  action needed |         |        |          |            | 2026-04-01 ||       | nothing to judge by
"""

WHOLE = """
  parts                  || whole
  green, green           || green
  green, amber           || amber
  green, red             || red
  amber, red             || red
  green, not known       || not known
  amber, not known       || amber
  red, not known         || red
  green, grey            || green
  grey, grey             || grey
  grey, not known        || not known
  not known              || not known
"""


def rows(table: str) -> list[list[str]]:
    return [
        [cell.strip() for cell in line.replace("||", "|").split("|")] for line in table.strip("\n").splitlines()[1:]
    ]


def number(cell: str) -> float | None:
    return float(cell) if cell else None


def day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def light(cell: str) -> TrafficLight | None:
    return TrafficLight(cell) if cell not in {"", "not known"} else None


def facts(cells: list[str]) -> Facts:
    says, target, actual, expected, due_on, reported = cells
    bound, _, aim = target.partition(" ")
    return Facts(
        standing=Standing(says.replace(" ", "_")) if says else None,
        due_on=day(due_on),
        target=number(aim),
        bound=Bound(bound) if bound else Bound.MIN,
        actual=number(actual),
        expected=number(expected),
        reported_on=day(reported),
    )


@pytest.mark.parametrize("cells", rows(CASES), ids=" | ".join)
def test_the_first_rule_that_applies_decides(cells: list[str]) -> None:
    assessment = assess(facts(cells[:6]), Policy(), TODAY)
    assert (assessment.light, assessment.reason.value.replace("_", " ")) == (light(cells[6]), cells[7])


def test_every_rule_has_a_case() -> None:
    assert {cells[7].replace(" ", "_") for cells in rows(CASES)} == {reason.value for reason in Reason}


def test_a_light_carries_the_facts_it_rests_on() -> None:
    found = assess(Facts(due_on=date(2026, 4, 30), reported_on=date(2026, 4, 1)), Policy(), TODAY)
    assert found.evidence == {"due_on": "2026-04-30", "reported_on": "2026-04-01"}


@pytest.mark.parametrize("cells", rows(WHOLE), ids=" -> ".join)
def test_a_commitment_stands_as_its_weakest_part(cells: list[str]) -> None:
    parts, whole = cells
    assert light_of_the_whole([light(part) for part in parts.split(", ")]) == light(whole)


def test_a_commitment_without_parts_is_not_known() -> None:
    assert light_of_the_whole([]) is None


@given(st.lists(st.sampled_from([*TrafficLight, None]), min_size=1, max_size=6))
def test_the_order_of_the_parts_does_not_matter(parts: list[TrafficLight | None]) -> None:
    assert light_of_the_whole(parts) == light_of_the_whole(parts[::-1])
    assert light_of_the_whole(parts) in {*parts}


@pytest.mark.parametrize("table", [CASES, WHOLE])
def test_the_documentation_shows_the_table_that_is_tested(table: str) -> None:
    assert table in PAGE.read_text(encoding="utf-8")
