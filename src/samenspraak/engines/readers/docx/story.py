"""The running text of a Word file in reading order: body, boxes where they are anchored, notes at the end."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from samenspraak.engines.readers.docx.namespaces import value, w
from samenspraak.engines.readers.docx.package import Package
from samenspraak.engines.readers.docx.page_counter import PageCounter
from samenspraak.engines.readers.docx.paragraphs import ParagraphReader, ReadParagraph
from samenspraak.engines.readers.docx.tables import TableReader, cells_of, is_frame, rows_of
from samenspraak.engines.readers.paragraph_writer import ParagraphWriter

_WRAPPERS = frozenset(w(tag) for tag in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
_CONTENTS_GALLERY = "Table of Contents"


class Story:
    """Walks through the document once and writes what it meets."""

    def __init__(self, writer: ParagraphWriter, paragraphs: ParagraphReader, pages: PageCounter) -> None:
        self._writer = writer
        self._paragraphs = paragraphs
        self._pages = pages
        self._tables = TableReader(paragraphs, self._note)
        self._notes: dict[tuple[str, str], None] = {}  # in order of reference, each once
        self.picture_count = 0

    def write_body(self, body: etree._Element) -> None:
        """Write the blocks of a body, a cell or a text box."""
        for block, is_contents in _blocks(body):
            if block.tag == w("tbl"):
                self._write_table(block)
            else:
                self._write_paragraph(block, is_contents=is_contents)

    def write_notes(self, package: Package) -> None:
        """Write the notes that were referred to, in order of reference."""
        stories = {}
        for kind in ("footnote", "endnote"):
            root = package.related(f"{kind}s")
            for note in () if root is None else root.iterchildren(w(kind)):
                stories[(kind, note.get(w("id"), ""))] = note
        # A note may itself refer to a note; the dictionary then grows while it is read.
        for key in list(self._notes):
            if key in stories:
                self.write_body(stories[key])

    def _write_paragraph(self, element: etree._Element, *, is_contents: bool) -> None:
        read = self._paragraphs.read(element)
        if is_contents or read.is_contents:
            # It repeats the headings; understood as text it would double them.
            self._writer.set_aside("".join(part.text for part in read.paragraph.parts))
        else:
            self._writer.write(read.paragraph)
        self._note(read)
        for box in read.inline.boxes:
            self.write_body(box)

    def _write_table(self, table: etree._Element) -> None:
        if is_frame(table):
            for row in rows_of(table):
                for cell in cells_of(row):
                    self.write_body(cell)
            return
        rows, page = self._tables.read(table)
        self._writer.write_table(rows, page=page or self._pages.page)

    def _note(self, read: ReadParagraph) -> None:
        self.picture_count += read.inline.picture_count
        self._notes.update(dict.fromkeys(read.inline.notes))


def _blocks(parent: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Yield paragraphs and tables with whether they stand in a table of contents, seeing through wrappers."""
    stack = [(child, False) for child in reversed(parent)]
    while stack:
        element, is_contents = stack.pop()
        if element.tag in (w("p"), w("tbl")):
            yield element, is_contents
        elif element.tag in _WRAPPERS:
            inside = is_contents or _is_contents(element)
            stack.extend((child, inside) for child in reversed(element))


def _is_contents(control: etree._Element) -> bool:
    gallery = control.find(f"{w('sdtPr')}/{w('docPartObj')}")
    return value(gallery, "docPartGallery") == _CONTENTS_GALLERY
