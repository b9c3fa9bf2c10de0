"""From a database address to Django's settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from samenspraak.config.environment import WrongSetting

# WAL lets people read while somebody writes; NORMAL is safe with it, short of a power cut losing the last write.
SQLITE_START = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-20000;"
WAIT_SECONDS = 20  # for another writer
CONNECT_SECONDS = 5
# Every question here is short: compiling it first takes PostgreSQL a hundred times as long as answering it.
POSTGRES_START = "-c jit=off"


def database_of(url: str, data_dir: Path) -> dict[str, Any]:
    """Return one entry of DATABASES for an address; without one, SQLite in the data folder."""
    if not url:
        return _sqlite(str(data_dir / "samenspraak.sqlite3"))
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(parts.path.removeprefix("/") or ":memory:")
    name, port = unquote(parts.path.removeprefix("/")), _port_of(parts)
    if not name or port is None:
        raise WrongSetting(
            "SAMENSPRAAK_DATABASE_URL noemt geen database; schrijf postgres://wie:wachtwoord@waar:5432/naam."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": port,
        "OPTIONS": {
            "options": POSTGRES_START,
            "pool": {"min_size": 1, "max_size": 10, "timeout": CONNECT_SECONDS},
            **dict(parse_qsl(parts.query)),
        },
    }


def _port_of(parts: SplitResult) -> str | None:
    """Return the port, "" when there is none, and None when it is not a number."""
    try:
        return str(parts.port or "")
    except ValueError:
        return None


def _sqlite(path: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        # Opening the file anew for every page costs more than most of its questions, and forgets what was read.
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": WAIT_SECONDS,
            # A write takes its lock at the start, so that two writers wait for each other instead of failing half-way.
            "transaction_mode": "IMMEDIATE",
            "init_command": SQLITE_START,
        },
    }
