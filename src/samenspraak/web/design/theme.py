"""A municipality's own house style: one CSS file with NL Design System tokens, laid in the data folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

FILE_NAME = "theme.css"
# NL Design System themes hang their tokens on a class of their own: .voorbeeld-theme { --utrecht-… }
_THEME_CLASS = re.compile(r"\.([a-z][a-z0-9-]*-theme)\b")


@dataclass(frozen=True, slots=True)
class OwnTheme:
    """The file with the tokens, and the class that switches them on ("" when they stand on :root)."""

    path: Path
    class_name: str
    version: int  # changes with the file, so that a browser asks for it anew


def own_theme() -> OwnTheme | None:
    """Return the house style of this installation, None when it has none."""
    path = Path(settings.DATA_DIR) / FILE_NAME
    if not path.is_file():
        return None
    found = _THEME_CLASS.search(path.read_text(encoding="utf-8", errors="replace"))
    return OwnTheme(path, found.group(1) if found else "", int(path.stat().st_mtime))
