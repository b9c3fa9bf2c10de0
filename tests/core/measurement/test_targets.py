from __future__ import annotations

from decimal import Decimal

import pytest

from samenspraak.core.measurement.errors import SignalOnWrongSide
from samenspraak.core.measurement.indicators import Difference, Indicator, Nature, Refusal
from samenspraak.core.measurement.observations import Total
from samenspraak.core.measurement.targets import PathPoint, Target, Timing, path_of_the_whole
from samenspraak.core.vocabulary.quantity import Bound

LABELS = Indicator("efg", "woningen met label E, F of G", "dwelling", Nature.STOCK)
LET = Indicator("regular", "aandeel verhuringen aan regulier woningzoekenden", "percent", Nature.FLOW)

# The planned paths of five associations, in the order 2022 to 2028; None is "t.b.".
PATHS = {
    "Weller": (598, 559, 474, 352, 253, 188, None),
    "Wonen Limburg": (97, 80, 26, 0, 0, 0, None),
    "Wonen Zuid": (479, 379, None, None, None, None, None),
    "Woonpunt": (1417, 1292, None, None, None, None, None),
    "Vincio Wonen": (907, 883, 788, 686, 398, 348, None),
}


def planned(whose: str) -> Target:
    path = tuple(
        PathPoint(2022 + index, None if value is None else Decimal(value)) for index, value in enumerate(PATHS[whose])
    )
    return Target(LABELS, Bound.MAX, Decimal(0), Timing.AT_THE_END, 2022, 2028, whose, path)


def test_the_path_of_the_whole_says_per_year_who_has_not_planned() -> None:
    whole = dict(path_of_the_whole([planned(name) for name in PATHS]))
    assert whole[2022] == Total(Decimal(3498))
    assert whole[2023] == Total(Decimal(3193))
    assert whole[2024] == Total(Decimal(1288), ("Wonen Zuid", "Woonpunt"))
    assert whole[2028] == Total(Decimal(0), tuple(PATHS))


def test_paths_in_shares_do_not_add_up() -> None:
    share = Target(LET, Bound.MIN, None, Timing.EVERY_YEAR, 2024, 2024, "A", (PathPoint(2024, Decimal(65)),))
    ((_, found),) = path_of_the_whole([share])
    assert isinstance(found, Refusal)
    assert found.differences == (Difference.SHARE,)


def test_a_year_outside_the_path_is_not_planned() -> None:
    weller = planned("Weller")
    assert weller.planned_for(2025) == 352
    assert weller.planned_for(2028) is None
    assert weller.planned_for(2035) is None


@pytest.mark.parametrize(
    ("bound", "value", "signal", "fits"),
    [
        (Bound.MIN, 65, 68, True),
        (Bound.MIN, 65, 65, True),
        (Bound.MIN, 65, 60, False),
        (Bound.MAX, 15, 12, True),
        (Bound.MAX, 15, 15, True),
        (Bound.MAX, 15, 16, False),
        (Bound.ABOUT, 65, 70, True),
        (Bound.MIN, None, 65, True),
    ],
)
def test_a_signal_warns_before_the_target_is_missed(
    bound: Bound,
    value: int | None,
    signal: int,
    fits: bool,  # noqa: FBT001 - a table
) -> None:
    def made() -> Target:
        aim = None if value is None else Decimal(value)
        return Target(LET, bound, aim, Timing.EVERY_YEAR, 2024, 2027, signal_value=Decimal(signal))

    if fits:
        assert made().signal_value == signal
    else:
        with pytest.raises(SignalOnWrongSide, match="waarschuwt voordat het doel wordt gemist"):
            made()


def test_a_period_ends_after_it_begins() -> None:
    with pytest.raises(ValueError, match="from 2025 to 2024"):
        Target(LET, Bound.MIN, None, Timing.EVERY_YEAR, 2025, 2024)
