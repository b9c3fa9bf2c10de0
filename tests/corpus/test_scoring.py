"""The scorer itself: what agrees, what is missed, what is false."""

from __future__ import annotations

from datetime import date

import pytest

from samenspraak.core.extraction.result import CommitmentKind, FoundCommitment, NamedParty, PartyRole, SourceSpan
from samenspraak.core.vocabulary.deadline import Deadline, DeadlineKind
from samenspraak.core.vocabulary.quantity import Bound, Quantity
from samenspraak.core.vocabulary.theme import Theme
from tests.corpus.register import Expected, Register
from tests.corpus.scoring import deadline_agrees, score


def found(text: str, *, parties: tuple[str, ...] = ("gemeente",)) -> FoundCommitment:
    """Return a commitment with this text and two fields that can be right."""
    return FoundCommitment(
        code=None,
        title="Groen",
        text=text,
        kind=CommitmentKind.FRAMEWORK,
        year=None,
        theme=Theme.SUSTAINABILITY,
        heading=None,
        parties=tuple(NamedParty(name, PartyRole.LEAD) for name in parties),
        deadline=Deadline("in 2027", DeadlineKind.YEAR, date(2027, 12, 31)),
        quantities=(Quantity("80 bomen", 80.0, "bomen", Bound.EXACT, None),),
        priority=None,
        rating=None,
        progress=None,
        span=SourceSpan(1, 0, len(text)),
        confidence=1.0,
    )


def expected(starts_with: str, *, is_optional: bool = False) -> Expected:
    """Return the label of the same commitment."""
    quantities = ((80.0, "bomen", "exact"),)
    return Expected(starts_with, None, "Groen", "sustainability", ("gemeente",), "2027", quantities, is_optional)


def register(*labels: Expected) -> Register:
    """Return a register of these labels."""
    return Register("proef", labels, (), {})


PLANT = "De gemeente plant in 2027 80 bomen langs de dijk."
SWEEP = "De gemeente veegt elke week het plein voor de school."


def test_a_commitment_found_as_expected_agrees_in_every_field() -> None:
    result = score([found(PLANT)], register(expected("De gemeente plant in 2027 80 bomen")))
    assert (result.f1, result.title.value, result.theme.value, result.parties.value) == (1, 1, 1, 1)
    assert (result.deadline.value, result.quantity.value, result.remarks) == (1, 1, [])


def test_what_is_not_found_is_missed_and_what_is_not_expected_is_false() -> None:
    result = score([found(SWEEP)], register(expected("De gemeente plant in 2027 80 bomen")))
    assert result.missed == ["De gemeente plant in 2027 80 bomen"]
    assert (result.recall.value, result.precision.value, result.f1) == (0, 0, 0)


def test_an_optional_commitment_counts_neither_way() -> None:
    labels = register(expected(PLANT), expected(SWEEP, is_optional=True))
    with_it, without_it = score([found(PLANT), found(SWEEP)], labels), score([found(PLANT)], labels)
    assert (with_it.f1, without_it.f1) == (1, 1)
    assert with_it.precision.of == without_it.precision.of == 1


def test_one_found_commitment_answers_one_label() -> None:
    result = score([found(PLANT)], register(expected(PLANT), expected(PLANT)))
    assert result.recall.value == 0.5


def test_half_of_the_parties_is_half_right() -> None:
    result = score([found(PLANT, parties=("gemeente", "Thuisvast", "De Kade"))], register(expected(PLANT)))
    assert result.parties.value == 0.5


def test_a_wrong_field_is_told_in_words() -> None:
    label = Expected(PLANT, None, "Grijs", "care", ("Thuisvast",), "2028", (), is_optional=False)
    remarks = score([found(PLANT)], register(label)).remarks
    assert [remark.split()[0] for remark in remarks] == ["deadline", "quantities", "parties", "theme", "title"]


CASES = (
    ("2027", Deadline("in 2027", DeadlineKind.YEAR, date(2027, 12, 31)), True),
    ("2026", Deadline("in 2027", DeadlineKind.YEAR, date(2027, 12, 31)), False),
    ("2027-Q2", Deadline("juni 2027", DeadlineKind.DATE, date(2027, 6, 30)), True),
    ("2027-Q2", Deadline("juli 2027", DeadlineKind.DATE, date(2027, 7, 31)), False),
    ("2027-07-01", Deadline("1 juli 2027", DeadlineKind.DATE, date(2027, 7, 1)), True),
    ("doorlopend", Deadline("doorlopend", DeadlineKind.CONTINUOUS, None), True),
    ("2027", Deadline("doorlopend", DeadlineKind.CONTINUOUS, None), False),
    ("2027", None, False),
    (None, None, True),
    (None, Deadline("in 2027", DeadlineKind.YEAR, date(2027, 12, 31)), False),
)


@pytest.mark.parametrize(("label", "deadline", "agrees"), CASES)
def test_a_deadline_agrees_with_its_label(label: str | None, deadline: Deadline | None, agrees: bool) -> None:  # noqa: FBT001
    assert deadline_agrees(deadline, label) is agrees
