"""Two texts side by side in one: nothing of either is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.web.design.templatetags.changes import MOST_WORDS, Change, word_changes

WORDS = st.lists(st.sampled_from("De Linde bouwt in 2027 tachtig woningen".split()), max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("", "", []),
        ("bouwt 80", "bouwt 80", [Change("same", "bouwt 80")]),
        (
            "bouwt 80 nu",
            "bouwt 95 nu",
            [Change("same", "bouwt"), Change("removed", "80"), Change("added", "95"), Change("same", "nu")],
        ),
        ("", "nieuw", [Change("added", "nieuw")]),
        ("weg", "", [Change("removed", "weg")]),
    ],
)
def test_what_stays_went_and_came(before: str, after: str, changes: list[Change]) -> None:
    assert word_changes(before, after) == changes


@given(WORDS, WORDS)
def test_both_texts_can_be_read_back(before: str, after: str) -> None:
    changes = word_changes(before, after)
    assert " ".join(change.text for change in changes if change.kind != "added") == before
    assert " ".join(change.text for change in changes if change.kind != "removed") == after


def test_very_long_texts_are_shown_whole() -> None:
    long = "woord " * MOST_WORDS
    assert [change.kind for change in word_changes(long, long + "erbij")] == ["removed", "added"]
