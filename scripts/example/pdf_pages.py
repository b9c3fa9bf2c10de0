"""The pages of the PDF files: cover, running heads, page numbers, columns, footnotes, contents."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from scripts.example.blocks import Document
from scripts.example.coast import draw_coast
from scripts.example.pdf_look import Look

WIDTH, HEIGHT = A4
SIDE, TOP, BOTTOM, GUTTER = 25 * mm, 25 * mm, 29 * mm, 8 * mm


class Booklet(BaseDocTemplate):
    """A document with a cover; headings of level 1 and 2 go to the contents."""

    def __init__(self, path: str, document: Document, look: Look) -> None:
        super().__init__(path, pagesize=A4, title=document.title, author="gemeente Duinrode", lang="nl-NL", invariant=1)
        self.text, self.look = document, look
        self.notes: dict[int, list[str]] = {}
        self.addPageTemplates([self._cover(), self._page("text", 1), self._page("columns", 2)])

    def _cover(self) -> PageTemplate:
        frame = Frame(SIDE, BOTTOM, WIDTH - 2 * SIDE, HEIGHT - TOP - BOTTOM)
        return PageTemplate("cover", [frame], onPage=self._draw_cover)

    def _page(self, name: str, columns: int) -> PageTemplate:
        width = (WIDTH - 2 * SIDE - (columns - 1) * GUTTER) / columns
        frames = [
            Frame(SIDE + i * (width + GUTTER), BOTTOM, width, HEIGHT - TOP - BOTTOM, 0, 0, 0, 0) for i in range(columns)
        ]
        return PageTemplate(name, frames, onPageEnd=self._draw_furniture)

    def _draw_cover(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        look, text = self.look, self.text
        draw_coast(canvas, look, HEIGHT - 150 * mm)
        canvas.setFillColor(look.dark)
        canvas.setFont(look.bold, 13)
        canvas.drawString(SIDE, HEIGHT - 25 * mm, look.text("gemeente Duinrode"))
        canvas.setFont(look.bold, 34)
        canvas.drawString(SIDE, HEIGHT - 165 * mm, look.text(text.title))
        under = Paragraph(look.markup(text.subtitle), look.style("under", fontSize=16, leading=20))
        _, height = under.wrap(WIDTH - 2 * SIDE, HEIGHT)
        under.drawOn(canvas, SIDE, HEIGHT - 172 * mm - height)
        parties = Paragraph(look.markup(text.parties), look.style("parties", fontSize=11, leading=15))
        _, height = parties.wrap(WIDTH - 2 * SIDE - 30 * mm, HEIGHT)
        parties.drawOn(canvas, SIDE, 42 * mm)
        canvas.setFont(look.font, 11)
        canvas.drawString(SIDE, 30 * mm, look.text(text.date))

    def _draw_furniture(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        look = self.look
        canvas.saveState()
        canvas.setStrokeColor(look.dark)
        canvas.setLineWidth(0.6)
        canvas.line(SIDE, 18 * mm, WIDTH - SIDE, 18 * mm)
        canvas.setFillColor(HexColor("#555555"))
        canvas.setFont(look.font, 9)
        canvas.drawString(SIDE, 13 * mm, look.text(look.footer))
        canvas.drawRightString(WIDTH - SIDE, 13 * mm, str(canvas.getPageNumber()))
        canvas.drawRightString(WIDTH - SIDE, HEIGHT - 15 * mm, look.text(look.header))
        self._draw_notes(canvas)
        canvas.restoreState()

    def _draw_notes(self, canvas: Canvas) -> None:
        y = 19.5 * mm
        for note in reversed(self.notes.get(canvas.getPageNumber(), [])):
            paragraph = Paragraph(note, self.look.small(fontSize=7.5, leading=9.5))
            _, height = paragraph.wrap(WIDTH - 2 * SIDE, HEIGHT)
            paragraph.drawOn(canvas, SIDE, y)
            y += height
        if y > 20 * mm:
            canvas.setLineWidth(0.3)
            canvas.line(SIDE, y + 2, SIDE + 45 * mm, y + 2)

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - reportlab's name
        """Tell the contents where a heading came to stand."""
        level = {"heading1": 0, "heading2": 1}.get(getattr(getattr(flowable, "style", None), "name", ""))
        if level is not None and isinstance(flowable, Paragraph):
            self.notify("TOCEntry", (level, flowable.getPlainText(), self.page))


class NotePlace(Flowable):
    """Stands beside a reference and has its note printed at the foot of the same page."""

    def __init__(self, number: str, text: str) -> None:
        super().__init__()
        self.number, self.note = number, text

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take no room."""
        return (0, 0)

    def draw(self) -> None:
        """Leave the note with the page."""
        canvas: Any = self.canv
        note = f"<super size=6>{self.number}</super> {self.note}"
        notes = canvas._doctemplate.notes.setdefault(canvas.getPageNumber(), [])  # noqa: SLF001 - no other way
        if note not in notes:
            notes.append(note)
