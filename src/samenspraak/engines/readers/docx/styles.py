"""What a paragraph and a run look like: direct properties on top of styles on top of the document's defaults."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from typing import Self

from lxml import etree

from samenspraak.engines.readers.docx.namespaces import hex_color, switch, value, w
from samenspraak.engines.readers.safe_xml import whole_number

_TWIPS = 20  # per point
_BODY_TEXT = 9  # the outline level that says: no heading
_LONGEST_CHAIN = 20  # styles based on styles
_HEADING_NAME = re.compile(r"(?:heading|kop|überschrift|titre)\s*([1-9])$", re.IGNORECASE)
_TITLE_NAME = re.compile(r"(?:title|titel)$", re.IGNORECASE)
# "List Bullet 2" is a list of its own in the file, but to its reader the second level of the one around it.
_LIST_NAME = re.compile(r"(?:list|lijst)\b.*\s([2-9])$", re.IGNORECASE)
_CONTENTS_NAME = re.compile(r"(?:toc|inhopg|inhoudsopgave)\s*(?:[1-9]|heading|kop)$", re.IGNORECASE)


class _Layer:
    """Properties of which None says: as the layer below has it."""

    __slots__ = ()

    def over(self, below: Self) -> Self:
        """Return these properties, the unset ones filled from the layer below."""
        names = [one.name for one in fields(self)]  # type: ignore[arg-type]
        own = {name: getattr(self, name) for name in names}
        return type(self)(
            **{name: getattr(below, name) if setting is None else setting for name, setting in own.items()}
        )


@dataclass(frozen=True, slots=True)
class RunFormat(_Layer):
    """How characters look; size in points."""

    size: float | None = None
    is_bold: bool | None = None
    is_hidden: bool | None = None
    color: str | None = None
    font: str | None = None


@dataclass(frozen=True, slots=True)
class ParagraphFormat(_Layer):
    """How a paragraph stands; distances in points, `outline` counted from 0."""

    outline: int | None = None
    number_id: str | None = None
    number_level: int | None = None
    above: float | None = None
    below: float | None = None
    is_contextual: bool | None = None  # no white space between paragraphs of one style
    left: float | None = None
    first: float | None = None
    begins_page: bool | None = None
    is_contents: bool | None = None
    list_level: int | None = None  # counted from 1; only when the style's name gives one


@dataclass(frozen=True, slots=True)
class Style:
    """A style with everything it inherits."""

    paragraph: ParagraphFormat = ParagraphFormat()
    run: RunFormat = RunFormat()


def run_format(properties: etree._Element | None) -> RunFormat:
    """Read a `w:rPr`."""
    if properties is None:
        return RunFormat()
    size = value(properties, "sz")
    fonts = properties.find(w("rFonts"))
    return RunFormat(
        size=whole_number(size) / 2 if size else None,
        is_bold=switch(properties, "b"),
        is_hidden=switch(properties, "vanish"),
        color=hex_color(value(properties, "color")),
        font=None if fonts is None else fonts.get(w("ascii")),
    )


def paragraph_format(properties: etree._Element | None) -> ParagraphFormat:
    """Read a `w:pPr`."""
    if properties is None:
        return ParagraphFormat()
    numbering = properties.find(w("numPr"))
    level = value(numbering, "ilvl")
    outline = value(properties, "outlineLvl")
    spacing = properties.find(w("spacing"))
    indent = properties.find(w("ind"))
    return ParagraphFormat(
        outline=whole_number(outline, _BODY_TEXT) if outline else None,
        number_id=value(numbering, "numId"),
        number_level=whole_number(level) if level else None,
        above=points(spacing, "before"),
        below=points(spacing, "after"),
        is_contextual=switch(properties, "contextualSpacing"),
        left=_either(points(indent, "left"), points(indent, "start")),
        first=_first_line(indent),
        begins_page=switch(properties, "pageBreakBefore"),
    )


def points(element: etree._Element | None, attribute: str) -> float | None:
    """Return a distance in points, or None when it is not given."""
    text = None if element is None else element.get(w(attribute))
    return whole_number(text) / _TWIPS if text else None


class Styles:
    """The styles of a document by their id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._default_ids: dict[str, str] = {}
        for element in () if root is None else root.iterchildren(w("style")):
            style_id = element.get(w("styleId"), "")
            self._elements[style_id] = element
            if element.get(w("default")) in ("1", "true", "on"):
                self._default_ids.setdefault(element.get(w("type"), ""), style_id)
        self._defaults = _document_defaults(root)
        self.paragraph = cache(self._paragraph)
        self.character = cache(self._character)

    def _paragraph(self, style_id: str | None) -> Style:
        """Return a paragraph style; the default one for None and for an id that does not exist."""
        known = style_id if style_id in self._elements else self._default_ids.get("paragraph", "")
        chain = self._chain(known or "")
        paragraph, run = ParagraphFormat(), RunFormat()
        for element in chain:
            paragraph = paragraph.over(_named_format(element))
            run = run.over(run_format(element.find(w("rPr"))))
        return Style(paragraph.over(self._defaults.paragraph), run.over(self._defaults.run))

    def _character(self, style_id: str | None) -> RunFormat:
        """Return what a character style sets itself; nothing for None."""
        run = RunFormat()
        for element in self._chain(style_id or ""):
            run = run.over(run_format(element.find(w("rPr"))))
        return run

    def _chain(self, style_id: str) -> list[etree._Element]:
        """Return a style and those it is based on, nearest first; a circle ends where it closes."""
        chain: list[etree._Element] = []
        while style_id in self._elements and len(chain) < _LONGEST_CHAIN:
            element = self._elements[style_id]
            if element in chain:
                break
            chain.append(element)
            style_id = value(element, "basedOn") or ""
        return chain


def _named_format(element: etree._Element) -> ParagraphFormat:
    """Return a style's own properties; one called "Kop 2" is a heading, whatever else it says."""
    own = paragraph_format(element.find(w("pPr")))
    name = value(element, "name") or element.get(w("styleId")) or ""
    heading = _HEADING_NAME.match(name)
    outline = int(heading[1]) - 1 if heading else (0 if _TITLE_NAME.match(name) else None)
    depth = _LIST_NAME.match(name)
    named = ParagraphFormat(
        outline=outline,
        is_contents=True if _CONTENTS_NAME.match(name) else None,
        list_level=int(depth[1]) if depth else None,
    )
    return own.over(named)


def _document_defaults(root: etree._Element | None) -> Style:
    defaults = None if root is None else root.find(w("docDefaults"))
    if defaults is None:
        return Style()
    paragraph = defaults.find(f"{w('pPrDefault')}/{w('pPr')}")
    run = defaults.find(f"{w('rPrDefault')}/{w('rPr')}")
    return Style(paragraph_format(paragraph), run_format(run))


def _first_line(indent: etree._Element | None) -> float | None:
    hanging = points(indent, "hanging")
    return -hanging if hanging is not None else points(indent, "firstLine")


def _either(one: float | None, other: float | None) -> float | None:
    return other if one is None else one
