from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import Settings

from samenspraak.engines.intake import taking_in
from tests.apps.cast import TEXT, People, extraction, make_people, source

READ = source("brief.txt", TEXT)


@pytest.fixture(autouse=True)
def own_folders(settings: Settings, tmp_path: Path) -> None:
    """Give each test its own documents, and passwords that cost no time."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def install(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Path], None]:
    """Give a folder the empty SQLite database of an installation; to make one from nothing takes ten seconds."""
    made = tmp_path_factory.mktemp("installed") / "samenspraak.sqlite3"
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(made)])

    def copy(folder: Path) -> None:
        (folder / "var").mkdir()
        shutil.copy(made, folder / "var")

    return copy


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """The file of a letter with four commitments."""
    path = tmp_path / "brief.txt"
    path.write_text(READ.raw, encoding="utf-8")
    return path


@pytest.fixture
def understood(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every text as that letter: what extraction makes of a text is tested elsewhere."""
    monkeypatch.setattr(taking_in, "extract", lambda *_given: extraction(READ))


@pytest.fixture
def people(db: None, own_folders: None) -> People:
    """Everybody, each in their organisation."""
    return make_people()


@pytest.fixture
def on_postgres() -> Iterator[str]:
    """Return the address of a new database on the server that the tests run on, and remove it after that."""
    server, name = os.environ["SAMENSPRAAK_DATABASE_URL"], f"killed_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield f"{server.rpartition('/')[0]}/{name}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
