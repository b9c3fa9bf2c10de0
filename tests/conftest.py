"""What holds for every test: reproducible examples, and a clear word when the machine lacks something."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest
from django.conf import settings as django_settings
from hypothesis import settings

# The same examples on every run and every machine; a slow machine is no failure.
settings.register_profile("samenspraak", derandomize=True, deadline=None, database=None)
settings.load_profile("samenspraak")


def _has_dutch_ocr() -> bool:
    if shutil.which("tesseract") is None:
        return False
    languages = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False)
    return "nld" in languages.stdout.split()


NEEDS = {
    "browser": (lambda: shutil.which("chromium") is not None, "Debian's package chromium"),
    "office": (lambda: shutil.which("soffice") is not None, "Debian's package libreoffice-writer-nogui"),
    "ocr": (_has_dutch_ocr, "Debian's packages tesseract-ocr and tesseract-ocr-nld"),
    "java": (lambda: shutil.which("java") is not None, "Debian's package default-jre-headless"),
}


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    tmp_path_factory: pytest.TempPathFactory, django_db_modify_db_settings_parallel_suffix: None
) -> None:
    """Keep SQLite in a file, as an installation does.

    One in memory is one connection for all threads: two requests of a browser at once would end each other's
    transaction, and whatever test comes next meets the rows and the open transaction they leave.
    """
    for database in django_settings.DATABASES.values():
        if database["ENGINE"].endswith("sqlite3"):
            database.setdefault("TEST", {})["NAME"] = str(tmp_path_factory.mktemp("database") / "samenspraak.sqlite3")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches the database: that runs once more on PostgreSQL."""
    for item in items:
        on_postgres = item.get_closest_marker("postgres")  # in a process of its own, perhaps without such a fixture
        if (
            on_postgres
            or item.get_closest_marker("django_db")
            or {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
        ):
            item.add_marker("database")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what this machine cannot run; in CI that is a failure."""
    for marker, (is_there, package) in NEEDS.items():
        if item.get_closest_marker(marker) and not is_there():
            give_up = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
            give_up(f"needs {package}")
    if item.get_closest_marker("postgres") and not _on_postgres():
        pytest.skip("holds on PostgreSQL only; `make test` runs it there as well")


def _on_postgres() -> bool:
    return os.environ.get("SAMENSPRAAK_DATABASE_URL", "").startswith("postgres")
