"""The command line."""

from __future__ import annotations

from samenspraak.config.cli.program import main

__all__ = ["main"]
