"""The command line. What stands here is all that runs before somebody can be told that it was interrupted."""

from __future__ import annotations

import os
import sys

from samenspraak.config.cli.exit_status import INTERRUPTED


def main() -> int:
    """Do what the arguments of the process say; returns the exit status."""
    try:
        # Loaded inside: Ctrl-C while it loads is no reason for a traceback either.
        from samenspraak.config.cli.program import main as run  # noqa: PLC0415

        status = run()
    except KeyboardInterrupt:
        status = INTERRUPTED
    if status == INTERRUPTED:
        # Python would wait for the threads that manage the processes; those were ended, so it could wait for ever.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    return status
