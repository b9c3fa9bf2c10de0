"""`samenspraak worker`."""

from __future__ import annotations

import argparse

from django.core.management import call_command

from samenspraak.config.cli import exit_status
from samenspraak.config.cli.language import in_language
from samenspraak.config.cli.screen import warn


def run(_options: argparse.Namespace) -> int:
    """Do what stands in the queue until somebody stops it."""
    warn(in_language("Klaar om te lezen. Stoppen: Ctrl-C.", "Ready to read. Stop: Ctrl-C."))
    call_command("qcluster", verbosity=0)
    return exit_status.DONE
