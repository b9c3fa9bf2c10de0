"""axe finds nothing in the HTML of any kind of report, and nothing but a framed table is wider than its screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from samenspraak.engines.writers.reports.html import write_html
from tests.engines.writers.reports.kinds import KINDS
from tests.engines.writers.reports.sample import sample
from tests.engines.writers.reports.test_every_kind import STYLE
from tests.journeys.test_accessibility import NARROW, too_wide, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_html_of_every_kind_is_for_everybody(chromium: Browser, tmp_path: Path) -> None:
    context = chromium.new_context(viewport={"width": NARROW, "height": 900})
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for number, (kind, made) in enumerate({**KINDS, "everything": sample}.items()):
        path = tmp_path / f"{number}.html"
        path.write_text(write_html(made(), STYLE), encoding="utf-8")
        page.goto(path.as_uri())
        found[kind] = [*violations(page), *too_wide(page)]
    context.close()
    assert {kind: wrong for kind, wrong in found.items() if wrong} == {}
