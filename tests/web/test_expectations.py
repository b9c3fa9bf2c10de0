"""What is to be expected of a target, as a volunteer reads it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest
from django.utils import translation

from samenspraak.apps.figures.models import Target
from samenspraak.apps.figures.pages import Amount, TargetRow
from samenspraak.core.measurement.forecast import Basis, Expected, Forecast, Outlook
from samenspraak.web.workspace.templatetags.expectations import (
    looks_at_the_path,
    outlook_words,
    pace_words,
    spread_words,
)

LABELS = TargetRow(
    public_id=UUID(int=0),
    label="woningen met label E, F of G",
    whose="",
    aim=Amount(0, "dwelling", "max"),
    signal=None,
    timing=Target.Timing.AT_THE_END,
    first_year=2022,
    last_year=2028,
    price_year=None,
    light="red",
    reason="not_expected",
    latest=None,
    latest_on=None,
    is_final=True,
)
END = Expected(2028, Decimal(111), Decimal(0), Decimal(303))
AHEAD = Forecast(Basis.PACE, 4, (END,), Outlook.DOUBTFUL, 2030, 2028, 2034)
SHARE = replace(LABELS, aim=Amount(70, "percent", "min"), timing=Target.Timing.EVERY_YEAR, reason="missed")
SALES = replace(LABELS, aim=Amount(10, "dwelling", "max"), timing=Target.Timing.IN_TOTAL, reason="within_limit")


@pytest.mark.parametrize(
    ("reached", "said"),
    [
        (2030, "In dit tempo wordt het doel in 2030 gehaald, twee jaar na de afspraak."),
        (2029, "In dit tempo wordt het doel in 2029 gehaald, een jaar na de afspraak."),
        (2040, "In dit tempo wordt het doel in 2040 gehaald, 12 jaar na de afspraak."),
        (2028, "In dit tempo wordt het doel in 2028 gehaald, op tijd."),
        (2025, "In dit tempo wordt het doel in 2025 gehaald, drie jaar voor het einde van de afspraak."),
        (None, "In dit tempo wordt het doel de komende 25 jaar niet gehaald."),
    ],
)
def test_the_year_is_held_beside_what_was_agreed(reached: int | None, said: str) -> None:
    assert pace_words(LABELS, replace(AHEAD, reached_in=reached)) == said


def test_what_holds_every_year_is_reached_for_the_first_time() -> None:
    assert pace_words(SHARE, AHEAD) == "In dit tempo wordt het doel in 2030 voor het eerst gehaald."


def test_no_year_is_named_of_what_is_reached_already_or_of_a_maximum() -> None:
    assert pace_words(replace(SHARE, reason="reached"), AHEAD) == ""
    assert pace_words(SALES, AHEAD) == ""
    assert spread_words(SALES, AHEAD) == ""


def test_a_maximum_is_kept_and_not_reached() -> None:
    assert outlook_words(SALES, replace(AHEAD, outlook=Outlook.EXPECTED)).endswith("blijft het onder het maximum.")
    assert outlook_words(SALES, AHEAD) == "Waarschijnlijk gaat het over het maximum heen; het kan nog meevallen."
    assert outlook_words(replace(SALES, reason="limit_exceeded"), AHEAD) == "Het maximum is al overschreden."
    assert outlook_words(LABELS, AHEAD) == "Waarschijnlijk wordt het doel niet gehaald; het kan nog wel."


def test_a_signal_value_alone_has_no_outlook() -> None:
    unknown = replace(AHEAD, outlook=None)
    assert outlook_words(replace(SHARE, aim=None), unknown) == ""
    assert pace_words(replace(SHARE, aim=None), unknown) == ""


def test_the_edges_of_the_band_are_named_as_years() -> None:
    assert spread_words(LABELS, AHEAD) == "Als het meezit is dat in 2028, als het tegenzit in 2034."
    never = replace(AHEAD, at_worst=None)
    assert spread_words(LABELS, never) == "Als het meezit is dat in 2028; als het tegenzit niet binnen 25 jaar."
    assert spread_words(LABELS, replace(AHEAD, at_best=2030, at_worst=2030)) == ""


def test_it_is_said_where_the_light_looks_at_another_moment_than_the_expectation() -> None:
    assert looks_at_the_path(replace(LABELS, reason="on_path"))
    assert not looks_at_the_path(LABELS)


def test_the_sentences_are_there_in_english() -> None:
    with translation.override("en"):
        assert pace_words(LABELS, AHEAD) == "At this pace the target is reached in 2030, two years later than agreed."
