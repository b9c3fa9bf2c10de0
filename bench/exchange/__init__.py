"""The register as a table, out and back: beside what the library and the database alone need for the same cells."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HEAD = "commitments | what | Samenspraak | library alone | database alone | times both"


def measure() -> list[str]:
    """Load some municipalities into a database of their own, put their commitments in one agreement, and measure."""
    with tempfile.TemporaryDirectory() as folder:
        address = f"sqlite:///{Path(folder, 'exchange.sqlite3')}"
        country = ("bench.country", address, "--municipalities", "14")
        subprocess.run([sys.executable, "-m", *country], stdout=subprocess.DEVNULL, check=True)
        done = subprocess.run(
            [sys.executable, "-m", "bench.exchange"],
            env=os.environ | {"SAMENSPRAAK_DATABASE_URL": address, "SAMENSPRAAK_DATA_DIR": folder},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return [HEAD, *(" | ".join(row) for row in json.loads(done.stdout))]
