"""What is installed is what was tried: every package pinned by hash, from whatever mirror an office has."""

from __future__ import annotations

import re
import tomllib
from functools import cache

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.source import ROOT, tracked

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;\\]+)(?P<rest>(?:[^\n]*\\\n)*[^\n]*)", re.MULTILINE)


@cache
def pins(name: str) -> dict[str, str]:
    """Return the version of every package that a lock file pins for some machine."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    return {match["name"]: match["version"] for match in PIN.finditer(text)}


def unmet(wanted: list[str], lock: str) -> list[str]:
    """Return the requirements that a lock file does not meet."""
    requirements = [Requirement(line) for line in wanted]
    here = dict(default_environment())
    applying = [r for r in requirements if r.marker is None or r.marker.evaluate(here)]
    held = pins(lock)
    return [str(r) for r in applying if not r.specifier.contains(held.get(canonicalize_name(r.name), "0"))]


def test_the_locks_meet_what_the_project_asks_for() -> None:
    assert unmet(PROJECT["project"]["dependencies"], "run.lock") == []
    assert unmet(PROJECT["dependency-groups"]["dev"], "dev.lock") == []


def test_tests_run_with_the_versions_that_people_get() -> None:
    assert {name: pins("dev.lock").get(name) for name in pins("run.lock")} == pins("run.lock")


@pytest.mark.parametrize("lock", ["build.lock", "run.lock", "dev.lock"])
def test_every_pin_has_a_hash_and_no_line_names_a_place(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    assert [match["name"] for match in PIN.finditer(text) if "--hash=sha256:" not in match["rest"]] == []
    assert not re.search(r"://|--index|--find-links|^-e|@ ", text, re.MULTILINE)


def test_there_is_no_lock_that_names_hosts() -> None:
    assert [path.name for path in tracked() if path.name in {"uv.lock", "poetry.lock", "package-lock.json"}] == []
