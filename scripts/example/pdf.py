"""Writes a document of the example as PDF."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    KeepTogether,
    ListFlowable,
    ListItem,
    NextPageTemplate,
    PageBreak,
    Spacer,
)
from reportlab.platypus import Paragraph as Text
from reportlab.platypus import Table as Grid
from reportlab.platypus.tableofcontents import TableOfContents

from scripts.example.blocks import (
    Block,
    Bullet,
    Callout,
    Document,
    Heading,
    Item,
    Note,
    Paragraph,
    Signature,
    Table,
    Turn,
)
from scripts.example.pdf_look import Look, register_fonts
from scripts.example.pdf_pages import SIDE, WIDTH, Booklet, NotePlace

INNER = WIDTH - 2 * SIDE


def write_pdf(document: Document, path: Path, look: Look) -> None:
    """Write a booklet: cover, contents, text."""
    register_fonts()
    contents = TableOfContents(
        levelStyles=[
            look.style("contents1", fontName=look.bold, leading=look.size * 1.2, spaceBefore=3, spaceAfter=0),
            look.style("contents2", leftIndent=10, leading=look.size * 1.2, spaceAfter=0),
        ],
        dotsMinLevel=1,
    )
    head = Text(look.markup("Inhoud"), look.heading(1).clone("plain"))
    front = [NextPageTemplate("text"), PageBreak(), head, contents]
    turn = [] if isinstance(document.blocks[0], Turn) else [PageBreak()]
    Booklet(str(path), document, look).multiBuild([*front, *turn, *Story(look).of(document.blocks)])


class Story:
    """Turns blocks into what reportlab lays out."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self._count = 0

    def of(self, blocks: Iterable[Block]) -> list[Flowable]:
        """Return the flowables of all blocks, neighbours of one kind together."""
        groups = [(kind, list(group)) for kind, group in groupby(blocks, type)]
        return [flowable for kind, group in groups for flowable in self._group(kind, group)]

    def _group(self, kind: type[Block], group: list[Block]) -> list[Flowable]:
        if kind is Bullet:
            return [self._bullets([block for block in group if isinstance(block, Bullet)])]
        if kind is Callout:
            return [self._callouts([block.text for block in group if isinstance(block, Callout)])]
        if kind is Signature:
            return [self._signatures([block for block in group if isinstance(block, Signature)])]
        return [flowable for block in group for flowable in self._one(block)]

    def _one(self, block: Block) -> list[Flowable]:
        match block:
            case Heading(level=level, text=text):
                return self._heading(level, text)
            case Paragraph(text=text):
                return [Text(self.look.markup(text), self.look.style("body", alignment=0))]
            case Item(title=title):
                self._count += 1
                style = self.look.style("item", fontName=self.look.bold, spaceBefore=5, spaceAfter=1, keepWithNext=1)
                return [Text(self.look.markup(f"{self._count}. {title}"), style)]
            case Note(number=number, text=text):
                return [NotePlace(number, self.look.markup(text))]
            case Table():
                return [KeepTogether([self._caption(block.title), self._table(block)]), Spacer(1, 4 * mm)]
            case Turn(to=to):
                return self._turn(to)
        raise TypeError(block)

    def _heading(self, level: int, text: str) -> list[Flowable]:
        heading = Text(self.look.markup(text), self.look.heading(level))
        if level > 1:
            return [CondPageBreak(25 * mm), heading]
        self._count = 0
        return [CondPageBreak(70 * mm), Spacer(1, 7 * mm), heading]

    def _turn(self, to: str) -> list[Flowable]:
        if to == "columns":
            return [NextPageTemplate("columns"), PageBreak(), NextPageTemplate("text")]
        return [PageBreak()]

    def _bullets(self, bullets: list[Bullet]) -> Flowable:
        items: list[ListItem] = []
        for level, group in groupby(bullets, lambda bullet: bullet.level):
            texts = [self._text(bullet.text) for bullet in group]
            if level == 1:
                items.extend(ListItem(text) for text in texts)
            else:
                dashes = {"bulletType": "bullet", "start": "–", "bulletFontName": self.look.font}
                deeper = ListFlowable([ListItem(text) for text in texts], leftIndent=12, **dashes)
                items[-1] = ListItem([items[-1]._flowables[0], deeper])  # noqa: SLF001 - a list knows no append
        return ListFlowable(
            items,
            bulletType="bullet",
            start="•",
            leftIndent=14,
            bulletColor=self.look.dark,
            bulletFontSize=self.look.size,
        )

    def _text(self, text: str) -> Text:
        return Text(self.look.markup(text), self.look.style("point", spaceAfter=3))

    def _callouts(self, texts: list[str]) -> Flowable:
        style = self.look.style(
            "callout", fontName=self.look.bold, fontSize=12, leading=15, alignment=1, textColor=self.look.dark
        )
        cells = [Text(self.look.markup(text), style) for text in texts]
        grid = Grid([cells], colWidths=[INNER / len(cells)] * len(cells), spaceAfter=8)
        grid.setStyle(
            [
                ("BACKGROUND", (0, 0), (-1, -1), self.look.light),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("TOPPADDING", (0, 0), (-1, -1), 9),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
            ]
        )
        return grid

    def _signatures(self, signatures: list[Signature]) -> Flowable:
        cells = [self._signature(one) for one in signatures]
        rows = [cells[start : start + 2] for start in range(0, len(cells), 2)]
        if len(rows[-1]) == 1:
            rows[-1].append("")
        style = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 8 * mm),
        ]
        return Grid(rows, colWidths=[INNER / 2] * 2, style=style)

    def _signature(self, one: Signature) -> list[Flowable]:
        plain = self.look.style("signature", spaceAfter=1)
        lines = (f"Namens {one.organisation},", "", "", one.name, one.role)
        return [Text(self.look.markup(line), plain) if line else Spacer(1, 9 * mm) for line in lines]

    def _caption(self, title: str) -> Text:
        return Text(self.look.markup(title), self.look.style("caption", fontName=self.look.bold, spaceBefore=6))

    def _table(self, table: Table) -> Grid:
        plain, bold = self.look.small(), self.look.small(fontName=self.look.bold)
        head = self.look.small(fontName=self.look.bold, textColor=HexColor("#ffffff"))
        rows = [[Text(self.look.markup(cell), head) for cell in table.rows[0]]]
        sums = [row for row, cells in enumerate(table.rows) if cells[0].startswith("= ")]
        for number, cells in enumerate(table.rows[1:], start=1):
            style = bold if number in sums else plain
            rows.append([Text(self.look.markup(cell.removeprefix("= ")), style) for cell in cells])
        columns = len(table.rows[0])
        first = INNER * (0.4 if columns <= 4 else 0.3)
        widths = [first, *[(INNER - first) / (columns - 1)] * (columns - 1)]
        grid = Grid(rows, colWidths=widths, repeatRows=1)
        grid.setStyle(
            [
                ("BACKGROUND", (0, 0), (-1, 0), self.look.dark),
                ("GRID", (0, 0), (-1, -1), 0.5, HexColor("#9a9a9a")),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                *[("BACKGROUND", (0, row), (-1, row), self.look.light) for row in sums],
            ]
        )
        return grid
