"""Tables in Word: fixed widths, a head that returns on every page, whole rows, cells in the light's colour."""

from __future__ import annotations

from dataclasses import dataclass

from samenspraak.core.composition.look import LIGHTS
from samenspraak.core.composition.tree import Cell, Column, Signatures, Table, words
from samenspraak.engines.writers.reports.docx.xml import NAMESPACE, Notes, paragraph
from samenspraak.engines.writers.reports.house_style import HouseStyle
from samenspraak.engines.writers.reports.words import Words

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(one: Table, notes: Notes, *, width: int, style: HouseStyle, cell_style: str) -> str:
    """Return a table `width` wide (in twentieths of a point)."""
    total = sum(column.width for column in one.columns) or 1
    widths = [round(width * column.width / total) for column in one.columns]
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    # A short table stays on one page: every row but the last is kept with the next.
    last = len(one.rows) - 1
    rows = "".join(
        _row(one.columns, row, widths, notes, _Look(cell_style, is_kept=one.is_short and number < last))
        for number, row in enumerate(one.rows)
    )
    return (
        f'<w:tbl {NAMESPACE}><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/>{_borders(style)}'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="50" w:type="dxa"/>'
        '<w:left w:w="90" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/><w:right w:w="90" w:type="dxa"/>'
        '</w:tblCellMar><w:tblLook w:val="04A0" w:firstRow="1" w:firstColumn="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{_head(one.columns, widths, notes, style, cell_style)}{rows}</w:tbl>"
    )


def _borders(style: HouseStyle) -> str:
    sides = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="{style.line[1:]}"/>' for side in _SIDES)
    return f"<w:tblBorders>{sides}</w:tblBorders>"


def _head(columns: tuple[Column, ...], widths: list[int], notes: Notes, style: HouseStyle, cell_style: str) -> str:
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{style.accent[1:]}"/>'
    white = '<w:b/><w:color w:val="FFFFFF"/>'
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>'
        f"{_coloured(column, notes, white, cell_style)}</w:tc>"
        for column, width in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _coloured(column: Column, notes: Notes, look: str, cell_style: str) -> str:
    # A head is never alone at the foot of a page.
    properties = _Look(cell_style, is_kept=True).properties(is_number=column.is_number)
    plain = paragraph(words(column.title), notes, style=cell_style, properties=properties)
    return plain.replace("<w:r>", f"<w:r><w:rPr>{look}</w:rPr>", 1)


@dataclass(frozen=True, slots=True)
class _Look:
    """How the paragraphs of a row look: their style, and whether they are kept with the row after it."""

    style: str
    is_kept: bool

    def properties(self, *, is_number: bool) -> str:
        return ("<w:keepNext/>" if self.is_kept else "") + ('<w:jc w:val="right"/>' if is_number else "")


def _row(columns: tuple[Column, ...], row: tuple[Cell, ...], widths: list[int], notes: Notes, look: _Look) -> str:
    cells = "".join(
        _cell(one, width, notes, is_number=column.is_number, look=look)
        for column, one, width in zip(columns, row, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _cell(one: Cell, width: int, notes: Notes, *, is_number: bool, look: _Look) -> str:
    light = one.light
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{LIGHTS[light].ground[1:]}"/>' if light else ""
    properties = look.properties(is_number=is_number)
    inside = "".join(paragraph(line, notes, style=look.style, properties=properties) for line in one.lines or ((),))
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{inside}</w:tc>'


def signatures(block: Signatures, notes: Notes, *, width: int, words_around: Words, cell_style: str) -> str:
    """Return the places to sign, two beside each other, in a table without lines."""
    half = width // 2
    places = [
        "".join(
            paragraph(words(text), notes, style=cell_style)
            for text in (
                one.party,
                "",
                "",
                "_" * 34,
                one.name or " ",
                one.function or " ",
                words_around.place_and_date,
                "",
            )
        )
        for one in block.places
    ]
    if len(places) % 2:
        places.append(paragraph((), notes, style=cell_style))
    rows = "".join(
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_bare(left, half)}{_bare(right, half)}</w:tr>"
        for left, right in zip(places[::2], places[1::2], strict=True)
    )
    grid = f'<w:gridCol w:w="{half}"/>' * 2
    return (
        f'<w:tbl {NAMESPACE}><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _bare(inside: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'
