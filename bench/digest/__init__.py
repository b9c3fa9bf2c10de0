"""A digest for a country of people: one worker, a mail server on this machine, both databases."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg

from bench.country.databases import PREFIX, drop

SERVER = os.environ.get("SAMENSPRAAK_BENCH_POSTGRES", "postgres://postgres@127.0.0.1:5432")
HEAD = "database | people | rounds | mails | seconds (processor) | queries | writes a mail | peak (at the start)"


def measure() -> list[str]:
    """Load a country on both databases, mail everybody, and return the rows."""
    rows = [HEAD]
    with tempfile.TemporaryDirectory() as folder:
        for address in (f"sqlite:///{Path(folder, 'digest.sqlite3')}", f"{SERVER}/{PREFIX}_digest"):
            if address.startswith("postgres") and not _answers():
                rows.append(f"postgresql: no server answers at {SERVER}")
                continue
            try:
                _run("bench.country", address, "--years", "2")
                rows.append(_run("bench.digest", environment={"SAMENSPRAAK_DATABASE_URL": address}).strip())
            finally:
                if address.startswith("postgres"):
                    drop(address)
    return rows


def _run(module: str, *arguments: str, environment: dict[str, str] | None = None) -> str:
    """Run in a process of its own: Django knows one database per process, and memory is that process's."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env=os.environ | (environment or {}),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout


def _answers() -> bool:
    try:
        psycopg.connect(f"{SERVER}/postgres", connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True
