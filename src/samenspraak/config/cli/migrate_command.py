"""`samenspraak migrate`."""

from __future__ import annotations

import argparse

from samenspraak.config.cli import exit_status
from samenspraak.config.cli.database_ready import migrate
from samenspraak.config.cli.language import in_language
from samenspraak.config.cli.screen import show
from samenspraak.config.django_start import start_django


def run(_options: argparse.Namespace) -> int:
    """Bring the database up to date."""
    start_django()
    migrate()
    show(in_language("De database is bij.", "The database is up to date."))
    return exit_status.DONE
