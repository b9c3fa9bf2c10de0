"""The same statement twice: once kept, once reported."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.extraction.candidate import Candidate
from samenspraak.core.extraction.outline import Place
from samenspraak.core.extraction.repetition import fold, letters_of, once_each
from samenspraak.core.extraction.result import CommitmentKind, SourceSpan

LONG = (
    "De corporaties en de gemeente bouwen samen in de haven van Waterhoven en in de binnenstad daarvan dertig woningen."
)


def statement(text: str, code: str | None = None, order: int = 0) -> Candidate:
    """Return a statement as found."""
    span = SourceSpan(1, order, order + len(text))
    return Candidate(text, span, Place(), CommitmentKind.FRAMEWORK, code=code, order=order)


# first, again, how many are kept, whether a repetition is reported, whether its numbers differ
PAIRS = [
    ("Wij bouwen 30 woningen.", "Wij bouwen 30 woningen.", 1, True, False),
    ("Wij bouwen 30 woningen.", "wij  bouwen 30 woningen", 1, True, False),
    ("Wij bouwen 30 woningen.", "Wij bouwen 40 woningen.", 2, True, True),
    ("Wij bouwen 2.250 woningen.", "Wij bouwen 2.500 woningen.", 2, True, True),
    ("Wij bouwen 30 woningen.", "Wij kopen 30 woningen.", 2, False, False),
    (LONG, f"{LONG} Daarna volgt de rest van de stad, in 2030, als er dan nog geld is.", 1, True, False),
    (LONG, LONG[:-20], 1, True, False),
    ("2026", "2027", 2, False, False),
]


@pytest.mark.parametrize(("first", "again", "kept", "is_reported", "differs"), PAIRS)
def test_the_same_words_are_kept_once_unless_their_numbers_differ(
    first: str, again: str, kept: int, *, is_reported: bool, differs: bool
) -> None:
    remaining, repeated = once_each([statement(first), statement(again, order=500)])
    assert len(remaining) == kept
    assert [r.differs for r in repeated] == ([differs] if is_reported else [])


def test_the_same_words_under_another_code_are_another_statement() -> None:
    remaining, repeated = once_each([statement("Wij bouwen.", "K 1.1"), statement("Wij bouwen.", "K 2.1", 50)])
    assert (len(remaining), repeated) == (2, [])


def test_the_first_appearance_is_the_one_that_is_kept() -> None:
    first, again = statement("Wij bouwen."), statement("Wij bouwen.", order=50)
    remaining, repeated = once_each([first, again])
    assert (remaining, repeated[0].first, repeated[0].again) == ([first], first, again)


def test_texts_are_compared_by_their_letters_and_digits() -> None:
    assert fold("Wij bouwen (in 2027): 30!") == "wijbouwenin202730"
    assert letters_of("Wij bouwen (in 2027): 30!") == "wijbouwenin"


@given(st.lists(st.text(alphabet="ab 12.", max_size=12), max_size=8))
def test_nothing_is_kept_that_was_not_there_and_all_is_kept_or_reported(texts: list[str]) -> None:
    found = [statement(text, order=at) for at, text in enumerate(texts)]
    remaining, repeated = once_each(found)
    assert set(remaining) <= set(found)
    assert len(remaining) + sum(not r.differs for r in repeated) == len(found)
    assert once_each(remaining)[0] == remaining
