"""OpenDocument paragraphs and headings as paragraphs: style, number and text put together."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from samenspraak.engines.readers.flow_builder import LineForm
from samenspraak.engines.readers.odt.inline_text import InlineReader, InlineText, PageNumber
from samenspraak.engines.readers.odt.lists import ListStyles
from samenspraak.engines.readers.odt.namespaces import q
from samenspraak.engines.readers.odt.styles import Look, Styles
from samenspraak.engines.readers.paragraph_writer import Paragraph
from samenspraak.engines.readers.safe_xml import whole_number

_DEFAULT_SIZE = 12.0  # points, when the file gives none
_CHARACTER_WIDTH = 0.5  # of the font size, on average
_LOWEST_HEADING = 9


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A paragraph with what hangs on it."""

    paragraph: Paragraph
    inline: InlineText


class ParagraphReader:
    """Reads the paragraphs of a document in order; headings and pages are counted on the way."""

    def __init__(self, styles: Styles, lists: ListStyles, pages: PageNumber) -> None:
        self._styles = styles
        self._lists = lists
        self._pages = pages

    def read(self, element: etree._Element, *, label: str = "", list_level: int | None = None) -> ReadParagraph:
        """Return a `text:p` or `text:h`; `label` is the number or bullet of the list item it begins."""
        look = self._styles.look("paragraph", element.get(q("text:style-name")))
        if look.begins_page:
            self._pages.turn()
        inline = InlineReader(self._styles, self._pages, look).read(element)
        if look.ends_page:
            self._pages.turn()
        heading = _heading_level(element, look)
        if element.tag == q("text:h") and not label:
            label = self._heading_label(element, inline)
        form = LineForm(
            indent=_indent(look, inline.size),
            size=inline.size,
            is_bold=bool(inline.sizes) and inline.is_bold,
            heading_level=heading,
            list_level=None if heading else list_level,
        )
        paragraph = Paragraph(tuple(inline.parts), form, label, above=look.above, below=look.below)
        return ReadParagraph(paragraph, inline)

    def _heading_label(self, element: etree._Element, inline: InlineText) -> str:
        text = "".join(part.text for part in inline.parts).strip()
        # A heading with a number of its own was typed so, in a file whose template numbers headings unasked.
        if not text or text[0].isdigit() or element.get(q("text:is-list-header")) == "true":
            return ""
        level = whole_number(element.get(q("text:outline-level")), 1, least=1, most=_LOWEST_HEADING + 1)
        start = element.get(q("text:start-value")) if element.get(q("text:restart-numbering")) == "true" else None
        return self._lists.heading_label(level, start=whole_number(start, 1) if start else None)


def _heading_level(element: etree._Element, look: Look) -> int | None:
    if element.tag != q("text:h"):
        return look.heading_level
    return whole_number(element.get(q("text:outline-level")), 1, least=1, most=_LOWEST_HEADING)


def _indent(look: Look, size: float | None) -> float:
    return max(0.0, round((look.left + look.first) / (_CHARACTER_WIDTH * (size or _DEFAULT_SIZE)), 1))
