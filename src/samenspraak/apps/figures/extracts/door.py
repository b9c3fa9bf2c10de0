"""Where a list waits between handing in and counting, and where its counts are kept; the rows go soon."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from samenspraak.apps.documents.jobs import harmless_name
from samenspraak.apps.figures.models import Extract
from samenspraak.apps.parties.models import Organisation

_PREVIEW = "preview.json"


def counts_of(organisation: Organisation) -> Path:
    """Return the folder with the counts of an organisation's lists: no rows, no names."""
    return Path(settings.MEDIA_ROOT) / "counts" / str(organisation.pk)


def file_of(extract: Extract) -> Path:
    """Return where the file waits."""
    return _place(extract) / "rows" / harmless_name(extract.name)


def let_in(extract: Extract, file: UploadedFile) -> None:
    """Keep a file at the door."""
    path = file_of(extract)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as kept:
        for piece in file.chunks():
            kept.write(piece)


def let_go(extract: Extract) -> None:
    """Remove the file and what was shown of it."""
    shutil.rmtree(_place(extract), ignore_errors=True)


def keep_preview(extract: Extract, rows: tuple[tuple[Any, ...], ...]) -> None:
    """Keep the first rows as they were understood, beside the file and as long as the file."""
    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    (_place(extract) / _PREVIEW).write_text(json.dumps(texts), encoding="utf-8")


def preview_of(extract: Extract) -> list[list[str]]:
    """Return the first rows as they were understood; the first one names the columns. Empty when they are gone."""
    try:
        found: list[list[str]] = json.loads((_place(extract) / _PREVIEW).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return found


def _place(extract: Extract) -> Path:
    return Path(settings.MEDIA_ROOT) / "door" / str(extract.public_id)
