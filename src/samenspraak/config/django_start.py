"""Starting Django for a command, with a database that fits this version."""

from __future__ import annotations

import os

import django


def start_django() -> None:
    """Load settings and records; raises WrongSetting."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenspraak.config.settings")
    django.setup()
