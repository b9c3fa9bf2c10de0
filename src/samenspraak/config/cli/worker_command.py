"""`samenspraak worker`."""

from __future__ import annotations

import argparse

from samenspraak.config.cli import exit_status
from samenspraak.config.cli.language import in_language
from samenspraak.config.cli.screen import warn
from samenspraak.config.cli.working import work


def run(_options: argparse.Namespace) -> int:
    """Do what stands in the queue until somebody stops it."""
    warn(in_language("Klaar om te lezen. Stoppen: Ctrl-C.", "Ready to read. Stop: Ctrl-C."))
    work()
    return exit_status.DONE
