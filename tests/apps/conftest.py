from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from samenspraak.apps.agreements.models import Agreement
from tests.apps.cast import People, make_people, registered


@pytest.fixture(autouse=True)
def own_folders(settings: Settings, tmp_path: Path) -> None:
    """Give each test its own documents, and passwords that cost no time."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def people(db: None, own_folders: None) -> People:
    """Everybody, each in their organisation."""
    return make_people()


@pytest.fixture
def agreement(people: People) -> Agreement:
    """The agreement of Waterhoven, brought in by Noor."""
    return registered(people.noor)
