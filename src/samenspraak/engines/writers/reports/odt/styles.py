"""The styles of a report in OpenDocument, in the municipality's colours."""

from __future__ import annotations

from collections.abc import Iterator

from samenspraak.core.composition.look import LIGHTS
from samenspraak.engines.writers.reports.house_style import HouseStyle

NAMESPACES = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
        for name, path in {
            "office": "office",
            "style": "style",
            "text": "text",
            "table": "table",
            "draw": "drawing",
            "fo": "xsl-fo-compatible",
            "svg": "svg-compatible",
        }.items()
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)

_HEADINGS = {1: 16, 2: 13, 3: 11.5, 4: 10.5}


def named_styles(style: HouseStyle, language: str) -> Iterator[str]:
    """Yield the styles that people find in their list of styles."""
    font = style.font
    yield _paragraph(
        "Standard",
        f'fo:font-size="10pt" fo:font-family="{font}" fo:color="{style.ink}" {_tongue(language)}',
        'fo:margin-bottom="2mm"',
        parent="",
    )
    yield _paragraph("Title", f'fo:font-size="22pt" fo:font-weight="bold" fo:color="{style.accent}"', "")
    for level, size in _HEADINGS.items():
        look = f'fo:font-size="{size}pt" fo:font-weight="bold" fo:color="{style.accent}"'
        space = 'fo:margin-top="5mm" fo:margin-bottom="1.5mm" fo:keep-with-next="always"'
        yield _paragraph(f"Heading_20_{level}", look, space, display=f"Heading {level}", level=level)
    yield _paragraph("SamenspraakCel", 'fo:font-size="9pt"', 'fo:margin-bottom="0.6mm"')
    yield _paragraph("SamenspraakGetal", 'fo:font-size="9pt"', 'fo:text-align="end"')
    yield _paragraph("SamenspraakKop", 'fo:font-size="9pt" fo:font-weight="bold" fo:color="#ffffff"', "")
    yield _paragraph(
        "SamenspraakKopGetal", 'fo:font-size="9pt" fo:font-weight="bold" fo:color="#ffffff"', 'fo:text-align="end"'
    )
    yield _paragraph("SamenspraakKlein", f'fo:font-size="8.5pt" fo:color="{style.muted}"', "")
    yield _paragraph("SamenspraakTabeltitel", 'fo:font-weight="bold"', 'fo:keep-with-next="always"')
    yield from _texts(style)


def _tongue(language: str) -> str:
    country = "GB" if language == "en" else "NL"
    return f'fo:language="{language}" fo:country="{country}"'


def _paragraph(
    name: str, letters: str, space: str, *, parent: str = "Standard", display: str = "", level: int = 0
) -> str:
    above = f' style:parent-style-name="{parent}"' if parent else ""
    shown = f' style:display-name="{display}"' if display else ""
    outline = f' style:default-outline-level="{level}"' if level else ""
    return (
        f'<style:style {NAMESPACES} style:name="{name}" style:family="paragraph"{above}{shown}{outline}>'
        f"<style:paragraph-properties {space}/><style:text-properties {letters}/></style:style>"
    )


def _texts(style: HouseStyle) -> Iterator[str]:
    looks = {"Vet": 'fo:font-weight="bold"', "Schuin": 'fo:font-style="italic"'}
    looks["VetSchuin"] = " ".join(looks.values())
    looks["Verwijzing"] = f'fo:color="{style.accent}" style:text-underline-style="solid"'
    for light, one in LIGHTS.items():
        looks[light_style(light)] = f'fo:font-weight="bold" fo:color="{one.ink}" fo:background-color="{one.ground}"'
    for name, look in looks.items():
        yield (
            f'<style:style {NAMESPACES} style:name="{name}" style:family="text">'
            f"<style:text-properties {look}/></style:style>"
        )


def light_style(light: object) -> str:
    """Return the name of the style of a light."""
    return f"Stoplicht_{getattr(light, 'value', 'unknown')}"


def cell_styles(style: HouseStyle) -> Iterator[str]:
    """Yield the styles of cells: the head, a plain one, and one per light."""
    border = f'fo:border="0.5pt solid {style.line}" fo:padding="1mm"'
    grounds = {"Cel": "transparent", "CelKop": style.accent, "CelLeeg": ""}
    grounds |= {f"Cel_{light_style(light)}": look.ground for light, look in LIGHTS.items() if light}
    for name, ground in grounds.items():
        look = f'{border} fo:background-color="{ground}"' if ground else 'fo:border="none"'
        yield (
            f'<style:style {NAMESPACES} style:name="{name}" style:family="table-cell">'
            f"<style:table-cell-properties {look}/></style:style>"
        )
    yield (
        f'<style:style {NAMESPACES} style:name="TabelHeel" style:family="table">'
        '<style:table-properties style:may-break-between-rows="false"/></style:style>'
    )
    yield (
        f'<style:style {NAMESPACES} style:name="Rij" style:family="table-row">'
        '<style:table-row-properties fo:keep-together="always"/></style:style>'
    )


def page_layout(*, is_wide: bool) -> tuple[str, str]:
    """Return the layout of the page and the master page with its number."""
    width, height, side = ("297mm", "210mm", "landscape") if is_wide else ("210mm", "297mm", "portrait")
    layout = (
        f'<style:page-layout {NAMESPACES} style:name="Blad"><style:page-layout-properties fo:page-width="{width}"'
        f' fo:page-height="{height}" style:print-orientation="{side}" fo:margin-top="20mm" fo:margin-bottom="15mm"'
        ' fo:margin-left="18mm" fo:margin-right="18mm"/><style:footer-style><style:header-footer-properties'
        ' fo:min-height="6mm" fo:margin-top="3mm"/></style:footer-style></style:page-layout>'
    )
    master = (
        f'<style:master-page {NAMESPACES} style:name="Standard" style:page-layout-name="Blad"><style:footer>'
        '<text:p text:style-name="SamenspraakKlein"><text:page-number text:select-page="current">1</text:page-number>'
        " / <text:page-count>1</text:page-count></text:p></style:footer></style:master-page>"
    )
    return layout, master
