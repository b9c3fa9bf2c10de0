"""Who brings what."""

from __future__ import annotations

import pytest

from samenspraak.core.assessment.reciprocity import Reciprocity, Side, balance_of, reciprocity_of

M, A, T = Side.MUNICIPALITY, Side.HOUSING_ASSOCIATION, Side.TENANTS_ORGANISATION


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        (frozenset(), Reciprocity.NOBODY),
        (frozenset({M}), Reciprocity.ONE_SIDE),
        (frozenset({M, A}), Reciprocity.TWO_SIDES),
        (frozenset({M, A, T}), Reciprocity.ALL_SIDES),
    ],
)
def test_a_commitment_is_as_reciprocal_as_its_sides(sides: frozenset[Side], expected: Reciprocity) -> None:
    assert reciprocity_of(sides) is expected


def test_an_agreement_counts_what_each_side_brings() -> None:
    balance = balance_of(
        [
            (frozenset({A}), frozenset()),
            (frozenset({A}), frozenset({M})),
            (frozenset({M, A}), frozenset({A})),
            (frozenset(), frozenset({M})),
        ]
    )
    assert balance.leads == {M: 1, A: 3, T: 0}
    assert balance.takes_part == {M: 3, A: 3, T: 0}
    assert (balance.one_sided, balance.without_lead, balance.total) == (2, 1, 4)
    assert balance.absent == (T,)


def test_an_empty_agreement_has_nobody() -> None:
    assert balance_of([]).absent == (M, A, T)
