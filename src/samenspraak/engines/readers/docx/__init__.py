"""Reads DOCX, DOCM and DOTX files, as Word would print them with all changes accepted.

The XML is read directly: python-docx passes over content controls, tracked insertions, text boxes, notes and
automatic numbers, and refuses files whose pictures are missing.
"""

from __future__ import annotations

from collections.abc import Callable

from samenspraak.core.extraction.source import SourceText
from samenspraak.engines.readers.docx.joined_paragraphs import join_paragraphs
from samenspraak.engines.readers.docx.namespaces import w
from samenspraak.engines.readers.docx.numbering import Numbering
from samenspraak.engines.readers.docx.package import KIND, Package
from samenspraak.engines.readers.docx.page_counter import PageCounter
from samenspraak.engines.readers.docx.paragraphs import ParagraphReader
from samenspraak.engines.readers.docx.story import Story
from samenspraak.engines.readers.docx.styles import Styles
from samenspraak.engines.readers.errors import DamagedFile
from samenspraak.engines.readers.flow_builder import FlowBuilder
from samenspraak.engines.readers.paragraph_writer import ParagraphWriter

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_docx(data: bytes, *, name: str, on_progress: Callable[[int, int], None] | None = None) -> SourceText:
    """Read a Word file; raises DamagedFile, EncryptedFile or ZipBomb."""
    package = Package(data, name=name)
    body = package.document.find(w("body"))
    if body is None:
        raise DamagedFile(name, KIND, "de tekst ontbreekt")
    join_paragraphs(body)
    pages = PageCounter(body)
    builder = FlowBuilder()
    paragraphs = ParagraphReader(Styles(package.related("styles")), Numbering(package.related("numbering")), pages)
    story = Story(ParagraphWriter(builder), paragraphs, pages)
    story.write_body(body)
    story.write_notes(package)
    if on_progress:
        on_progress(pages.page, pages.page)
    notices = builder.picture_notices(story.picture_count)
    return builder.source(data, name=name, media_type=MEDIA_TYPE, page_count=pages.page, notices=notices)
