"""Whether a path leads to something that can be read at all."""

from __future__ import annotations

import os
from pathlib import Path

from samenspraak.engines.intake.errors import FileMissing, NoAccess, NotAFile


def check_readable(path: Path) -> None:
    """Return when `path` is a file that may be opened; raises FileMissing, NotAFile or NoAccess."""
    name = path.name or str(path)
    try:
        is_there, is_file = path.exists(), path.is_file()
    except (OSError, ValueError):  # a name that is too long, or has a NUL in it
        raise NoAccess(name) from None
    if not is_there:
        raise FileMissing(name)
    if not is_file:
        raise NotAFile(name)
    if not os.access(path, os.R_OK):
        raise NoAccess(name)
