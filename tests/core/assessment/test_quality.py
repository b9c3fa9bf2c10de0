"""What the checks see in a sentence. All sentences are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.assessment.quality import Concreteness, Criterion, Verdict, Wording, most_concrete, quality_of


def wording(text: str, *, lead: bool = True, due: bool = True, units: tuple[str, ...] = ()) -> Wording:
    return Wording(text, has_lead=lead, has_deadline=due, units=units)


CASES = [
    (
        wording("De Linde bouwt in 2027 ten minste 80 woningen.", units=("dwelling",)),
        {"baseline", "source"},
        3,
    ),
    (wording("De Linde bouwt 80 woningen.", due=False, units=("dwelling",)), {"baseline", "source", "date"}, 2),
    (wording("Wij maken voor de zomer een plan voor de binnenstad."), {"target"}, 3),
    (wording("Wij streven naar een plan voor de zomer."), {"target", "firm"}, 2),
    (wording("Wij werken prettig samen.", due=False), {"measurable", "target", "date"}, 1),
    (wording("Er komt een plan.", lead=False, due=False), {"owner", "target", "date"}, 2),
    (wording("Ten opzichte van 2024 daalt dit volgens het CBS met 5%.", units=("percent",)), set(), 3),
    (wording("Er is € 10.000 per jaar.", units=("EUR",)), {"baseline", "source", "price_year"}, 3),
    (wording("Er is € 10.000 (prijspeil 2026).", units=("EUR",)), {"baseline", "source"}, 3),
    (wording("De gemeente spant zich in voor groen.", due=False), {"measurable", "target", "date", "firm"}, 1),
]


@pytest.mark.parametrize(("case", "missing", "step"), CASES)
def test_what_is_missing_is_named(case: Wording, missing: set[str], step: int) -> None:
    found = quality_of(case)
    assert set(found.missing) == {Criterion(name) for name in missing}
    assert found.concreteness == step


def test_a_price_year_is_asked_for_amounts_only() -> None:
    checks = dict(quality_of(wording("Tachtig woningen.", units=("dwelling",))).checks)
    assert checks[Criterion.PRICE_YEAR] is Verdict.NOT_ASKED


def test_the_most_concrete_commitment_leads_a_theme() -> None:
    assert most_concrete([Concreteness.INTENTION, Concreteness.CONCRETE]) is Concreteness.CONCRETE
    assert most_concrete([]) is None


@given(st.text(max_size=200))
def test_every_text_has_a_verdict_on_every_criterion(text: str) -> None:
    assert [criterion for criterion, _ in quality_of(wording(text)).checks] == list(Criterion)
