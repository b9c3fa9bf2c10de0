"""How a light looks: told apart by colour, by shape and by word, so that no report leans on colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from samenspraak.core.vocabulary.traffic_light import TrafficLight


@dataclass(frozen=True, slots=True)
class LightLook:
    """How a light is printed (colours as #rrggbb).

    In text: `ink` on `ground` behind a `sign`. In a chart: `on_fill` on `fill` behind a `shape` (a name of Vega's).
    """

    ink: str
    ground: str
    sign: str
    fill: str
    on_fill: str
    shape: str


# A circle, a diamond, a square and a ring: told apart in black and white and by touch of the eye. The fills differ
# in lightness as well: dark, light, darkest, pale, white.
LIGHTS: dict[TrafficLight | None, LightLook] = {
    TrafficLight.GREEN: LightLook("#1d6b3a", "#e4f3e8", "●", "#2e7d4f", "#ffffff", "circle"),
    TrafficLight.AMBER: LightLook("#7a4b00", "#fdf0d5", "◆", "#f2b632", "#16212b", "diamond"),
    TrafficLight.RED: LightLook("#9c1c1c", "#fbe6e6", "■", "#8f1616", "#ffffff", "square"),
    TrafficLight.GREY: LightLook("#4a5865", "#eceff2", "○", "#ccd4da", "#16212b", "triangle-up"),
    None: LightLook("#4a5865", "#ffffff", "?", "#ffffff", "#16212b", "cross"),
}
