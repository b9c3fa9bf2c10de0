"""A test reads and writes in folders of its own, never in those of this machine."""

from __future__ import annotations

from pathlib import Path

from pytest_django.fixtures import Settings


def use_own_folders(settings: Settings, folder: Path) -> None:
    """Point data and documents into `folder`, and make passwords cheap to check."""
    settings.DATA_DIR = folder
    settings.MEDIA_ROOT = folder / "media"
    # The real one is slow on purpose.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
