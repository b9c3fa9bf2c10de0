"""A report as an OpenDocument file."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import datetime, time
from io import BytesIO
from xml.sax.saxutils import quoteattr

from odfdo import Document, Element
from PIL import Image

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
from samenspraak.engines.writers.reports.house_style import HouseStyle
from samenspraak.engines.writers.reports.odt.styles import NAMESPACES, cell_styles, named_styles, page_layout
from samenspraak.engines.writers.reports.odt.xml import Writer, text
from samenspraak.engines.writers.reports.words import words_in
from samenspraak.engines.writers.stable_zip import settled

WIDEST_FIGURE = 165  # millimetres
_MARGINS = 36  # millimetres, left and right together


def write_odt(report: Report, style: HouseStyle | None = None) -> bytes:
    """Return the file; the same report gives the same bytes."""
    return _File(report, style or HouseStyle()).packed()


class _File:
    """One file in the making."""

    def __init__(self, report: Report, style: HouseStyle) -> None:
        self.report = report
        self.style = style
        self.xml = Writer()
        self.width = (297 if report.is_wide else 210) - _MARGINS
        self.document = Document("text")
        self.document.body.clear()

    def packed(self) -> bytes:
        inside = "".join([*self.head(), *(piece for block in self.report.blocks for piece in self.block(block))])
        whole = Element.from_tag(f"<office:text {NAMESPACES}>{inside}</office:text>")
        for child in list(whole.children):
            self.document.body.append(child)
        self.dress()
        self.describe()
        out = BytesIO()
        self.document.save(out)
        return settled(out.getvalue())

    def head(self) -> Iterator[str]:
        if self.style.has_logo:
            yield self.picture(self.style.logo_png or b"", self.style.logo_alternative, 45)
        yield f'<text:p text:style-name="Title">{text(self.report.title)}</text:p>'
        if self.report.subtitle:
            yield self.plain(self.report.subtitle, "Standard")
        for label, value in self.report.facts:
            yield self.plain(f"{label}: {value}", "Standard")

    def plain(self, one: str, style: str) -> str:
        return self.xml.paragraph(words(one), style)

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(text=one, level=level):
                yield self.xml.heading(one, level)
            case Paragraph(parts=parts, is_small=is_small):
                yield self.xml.paragraph(parts, "SamenspraakKlein" if is_small else "Standard")
            case Bullets(items=items, is_numbered=is_numbered):
                inside = "".join(
                    f"<text:list-item>{self.xml.paragraph(item, 'Standard')}</text:list-item>" for item in items
                )
                name = "LijstNummers" if is_numbered else "LijstTekens"
                yield f'<text:list text:style-name="{name}">{inside}</text:list>'
            case Table():
                yield from self.table(block)
            case Figure() | Chart():
                yield from self.figure(drawn(block))
            case Signatures():
                yield self.xml.signatures(block, words_in(self.report.language), width=self.width)
            case PageBreak():
                yield '<text:p text:style-name="NieuwBlad"/>'

    def figure(self, one: Figure) -> Iterator[str]:
        yield self.plain(one.title, "SamenspraakTabeltitel")
        yield self.picture(base64.b64decode(one.png), one.alternative, min(self.width * one.width, WIDEST_FIGURE))
        yield from self.table(one.table)

    def table(self, one: Table) -> Iterator[str]:
        yield self.plain(one.title, "SamenspraakTabeltitel")
        yield self.xml.table(one, width=self.width)
        yield self.plain(one.note, "SamenspraakKlein")

    def picture(self, png: bytes, alternative: str, width: float) -> str:
        """Return a picture `width` millimetres wide, with its words."""
        with Image.open(BytesIO(png)) as image:
            height = width * image.height / image.width
        address = self.document.add_file(BytesIO(png))
        return (
            f'<text:p text:style-name="Standard"><draw:frame text:anchor-type="as-char" svg:width="{width:.2f}mm"'
            f' svg:height="{height:.2f}mm"><draw:image xlink:href={quoteattr(address)} xlink:type="simple"/>'
            f"<svg:desc>{text(alternative)}</svg:desc></draw:frame></text:p>"
        )

    def dress(self) -> None:
        """Put the styles in place."""
        for one in named_styles(self.style, self.report.language):
            self.document.insert_style(one)
        for one in (*cell_styles(self.style), *self.column_styles(), *list_styles(), PAGE_BREAK):
            self.document.insert_style(one, automatic=True)
        outline = self.document.styles.get_element("//text:outline-style")
        if outline is not None:
            outline.delete()  # it would number the headings
        layout, master = page_layout(is_wide=self.report.is_wide)
        self.document.insert_style(layout, automatic=True)
        self.document.insert_style(master)

    def column_styles(self) -> Iterator[str]:
        for name, width in self.xml.columns:
            yield (
                f'<style:style {NAMESPACES} style:name="{name}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{width:.2f}mm"/></style:style>'
            )

    def describe(self) -> None:
        about = self.document.meta
        moment = datetime.combine(self.report.made_on, time(12))
        about.title, about.language = self.report.title, self.report.language
        about.creator = about.initial_creator = self.report.author
        about.creation_date = about.date = moment
        about.editing_cycles = 1
        about.generator = "Samenspraak"


PAGE_BREAK = (
    f'<style:style {NAMESPACES} style:name="NieuwBlad" style:family="paragraph" style:parent-style-name="Standard">'
    '<style:paragraph-properties fo:break-before="page"/></style:style>'
)


def list_styles() -> Iterator[str]:
    """Yield the two kinds of list."""
    place = '<style:list-level-properties text:space-before="4mm" text:min-label-width="5mm"/>'
    mark = f'<text:list-level-style-bullet text:level="1" text:bullet-char="•">{place}</text:list-level-style-bullet>'
    number = (
        '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">'
        f"{place}</text:list-level-style-number>"
    )
    for name, level in {"LijstTekens": mark, "LijstNummers": number}.items():
        yield f'<text:list-style {NAMESPACES} style:name="{name}">{level}</text:list-style>'
