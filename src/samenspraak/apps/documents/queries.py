"""Reading documents. Who may see a document follows from its agreement: pages ask through agreements.queries."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from samenspraak.apps.documents.errors import NoPicture
from samenspraak.apps.documents.models import Document, ImportRun, SourcePage
from samenspraak.core.extraction.source import RepairKind
from samenspraak.engines.intake.errors import NoPageOfThat
from samenspraak.engines.intake.page_picture import page_picture

Letters = tuple[tuple[str, str], ...]  # as in the file, and what it stands for

# A few widths only, so that nobody can fill the disk by asking for every number.
WIDTHS = (400, 800, 1000, 1200, 1600, 2000)


def document_with_hash(sha256: str) -> Document | None:
    """Return the kept document with these bytes."""
    return Document.objects.filter(sha256=sha256).first()


def run_by_id(public_id: UUID | str) -> ImportRun:
    """Return a run with its document and whoever asked for it."""
    return ImportRun.objects.select_related("document", "requested_by").get(public_id=public_id)


def pages_between(document: Document, start: int, end: int) -> list[SourcePage]:
    """Return the pages that hold a stretch of the raw text, in order (one query)."""
    return list(document.pages.filter(start__lt=max(end, start + 1), end__gt=start).order_by("number"))


def mended_letters(documents: Iterable[int]) -> dict[int, Letters]:
    """Return for documents, by their numbers, the letters that were mended when they were last read (one query).

    A single odd letter stands for the same everywhere in a document; longer repairs depend on the word.
    """
    runs = ImportRun.objects.filter(document__in=documents, status=ImportRun.Status.DONE).order_by("finished_at")
    found: dict[int, Letters] = {}
    for document, repairs in runs.values_list("document_id", "extraction__source__repairs"):
        mended = ((one["from"], one["to"]) for one in repairs or () if one["kind"] == RepairKind.LIGATURE.value)
        found[document] = tuple((old, new) for old, new in mended if len(old) == 1 and not old.isascii())
    return found


def passage_of(document: Document, text: str) -> tuple[int, int, int]:
    """Return where a text stands literally: page, start and end; of one that does not, the whole first page."""
    for page in document.pages.filter(raw__contains=text).order_by("number") if text else ():
        at = page.raw.find(text)  # the database may not tell capitals apart
        if at >= 0:
            return page.number, page.start + at, page.start + at + len(text)
    first = document.pages.order_by("number").first()
    return (1, 0, 0) if first is None else (first.number, first.start, first.end)


def picture_of(document: Document, *, number: int, width: int) -> bytes:
    """Return page `number` as PNG, `width` rounded up to one of WIDTHS; kept on disk; raises NoPicture."""
    if not document.has_pictures:
        raise NoPicture("Van dit soort document zijn er geen afbeeldingen.", where=document.name)
    width = WIDTHS[min(bisect_left(WIDTHS, width), len(WIDTHS) - 1)]
    name = f"pictures/{document.sha256[:2]}/{document.sha256}/{number}-{width}.png"
    if default_storage.exists(name):
        with default_storage.open(name) as kept:
            return bytes(kept.read())
    picture = _make_picture(document, number, width)
    default_storage.save(name, ContentFile(picture))
    return picture


def _make_picture(document: Document, number: int, width: int) -> bytes:
    try:
        return page_picture(Path(document.file.path), document.media_type, number=number, width=width)
    except NoPageOfThat as error:
        raise NoPicture(error.message, where=f"{document.name}, bladzijde {number}") from None
