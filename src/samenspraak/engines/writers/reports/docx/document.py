"""A report as a Word file."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import UTC, datetime, time
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from samenspraak.core.composition.tree import (
    Block,
    Bullets,
    Chart,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Report,
    Signatures,
    Table,
    words,
)
from samenspraak.engines.writers.charts import drawn
from samenspraak.engines.writers.reports.docx import tables
from samenspraak.engines.writers.reports.docx.styles import Styles, styles_of
from samenspraak.engines.writers.reports.docx.template import MARK, filled
from samenspraak.engines.writers.reports.docx.xml import NAMESPACE, Notes, paragraph
from samenspraak.engines.writers.reports.house_style import HouseStyle
from samenspraak.engines.writers.reports.words import words_in
from samenspraak.engines.writers.stable_zip import settled

WIDEST_FIGURE = Mm(165)
_MARGIN = Mm(18)
_TWIPS = 635  # English Metric Units in a twentieth of a point


def write_docx(report: Report, style: HouseStyle | None = None, *, template: bytes | None = None) -> bytes:
    """Return the file, in the municipality's template if one is given; the same report gives the same bytes.

    Raises TemplateNotUsable when the template cannot hold a report.
    """
    style = style or HouseStyle()
    document = _own(report) if template is None else filled(template, report, style)
    if report.is_wide and template is not None:
        _turn(document)
    writer = _Writer(document, report, style, styles_of(document, style, is_own=template is None))
    place = _place(document) if template is not None else None
    for element in writer.everything(with_head=template is None):
        if place is None:
            document.element.body.insert(len(document.element.body) - 1, element)
        else:
            place.addprevious(element)
    if place is not None:
        _take_out(place)
    _describe(document, report)
    out = BytesIO()
    document.save(out)
    return settled(out.getvalue())


def _own(report: Report) -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(297), Mm(210)) if report.is_wide else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if report.is_wide else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    foot = section.footer.paragraphs[0]
    foot._p.append(_field("PAGE"))
    return document


def _turn(document: Document) -> None:
    """Lay the pages of a template on their side: seven columns beside each other cannot be read upright."""
    for section in document.sections:
        width, height = section.page_width, section.page_height
        if width and height and width < height:
            section.page_width, section.page_height = height, width
            section.orientation = WD_ORIENT.LANDSCAPE
            # A letter has wide margins for its lines to be short; columns are short by themselves.
            section.left_margin = min(section.left_margin or _MARGIN, _MARGIN)
            section.right_margin = min(section.right_margin or _MARGIN, _MARGIN)


def _field(name: str) -> BaseOxmlElement:
    return parse_xml(f'<w:fldSimple {NAMESPACE} w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')


def _place(document: Document) -> BaseOxmlElement | None:
    """Return the paragraph where the template wants the report."""
    found: Iterator[BaseOxmlElement] = document.element.body.iter(qn("w:p"))
    return next((one for one in found if MARK in "".join(text.text or "" for text in one.iter(qn("w:t")))), None)


def _take_out(element: BaseOxmlElement) -> None:
    above = element.getparent()
    if above is not None:
        above.remove(element)


def _describe(document: Document, report: Report) -> None:
    about = document.core_properties
    moment = datetime.combine(report.made_on, time(12), tzinfo=UTC).replace(tzinfo=None)
    about.title, about.author, about.language = report.title, report.author, report.language
    about.created = about.modified = moment
    about.last_modified_by, about.revision, about.comments = report.author, 1, ""


class _Writer:
    """One file in the making."""

    def __init__(self, document: Document, report: Report, style: HouseStyle, styles: Styles) -> None:
        self.document = document
        self.report = report
        self.style = style
        self.styles = styles
        self.notes = Notes()
        section = document.sections[-1]
        page, left, right = section.page_width, section.left_margin, section.right_margin
        self.width = ((page or Mm(210)) - (left or Mm(18)) - (right or Mm(18))) // _TWIPS

    def everything(self, *, with_head: bool) -> Iterator[BaseOxmlElement]:
        """Yield the elements in order."""
        if with_head:
            yield from self.head()
        for label, value in self.report.facts:
            yield self.text(f"{label}: {value}", self.styles.body)
        for block in self.report.blocks:
            yield from self.block(block)
        yield from self.foot()

    def head(self) -> Iterator[BaseOxmlElement]:
        if self.style.has_logo:
            yield self.picture(self.style.logo_png or b"", self.style.logo_alternative, Mm(45))
        yield self.text(self.report.title, self.styles.title)
        if self.report.subtitle:
            yield self.text(self.report.subtitle, self.styles.body)

    def foot(self) -> Iterator[BaseOxmlElement]:
        texts = list(self.notes.texts)
        if texts:
            yield self.text(words_in(self.report.language).notes, self.styles.headings[0])
        for number, text in enumerate(texts, start=1):
            yield self.text(f"{number}. {text}", self.styles.small)

    def text(self, text: str, style: str) -> BaseOxmlElement:
        return parse_xml(paragraph(words(text), self.notes, style=style))

    def block(self, block: Block) -> Iterator[BaseOxmlElement]:
        match block:
            case Heading(text=text, level=level):
                yield self.text(text, self.styles.headings[level - 1])
            case Paragraph(parts=parts, is_small=is_small):
                style = self.styles.small if is_small else self.styles.body
                yield parse_xml(paragraph(parts, self.notes, style=style))
            case Bullets(items=items, is_numbered=is_numbered):
                style = self.styles.number if is_numbered else self.styles.bullet
                yield from (parse_xml(paragraph(item, self.notes, style=style)) for item in items)
            case Table():
                yield from self.table(block)
            case Figure() | Chart():
                yield from self.figure(drawn(block))
            case Signatures():
                around = words_in(self.report.language)
                cell = self.styles.cell
                yield parse_xml(
                    tables.signatures(block, self.notes, width=self.width, words_around=around, cell_style=cell)
                )
                yield self.text("", self.styles.small)
            case PageBreak():
                yield parse_xml(f'<w:p {NAMESPACE}><w:r><w:br w:type="page"/></w:r></w:p>')

    def table(self, one: Table) -> Iterator[BaseOxmlElement]:
        yield self.text(one.title, self.styles.caption)
        yield parse_xml(tables.table(one, self.notes, width=self.width, style=self.style, cell_style=self.styles.cell))
        yield self.text(one.note, self.styles.small)

    def figure(self, figure: Figure) -> Iterator[BaseOxmlElement]:
        yield self.text(figure.title, self.styles.caption)
        width = min(self.width * _TWIPS * figure.width, WIDEST_FIGURE)
        yield self.picture(base64.b64decode(figure.png), figure.alternative, int(width))
        yield from self.table(figure.table)

    def picture(self, png: bytes, alternative: str, width: int) -> BaseOxmlElement:
        added = self.document.add_paragraph()
        added.add_run().add_picture(BytesIO(png), width=width)
        element = added._p
        next(element.iter(qn("wp:docPr"))).set("descr", alternative)
        _take_out(element)
        return element
