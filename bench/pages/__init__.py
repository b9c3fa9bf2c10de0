"""Every kind of page in one municipality and in the country, on both databases, held against what is demanded."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import psycopg

from bench.country.databases import PREFIX, drop
from bench.pages.verdict import first_visit_rows, page_rows

SERVER = os.environ.get("SAMENSPRAAK_BENCH_POSTGRES", "postgres://postgres@127.0.0.1:5432")
SIZES = (1, 342)
Result = dict[str, Any]


def measure() -> list[str]:
    """Return the rows: load times, a table of pages per database, the first visit, and what does not hold."""
    rows: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for vendor in ("sqlite", "postgresql"):
            if vendor == "postgresql" and not _answers():
                rows.append(f"postgresql: no server answers at {SERVER}")
                continue
            results = []
            for size in SIZES:
                loaded, result = _visited(_address(vendor, folder, size), size)
                rows.append(loaded)
                results.append(result)
            rows += page_rows(vendor, *results)
    return [*rows, *first_visit_rows(results[-1])]


def _visited(address: str, size: int) -> tuple[str, Result]:
    """Load a country of this size, visit its pages, and drop it."""
    try:
        loaded = _run("bench.country", address, "--municipalities", str(size))
        found: Result = json.loads(_run("bench.pages", environment={"SAMENSPRAAK_DATABASE_URL": address}))
    finally:
        if address.startswith("postgres"):
            drop(address)
    return loaded.splitlines()[0], found


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


def _address(vendor: str, folder: str, size: int) -> str:
    name = f"{PREFIX}_{size}"
    return f"sqlite:///{Path(folder, name)}.sqlite3" if vendor == "sqlite" else f"{SERVER}/{name}"


def _answers() -> bool:
    try:
        psycopg.connect(f"{SERVER}/postgres", connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True
