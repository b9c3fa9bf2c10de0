"""The gallery shows every component."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from django.test import Client

import samenspraak.web.design
from samenspraak.apps.parties.models import Person
from tests.web.cast import Cast

TEMPLATES = Path(samenspraak.web.design.__file__).parent / "templates"


def test_every_component_stands_in_the_gallery() -> None:
    components = {path.stem.replace("_", "-") for path in (TEMPLATES / "cotton").glob("*.html")}
    pages = (TEMPLATES / "design").glob("*gallery*.html")
    shown = {name for page in pages for name in re.findall(r"<c-([a-z-]+)", page.read_text(encoding="utf-8"))}
    assert components - shown == set()


def test_every_state_is_shown(cast: Cast, signed_in: Callable[[Person], Client]) -> None:
    page = signed_in(cast.noor).get("/ontwerp/").content.decode()
    for state in ("green", "amber", "red", "grey", "unknown"):
        assert f"light--{state}" in page
    for state in ("info", "ok", "warning", "error"):
        assert f"alert--{state}" in page
    for state in ("step--done", "step--now", "readonly", "disabled", "error-summary", "<del>", "<ins>", "busy__row"):
        assert state in page
    for state in ("finding--error", "finding--warning", "form-field--invalid", "disabled", 'aria-sort="ascending"'):
        assert state in page


def test_every_icon_that_is_used_is_drawn() -> None:
    drawn = set(
        re.findall(r'id="([a-z_-]+)"', (TEMPLATES.parent / "static/design/icons.svg").read_text(encoding="utf-8"))
    )
    pages = [*TEMPLATES.rglob("*.html"), *(TEMPLATES.parents[1] / "workspace/templates").rglob("*.html")]
    used = {
        name for path in pages for name in re.findall(r'icon(?: name)?="([a-z-]+)"', path.read_text(encoding="utf-8"))
    }
    assert used - drawn == set()
