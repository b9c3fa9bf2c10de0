"""The name of a file as it came from outside, made harmless."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath

MAX_LENGTH = 200
NO_NAME = "document"


def harmless_name(name: str) -> str:
    """Return the last part of a path without control or direction characters, at most MAX_LENGTH long."""
    last = PurePosixPath(name.replace("\\", "/")).name
    # Cf holds the marks that turn the direction of reading: "exe.fdp" can be made to look like "pdf.exe".
    shown = "".join(char for char in last if unicodedata.category(char) not in {"Cc", "Cf", "Cs"}).strip(" .")
    if not shown:
        return NO_NAME
    suffix = PurePosixPath(shown).suffix[:10]
    return shown if len(shown) <= MAX_LENGTH else shown[: MAX_LENGTH - len(suffix)] + suffix
