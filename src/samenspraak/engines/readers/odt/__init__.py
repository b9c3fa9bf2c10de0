"""Reads OpenDocument texts (ODT, OTT and the flat FODT) in reading order.

The XML is read directly, as for DOCX: odfdo returns words and tables, but neither automatic numbers nor the order of
boxes and notes, and it unpacks without a limit.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from samenspraak.core.extraction.source import SourceText
from samenspraak.engines.readers.errors import DamagedFile, EncryptedFile
from samenspraak.engines.readers.flow_builder import FlowBuilder
from samenspraak.engines.readers.odt.inline_text import PageNumber
from samenspraak.engines.readers.odt.namespaces import q
from samenspraak.engines.readers.odt.story import Story
from samenspraak.engines.readers.odt.styles import Styles
from samenspraak.engines.readers.paragraph_writer import ParagraphWriter
from samenspraak.engines.readers.safe_xml import parse_xml
from samenspraak.engines.readers.zip_guard import unpack

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
FLAT_MEDIA_TYPE = "application/vnd.oasis.opendocument.text-flat-xml"
KIND = "ODT"
_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_READ_PARTS = frozenset((_CONTENT, _STYLES, _MANIFEST))
_ENCRYPTION = b"encryption-data"


def read_odt(data: bytes, *, name: str, on_progress: Callable[[int, int], None] | None = None) -> SourceText:
    """Read an ODT file; raises DamagedFile, EncryptedFile or ZipBomb."""
    parts = unpack(data, name=name, kind=KIND, wanted=lambda part: part in _READ_PARTS)
    if _ENCRYPTION in parts.get(_MANIFEST, b""):
        raise EncryptedFile(name, KIND)
    if _CONTENT not in parts:
        raise DamagedFile(name, KIND, "de tekst ontbreekt")
    content = parse_xml(parts[_CONTENT], name=name, kind=KIND)
    common = [parse_xml(parts[_STYLES], name=name, kind=KIND)] if _STYLES in parts else []
    return _read(content, [*common, content], data, name, MEDIA_TYPE, on_progress)


def read_flat_odt(data: bytes, *, name: str, on_progress: Callable[[int, int], None] | None = None) -> SourceText:
    """Read an OpenDocument text in one XML file; raises DamagedFile."""
    root = parse_xml(data, name=name, kind="FODT")
    return _read(root, [root], data, name, FLAT_MEDIA_TYPE, on_progress)


def _read(
    content: etree._Element,
    style_roots: list[etree._Element],
    data: bytes,
    name: str,
    media_type: str,
    on_progress: Callable[[int, int], None] | None,
) -> SourceText:
    body = content.find(f"{q('office:body')}/{q('office:text')}")
    if body is None:
        raise DamagedFile(name, KIND, "de tekst ontbreekt")
    pages = PageNumber()
    builder = FlowBuilder()
    story = Story(ParagraphWriter(builder), Styles(style_roots), pages)
    story.write(body)
    story.write_notes()
    if on_progress:
        on_progress(pages.page, pages.page)
    notices = builder.picture_notices(story.picture_count)
    return builder.source(data, name=name, media_type=media_type, page_count=pages.page, notices=notices)
