from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from samenspraak.apps.parties.models import Person
from tests.web.cast import Cast, make_cast


@pytest.fixture(autouse=True)
def own_folders(settings: Settings, tmp_path: Path) -> None:
    """Give each test its own folders, so that nothing of this machine is read or written."""
    settings.DATA_DIR = tmp_path
    settings.MEDIA_ROOT, settings.STATIC_ROOT = tmp_path / "media", tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    # The real one is slow on purpose.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def cast(db: None, own_folders: None) -> Cast:
    """Everybody and their agreement."""
    return make_cast()


@pytest.fixture
def signed_in() -> Callable[[Person], Client]:
    """Return a browser in which somebody is signed in."""

    def browser(person: Person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return browser
