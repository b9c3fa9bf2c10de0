from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.apps.agreements.codes import KEY_LENGTH, code_key


def test_codes_sort_as_people_count() -> None:
    printed = ["J 9", "J 10", "K 1.2", "K 1.10", "K 2"]
    shuffled = [printed[index] for index in (4, 1, 3, 0, 2)]
    assert sorted(shuffled, key=code_key) == printed


@pytest.mark.parametrize("spelling", ["K 1.10", "k1.10", "K-1.10", "K1.10."])
def test_spellings_of_one_code_have_one_key(spelling: str) -> None:
    assert code_key(spelling) == code_key("K 1.10")


@given(st.text(max_size=200))
def test_a_key_always_fits(code: str) -> None:
    assert len(code_key(code)) <= KEY_LENGTH
