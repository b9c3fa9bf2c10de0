"""What a party says of a commitment in one word: the reason under the colour."""

from __future__ import annotations

from enum import StrEnum

from samenspraak.core.vocabulary.traffic_light import TrafficLight


class Standing(StrEnum):
    """Where a commitment stands. A colour merges what must be told apart: behind is not the same as not started."""

    ON_SCHEDULE = "on_schedule"
    ACTION_NEEDED = "action_needed"
    BEHIND = "behind"
    NOT_STARTED = "not_started"
    NO_OCCASION = "no_occasion"  # what it depends on did not happen
    ON_HOLD = "on_hold"
    LAPSED = "lapsed"
    DONE = "done"

    @property
    def is_final(self) -> bool:
        """Whether a next round has nothing to ask any more."""
        return self in {Standing.LAPSED, Standing.DONE}

    @property
    def usual_light(self) -> TrafficLight:
        """The colour that goes with it unless the agreement's own legend says otherwise."""
        return _USUAL[self]


_USUAL = {
    Standing.ON_SCHEDULE: TrafficLight.GREEN,
    Standing.ACTION_NEEDED: TrafficLight.AMBER,
    Standing.BEHIND: TrafficLight.RED,
    Standing.NOT_STARTED: TrafficLight.RED,
    Standing.NO_OCCASION: TrafficLight.GREY,
    Standing.ON_HOLD: TrafficLight.GREY,
    Standing.LAPSED: TrafficLight.GREY,
    Standing.DONE: TrafficLight.GREEN,
}


def needs_explanation(light: TrafficLight | None) -> bool:
    """Whether a light may not stand without words: amber and red ask what is the matter."""
    return light in {TrafficLight.AMBER, TrafficLight.RED}
