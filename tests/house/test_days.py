"""A day is a day here: who reports at half past midnight has reported today, whatever day it is in Greenwich."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.house.source import PACKAGE, modules, name_of, tree


def days_of_moments(path: Path) -> list[str]:
    """Return where a moment becomes a day without asking which day it is here, as `timezone.localdate` does."""
    return [
        f"{name_of(path)}:{call.lineno}"
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "date"
    ]


def test_the_day_of_a_moment_is_the_local_day() -> None:
    floors = (PACKAGE / "apps", PACKAGE / "web")
    assert [found for floor in floors for path in modules(floor) for found in days_of_moments(path)] == []
