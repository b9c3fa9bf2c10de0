"""The priority column of a monitor, and the tertials it is written in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.vocabulary.priority import normalise_priority
from samenspraak.core.vocabulary.tertial import Tertial, parse_tertial

PRIORITIES = [
    ("T1", "T1"),
    (" t 2 ", "T2"),
    ("T1-T3", "T1-T3"),
    ("T1 t/m T3", "T1-T3"),
    ("T1-3", "T1-T3"),
    ("T2 + T3", "T2+T3"),
    ("T1, T2 en T3", "T1+T2+T3"),
    ("2e tertiaal", "T2"),
    ("Tertaal 3", "T3"),
    ("Q1", "Q1"),
    ("K3", "Q3"),
    ("1e kwartaal", "Q1"),
    ("Q2 2025", "Q2 2025"),
    ("T3 (na vaststelling)", "T3 (na vaststelling)"),
    ("Doorlopend", "continuous"),
    ("doorlopend, zie monitor", "continuous"),
    ("Gehele jaar", "continuous"),
    ("Te bepalen in de\nwerkgroep", "Te bepalen in de werkgroep"),
    ("Zie Oosterdam", "Zie Oosterdam"),
    ("T1 en daarna doorlopend", "T1 en daarna doorlopend"),
    ("Tijdens het overleg", "Tijdens het overleg"),
    ("T4", "T4"),
    ("n.v.t.", None),
    ("-", None),
    ("", None),
]
TERTIALS = [("T1", Tertial.T1), ("t3", Tertial.T3), ("1e tertiaal", Tertial.T1), ("derde tertaal", Tertial.T3)]


@pytest.mark.parametrize(("text", "expected"), PRIORITIES)
def test_a_priority_has_one_form(text: str, expected: str | None) -> None:
    assert normalise_priority(text) == expected


@given(st.text(alphabet="TQK1234 -+/,enalopd", max_size=30) | st.text(max_size=80))
def test_a_normal_priority_stays_as_it_is(text: str) -> None:
    once = normalise_priority(text)
    assert once is None or normalise_priority(once) == once


@pytest.mark.parametrize(("text", "expected"), TERTIALS)
def test_a_tertial_is_read(text: str, expected: Tertial) -> None:
    assert parse_tertial(text) is expected


@pytest.mark.parametrize("text", ["T4", "Q1", "T1-T2", "vierde tertiaal", ""])
def test_anything_else_is_no_tertial(text: str) -> None:
    assert parse_tertial(text) is None


def test_a_tertial_has_four_months_and_a_last_day() -> None:
    assert Tertial.T2.months == (5, 6, 7, 8)
    assert [t.last_day(2026) for t in Tertial] == [date(2026, 4, 30), date(2026, 8, 31), date(2026, 12, 31)]
