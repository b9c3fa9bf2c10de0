"""The text inside one OpenDocument paragraph: spans, breaks, spaces, notes, and the boxes anchored in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from samenspraak.engines.readers.odt.namespaces import q
from samenspraak.engines.readers.odt.styles import Look, Styles
from samenspraak.engines.readers.paragraph_writer import Part
from samenspraak.engines.readers.printed_number import symbol_text
from samenspraak.engines.readers.safe_xml import whole_number

_MOST_SPACES = 200  # one element may stand for any number of them
_SPACE, _TAB, _BREAK = q("text:s"), q("text:tab"), q("text:line-break")
_PAGE_BREAK, _NOTE, _NOTE_BODY = q("text:soft-page-break"), q("text:note"), q("text:note-body")
_SPAN, _STYLE_NAME, _COUNT = q("text:span"), q("text:style-name"), q("text:c")
_BOX, _IMAGE = q("draw:text-box"), q("draw:image")
# Remarks in the margin, alternative texts, pronunciation, and deletions that Word-like programs keep in place.
_UNSEEN = frozenset(
    (
        q("office:annotation"),
        q("office:annotation-end"),
        q("text:ruby-text"),
        q("text:tracked-changes"),
        q("office:event-listeners"),
    )
)


@dataclass(slots=True)
class PageNumber:
    """The page in hand; a break before the first word of the document opens no page."""

    page: int = 1
    has_text: bool = False

    def turn(self) -> None:
        """Begin a page."""
        self.page += self.has_text


@dataclass(slots=True)
class InlineText:
    """What a paragraph says; `boxes` and `notes` hold the elements whose paragraphs stand elsewhere."""

    parts: list[Part] = field(default_factory=list)
    sizes: Counter[float | None] = field(default_factory=Counter)  # characters per size in points
    colors: set[str | None] = field(default_factory=set)
    is_bold: bool = True
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[etree._Element] = field(default_factory=list)
    picture_count: int = 0

    @property
    def size(self) -> float | None:
        return self.sizes.most_common(1)[0][0] if self.sizes else None


class InlineReader:
    """Reads one paragraph; `base` is how its style makes characters look."""

    def __init__(self, styles: Styles, pages: PageNumber, base: Look) -> None:
        self._styles = styles
        self._pages = pages
        self._looks = [base]
        self._text: list[str] = []
        self._has_text = False  # in the part in hand
        self._page = pages.page
        self._result = InlineText()

    def read(self, paragraph: etree._Element) -> InlineText:
        """Return the text of a `text:p` or `text:h`."""
        self._add(paragraph.text)
        walk = etree.iterwalk(paragraph, events=("start", "end"))
        for event, element in walk:
            if element is paragraph:
                continue
            if event == "start":
                if self._enter(element):
                    self._add(element.text)
                else:
                    walk.skip_subtree()
            else:
                if element.tag == _SPAN:
                    self._looks.pop()
                self._add(element.tail)
        self._end_part()
        return self._result

    def _enter(self, element: etree._Element) -> bool:
        """Take an element in; return whether what it holds is part of this text."""
        tag = element.tag
        if tag == _SPAN:
            self._looks.append(self._span_look(element))
        elif tag == _BREAK:
            self._end_part()
        elif tag == _PAGE_BREAK:
            self._pages.turn()
        elif tag in (_SPACE, _TAB):
            spaces = whole_number(element.get(_COUNT), 1, least=1, most=_MOST_SPACES)
            self._text.append("\t" if tag == _TAB else " " * spaces)
        elif tag in (_NOTE, _BOX):
            self._result.notes.extend(element.iterchildren(_NOTE_BODY))
            self._result.boxes.extend([element] if tag == _BOX else [])
            return False
        else:
            self._result.picture_count += tag == _IMAGE
            return tag not in _UNSEEN
        return True

    def _span_look(self, element: etree._Element) -> Look:
        around = self._looks[-1]
        own = self._styles.look("text", element.get(_STYLE_NAME))
        return Look(
            size=own.size or around.size,
            is_bold=around.is_bold if own.is_bold is None else own.is_bold,
            is_hidden=own.is_hidden or around.is_hidden,
            color=own.color or around.color,
        )

    def _add(self, text: str | None) -> None:
        look = self._looks[-1]
        if not text or look.is_hidden:
            return
        if not text.isspace():
            if not self._has_text:
                self._page = self._pages.page
            self._has_text = self._pages.has_text = True
            self._result.is_bold = self._result.is_bold and bool(look.is_bold)
            self._result.sizes[look.size] += len(text)
            self._result.colors.add(look.color)
        self._text.append(symbol_text(text))

    def _end_part(self) -> None:
        self._result.parts.append(Part("".join(self._text), self._page))
        self._text = []
        self._has_text = False
        self._page = self._pages.page
