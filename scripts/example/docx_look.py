"""How the Word file looks: fonts, colours, shading, page numbers."""

from __future__ import annotations

from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

FONT = "Calibri"
INK, GREY = RGBColor(0x3B, 0x2F, 0x6B), RGBColor(0x59, 0x59, 0x59)
HEAD, PALE = "3B2F6B", "ECEAF4"
LIGHTS = {"green": "92D050", "amber": "FFC000", "red": "FF5050"}


def dress(word: WordFile) -> None:
    """Give the styles of the template the fonts and colours of the house."""
    for name, size, before, after in (
        ("Normal", 10.5, 0, 6),
        ("Title", 30, 0, 6),
        ("Subtitle", 15, 0, 12),
        ("Heading 1", 20, 18, 8),
        ("Heading 2", 14, 14, 4),
        ("Heading 3", 11.5, 8, 3),
    ):
        style = word.styles[name]
        assert isinstance(style, ParagraphStyle)  # noqa: S101 - for the type checker
        style.font.name, style.font.size = FONT, Pt(size)
        for fonts in style.element.iter(qn("w:rFonts")):
            for key in ("ascii", "hAnsi", "eastAsia", "cs"):
                fonts.set(qn(f"w:{key}"), FONT)
            for key in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{key}"), None)
        if name != "Normal":
            style.font.color.rgb = GREY if name in {"Subtitle", "Heading 3"} else INK
            style.font.italic, style.font.bold = False, name != "Subtitle"
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    for line in list(word.styles["Title"].element.iter(qn("w:pBdr"))):
        line.getparent().remove(line)


def furnish(section: Section, footer: str) -> None:
    """Set the margins and put the name of the document and the page number at the foot."""
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.2)
    paragraph = section.footer.paragraphs[0]
    paragraph.text = ""
    run = paragraph.add_run(f"{footer}  |  ")
    run.font.size, run.font.color.rgb = Pt(8.5), GREY
    add_field(paragraph, "PAGE")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a field that Word fills in."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def shade(cell: _Cell, color: str) -> None:
    """Fill a cell with a colour, as RRGGBB."""
    shading = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", color)):
        shading.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001 - python-docx has no shading


def repeat_head(row: _Row) -> None:
    """Have Word print this row again on every page of the table."""
    _mark(row, "w:tblHeader")


def keep_whole(row: _Row) -> None:
    """Have Word move this row to the next page rather than split it."""
    _mark(row, "w:cantSplit")


def _mark(row: _Row, name: str) -> None:
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 - python-docx has no such setting
