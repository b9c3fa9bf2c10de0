"""The text inside one Word paragraph: runs, breaks, symbols, tracked changes, and the boxes anchored in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from samenspraak.engines.readers.docx.namespaces import ALTERNATE, CHOICE, FALLBACK, MATH_TEXT, w
from samenspraak.engines.readers.docx.page_counter import PageCounter
from samenspraak.engines.readers.docx.styles import RunFormat, Styles, run_format
from samenspraak.engines.readers.paragraph_writer import Part
from samenspraak.engines.readers.printed_number import symbol, symbol_text

# What a reader of the final document does not see: deleted and moved-away text, properties, field instructions.
_UNSEEN = frozenset(
    (w("del"), w("moveFrom"), w("pPr"), w("rPr"), w("sdtPr"), w("instrText"), w("delText"), w("rt"), FALLBACK)
)
_CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("noBreakHyphen"): "-",
    w("softHyphen"): "\u00ad",
}
_TEXTS = frozenset((w("t"), MATH_TEXT))
_BREAKS = frozenset((w("br"), w("cr")))
_PICTURES = frozenset((w("drawing"), w("pict")))
_RUN, _RUN_PROPERTIES, _RUN_STYLE = w("r"), w("rPr"), w("rStyle")
_LAID_OUT_BREAK, _SYMBOL, _BOX = w("lastRenderedPageBreak"), w("sym"), w("txbxContent")
_VAL, _TYPE, _CHAR, _ID = w("val"), w("type"), w("char"), w("id")
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_SYMBOL_FONTS = ("Symbol", "Wingdings", "Webdings")
_HEXADECIMAL = 16


@dataclass(slots=True)
class InlineText:
    """What a paragraph says; `boxes` are text boxes anchored in it, `notes` (kind, id) the notes it refers to."""

    parts: list[Part] = field(default_factory=list)
    sizes: Counter[float | None] = field(default_factory=Counter)  # characters per size in points
    colors: set[str | None] = field(default_factory=set)
    is_bold: bool = True  # all that can be seen is bold
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    picture_count: int = 0

    @property
    def size(self) -> float | None:
        return self.sizes.most_common(1)[0][0] if self.sizes else None


class InlineReader:
    """Reads paragraphs one after the other, counting pages on the way."""

    def __init__(self, styles: Styles, pages: PageCounter) -> None:
        self._styles = styles
        self._pages = pages

    def read(self, paragraph: etree._Element, base: RunFormat) -> InlineText:
        """Return the text of a `w:p`; `base` is how its style makes characters look."""
        return _Paragraph(self._styles, self._pages, base).read(paragraph)


class _Paragraph:
    def __init__(self, styles: Styles, pages: PageCounter, base: RunFormat) -> None:
        self._styles = styles
        self._pages = pages
        self._base = base
        self._format = base
        self._text: list[str] = []
        self._has_text = False  # in the part in hand
        self._page = pages.page
        self._result = InlineText()

    def read(self, paragraph: etree._Element) -> InlineText:
        # A stack and no recursion: links, changes and controls may be nested as deep as the file likes.
        stack = list(reversed(paragraph))
        while stack:
            element = stack.pop()
            if element.tag in _UNSEEN:
                continue
            if element.tag == _RUN:
                self._format = self._run_format(element)
            if element.tag == _BOX:
                self._result.boxes.append(element)
            elif element.tag == ALTERNATE:
                stack.extend(_chosen(element))
            elif not self._take(element):
                stack.extend(reversed(element))
        self._end_part()
        return self._result

    def _run_format(self, run: etree._Element) -> RunFormat:
        properties = run.find(_RUN_PROPERTIES)
        if properties is None:
            return self._base
        style = properties.find(_RUN_STYLE)
        named = RunFormat() if style is None else self._styles.character(style.get(_VAL))
        return run_format(properties).over(named).over(self._base)

    def _take(self, element: etree._Element) -> bool:
        """Read one piece of content; return False when it may hold others."""
        tag = element.tag
        if tag in _TEXTS:
            self._add(element.text or "")
        elif tag in _CHARACTERS:
            self._text.append(_CHARACTERS[tag])
        elif tag in _BREAKS:
            self._break(element.get(_TYPE))
        elif tag == _LAID_OUT_BREAK:
            self._pages.laid_out_break()
        elif tag == _SYMBOL:
            self._add(_symbol(element.get(_CHAR, "")))
        elif tag in _NOTES:
            self._result.notes.append((_NOTES[tag], element.get(_ID, "")))
        else:
            self._result.picture_count += tag in _PICTURES
            return False
        return True

    def _add(self, text: str) -> None:
        if not text or self._format.is_hidden:
            return
        if (self._format.font or "").startswith(_SYMBOL_FONTS):
            text = symbol_text(text)
        if not text.isspace():
            if not self._has_text:
                self._page = self._pages.page
            self._has_text = True
            self._pages.text_seen()
            self._result.is_bold = self._result.is_bold and bool(self._format.is_bold)
            self._result.sizes[self._format.size] += len(text)
            self._result.colors.add(self._format.color)
        self._text.append(text)

    def _break(self, kind: str | None) -> None:
        if kind != "page" or self._has_text:
            self._end_part()
        if kind == "page":
            self._pages.break_by_hand()
            self._page = self._pages.page

    def _end_part(self) -> None:
        self._result.parts.append(Part("".join(self._text), self._page))
        self._text = []
        self._has_text = False
        self._page = self._pages.page


def _chosen(alternate: etree._Element) -> list[etree._Element]:
    """Return one of the forms in which a drawing is given: the first, or the fallback when there is no other."""
    choice = alternate.find(CHOICE)
    fallback = alternate.find(FALLBACK)
    chosen = fallback if choice is None else choice
    return [] if chosen is None else list(reversed(chosen))


def _symbol(code: str) -> str:
    try:
        return symbol(int(code, _HEXADECIMAL))
    except ValueError:
        return symbol(0)
