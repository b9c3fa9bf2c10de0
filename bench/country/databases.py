"""Databases of its own for a country: made, and dropped again."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

PREFIX = "samenspraak_bench"


class NotOurs(Exception):
    """A database that may hold somebody's work is never dropped or filled."""


def create(address: str) -> None:
    """Make an empty database; one of an earlier run is dropped."""
    if address.startswith("sqlite:///"):
        if Path(address.removeprefix("sqlite:///")).exists():
            raise NotOurs(f"{address} exists already: name a new file.")
        return
    drop(address)
    server, name = _server_and_name(address)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def drop(address: str) -> None:
    """Remove a database on PostgreSQL whose name says that it is for measuring."""
    server, name = _server_and_name(address)
    if not name.startswith(PREFIX):
        raise NotOurs(f"The name of a database for measuring starts with {PREFIX}: {name} does not.")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def exists(address: str) -> bool:
    """Tell whether a database for measuring is there already."""
    if address.startswith("sqlite:///"):
        return Path(address.removeprefix("sqlite:///")).exists()
    server, name = _server_and_name(address)
    with psycopg.connect(server, autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone()
    return found is not None


def _server_and_name(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    return urlunsplit(parts._replace(path="/postgres")), parts.path.removeprefix("/")
