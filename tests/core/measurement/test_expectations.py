"""What is to be expected of a target, as a volunteer reads it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from samenspraak.core.measurement.expectations import Expectation, expectation_of
from samenspraak.core.measurement.forecast import Basis, Expected, Forecast, LeftOut, Outlook, TooFewPoints
from samenspraak.core.measurement.indicators import Indicator, Nature
from samenspraak.core.measurement.observed_light import ObservedReason
from samenspraak.core.measurement.targets import Target, Timing
from samenspraak.core.vocabulary.quantity import Bound

END = Expected(2028, Decimal(111), Decimal(0), Decimal(303))
AHEAD = Forecast(Basis.PACE, 4, (END,), Outlook.DOUBTFUL, 2030, 2028, 2034)
LABELS = Target(
    Indicator("efg", "woningen met label E, F of G", "dwelling", Nature.STOCK),
    Bound.MAX, Decimal(0), Timing.AT_THE_END, 2022, 2028,
)  # fmt: skip
SHARE = replace(LABELS, bound=Bound.MIN, value=Decimal(70), timing=Timing.EVERY_YEAR)
SALES = replace(LABELS, value=Decimal(10), timing=Timing.IN_TOTAL)


def said(
    target: Target,
    ahead: Forecast | TooFewPoints = AHEAD,
    reason: ObservedReason = ObservedReason.UNCERTAIN,
) -> Expectation:
    return expectation_of(target, reason, ahead)


def more(target: Target, ahead: Forecast = AHEAD, reason: ObservedReason = ObservedReason.UNCERTAIN) -> list[str]:
    return [str(each) for each in said(target, ahead, reason).more]


@pytest.mark.parametrize(
    ("reached", "words"),
    [
        (2030, "In dit tempo wordt het doel in 2030 gehaald, twee jaar na de afspraak."),
        (2029, "In dit tempo wordt het doel in 2029 gehaald, een jaar na de afspraak."),
        (2040, "In dit tempo wordt het doel in 2040 gehaald, 12 jaar na de afspraak."),
        (2028, "In dit tempo wordt het doel in 2028 gehaald, op tijd."),
        (2025, "In dit tempo wordt het doel in 2025 gehaald, drie jaar voor het einde van de afspraak."),
        (None, "In dit tempo wordt het doel de komende 25 jaar niet gehaald."),
    ],
)
def test_the_year_is_held_beside_what_was_agreed(reached: int | None, words: str) -> None:
    assert more(LABELS, replace(AHEAD, reached_in=reached))[0] == words


def test_what_holds_every_year_is_reached_for_the_first_time() -> None:
    assert more(SHARE)[0] == "In dit tempo wordt het doel in 2030 voor het eerst gehaald."


def test_no_year_is_named_of_what_is_reached_already_or_of_a_maximum() -> None:
    assert more(SHARE, reason=ObservedReason.REACHED) == []
    assert more(SALES) == []


def test_a_maximum_is_kept_and_not_reached() -> None:
    assert str(said(SALES, replace(AHEAD, outlook=Outlook.EXPECTED)).outlook).endswith("blijft het onder het maximum.")
    assert str(said(SALES).outlook) == "Waarschijnlijk gaat het over het maximum heen; het kan nog meevallen."
    exceeded = said(SALES, reason=ObservedReason.LIMIT_EXCEEDED)
    assert str(exceeded.outlook) == "Het maximum is al overschreden."
    assert str(said(LABELS).outlook) == "Waarschijnlijk wordt het doel niet gehaald; het kan nog wel."


def test_a_signal_value_alone_has_no_outlook() -> None:
    found = said(replace(SHARE, value=None), replace(AHEAD, outlook=None))
    assert (found.outlook, found.more) == (None, ())


def test_the_edges_of_the_band_are_named_as_years() -> None:
    assert more(LABELS)[1] == "Als het meezit is dat in 2028, als het tegenzit in 2034."
    never = more(LABELS, replace(AHEAD, at_worst=None))
    assert never[1] == "Als het meezit is dat in 2028; als het tegenzit niet binnen 25 jaar."
    assert len(more(LABELS, replace(AHEAD, at_best=2030, at_worst=2030))) == 1


def test_it_is_said_where_the_light_looks_at_another_moment_than_the_expectation() -> None:
    assert said(LABELS, reason=ObservedReason.ON_PATH).beside_the_path is not None
    assert said(LABELS).beside_the_path is None


def test_on_what_it_rests_is_said_with_how_many_measurements() -> None:
    assert [str(each) for each in said(LABELS).rests_on] == [
        "Dit volgt uit het tempo tot nu toe.",
        "Er zijn 4 metingen gebruikt.",
    ]


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "er is nog geen vergelijkbare meting,"), (1, "er is 1 vergelijkbare meting"), (2, "er zijn 2 vergelijkbare")],
)
def test_with_too_few_points_there_is_nothing_but_their_number_and_why(count: int, words: str) -> None:
    found = said(LABELS, TooFewPoints(count, (LeftOut.BROKEN,)))
    assert words in str(found.outlook)
    assert [str(each) for each in found.more] == ["Wat van voor de breuk in de reeks is, doet niet mee."]
    assert (found.years, found.rests_on, found.band) == ((), (), None)
