"""Searching the country on both databases, beside the bare full-text query of the same run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.country.databases import PREFIX, drop

SERVER = os.environ.get("SAMENSPRAAK_BENCH_POSTGRES", "postgres://postgres@127.0.0.1:5432")
COUNTRY = 342
HEAD = "question | who | found | bare p50 | search p50 | search p95 | times bare | queries"


def measure() -> list[str]:
    """Load and index a country on both databases, search it, and return the rows."""
    rows: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for address in (f"sqlite:///{Path(folder, 'search.sqlite3')}", f"{SERVER}/{PREFIX}_search"):
            try:
                _run("bench.country", address, "--municipalities", str(COUNTRY))
                rows += rows_of(json.loads(_run("bench.search", environment={"SAMENSPRAAK_DATABASE_URL": address})))
            finally:
                if address.startswith("postgres"):
                    drop(address)
    return rows


def rows_of(found: dict[str, object]) -> list[str]:
    """Return what was measured on one database as rows of a table."""
    measured = found["rows"]
    assert isinstance(measured, list)  # noqa: S101 our own output
    lines = [" | ".join(str(cell) for cell in row) for row in measured]
    return [str(found["index"]), HEAD, *lines]


def _run(module: str, *arguments: str, environment: dict[str, str] | None = None) -> str:
    """Run in a process of its own: Django knows one database per process."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env=os.environ | (environment or {}),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout
