from __future__ import annotations

import pytest

from samenspraak.core.vocabulary.typed_number import typed_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.250", 1250),
        ("1.090,5", 1090.5),
        ("12.500.000", 12_500_000),
        ("2,5", 2.5),
        ("2.5", 2.5),
        ("1.25", 1.25),
        (" 12 500 ", 12_500),
        ("-3", -3),
        ("1.250.5", None),
        ("1,250.5", None),
        ("1_000", None),
        ("1e5", None),
        ("nan", None),
        ("veel", None),
        ("", None),
        ("²", None),
    ],
)
def test_a_number_is_read_as_it_is_written_here(typed: str, number: float | None) -> None:
    assert typed_number(typed) == number
