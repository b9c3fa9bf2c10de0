"""The command line. What stands here is all that runs before somebody can be told that it was interrupted."""

from __future__ import annotations


def main() -> int:
    """Do what the arguments of the process say; returns the exit status."""
    try:
        # Loaded inside: Ctrl-C while it loads is no reason for a traceback either.
        from samenspraak.config.cli.program import main as run  # noqa: PLC0415

        return run()
    except KeyboardInterrupt:
        return 130
