"""Word paragraphs as paragraphs: style, number and text put together."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from samenspraak.engines.readers.docx.inline_text import InlineReader, InlineText
from samenspraak.engines.readers.docx.namespaces import value, w
from samenspraak.engines.readers.docx.numbering import Label, Numbering
from samenspraak.engines.readers.docx.page_counter import PageCounter
from samenspraak.engines.readers.docx.styles import ParagraphFormat, Styles, paragraph_format
from samenspraak.engines.readers.flow_builder import LineForm
from samenspraak.engines.readers.paragraph_writer import Paragraph

_LOWEST_HEADING = 9
_DEFAULT_SIZE = 10.0  # points, when the file gives none (ECMA-376 17.3.2.38)
_CHARACTER_WIDTH = 0.5  # of the font size, on average


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A paragraph with what hangs on it."""

    paragraph: Paragraph
    inline: InlineText
    is_contents: bool  # an entry of a table of contents


class ParagraphReader:
    """Reads the paragraphs of a document in order; numbers and pages are counted on the way."""

    def __init__(self, styles: Styles, numbering: Numbering, pages: PageCounter) -> None:
        self._styles = styles
        self._numbering = numbering
        self._pages = pages
        self._inline = InlineReader(styles, pages)
        self._last_style: str | None = None

    def read(self, element: etree._Element) -> ReadParagraph:
        """Return a `w:p`."""
        properties = element.find(w("pPr"))
        style_id = value(properties, "pStyle")
        style = self._styles.paragraph(style_id)
        form = paragraph_format(properties).over(style.paragraph)
        if form.begins_page:
            self._pages.break_by_hand()
        inline = self._inline.read(element, style.run)
        self._pages.section_end(properties)
        label = None
        if any(not part.is_blank for part in inline.parts):
            label = self._numbering.label(form.number_id, form.number_level, style_id)
        paragraph = self._paragraph(form, inline, label, is_same_style=style_id == self._last_style)
        self._last_style = style_id
        return ReadParagraph(paragraph, inline, bool(form.is_contents))

    def _paragraph(
        self, form: ParagraphFormat, inline: InlineText, label: Label | None, *, is_same_style: bool
    ) -> Paragraph:
        heading = _heading_level(form)
        # What the paragraph sets itself goes before what its list sets, except where only the style sets it.
        placed = form.over(label.format) if label else form
        has_gaps = not form.is_contextual
        return Paragraph(
            parts=tuple(inline.parts),
            form=LineForm(
                indent=_indent(placed, inline.size),
                size=inline.size,
                is_bold=bool(inline.sizes) and inline.is_bold,
                heading_level=heading,
                list_level=max(label.level, form.list_level or 1) if label and heading is None else None,
            ),
            label=label.text if label else "",
            above=(form.above or 0.0) if has_gaps or not is_same_style else 0.0,
            below=(form.below or 0.0) if has_gaps else 0.0,
        )


def _heading_level(form: ParagraphFormat) -> int | None:
    if form.outline is None or not 0 <= form.outline < _LOWEST_HEADING:
        return None
    return form.outline + 1


def _indent(form: ParagraphFormat, size: float | None) -> float:
    distance = (form.left or 0.0) + (form.first or 0.0)
    return max(0.0, round(distance / (_CHARACTER_WIDTH * (size or _DEFAULT_SIZE)), 1))
