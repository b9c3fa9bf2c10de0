"""How a municipality looks on paper: its colours, its letters and its logo."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from samenspraak.core.vocabulary.traffic_light import TrafficLight


@dataclass(frozen=True, slots=True)
class LightLook:
    """How a light is printed: ink, background (both #rrggbb), and a sign that differs without colour."""

    ink: str
    ground: str
    sign: str


# A circle, a diamond, a square and a ring: told apart in black and white and by touch of the eye.
LIGHTS: dict[TrafficLight | None, LightLook] = {
    TrafficLight.GREEN: LightLook("#1d6b3a", "#e4f3e8", "●"),
    TrafficLight.AMBER: LightLook("#7a4b00", "#fdf0d5", "◆"),
    TrafficLight.RED: LightLook("#9c1c1c", "#fbe6e6", "■"),
    TrafficLight.GREY: LightLook("#4a5865", "#eceff2", "○"),
    None: LightLook("#4a5865", "#ffffff", "?"),
}


@dataclass(frozen=True)
class HouseStyle:
    """What differs per municipality. Colours as #rrggbb; the accent must be readable on white."""

    accent: str = "#0a5c73"
    ink: str = "#16212b"
    muted: str = "#4a5a68"
    line: str = "#c3ccd3"
    font: str = "Noto Sans"
    organisation: str = ""
    logo_png: bytes | None = None
    logo_alternative: str = ""

    @cached_property
    def has_logo(self) -> bool:
        """Whether there is a logo, with words for who cannot see it."""
        return bool(self.logo_png and self.logo_alternative)
