"""The light of the whole when several parties each report on their part of a commitment."""

from __future__ import annotations

from collections.abc import Sequence

from samenspraak.core.vocabulary.traffic_light import TrafficLight


def light_of_the_whole(parts: Sequence[TrafficLight | None]) -> TrafficLight | None:
    """Return the light of the whole: a commitment stands as its weakest part does.

    Red as soon as one part is red, also while another has not reported. Then amber. Not known (None) as long as one
    part has not reported. Green when the parts that count are green. Grey parts (no occasion, on hold, lapsed) do not
    count beside others; when all are grey, the whole is.
    """
    if TrafficLight.RED in parts:
        return TrafficLight.RED
    if TrafficLight.AMBER in parts:
        return TrafficLight.AMBER
    if None in parts or not parts:
        return None
    return TrafficLight.GREEN if TrafficLight.GREEN in parts else TrafficLight.GREY


def is_disputed(declared: TrafficLight | None, others: Sequence[TrafficLight]) -> bool:
    """Whether somebody reacted with another light than stands there."""
    return any(light is not declared for light in others)
