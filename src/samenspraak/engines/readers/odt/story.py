"""The running text of an OpenDocument file in reading order: body, lists, boxes, notes at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from samenspraak.engines.readers.odt.inline_text import PageNumber
from samenspraak.engines.readers.odt.lists import Counters, ListStyles
from samenspraak.engines.readers.odt.namespaces import q
from samenspraak.engines.readers.odt.paragraphs import ParagraphReader, ReadParagraph
from samenspraak.engines.readers.odt.styles import Styles
from samenspraak.engines.readers.odt.tables import TableReader, is_frame, rows_of
from samenspraak.engines.readers.paragraph_writer import ParagraphWriter
from samenspraak.engines.readers.safe_xml import whole_number

_P, _H, _LIST, _TABLE = q("text:p"), q("text:h"), q("text:list"), q("table:table")
_ITEMS = (q("text:list-item"), q("text:list-header"))
_DEEPEST = 10
_CONTENTS = frozenset(
    q(f"text:{tag}")
    for tag in ("table-of-content", "illustration-index", "table-index", "alphabetical-index", "user-index")
)
# Deletions are kept apart from the text; forms and declarations show nothing.
_UNSEEN = frozenset((q("text:tracked-changes"), q("office:forms"), q("text:sequence-decls"), q("text:variable-decls")))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: in which list, at which level, in a table of contents or not."""

    list_style: str | None = None
    level: int = 0
    counters: Counters | None = None
    label: str = ""
    begins_item: bool = False
    is_contents: bool = False

    @property
    def list_level(self) -> int | None:
        return self.level if self.begins_item else None


class Story:
    """Walks through the document once and writes what it meets."""

    def __init__(self, writer: ParagraphWriter, styles: Styles, pages: PageNumber) -> None:
        self._writer = writer
        self._styles = styles
        self._pages = pages
        self._lists = ListStyles(styles)
        self._paragraphs = ParagraphReader(styles, self._lists, pages)
        self._tables = TableReader(styles, self._paragraphs_in)
        self._counters_by_style: dict[str, Counters] = {}
        self._counters_by_list: dict[str, Counters] = {}
        self._notes: list[etree._Element] = []
        self.picture_count = 0

    def write(self, parent: etree._Element) -> None:
        """Write the blocks of a body, a cell, a box or a note."""
        for element, place in self._blocks(parent, _Place()):
            if element.tag == _TABLE:
                self._write_table(element)
                continue
            read = self._read(element, place)
            if place.is_contents:
                # It repeats the headings; understood as text it would double them.
                self._writer.set_aside("".join(part.text for part in read.paragraph.parts))
            else:
                self._writer.write(read.paragraph)
            for box in read.inline.boxes:
                self.write(box)

    def write_notes(self) -> None:
        """Write the notes met so far, in order."""
        notes, self._notes = self._notes, []
        for note in notes:
            self.write(note)

    def _write_table(self, table: etree._Element) -> None:
        if is_frame(table):
            for row in rows_of(table):
                for cell in row:
                    self.write(cell)
            return
        rows, page = self._tables.read(table)
        self._writer.write_table(rows, page=page or self._pages.page)

    def _read(self, element: etree._Element, place: _Place) -> ReadParagraph:
        read = self._paragraphs.read(element, label=place.label, list_level=place.list_level)
        self._notes.extend(read.inline.notes)
        self.picture_count += read.inline.picture_count
        return read

    def _paragraphs_in(self, cell: etree._Element) -> Iterator[ReadParagraph]:
        stack = [cell]
        while stack:
            for element, place in self._blocks(stack.pop(), _Place()):
                if element.tag == _TABLE:
                    stack.extend(reversed([inner for row in rows_of(element) for inner in row]))
                else:
                    read = self._read(element, place)
                    yield read
                    stack.extend(reversed(read.inline.boxes))

    def _blocks(self, parent: etree._Element, place: _Place) -> Iterator[tuple[etree._Element, _Place]]:
        """Yield paragraphs, headings and tables in order, seeing through lists and sections."""
        stack = [(child, place) for child in reversed(parent)]
        while stack:
            element, place = stack.pop()
            if element.tag in (_P, _H, _TABLE):
                yield element, place
            elif element.tag == _LIST:
                inside = self._list_place(element, place)
                stack.extend((item, inside) for item in reversed(element))
            elif element.tag in _ITEMS:
                stack.extend(reversed(self._item(element, place)))
            elif element.tag == q("text:soft-page-break"):
                self._pages.turn()
            elif element.tag not in _UNSEEN:
                inside = replace(place, is_contents=True) if element.tag in _CONTENTS else place
                stack.extend((child, inside) for child in reversed(element))

    def _list_place(self, element: etree._Element, around: _Place) -> _Place:
        style = element.get(q("text:style-name")) or around.list_style
        counters = around.counters or self._counters(element, style or "")
        self._counters_by_style[style or ""] = counters
        self._counters_by_list[element.get(q("xml:id"), "")] = counters
        return replace(around, list_style=style, level=min(around.level + 1, _DEEPEST), counters=counters)

    def _counters(self, element: etree._Element, style: str) -> Counters:
        """Return the counters of the list this one continues, or new ones."""
        continued = element.get(q("text:continue-list"))
        if continued in self._counters_by_list:
            return self._counters_by_list[continued]
        if element.get(q("text:continue-numbering")) == "true":
            return self._counters_by_style.get(style) or Counters()
        return Counters()

    def _item(self, item: etree._Element, place: _Place) -> list[tuple[etree._Element, _Place]]:
        """Return what an item holds; its first paragraph bears the label, and an item that begins with a list none."""
        children = [(child, place) for child in item]
        is_labelled = item.tag == _ITEMS[0] and bool(children) and children[0][0].tag in (_P, _H)
        if is_labelled and place.counters is not None:
            start = item.get(q("text:start-value"))
            number = whole_number(start, 1) if start else None
            label = self._lists.label(place.list_style, place.level, place.counters, start=number)
            children[0] = (children[0][0], replace(place, label=label, begins_item=True))
        return children
