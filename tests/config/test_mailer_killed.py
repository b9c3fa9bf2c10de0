"""A worker that is killed while it sends: nobody gets a mail twice, and who misses one is known by name."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.config.command import surroundings
from tests.config.kill_a_mailer import READERS
from tests.web.mail_server import free_port

pytestmark = pytest.mark.slow  # three real workers and a real mail server

SCENARIO = Path(__file__).with_name("kill_a_mailer.py")
EVERYBODY = READERS + 4  # Noor, Bas, Hanna and Rik


def check(folder: Path, **environment: str) -> None:
    port = str(free_port())
    # At whatever hour the test runs, today's digest is due.
    environment |= {
        "SINK_PORT": port,
        "SAMENSPRAAK_SMTP_URL": f"smtp://127.0.0.1:{port}",
        "SAMENSPRAAK_DIGEST_HOUR": "0",
    }
    done = subprocess.run(
        [sys.executable, str(SCENARIO)],
        cwd=folder,
        env=surroundings(folder, **environment),
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    print(found)
    assert READERS // 3 <= found["after_kill"] < EVERYBODY  # killed half-way, not before or after
    assert found["most_to_one"] == 1
    assert found["names"] == found["got"]
    assert len(found["uncertain"]) <= 1
    assert set(found["missed"]) <= set(found["uncertain"])
    assert found["states"] == {"sent": EVERYBODY - len(found["uncertain"])} | (
        {"uncertain": 1} if found["uncertain"] else {}
    )


def test_nobody_gets_a_mail_twice_on_sqlite(tmp_path: Path, install: Callable[[Path], None]) -> None:
    install(tmp_path)
    check(tmp_path)


@pytest.mark.postgres
def test_nobody_gets_a_mail_twice_on_postgresql(tmp_path: Path, on_postgres: str) -> None:
    check(tmp_path, SAMENSPRAAK_DATABASE_URL=on_postgres)
