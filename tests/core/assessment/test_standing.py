"""A word under the colour."""

from __future__ import annotations

from samenspraak.core.assessment.standing import Standing, needs_explanation
from samenspraak.core.assessment.whole import is_disputed
from samenspraak.core.vocabulary.traffic_light import TrafficLight


def test_behind_and_not_started_share_a_colour_but_not_a_word() -> None:
    assert Standing.BEHIND.usual_light is Standing.NOT_STARTED.usual_light is TrafficLight.RED
    assert Standing.NO_OCCASION.usual_light is TrafficLight.GREY


def test_only_done_and_lapsed_end_the_questions() -> None:
    assert [s for s in Standing if s.is_final] == [Standing.LAPSED, Standing.DONE]


def test_amber_and_red_need_words() -> None:
    assert [light for light in (*TrafficLight, None) if needs_explanation(light)] == [
        TrafficLight.AMBER,
        TrafficLight.RED,
    ]


def test_a_reaction_with_another_light_makes_a_dispute() -> None:
    assert is_disputed(TrafficLight.AMBER, [TrafficLight.RED])
    assert not is_disputed(TrafficLight.AMBER, [TrafficLight.AMBER])
    assert not is_disputed(TrafficLight.AMBER, [])
