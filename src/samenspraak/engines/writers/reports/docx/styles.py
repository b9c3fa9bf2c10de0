"""The styles a report needs in Word: the template's own where it has them, else ours in the municipality's colours."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from samenspraak.engines.writers.reports.house_style import HouseStyle

CELL = "Samenspraak cel"
SMALL = "Samenspraak klein"
CAPTION = "Samenspraak tabeltitel"
_SIZES = {"Title": 22, "Heading 1": 16, "Heading 2": 13, "Heading 3": 11.5, "Heading 4": 10.5}


@dataclass(frozen=True, slots=True)
class Styles:
    """The identifiers of the styles in one file."""

    title: str
    headings: tuple[str, ...]
    body: str
    bullet: str
    number: str
    cell: str
    small: str
    caption: str


def styles_of(document: Document, style: HouseStyle, *, is_own: bool) -> Styles:
    """Return the styles; in our own template (`is_own`) they take the municipality's colours and letters."""
    if is_own:
        _dress(document, style)
    _add(document, CELL, size=9)
    _add(document, SMALL, size=8.5, colour=style.muted)
    _add(document, CAPTION, size=10, is_bold=True)
    return Styles(
        title=_id(document, "Title"),
        headings=tuple(_id(document, f"Heading {level}") for level in range(1, 5)),
        body=_id(document, "Normal"),
        bullet=_id(document, "List Bullet"),
        number=_id(document, "List Number"),
        cell=_id(document, CELL),
        small=_id(document, SMALL),
        caption=_id(document, CAPTION),
    )


def _id(document: Document, name: str) -> str:
    for one in document.styles:
        if one.name == name:
            return str(one.style_id)
    return _id(document, "Normal") if name != "Normal" else "Normal"


def _dress(document: Document, style: HouseStyle) -> None:
    for one in document.styles:
        if isinstance(one, ParagraphStyle) and one.name in {*_SIZES, "Normal"}:
            _letters(one, style.font)
            if one.name in _SIZES:
                one.font.size, one.font.bold = Pt(_SIZES[one.name]), True
                one.font.color.rgb = _colour(style.accent)
                one.paragraph_format.space_before, one.paragraph_format.space_after = Pt(14), Pt(4)
            else:
                one.font.size, one.paragraph_format.space_after = Pt(10), Pt(6)


def _letters(one: ParagraphStyle, font: str) -> None:
    one.font.name = font
    fonts = one.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), font)


def _add(document: Document, name: str, *, size: float, colour: str = "", is_bold: bool = False) -> None:
    if any(one.name == name for one in document.styles):
        return
    added = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    added.base_style = document.styles["Normal"]
    added.font.size, added.font.bold = Pt(size), is_bold
    added.paragraph_format.space_after = Pt(2)
    added.paragraph_format.keep_with_next = name == CAPTION
    if colour:
        added.font.color.rgb = _colour(colour)


def _colour(colour: str) -> RGBColor:
    return RGBColor.from_string(colour[1:].upper())
