from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from samenspraak.apps.parties.models import Person
from tests.web.cast import Cast, make_cast
from tests.web.own_folders import use_own_folders


@pytest.fixture(autouse=True)
def own_folders(settings: Settings, tmp_path: Path) -> None:
    """Keep this machine's own documents out of every test."""
    use_own_folders(settings, tmp_path)


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
