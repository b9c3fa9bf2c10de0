"""The lights as somebody sees them who sees no colour, or prints them in black and white."""

from __future__ import annotations

import io
from itertools import combinations

import pytest
from PIL import Image, ImageChops

from tests.journeys.conftest import OpenBrowser, sign_in
from tests.web.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Of the pixels of a light, so many differ between two shapes at least.
LEAST_DIFFERENCE = 0.08
BLACK = (
    ".light svg { color: black; fill: black !important; background: white;"
    " inline-size: 24px !important; block-size: 24px !important; }"
)


def test_every_two_lights_differ_in_black_and_white(open_browser: OpenBrowser, cast: Cast) -> None:
    page = open_browser(bypass_csp=True).new_page()
    sign_in(page, cast.noor.email)
    page.goto("/ontwerp/")
    page.add_style_tag(content=BLACK)
    drawn = {}
    for name in ("green", "amber", "red", "grey", "unknown"):
        picture = page.locator(f"#s-light ~ .cluster .light--{name} svg").first.screenshot()
        drawn[name] = (
            Image.open(io.BytesIO(picture)).convert("L").resize((24, 24)).point(lambda grey: 255 * (grey > 127))
        )
    for (one, first), (other, second) in combinations(drawn.items(), 2):
        differing = ImageChops.difference(first, second).histogram()[255] / (24 * 24)
        assert differing > LEAST_DIFFERENCE, f"{one} and {other} differ in {differing:.0%} of their pixels"
