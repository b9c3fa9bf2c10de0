from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.measurement.errors import NothingToDivideBy
from samenspraak.core.measurement.sharing_out import shared_out

NAMES = st.text("abcdefg", min_size=1, max_size=3)
KEYS = st.dictionaries(NAMES, st.integers(0, 50_000).map(Decimal), min_size=1, max_size=8).filter(
    lambda keys: sum(keys.values()) > 0
)


def shares(whole: int, **keys: int) -> dict[str, int]:
    return {share.name: share.value for share in shared_out(whole, {name: Decimal(key) for name, key in keys.items()})}


@pytest.mark.parametrize(
    ("whole", "keys", "expected"),
    [
        (100, {"a": 1, "b": 1, "c": 1}, {"a": 34, "b": 33, "c": 33}),
        (100, {"a": 1, "b": 1, "c": 2}, {"a": 25, "b": 25, "c": 50}),
        (10, {"a": 47, "b": 16, "c": 158, "d": 379}, {"a": 1, "b": 0, "c": 3, "d": 6}),
        (1, {"b": 5, "a": 5}, {"a": 1, "b": 0}),
        (2, {"small": 1, "large": 3}, {"small": 0, "large": 2}),
        (0, {"a": 3, "b": 4}, {"a": 0, "b": 0}),
        (7, {"a": 0, "b": 4}, {"a": 0, "b": 7}),
    ],
)
def test_what_is_left_goes_to_the_largest_remainders(
    whole: int, keys: dict[str, int], expected: dict[str, int]
) -> None:
    assert shares(whole, **keys) == expected


def test_a_share_says_what_it_would_be_unrounded() -> None:
    first = shared_out(100, {"a": Decimal(1), "b": Decimal(2)})[0]
    assert (first.name, first.key, first.value, first.exact) == ("a", Decimal(1), 33, Decimal("33.33"))


@given(st.integers(0, 100_000), KEYS)
def test_the_shares_add_up_and_are_within_one_of_their_part(whole: int, keys: dict[str, Decimal]) -> None:
    found = shared_out(whole, keys)
    assert sum(share.value for share in found) == whole
    assert [share.name for share in found] == list(keys)
    together = sum(keys.values())
    assert all(abs(share.value - whole * share.key / together) < 1 for share in found)


@given(st.integers(0, 100_000), KEYS)
def test_who_has_more_never_gets_less(whole: int, keys: dict[str, Decimal]) -> None:
    by_key = sorted(shared_out(whole, keys), key=lambda share: share.key)
    for lower, higher in pairwise(by_key):
        assert lower.key == higher.key or lower.value <= higher.value


@given(st.integers(0, 1000), KEYS)
def test_the_order_of_the_parties_does_not_matter(whole: int, keys: dict[str, Decimal]) -> None:
    turned = dict(reversed(keys.items()))
    assert sorted(shared_out(whole, keys), key=lambda each: each.name) == sorted(
        shared_out(whole, turned), key=lambda each: each.name
    )


def test_an_unknown_key_is_asked_for() -> None:
    with pytest.raises(NothingToDivideBy, match="van Velsen is de verdeelsleutel niet bekend"):
        shared_out(100, {"Heemstede": Decimal(12_000), "Velsen": None})


@pytest.mark.parametrize(("whole", "keys"), [(10, {"a": 0, "b": 0}), (10, {}), (-1, {"a": 1}), (10, {"a": -1, "b": 2})])
def test_what_cannot_be_divided_is_refused(whole: int, keys: dict[str, int]) -> None:
    with pytest.raises(NothingToDivideBy, match="Verdelen kan niet"):
        shares(whole, **keys)
