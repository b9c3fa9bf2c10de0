"""Dutch on the command line, and English for who asks for it with SAMENSPRAAK_LANG=en."""

from __future__ import annotations

import os


def is_english() -> bool:
    """Whether help and messages of the command line are to be in English."""
    return os.environ.get("SAMENSPRAAK_LANG", "").lower().startswith("en")


def in_language(dutch: str, english: str) -> str:
    """Return the text in the language that was asked for."""
    return english if is_english() else dutch
