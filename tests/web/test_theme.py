"""A municipality's own house style, and the contrast of ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

LIGHT, DARK = 0, 1
INK_ON_GROUND = [
    ("ink", "paper"),
    ("ink", "ground"),
    ("ink", "mark"),
    ("ink", "accent-weak"),
    ("ink", "amber-weak"),
    ("ink-muted", "paper"),
    ("ink-muted", "ground"),
    ("ink-muted", "accent-weak"),
    ("ink-muted", "grey-weak"),
    ("accent", "paper"),
    ("accent", "ground"),
    ("accent", "accent-weak"),
    ("accent-strong", "paper"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("green", "green-weak"),
    ("amber", "amber-weak"),
    ("amber", "paper"),
    ("red", "red-weak"),
    ("red", "paper"),
    ("grey", "grey-weak"),
]
# What only has to be seen, not read: borders of fields (WCAG 1.4.11).
SEEN = [("line-strong", "paper"), ("line-strong", "ground")]


def palette(scheme: int) -> dict[str, str]:
    """Return the colours of tokens.css for light or dark: dark only says what differs."""
    css = Path(str(finders.find("design/tokens.css"))).read_text(encoding="utf-8")
    blocks = re.split(r"@media \(prefers-color-scheme: dark\)", css)
    colours: dict[str, str] = {}
    for block in blocks[: scheme + 1]:
        colours |= dict(re.findall(r"--samenspraak-([a-z-]+): (#[0-9a-f]{6});", block))
    return colours


def luminance(colour: str) -> float:
    """Return the relative luminance, as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_arithmetic_knows_black_on_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), INK_ON_GROUND)
def test_every_letter_can_be_read(ink: str, ground: str, scheme: int) -> None:
    colours = palette(scheme)
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), SEEN)
def test_every_field_can_be_seen(line: str, ground: str, scheme: int) -> None:
    colours = palette(scheme)
    assert contrast(colours[line], colours[ground]) >= 3


def test_dark_differs_from_light_in_every_colour() -> None:
    light, dark = palette(LIGHT), palette(DARK)
    assert {name for name in light if light[name] == dark[name]} == set()


def test_without_an_own_style_there_is_none(client: Client, db: None) -> None:
    assert client.get("/ontwerp/huisstijl.css").status_code == 404
    assert "has-own-theme" not in client.get("/aanmelden/").content.decode()


def test_an_own_style_lies_over_ours(client: Client, db: None, tmp_path: Path) -> None:
    (tmp_path / "theme.css").write_text(".waterhoven-theme { --utrecht-link-color: #123456; }", encoding="utf-8")
    page = client.get("/aanmelden/").content.decode()
    assert '<html lang="nl" class="has-own-theme waterhoven-theme">' in page
    assert page.index("components.css") < page.index("huisstijl.css")
    response = client.get("/ontwerp/huisstijl.css")
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert b"#123456" in response.content


def test_components_take_every_colour_from_the_tokens() -> None:
    for name in ("base", "components"):
        css = Path(str(finders.find(f"design/{name}.css"))).read_text(encoding="utf-8")
        screen = css.split("@media print")[0]
        # The paper of a scanned page is white in the dark as well, and its marker yellow.
        own = set(re.findall(r"#[0-9a-f]{3,8}\b(?=[;\s])", screen)) - {"#fff", "#ffd83d", "#0b5468"}
        assert own == set()


def test_every_token_that_is_used_exists() -> None:
    texts = [
        Path(str(finders.find(f"design/{name}.css"))).read_text(encoding="utf-8")
        for name in ("tokens", "base", "components")
    ]
    used = set(re.findall(r"var\((--[a-z0-9-]+)", "".join(texts)))
    defined = set(re.findall(r"(--[a-z0-9-]+):", "".join(texts)))
    assert used - defined == set()
