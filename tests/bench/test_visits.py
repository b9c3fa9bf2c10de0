"""A run over a country of one municipality beside itself: every line is kept, what cannot be measured is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import pages

pytestmark = pytest.mark.slow  # loads a country, in a process of its own


def test_a_run_keeps_what_it_measured_line_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "KEPT", tmp_path / "results" / "pages.jsonl")
    wanted = pages.Wanted(vendors=("sqlite",), municipalities=1, requests=2, pages=("desk", "round-comparison"))
    rows = list(pages.measure(wanted))
    kept = [json.loads(line) for line in pages.KEPT.read_text(encoding="utf-8").splitlines()]
    assert [one["page"]["name"] for one in kept if "page" in one] == ["desk", "round-comparison"]
    assert all(one["page"]["queries"] == one["small"]["queries"] <= 15 for one in kept if "page" in one)
    assert any("opening a round over 120 commitments" in row for row in rows)
    assert "NOT MEASURED: invitation" in rows
    assert [one["floor"]["queries"] for one in kept if "floor" in one] == [2]
    assert "in short, sqlite" in rows
