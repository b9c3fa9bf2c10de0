"""A worker that is killed half-way leaves nothing half-done, and another takes the work up within a minute."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.config.command import surroundings
from tests.config.kill_a_worker import PAGES

pytestmark = pytest.mark.slow  # two real workers, and half a minute of silence

SCENARIO = Path(__file__).with_name("kill_a_worker.py")


def check(folder: Path, **environment: str) -> None:
    done = subprocess.run(
        [sys.executable, str(SCENARIO)],
        cwd=folder,
        env=surroundings(folder, **environment),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    print(f"taken up after {found['taken_up']:.0f} s")
    assert found["after_kill"] == ["running", 1, 0, 0]
    assert found["taken_up"] < 60
    assert found["in_the_end"] == ["done", 2, PAGES, 1]


def test_another_finishes_it_once_on_sqlite(tmp_path: Path, install: Callable[[Path], None]) -> None:
    install(tmp_path)
    check(tmp_path)


@pytest.mark.postgres
def test_another_finishes_it_once_on_postgresql(tmp_path: Path, on_postgres: str) -> None:
    check(tmp_path, SAMENSPRAAK_DATABASE_URL=on_postgres)
