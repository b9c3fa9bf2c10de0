"""Keeping the files of an adopted report, in the background.

An edition can be written again from what is frozen, and gives the same bytes as long as the software is the same. A
newer version may write a border or a margin otherwise, so the files are made once, soon after adoption, and kept.
"""

from __future__ import annotations

import hashlib
import logging
from uuid import UUID

from samenspraak.apps.reports.composing import written_edition
from samenspraak.apps.reports.models import Edition, EditionFile
from samenspraak.apps.reports.pages import FORMATS
from samenspraak.core.errors import SamenspraakError

log = logging.getLogger(__name__)


def keep_files(edition_id: str) -> int:
    """Write an edition in all forms that are not kept yet; returns how many. What cannot be written is left out."""
    edition = Edition.objects.get(public_id=UUID(edition_id))
    there = set(edition.files.values_list("form", flat=True))
    return sum(_keep(edition, form) for form in FORMATS if form not in there)


def _keep(edition: Edition, form: str) -> bool:
    try:
        file = written_edition(edition, form)
    except SamenspraakError as error:  # a library that is not installed: it is written when somebody asks and it is
        log.warning("edition %s was not kept as %s: %s", edition.public_id, form, error)
        return False
    sha256 = hashlib.sha256(file.content).hexdigest()
    kept = {"name": file.name, "content": file.content, "sha256": sha256}
    return EditionFile.objects.get_or_create(edition=edition, form=form, defaults=kept)[1]
