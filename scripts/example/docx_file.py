"""Writes a document of the example for Word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path

import docx
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell

from scripts.example.blocks import Block, Bullet, CodedRow, Document, Heading, MonitorRow, Paragraph, Table, Turn
from scripts.example.coast import coast_picture
from scripts.example.docx_look import HEAD, LIGHTS, PALE, dress, furnish, keep_whole, repeat_head, shade
from scripts.example.pdf_look import PLUM
from scripts.example.stable_zip import settle

WRITTEN = datetime(2025, 12, 15, 9, 0)  # noqa: DTZ001 - Word keeps no time zone
MONITOR = ("Nr.", "Jaarafspraak", "Trekker", "Prioriteit", "Stand", "Realisatie en voortgang")


def write_docx(document: Document, path: Path, footer: str) -> None:
    """Write the document with real tables and cell shading."""
    word = docx.Document()
    word.core_properties.title, word.core_properties.author = document.title, "gemeente Duinrode"
    word.core_properties.created = word.core_properties.modified = WRITTEN
    word.core_properties.language = "nl-NL"
    dress(word)
    furnish(word.sections[0], footer)
    _cover(word, document)
    for kind, group in groupby(document.blocks, type):
        _write(word, kind, list(group))
    word.save(str(path))
    settle(path)


def _cover(word: WordFile, document: Document) -> None:
    word.add_picture(coast_picture(PLUM), width=Cm(16.4))
    word.paragraphs[-1].paragraph_format.space_after = Pt(50)
    word.add_paragraph(document.title, style="Title")
    word.add_paragraph(document.subtitle, style="Subtitle")
    word.add_paragraph(document.parties).paragraph_format.space_before = Pt(60)
    word.add_paragraph(document.date)


def _write(word: WordFile, kind: type[Block], group: Sequence[Block]) -> None:
    if kind is CodedRow:
        _coded(word, [block for block in group if isinstance(block, CodedRow)])
    elif kind is MonitorRow:
        _monitor(word, [block for block in group if isinstance(block, MonitorRow)])
    else:
        for block in group:
            _write_one(word, block)


def _write_one(word: WordFile, block: Block) -> None:
    match block:
        case Heading(level=level, text=text):
            word.add_heading(text, level).paragraph_format.page_break_before = level == 1
        case Paragraph(text=text):
            word.add_paragraph(text)
        case Bullet(text=text):
            word.add_paragraph(text, style="List Bullet").paragraph_format.space_after = Pt(2)
        case Table():
            _plain(word, block)
        case Turn(to=to):
            _turn(word, to)
        case _:
            raise TypeError(block)


def _turn(word: WordFile, to: str) -> None:
    section = word.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE if to == "landscape" else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = section.page_height, section.page_width


def _grid(word: WordFile, widths: Sequence[float]) -> WordTable:
    table = word.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    return table


def _add_row(
    table: WordTable, texts: Sequence[str], widths: Sequence[float], *, is_head: bool = False
) -> Sequence[_Cell]:
    row = table.add_row()
    keep_whole(row)
    for cell, text, width in zip(row.cells, texts, widths, strict=True):
        cell.width = Cm(width)
        run = cell.paragraphs[0].add_run(text)
        run.font.size, cell.paragraphs[0].paragraph_format.space_after = Pt(9.5), Pt(2)
        if is_head:
            run.font.bold, run.font.color.rgb = True, RGBColor(0xFF, 0xFF, 0xFF)
            shade(cell, HEAD)
    if is_head:
        repeat_head(row)
    return row.cells


def _coded(word: WordFile, rows: Sequence[CodedRow]) -> None:
    widths = (1.6, 3.6, 11.2)
    table = _grid(word, widths)
    for row in rows:
        code, _parties, cell = _add_row(table, (row.code, row.parties, row.title), widths)
        code.paragraphs[0].runs[0].font.bold = cell.paragraphs[0].runs[0].font.bold = True
        shade(code, PALE)
        text = cell.add_paragraph(row.text)
        text.paragraph_format.space_after = Pt(3)
        text.runs[0].font.size = Pt(9.5)


def _monitor(word: WordFile, rows: Sequence[MonitorRow]) -> None:
    widths = (1.5, 4.6, 3.2, 2.6, 1.7, 11.3)
    table = _grid(word, widths)
    _add_row(table, MONITOR, widths, is_head=True)
    for row in rows:
        texts = (row.code, row.title, row.lead, row.priority, "", row.progress)
        cells = _add_row(table, texts, widths)
        if row.light in LIGHTS:
            shade(cells[4], LIGHTS[row.light])


def _plain(word: WordFile, table: Table) -> None:
    caption = word.add_paragraph()
    caption.add_run(table.title).bold = True
    caption.paragraph_format.keep_with_next = True
    columns = len(table.rows[0])
    first = 3.4 if columns == 2 else 2.4
    widths = (first, *[(16.4 - first) / (columns - 1)] * (columns - 1))
    grid = _grid(word, widths)
    _add_row(grid, table.rows[0], widths, is_head=True)
    for cells in table.rows[1:]:
        _add_row(grid, cells, widths)
    word.add_paragraph()
