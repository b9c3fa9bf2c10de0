"""Where a list waits between handing in and counting, and where its counts are kept; the rows go soon.

An installation that was given a key keeps what was understood of a list, encrypted and for a while
(docs/domain/kept-rows.md).
"""

from __future__ import annotations

import json
import logging
import shutil
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from samenspraak.apps.documents.jobs import harmless_name
from samenspraak.apps.figures.models import Extract
from samenspraak.apps.parties.models import Organisation
from samenspraak.core.errors import SamenspraakError
from samenspraak.engines.extracts.keeping import SUFFIX, KeptRows, kept_rows_in, keys_of

_PREVIEW = "preview.json"

log = logging.getLogger(__name__)


def counts_of(organisation: Organisation) -> Path:
    """Return the folder with the counts of an organisation's lists: no rows, no names."""
    return Path(settings.MEDIA_ROOT) / "counts" / str(organisation.pk)


def kept_rows_of(organisation: Organisation) -> KeptRows | None:
    """Return where the rows of an organisation's lists are kept; None without a key, and then none are."""
    return kept_rows_in(_all_rows() / str(organisation.pk), settings.ROWS_KEYS)


def days_kept() -> int:
    """Return for how many days rows are kept encrypted; 0: they are not kept."""
    return settings.ROWS_DAYS if settings.ROWS_KEYS else 0


def rows_kept_of(extract: Extract) -> list[Path]:
    """Return the encrypted rows that are there of a list, whether or not there is still a key to read them."""
    folder = _all_rows() / str(extract.organisation_id)
    return list(folder.glob(f"{extract.subject}-{extract.year}-*{SUFFIX}"))


def look_after_kept_rows(today: date) -> list[str]:
    """Take away rows that were kept long enough, and encrypt with the newest key; returns the names of what went."""
    gone: list[str] = []
    if not settings.ROWS_KEYS:
        return gone
    for folder in sorted(_all_rows().glob("*")):
        kept = KeptRows(folder, keys_of(settings.ROWS_KEYS))
        gone += kept.delete_older(today, settings.ROWS_DAYS)
        try:
            kept.rotate()
        except SamenspraakError as error:  # its key was taken away too soon
            log.warning("rows were not encrypted again: %s", error)
    return gone


def _all_rows() -> Path:
    return Path(settings.MEDIA_ROOT) / "rows"


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
