"""Writes a document of the example as OpenDocument text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from odfdo import Document as OdfFile
from odfdo import Element, Frame, Header, List, ListItem, Row
from odfdo import Paragraph as Text
from odfdo import Table as OdfTable

from scripts.example.blocks import Block, Bullet, Document, Heading, Item, Paragraph, Signature, Table
from scripts.example.coast import coast_picture
from scripts.example.odt_styles import add_styles
from scripts.example.pdf_look import MOSS
from scripts.example.stable_zip import settle

WRITTEN = datetime(2025, 11, 24, 9, 0, tzinfo=UTC)


def write_odt(document: Document, path: Path, footer: str) -> None:
    """Write the document with numbered lists that begin again in every chapter."""
    odf = OdfFile("text")
    odf.body.clear()
    add_styles(odf, footer)
    _cover(odf, document)
    for chapter in _chapters(document.blocks):
        _write_chapter(odf, chapter)
    first = odf.body.get_headers()[0]
    first.style = "FirstHeading"
    odf.meta.creation_date = odf.meta.date = WRITTEN
    odf.meta.title = document.title
    odf.save(str(path))
    settle(path)


def _cover(odf: OdfFile, document: Document) -> None:
    picture = coast_picture(MOSS)
    address = odf.add_file(picture)
    frame = Frame.image_frame(address, size=("16cm", "8.76cm"), anchor_type="as-char")
    band = Text("", style="Title")
    band.append(frame)
    odf.body.append(band)
    odf.body.append(Text(document.title, style="Title"))
    odf.body.append(Text(document.subtitle, style="Subtitle"))
    odf.body.append(Text(document.parties, style="Cover"))
    odf.body.append(Text(document.date, style="Cover"))


def _chapters(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield the blocks from one heading to the next."""
    chapter: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and chapter:
            yield chapter
            chapter = []
        chapter.append(block)
    yield chapter


def _write_chapter(odf: OdfFile, blocks: Sequence[Block]) -> None:
    items = List(style="Items")
    for kind, group in groupby(blocks, type):
        for element in _elements(kind, list(group)):
            if isinstance(element, ListItem):
                items.append(element)
            elif items.children and kind is not Table:
                items.children[-1].append(element)
            else:
                odf.body.append(element)
        if kind is Item and len(items.children) == 1:
            odf.body.append(items)


def _elements(kind: type[Block], group: list[Block]) -> Iterator[Element]:
    if kind is Bullet:
        yield _bullets([block for block in group if isinstance(block, Bullet)])
        return
    for block in group:
        match block:
            case Heading(level=level, text=text):
                header = Header(level, text)
                header.style = "Chapter"
                yield header
            case Paragraph(text=text):
                yield Text(text, style="Body")
            case Item(title=title):
                yield ListItem(Text(title, style="Item"))
            case Signature():
                yield Text(f"Namens {block.organisation}, {block.name}, {block.role}", style="Signature")
            case Table():
                yield Text(block.title, style="Caption")
                yield _table(block)
            case _:
                raise TypeError(block)


def _bullets(bullets: list[Bullet]) -> List:
    points = List(style="Points")
    for bullet in bullets:
        item = ListItem(Text(bullet.text, style="Point"))
        if bullet.level == 1:
            points.append(item)
            continue
        above = points.children[-1]
        deeper = next((child for child in above.children if isinstance(child, List)), None)
        if deeper is None:
            deeper = List()
            above.append(deeper)
            deeper = above.children[-1]
        deeper.append(item)
    return points


def _table(table: Table) -> OdfTable:
    grid = OdfTable(table.title, style="Grid")
    for number, cells in enumerate(table.rows):
        row = Row()
        for cell in cells:
            row.append_cell(_cell(cell, "HeadCell" if number == 0 else "Cell"))
        grid.append_row(row)
    return grid


def _cell(text: str, style: str) -> Element:
    cell = Element.from_tag("table:table-cell")
    cell.set_attribute("table:style-name", style)
    cell.set_attribute("office:value-type", "string")
    cell.append(Text(text, style="HeadText" if style == "HeadCell" else "CellText"))
    return cell
