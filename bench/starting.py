"""From nothing to serving: `make run` in a fresh clone, with the packages already in the installer's cache."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parent.parent
ADDRESS = "127.0.0.1:8765"
LIMIT = 300  # seconds


def measure() -> list[str]:
    """Return how long it takes until the sign-in page answers, the first and the second time."""
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "samenspraak"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        first = _until_serving(clone)
        second = _until_serving(clone)
    return [f"make run, from nothing to serving: {first:.0f} s", f"make run, the second time: {second:.0f} s"]


def _until_serving(clone: Path) -> float:
    environment = {**os.environ, "SAMENSPRAAK_DATA_DIR": str(clone / "var")}
    begin = time.monotonic()
    # A group of its own: make, the application and its workers have to end together.
    running = subprocess.Popen(
        ["make", "run", f"ADDRESS={ADDRESS}"],
        cwd=clone,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        while not _answers():
            if running.poll() is not None:
                message = running.stderr.read().decode(errors="replace") if running.stderr else ""
                raise SystemExit(f"make run ended early: {message[-2000:]}")
            if time.monotonic() - begin > LIMIT:
                raise SystemExit(f"not serving after {LIMIT} s")
            time.sleep(0.1)
        return time.monotonic() - begin
    finally:
        os.killpg(running.pid, signal.SIGTERM)
        running.wait(timeout=30)


def _answers() -> bool:
    try:
        with urllib.request.urlopen(f"http://{ADDRESS}/", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
