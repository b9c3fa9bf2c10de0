"""The styles of the OpenDocument file, as the format writes them."""

from __future__ import annotations

from odfdo import Document as OdfFile
from odfdo import Element

INK = "#33592f"
FONT = 'style:font-name="Liberation Sans" fo:font-family="Liberation Sans"'


def _paragraph(name: str, size: float, before: float, after: float, text: str = "", layout: str = "") -> str:
    """Return a paragraph style: sizes and distances in points, more text and layout properties as they are written."""
    return (
        f'<style:style style:name="{name}" style:family="paragraph">'
        f'<style:paragraph-properties fo:margin-top="{before}pt" fo:margin-bottom="{after}pt" {layout}/>'
        f'<style:text-properties {FONT} fo:font-size="{size}pt" fo:language="nl" fo:country="NL" {text}/></style:style>'
    )


BOLD = 'fo:font-weight="bold" '
DARK = f'fo:color="{INK}" '
KEEP = 'fo:keep-with-next="always" '
LINES = 'fo:line-height="125%" '

LINED = 'fo:border-top="0.5pt solid #888888" fo:padding-top="3pt" style:join-border="false"'
PARAGRAPHS = (
    _paragraph("Title", 30, 24, 6, BOLD + DARK),
    _paragraph("Subtitle", 15, 0, 60, 'fo:color="#444444"'),
    _paragraph("Cover", 11, 0, 8),
    _paragraph("Chapter", 19, 22, 8, BOLD + DARK, KEEP),
    _paragraph("FirstHeading", 19, 0, 8, BOLD + DARK, KEEP + 'fo:break-before="page"'),
    _paragraph("Body", 10.5, 0, 5, "", LINES),
    _paragraph("Item", 10.5, 7, 2, BOLD, KEEP),
    _paragraph("Point", 10.5, 0, 2, "", LINES),
    _paragraph("Caption", 10.5, 10, 4, BOLD, KEEP),
    _paragraph("Signature", 10.5, 26, 6, "", LINED),
    _paragraph("CellText", 9.5, 1, 1),
    _paragraph("HeadText", 9.5, 1, 1, BOLD + 'fo:color="#ffffff"'),
    _paragraph("Footer", 8.5, 0, 0, 'fo:color="#555555"', 'fo:text-align="end"'),
)


def _cell(name: str, more: str) -> str:
    """Return a style of table cells with a thin border."""
    return (
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties'
        f' fo:border="0.5pt solid #888888" fo:padding="2pt" {more}/></style:style>'
    )


CELLS = (_cell("Cell", ""), _cell("HeadCell", f'fo:background-color="{INK}"'))


def _level(kind: str, sign: str, margin: float) -> str:
    """Return a level of a list: `sign` says what stands before the text, the margin is in centimetres."""
    return (
        f"<text:list-level-style-{kind} {sign}><style:list-level-properties"
        ' text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment'
        f' text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="{margin}cm"'
        f' text:list-tab-stop-position="{margin}cm"/></style:list-level-properties></text:list-level-style-{kind}>'
    )


def _list(name: str, *levels: str) -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


LISTS = (
    _list("Items", _level("number", 'text:level="1" style:num-format="1" style:num-suffix="."', 0.8)),
    _list(
        "Points",
        _level("bullet", 'text:level="1" text:bullet-char="•"', 0.6),
        _level("bullet", 'text:level="2" text:bullet-char="•"', 1.4),
        _level("bullet", 'text:level="3" text:bullet-char="–"', 2.0),
    ),
)


def add_styles(odf: OdfFile, footer: str) -> None:
    """Put the styles into the file, and the foot of the page into its master page."""
    for written in (*PARAGRAPHS, *LISTS):
        odf.insert_style(Element.from_tag(written), automatic=False)
    for written in CELLS:
        odf.insert_style(Element.from_tag(written), automatic=True)
    for numbering in odf.styles.get_elements("//text:outline-style"):
        numbering.delete()  # the chapters carry typed numbers
    _set_page(odf)
    foot = f'<text:p text:style-name="Footer">{footer} | <text:page-number/></text:p>'
    odf.get_styles("master-page")[0].append(Element.from_tag(f"<style:footer>{foot}</style:footer>"))


def _set_page(odf: OdfFile) -> None:
    sizes = {"page-width": "21cm", "page-height": "29.7cm", "margin-top": "2cm", "margin-bottom": "2cm"}
    sizes |= {"margin-left": "2.5cm", "margin-right": "2.5cm"}
    for layout in odf.get_styles("page-layout"):
        properties = layout.get_element("style:page-layout-properties")
        for name, size in sizes.items() if properties is not None else ():
            properties.set_attribute(f"fo:{name}", size)
